"""The words known systems use for columns, statuses and channels, the likelier first. Pure."""

import re

from intranet.dossiers.vocabulary import HOURS, Channel, ExportColumn, NoDossier, Status
from intranet.kernel.tables.headings import keys

# Whether in time is read from the dates, not from the status.
PUNCTUALITY = re.compile(r" (?:som|truoc|dung|trong|qua|tre)(?: thoi)? han$")
# Portals and counters are written with the name of their place behind them.
PORTAL = re.compile(r"(?:nop |tiep nhan )?(?:truc tuyen )?(?:qua |tren |tu )?cong (?:dich vu cong|dvc)\b.*")
COUNTER = re.compile(
    r"(?:nop |tiep nhan )?(?:ho so )?(?:truc tiep )?tai "
    r"(?:bo phan|trung tam (?:phuc vu|hanh chinh|pvhcc)|quay|tru so|diem tiep nhan|diem phuc vu|ubnd|mot cua)\b.*"
)
# Behind those names a word of another way in says two things at once, which is asked.
POSTAL_TOO = r"\b(?:buu (?:dien|chinh|cuc|ta)|bcci|vnpost)\b"
NOT_BY_PORTAL_ALONE = re.compile(rf"{POSTAL_TOO}|\b(?:truc tiep|mot cua|quay|bo phan|trung tam|tru so|nop ho|giay)\b")
NOT_AT_COUNTER_ALONE = re.compile(
    rf"{POSTAL_TOO}|\b(?:truc tuyen|online|internet|qua mang|vneid|dvc|dvctt|dvcqg|cong dich vu cong)\b"
    r"|(?<!\bmot cua )\bdien tu\b"
)
# A due day that was put off stands beside the first one.
TELLS_A_DAY = re.compile(r"(?:ngay|han|hen|thoi diem|thoi gian|thoi han|gia han)\b")
PUT_OFF = re.compile(
    r"\b(?:gia han|dieu chinh|hen lai|hen tra lai)\b|\b(?:han|hen)\b.* moi$|\b(?:han|hen)\b.* thuc te$"
    r"|\b(?:han|hen|tra)\b.*\b(?:du kien|sau (?:khi )?(?:tam dung|dung|bo sung))\b|\bdu kien (?:hen )?tra\b"
)

# The hour of a moment is headed as its day is, with a word for the hour in place of the one for the day.
FOR_AN_HOUR = re.compile(r"^(?:thoi gian )?(?:gio|vao luc|luc)\b(?: phut)? | (?:gio|luc|vao luc)$")
FOR_A_DAY = re.compile(r"^(?:ngay|thoi diem|thoi gian|thoi han)\b ")
OF_THE_DOSSIER = re.compile(r" ho so$")

