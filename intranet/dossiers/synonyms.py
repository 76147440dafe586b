"""The words known systems use for columns, statuses and channels, the likelier first. Pure."""

import re

from intranet.dossiers.vocabulary import Channel, ExportColumn, Status
from intranet.kernel.tables.headings import keys

# Whether in time is read from the dates, not from the status.
PUNCTUALITY = re.compile(r" (?:som|truoc|dung|trong|qua|tre)(?: thoi)? han$")


COLUMNS = {
    ExportColumn.CODE: keys(
        "mã hồ sơ, số hồ sơ, mã số hồ sơ, số biên nhận, mã biên nhận, số biên nhận hồ sơ, mã hồ sơ TTHC, mã HS, số HS"
    ),
    ExportColumn.PROCEDURE_CODE: keys(
        "mã TTHC, mã thủ tục, mã thủ tục hành chính, mã số TTHC, mã số thủ tục, mã số thủ tục hành chính"
    ),
    ExportColumn.PROCEDURE_NAME: keys(
        "tên thủ tục hành chính, tên TTHC, tên thủ tục, thủ tục hành chính, thủ tục, TTHC, "
        "tên dịch vụ công, dịch vụ công"
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
        "chờ xử lý, chưa giải quyết, chờ giải quyết, đang trình ký, chờ ký duyệt, đang thẩm định"
    ),
    Status.PAUSED: keys(
        "tạm dừng, tạm dừng xử lý, tạm dừng giải quyết, đang tạm dừng, chờ bổ sung, chờ công dân bổ sung, "
        "chờ bổ sung hồ sơ, yêu cầu bổ sung, yêu cầu bổ sung giấy tờ, yêu cầu bổ sung hồ sơ, đang chờ bổ sung, "
        "bổ sung hồ sơ, chờ người dân bổ sung, chờ tổ chức cá nhân bổ sung"
    ),
    Status.RESOLVED: keys(
        "đã trả kết quả, hoàn thành, đã hoàn thành, đã giải quyết, đã giải quyết xong, đã xử lý, đã xử lý xong, "
        "đã có kết quả, đã trả, đã kết thúc, kết thúc, trả kết quả, chờ trả kết quả, có kết quả"
    ),
    Status.REJECTED: keys(
        "không đủ điều kiện, hồ sơ không đủ điều kiện, từ chối, từ chối giải quyết, từ chối tiếp nhận, bị từ chối, "
        "đã từ chối, không được tiếp nhận, không tiếp nhận, trả lại, đã trả lại, trả lại hồ sơ, hồ sơ trả lại, rút, "
        "rút hồ sơ, đã rút, đã rút hồ sơ, công dân rút hồ sơ, công dân yêu cầu rút hồ sơ, xin rút, xin rút hồ sơ, "
        "dừng, dừng xử lý, dừng giải quyết, đã dừng, đã dừng xử lý, hủy, đã hủy, không giải quyết"
    ),
}
CHANNELS = {
    Channel.ONLINE: keys(
        "trực tuyến, nộp trực tuyến, tiếp nhận trực tuyến, qua mạng, nộp qua mạng, online, dịch vụ công trực tuyến, "
        "trực tuyến toàn trình, trực tuyến một phần, cổng dịch vụ công, qua cổng dịch vụ công, "
        "cổng dịch vụ công quốc gia, qua cổng dịch vụ công quốc gia, cổng DVC quốc gia, DVCQG, DVCTT"
    ),
    Channel.DIRECT: keys(
        "trực tiếp, nộp trực tiếp, tiếp nhận trực tiếp, tại quầy, nộp tại quầy, tại bộ phận một cửa, "
        "trực tiếp tại bộ phận một cửa, nộp trực tiếp tại bộ phận một cửa, tại trung tâm phục vụ hành chính công"
    ),
    Channel.POSTAL: keys(
        "bưu chính, bưu chính công ích, BCCI, qua bưu chính, qua bưu chính công ích, qua BCCI, bưu điện, qua bưu điện, "
        "dịch vụ bưu chính, dịch vụ bưu chính công ích, qua dịch vụ bưu chính công ích, nộp qua bưu chính, "
        "nộp qua bưu chính công ích, nộp qua BCCI, tiếp nhận qua bưu chính công ích"
    ),
}

KNOWN_STATUSES = {word: status for status, known in STATUSES.items() for word in known}
KNOWN_CHANNELS = {word: channel for channel, known in CHANNELS.items() for word in known}
KNOWN_COLUMNS = {word: column for column, known in COLUMNS.items() for word in known}


def status_of(word: str) -> Status | None:
    """What a key surely says of a dossier, "đã giải quyết quá hạn" too; None where it must be asked."""
    return KNOWN_STATUSES.get(word) or KNOWN_STATUSES.get(PUNCTUALITY.sub("", word))
