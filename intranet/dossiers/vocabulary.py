"""What is told of a dossier, whatever system it comes from. Pure."""

from intranet.kernel.labels import Labelled


class Channel(Labelled):
    """How a dossier came in."""

    ONLINE = "online", "Trực tuyến"
    DIRECT = "direct", "Trực tiếp"
    POSTAL = "postal", "Bưu chính công ích"


class Status(Labelled):
    """Where a dossier stands on the day of its export."""

    PENDING = "pending", "Đang giải quyết"
    PAUSED = "paused", "Tạm dừng"
    RESOLVED = "resolved", "Đã giải quyết"
    REJECTED = "rejected", "Không đủ điều kiện"


class NoDossier(Labelled):
    """What a status can say beside where a dossier stands: that there is none yet. It is counted nowhere."""

    NOT_YET = "not_yet", "Chưa phải hồ sơ (mới đăng ký, chưa tiếp nhận)"


ENDED = frozenset({Status.RESOLVED, Status.REJECTED})


class ExportColumn(Labelled):
    """What a column of an export can hold. Ordinals and applicants are known lest they be taken for something else."""

    CODE = "code", "Mã hồ sơ"
    PROCEDURE_CODE = "procedure_code", "Mã TTHC"
    PROCEDURE_NAME = "procedure_name", "Tên TTHC"
    FIELD = "field", "Lĩnh vực"
    CHANNEL = "channel", "Hình thức tiếp nhận"
    RECEIVED_AT = "received_at", "Ngày tiếp nhận"
    DUE_AT = "due_at", "Ngày hẹn trả"
    EXTENDED_AT = "extended_at", "Ngày hẹn trả sau gia hạn"
    PAUSED_AT = "paused_at", "Ngày tạm dừng"
    FINISHED_AT = "finished_at", "Ngày kết thúc"
    STATUS = "status", "Trạng thái"
    UNIT = "unit", "Đơn vị giải quyết"
    APPLICANT = "applicant", "Người nộp"
    ORDINAL = "ordinal", "Số thứ tự"
    RECEIVED_HOUR = "received_hour", "Giờ tiếp nhận"
    DUE_HOUR = "due_hour", "Giờ hẹn trả"
    PAUSED_HOUR = "paused_hour", "Giờ tạm dừng"
    FINISHED_HOUR = "finished_hour", "Giờ kết thúc"


# The hour of each moment, where a system writes it in a column of its own.
HOURS = {
    ExportColumn.RECEIVED_AT: ExportColumn.RECEIVED_HOUR,
    ExportColumn.DUE_AT: ExportColumn.DUE_HOUR,
    ExportColumn.PAUSED_AT: ExportColumn.PAUSED_HOUR,
    ExportColumn.FINISHED_AT: ExportColumn.FINISHED_HOUR,
}
NOT_ASKED = frozenset({ExportColumn.APPLICANT, ExportColumn.ORDINAL, ExportColumn.EXTENDED_AT, *HOURS.values()})
REQUIRED = frozenset({ExportColumn.CODE, ExportColumn.RECEIVED_AT, ExportColumn.STATUS})
MOMENTS = frozenset(HOURS)