COLUMNS = {
    ExportColumn.CODE: keys(
        "mã hồ sơ, số hồ sơ, mã số hồ sơ, số biên nhận, mã biên nhận, số biên nhận hồ sơ, mã hồ sơ TTHC, mã HS, số HS"
    ),
    ExportColumn.PROCEDURE_CODE: keys(
        "mã TTHC, mã thủ tục, mã thủ tục hành chính, mã số TTHC, mã số thủ tục, mã số thủ tục hành chính"
    ),
    ExportColumn.PROCEDURE_NAME: keys(
        "tên thủ tục hành chính, tên TTHC, tên thủ tục, thủ tục hành chính, thủ tục, TTHC, tên dịch vụ công, "
        "dịch vụ công"
    ),
    ExportColumn.FIELD: keys(
        "lĩnh vực, tên lĩnh vực, nhóm lĩnh vực, lĩnh vực TTHC, lĩnh vực thủ tục, lĩnh vực giải quyết"
    ),
    ExportColumn.CHANNEL: keys(
        "hình thức tiếp nhận, hình thức nộp, hình thức nộp hồ sơ, kênh nộp, kênh tiếp nhận, kênh nộp hồ sơ, "
        "phương thức nộp, phương thức tiếp nhận, cách thức nộp, cách thức tiếp nhận, hình thức nhận hồ sơ, nguồn hồ sơ"
    ),
    ExportColumn.RECEIVED_AT: keys(
        "ngày tiếp nhận, thời điểm tiếp nhận, thời gian tiếp nhận, ngày giờ tiếp nhận, ngày tiếp nhận hồ sơ, "
        "thời điểm tiếp nhận hồ sơ, thời gian tiếp nhận hồ sơ, ngày nhận hồ sơ, ngày nhận, thời điểm nhận hồ sơ"
    ),
    ExportColumn.DUE_AT: keys(
        "ngày hẹn trả, ngày hẹn trả kết quả, ngày hẹn trả KQ, hạn xử lý, hạn giải quyết, hạn trả kết quả, hạn trả, "
        "thời điểm hẹn trả, thời gian hẹn trả, thời gian hẹn trả kết quả, thời hạn trả kết quả, ngày hẹn, hẹn trả, "
        "hẹn trả kết quả, ngày đến hạn, ngày hết hạn, ngày hạn trả, hạn xử lý hồ sơ, thời điểm đến hạn"
    ),
    ExportColumn.PAUSED_AT: keys(
        "ngày tạm dừng, thời điểm tạm dừng, thời gian tạm dừng, ngày tạm dừng xử lý, ngày bắt đầu tạm dừng, "
        "thời điểm tạm dừng xử lý"
    ),
    ExportColumn.FINISHED_AT: keys(
        "ngày kết thúc xử lý, ngày kết thúc, thời điểm kết thúc, thời điểm kết thúc xử lý, thời gian kết thúc, "
        "ngày hoàn thành, thời điểm hoàn thành, thời gian hoàn thành, ngày xử lý xong, ngày giải quyết xong, "
        "ngày kết thúc hồ sơ, ngày hoàn thành xử lý, ngày có kết quả, thời gian kết thúc xử lý"
    ),
    ExportColumn.STATUS: keys(
        "trạng thái, trạng thái hồ sơ, trạng thái xử lý, tình trạng, tình trạng hồ sơ, tình trạng xử lý, "
        "tình trạng giải quyết, trạng thái giải quyết"
    ),
    ExportColumn.UNIT: keys(
        "đơn vị xử lý, đơn vị giải quyết, cơ quan giải quyết, cơ quan xử lý, đơn vị thụ lý, phòng ban xử lý, "
        "phòng chuyên môn, cơ quan thực hiện, đơn vị thực hiện, phòng ban, đơn vị"
    ),
    ExportColumn.APPLICANT: keys(
        "chủ hồ sơ, người nộp, người nộp hồ sơ, tên chủ hồ sơ, họ tên người nộp, họ và tên, tổ chức cá nhân, "
        "tên tổ chức cá nhân, công dân, người yêu cầu, họ tên, tên người nộp, tên công dân"
    ),
    ExportColumn.ORDINAL: keys("STT, TT, số TT, số thứ tự"),
    ExportColumn.RECEIVED_HOUR: keys("giờ tiếp nhận, giờ tiếp nhận hồ sơ, giờ nhận, giờ nhận hồ sơ, tiếp nhận giờ"),
    ExportColumn.DUE_HOUR: keys("giờ hẹn trả, giờ hẹn trả kết quả, giờ hẹn, giờ đến hạn, giờ hạn trả, hẹn trả giờ"),
    ExportColumn.PAUSED_HOUR: keys("giờ tạm dừng, tạm dừng giờ"),
    ExportColumn.FINISHED_HOUR: keys(
        "giờ kết thúc, giờ kết thúc xử lý, giờ hoàn thành, giờ trả, giờ trả kết quả, kết thúc giờ"
    ),
}
# Surely the day it ended where the day it was due stands beside it; alone it may be either.
FINISHED_BESIDE_DUE = keys("ngày trả kết quả, ngày trả KQ, ngày trả, thời điểm trả kết quả, thời gian trả kết quả")

# What a heading nobody knows may hold, by the words in it; it is asked.
HINTS = {
    ExportColumn.CODE: keys("mã, biên nhận, số hồ sơ"),
    ExportColumn.RECEIVED_AT: keys("tiếp nhận, nhận, nộp, tạo"),
    ExportColumn.DUE_AT: keys("hẹn, hạn, dự kiến"),
    ExportColumn.FINISHED_AT: keys("kết thúc, hoàn thành, ngày trả, thời điểm trả, xong, thực tế, ngày giải quyết"),
    ExportColumn.PAUSED_AT: keys("tạm dừng, bổ sung"),
    ExportColumn.STATUS: keys("trạng thái, tình trạng, kết quả"),
    ExportColumn.CHANNEL: keys("hình thức, kênh, phương thức, cách thức"),
    ExportColumn.PROCEDURE_CODE: keys("mã"),
    ExportColumn.PROCEDURE_NAME: keys("thủ tục, tthc"),
    ExportColumn.FIELD: keys("lĩnh vực, nhóm"),
    ExportColumn.UNIT: keys("đơn vị, phòng, cơ quan"),
}

