"""The words that one-stop systems write for statuses and channels: known, or asked about, never taken for another."""

import pytest

from intranet.dossiers.remembered import Remembered
from intranet.dossiers.synonyms import CHANNELS, COLUMNS, NOT_YET, STATUSES, hour_column_of, is_extended_due, status_of
from intranet.dossiers.vocabulary import Channel, ExportColumn, NoDossier, Status
from intranet.kernel.tables.headings import key

SAID_OF_STATUS = {
    Status.PENDING: "Đang giải quyết trong hạn|Chờ phân công xử lý|Đang trình lãnh đạo|Chờ ký số|ĐANG THẨM TRA",
    Status.PAUSED: "Yêu cầu thực hiện nghĩa vụ tài chính|Chờ nộp phí|Tạm dừng chờ bổ sung|Chờ hoàn thiện hồ sơ",
    Status.RESOLVED: "Đã giải quyết đúng hạn|Đã trả kết quả cho công dân|Đã xử lý xong, chờ trả kết quả|Hoàn tất",
    Status.REJECTED: "Không đủ điều kiện giải quyết|Đã trả lại hồ sơ|Công dân xin rút hồ sơ|Dừng xử lý hồ sơ",
    NoDossier.NOT_YET: "Mới đăng ký|Chờ tiếp nhận|Chưa tiếp nhận|Hồ sơ nháp|Chưa gửi",
    None: "Xong việc|Đã đăng ký|Đã chuyển|Bổ sung|Chờ thanh toán|Mới nộp|",
}
SAID_OF_CHANNEL = {
    Channel.ONLINE: "Cổng DVC tỉnh|Cổng Dịch vụ công tỉnh Lào Cai|Trực tuyến (toàn trình)|Qua VNeID|DVCTT một phần",
    Channel.DIRECT: "Nộp tại Bộ phận Một cửa|Trực tiếp tại UBND xã|Nộp trực tiếp tại Trung tâm PVHCC|Tại quầy số 3",
    Channel.POSTAL: "Dịch vụ BCCI|Qua BCCI|Gửi qua bưu điện|BCCI (Bưu chính công ích)|VNPost",
    None: "Tại quầy bưu điện|Nộp tại điểm phục vụ bưu chính công ích|Cổng DVC - nộp hộ tại quầy|"
    "Cổng dịch vụ công, BCCI|Nộp tại trung tâm phục vụ hành chính công qua BCCI|Cổng dịch vụ công tại bộ phận một cửa|"
    "Tại quầy (qua Cổng DVC)|Hệ thống tỉnh|Một cửa điện tử|Phần mềm iGate|Đại lý|Khác|Tại nhà|",
}


def pairs(said):
    return [(word, meaning) for meaning, words in said.items() for word in words.split("|")]


@pytest.mark.parametrize(("word", "meaning"), pairs(SAID_OF_STATUS))
def test_a_status_is_what_every_system_means_by_it(word, meaning):
    assert Remembered().status(word) is meaning


@pytest.mark.parametrize(("word", "meaning"), pairs(SAID_OF_CHANNEL))
def test_a_channel_is_what_every_system_means_by_it(word, meaning):
    assert Remembered().channel(word) is meaning


def test_no_word_has_two_meanings():
    for families in ((*STATUSES.values(), NOT_YET), CHANNELS.values(), COLUMNS.values()):
        words = [word for family in families for word in family]
        assert len(words) == len(set(words))


def test_every_status_word_is_read_by_itself_and_with_a_word_for_punctuality():
    for status, words in STATUSES.items():
        for word in words:
            assert status_of(word) is status and status_of(f"{word} qua han") is status


@pytest.mark.parametrize(
    ("heading", "is_extended"),
    [
        *((text, True) for text in ("Ngày hẹn trả sau gia hạn", "Hạn điều chỉnh", "Gia hạn đến ngày", "Ngày hẹn lại")),
        *((text, True) for text in ("Ngày hẹn trả mới", "Hạn xử lý (điều chỉnh)", "Thời gian gia hạn")),
        *((text, False) for text in ("Ngày hẹn trả", "Số lần gia hạn", "Lý do gia hạn", "Nội dung điều chỉnh", "Mới")),
    ],
)
def test_a_due_day_that_was_put_off_is_told_by_its_heading(heading, is_extended):
    assert is_extended_due(key(heading)) is is_extended


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        *((text, ExportColumn.DUE_HOUR) for text in ("Giờ hẹn trả KQ", "Giờ hẹn trả kết quả hồ sơ", "Hẹn trả lúc")),
        *((text, ExportColumn.RECEIVED_HOUR) for text in ("Giờ tiếp nhận hồ sơ", "Tiếp nhận lúc")),
        *((text, ExportColumn.FINISHED_HOUR) for text in ("Giờ trả KQ", "Giờ hoàn thành xử lý")),
        *((text, None) for text in ("Giờ", "Ngày hẹn trả", "Số giờ xử lý", "Ngày giờ tiếp nhận", "Vào lúc")),
    ],
)
def test_an_hour_is_known_by_the_words_of_its_day(heading, column):
    assert hour_column_of(key(heading)) is column