STATUSES = {
    Status.PENDING: keys(
        "đang xử lý, đang giải quyết, đang thực hiện, đang thụ lý, được tiếp nhận, đã tiếp nhận, mới tiếp nhận, "
        "chờ xử lý, chưa giải quyết, chờ giải quyết, đang trình ký, chờ ký duyệt, đang thẩm định, đang tiến hành, "
        "đang xử lý hồ sơ, đang giải quyết hồ sơ, hồ sơ đang giải quyết, hồ sơ đang xử lý, chưa xử lý xong, "
        "chưa giải quyết xong, đang chờ xử lý, chờ thụ lý, chờ thẩm định, chờ thẩm tra, đang thẩm tra, đang xác minh, "
        "chờ xác minh, đang kiểm tra, đang lấy ý kiến, chờ ý kiến, chờ phân công, đang phân công, "
        "chờ phân công xử lý, đã phân công, đã phân công xử lý, chuyển xử lý, đang chuyển xử lý, đã chuyển xử lý, "
        "trình lãnh đạo, đang trình lãnh đạo, trình ký, chờ ký, chờ ký số, đang ký số, chờ phê duyệt, đang phê duyệt, "
        "chờ lãnh đạo phê duyệt, chờ lãnh đạo duyệt, chờ duyệt kết quả, chờ đóng dấu, đang dự thảo, "
        "đang xử lý liên thông, chờ kết quả liên thông, tiếp nhận và xử lý, đang thực hiện thủ tục"
    ),
    Status.PAUSED: keys(
        "tạm dừng, tạm dừng xử lý, tạm dừng giải quyết, đang tạm dừng, chờ bổ sung, chờ công dân bổ sung, "
        "chờ bổ sung hồ sơ, yêu cầu bổ sung, yêu cầu bổ sung giấy tờ, yêu cầu bổ sung hồ sơ, đang chờ bổ sung, "
        "bổ sung hồ sơ, chờ người dân bổ sung, chờ tổ chức cá nhân bổ sung, tạm dừng hồ sơ, hồ sơ tạm dừng, "
        "tạm dừng chờ bổ sung, tạm dừng chờ công dân bổ sung, đang bổ sung, đang yêu cầu bổ sung, "
        "chờ bổ sung giấy tờ, chờ công dân bổ sung hồ sơ, công dân đang bổ sung, cần bổ sung hồ sơ, "
        "phải bổ sung hồ sơ, đã yêu cầu bổ sung, hồ sơ chờ bổ sung, hồ sơ yêu cầu bổ sung, "
        "yêu cầu bổ sung hoàn thiện hồ sơ, chờ hoàn thiện hồ sơ, yêu cầu thực hiện nghĩa vụ tài chính, "
        "chờ thực hiện nghĩa vụ tài chính, đang thực hiện nghĩa vụ tài chính, thực hiện nghĩa vụ tài chính, "
        "chờ nghĩa vụ tài chính, chờ nộp phí, chờ nộp lệ phí, chờ nộp thuế, chờ nộp phí lệ phí, yêu cầu nộp phí, "
        "yêu cầu nộp lệ phí, chờ công dân nộp phí, chờ công dân nộp thuế"
    ),
    Status.RESOLVED: keys(
        "đã trả kết quả, hoàn thành, đã hoàn thành, đã giải quyết, đã giải quyết xong, đã xử lý, đã xử lý xong, "
        "đã có kết quả, đã trả, đã kết thúc, kết thúc, trả kết quả, chờ trả kết quả, có kết quả, hoàn tất, "
        "đã hoàn tất, hoàn thành xử lý, hoàn thành giải quyết, hoàn thành hồ sơ, hồ sơ hoàn thành, "
        "hồ sơ đã giải quyết, hồ sơ đã trả kết quả, xử lý xong, giải quyết xong, kết thúc xử lý, kết thúc hồ sơ, "
        "đã kết thúc hồ sơ, đã kết thúc xử lý, đã trả kết quả hồ sơ, đã trả kết quả cho công dân, "
        "đã trả kết quả cho dân, đã trả kết quả cho tổ chức cá nhân, trả kết quả thành công, đã giao kết quả, "
        "đã phát kết quả, công dân đã nhận kết quả, đã có kết quả chờ trả, có kết quả chờ trả, chờ nhận kết quả, "
        "chờ công dân nhận kết quả, chờ trả kết quả cho công dân, chờ phát kết quả, đã giải quyết chờ trả, "
        "đã giải quyết chờ trả kết quả, đã xử lý chờ trả, đã xử lý chờ trả kết quả, đã xử lý xong chờ trả kết quả, "
        "đã giải quyết chưa trả kết quả, đã trả kết quả trực tuyến, đã trả kết quả qua bưu chính, "
        "đã trả kết quả qua BCCI, đã cấp kết quả, đã ban hành kết quả"
    ),
    Status.REJECTED: keys(
        "không đủ điều kiện, hồ sơ không đủ điều kiện, từ chối, từ chối giải quyết, từ chối tiếp nhận, bị từ chối, "
        "đã từ chối, không được tiếp nhận, không tiếp nhận, trả lại, đã trả lại, trả lại hồ sơ, hồ sơ trả lại, rút, "
        "rút hồ sơ, đã rút, đã rút hồ sơ, công dân rút hồ sơ, công dân yêu cầu rút hồ sơ, xin rút, xin rút hồ sơ, "
        "dừng, dừng xử lý, dừng giải quyết, đã dừng, đã dừng xử lý, hủy, đã hủy, không giải quyết, "
        "không đủ điều kiện giải quyết, hồ sơ không đủ điều kiện giải quyết, không đủ điều kiện xử lý, "
        "không đủ điều kiện tiếp nhận, không đủ điều kiện trả lại, trả lại do không đủ điều kiện, "
        "trả lại hồ sơ không đủ điều kiện, đã trả lại hồ sơ, hồ sơ bị trả lại, bị trả lại, hồ sơ bị từ chối, "
        "từ chối hồ sơ, từ chối xử lý, đã từ chối giải quyết, từ chối tiếp nhận hồ sơ, đã từ chối tiếp nhận, "
        "không chấp nhận, không được chấp nhận, không được giải quyết, dừng xử lý hồ sơ, dừng giải quyết hồ sơ, "
        "đã dừng giải quyết, dừng thực hiện, chấm dứt giải quyết, đình chỉ giải quyết, hủy hồ sơ, đã hủy hồ sơ, "
        "hồ sơ đã hủy, hồ sơ bị hủy, công dân hủy hồ sơ, hủy theo yêu cầu công dân, hồ sơ rút, công dân rút, "
        "công dân đã rút hồ sơ, công dân xin rút hồ sơ, người nộp rút hồ sơ, tổ chức cá nhân rút hồ sơ, "
        "rút hồ sơ theo yêu cầu, rút theo yêu cầu của công dân, công dân yêu cầu rút"
    ),
}
# What a system lists beside dossiers: somebody registered, and nobody has taken it in.
NOT_YET = keys(
    "mới đăng ký, hồ sơ mới đăng ký, chờ tiếp nhận, chờ tiếp nhận hồ sơ, chờ tiếp nhận trực tuyến, "
    "hồ sơ chờ tiếp nhận, đang chờ tiếp nhận, chưa tiếp nhận, chưa được tiếp nhận, hồ sơ chưa tiếp nhận, "
    "chờ xác nhận tiếp nhận, chờ kiểm tra tiếp nhận, đã nộp chờ tiếp nhận, mới nộp chờ tiếp nhận, "
    "đã gửi chờ tiếp nhận, mới đăng ký trực tuyến, đăng ký trực tuyến chờ tiếp nhận, chưa nộp, chưa gửi, "
    "chưa gửi hồ sơ, chưa nộp hồ sơ, lưu nháp, bản nháp, hồ sơ nháp, nháp, đang soạn, đang soạn hồ sơ, lưu tạm"
)
CHANNELS = {
    Channel.ONLINE: keys(
        "trực tuyến, nộp trực tuyến, tiếp nhận trực tuyến, qua mạng, nộp qua mạng, online, dịch vụ công trực tuyến, "
        "trực tuyến toàn trình, trực tuyến một phần, cổng dịch vụ công, qua cổng dịch vụ công, "
        "cổng dịch vụ công quốc gia, qua cổng dịch vụ công quốc gia, cổng DVC quốc gia, DVCQG, DVCTT, "
        "nộp hồ sơ trực tuyến, hồ sơ trực tuyến, đăng ký trực tuyến, nhận trực tuyến, hình thức trực tuyến, "
        "DVC trực tuyến, DVC trực tuyến toàn trình, DVC trực tuyến một phần, dịch vụ công trực tuyến toàn trình, "
        "dịch vụ công trực tuyến một phần, DVCTT toàn trình, DVCTT một phần, toàn trình, nộp online, "
        "nộp trực tuyến toàn trình, nộp trực tuyến một phần, môi trường mạng, trên môi trường mạng, "
        "môi trường điện tử, phương tiện điện tử, nộp điện tử, hồ sơ điện tử, qua internet, internet, VNeID, "
        "qua VNeID, ứng dụng VNeID, nộp qua VNeID, qua ứng dụng VNeID, trực tuyến qua VNeID, trực tuyến tại nhà"
    ),
    Channel.DIRECT: keys(
        "trực tiếp, nộp trực tiếp, tiếp nhận trực tiếp, tại quầy, nộp tại quầy, tại bộ phận một cửa, "
        "trực tiếp tại bộ phận một cửa, nộp trực tiếp tại bộ phận một cửa, tại trung tâm phục vụ hành chính công, "
        "nộp tại bộ phận một cửa, bộ phận một cửa, nộp hồ sơ trực tiếp, hồ sơ trực tiếp, nhận trực tiếp, "
        "hình thức trực tiếp, tiếp nhận tại quầy, hồ sơ giấy, nộp hồ sơ giấy, tại chỗ, trực tiếp tại quầy, "
        "trực tiếp tại một cửa, công dân nộp trực tiếp, đến nộp trực tiếp, tại bộ phận tiếp nhận và trả kết quả, "
        "bộ phận tiếp nhận và trả kết quả"
    ),
    Channel.POSTAL: keys(
        "bưu chính, bưu chính công ích, BCCI, qua bưu chính, qua bưu chính công ích, qua BCCI, bưu điện, "
        "qua bưu điện, dịch vụ bưu chính, dịch vụ bưu chính công ích, qua dịch vụ bưu chính công ích, "
        "nộp qua bưu chính, nộp qua bưu chính công ích, nộp qua BCCI, tiếp nhận qua bưu chính công ích, dịch vụ BCCI, "
        "qua dịch vụ BCCI, tiếp nhận qua BCCI, hồ sơ qua BCCI, gửi qua BCCI, nộp qua dịch vụ BCCI, "
        "tiếp nhận qua dịch vụ BCCI, BCCI bưu chính công ích, bưu chính công ích BCCI, qua bưu chính công ích BCCI, "
        "dịch vụ bưu chính công ích BCCI, nộp qua bưu điện, gửi qua bưu điện, gửi bưu điện, đường bưu điện, "
        "qua đường bưu điện, qua đường bưu chính, gửi qua đường bưu điện, nhân viên bưu điện, bưu tá, "
        "tiếp nhận qua bưu điện, tiếp nhận qua bưu chính, tiếp nhận qua dịch vụ bưu chính công ích, "
        "nộp qua dịch vụ bưu chính công ích, nộp qua dịch vụ bưu chính, hồ sơ qua bưu chính, gửi qua bưu chính, "
        "nộp hồ sơ qua bưu chính công ích, VNPost, qua VNPost, bưu điện VNPost, bưu điện Việt Nam"
    ),
}

KNOWN_STATUSES: dict[str, Status | NoDossier] = {word: status for status, known in STATUSES.items() for word in known}
KNOWN_STATUSES |= dict.fromkeys(NOT_YET, NoDossier.NOT_YET)
KNOWN_CHANNELS = {word: channel for channel, known in CHANNELS.items() for word in known}
KNOWN_COLUMNS = {word: column for column, known in COLUMNS.items() for word in known}
DAYS_BY_WORDS: dict[str, ExportColumn] = {
    OF_THE_DOSSIER.sub("", FOR_A_DAY.sub("", word)): column
    for column in HOURS
    for word in (*COLUMNS[column], *(FINISHED_BESIDE_DUE if column is ExportColumn.FINISHED_AT else ()))
}


def status_of(word: str) -> Status | NoDossier | None:
    """What a key surely says of a dossier, "đã giải quyết quá hạn" too; None where it must be asked."""
    return KNOWN_STATUSES.get(word) or KNOWN_STATUSES.get(PUNCTUALITY.sub("", word))


def channel_of(word: str) -> Channel | None:
    """How a dossier surely came in by a key; None where it must be asked."""
    if channel := KNOWN_CHANNELS.get(word):
        return channel
    if PORTAL.fullmatch(word) and not NOT_BY_PORTAL_ALONE.search(word):
        return Channel.ONLINE
    return Channel.DIRECT if COUNTER.fullmatch(word) and not NOT_AT_COUNTER_ALONE.search(word) else None


def hour_column_of(heading: str) -> ExportColumn | None:
    """The moment whose hour the key of a heading tells, "giờ trả kết quả hồ sơ" too."""
    told = FOR_AN_HOUR.sub("", heading)
    day = DAYS_BY_WORDS.get(OF_THE_DOSSIER.sub("", told)) if told != heading else None
    return HOURS[day] if day else None


def is_extended_due(heading: str) -> bool:
    """Whether the key of a heading tells of a due day that was put off."""
    return bool(TELLS_A_DAY.match(heading) and PUT_OFF.search(heading))
