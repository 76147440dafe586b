"""Where the header stands, and which column is which."""

from datetime import date

import pytest

from intranet.dossiers.columns import match
from intranet.dossiers.header import find
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.synonyms import COLUMNS, FINISHED_BESIDE_DUE, HINTS, STATUSES, status_of
from intranet.dossiers.vocabulary import NOT_ASKED, ExportColumn, Status
from intranet.kernel.tables.headings import key
from intranet.kernel.tables.reading import tables

NOTHING = Remembered()
LEAST = ["Mã hồ sơ", "Ngày tiếp nhận", "Trạng thái"]


@pytest.fixture
def header(xlsx):
    return lambda rows, merged=(), remembered=NOTHING: find(tables(xlsx(rows, merged), "a.xlsx")[0], remembered)


def columns(*headings: str, remembered: Remembered = NOTHING):
    return match([key(text) for text in headings], remembered)


def test_the_header_is_found_under_title_rows_and_merged_cells(header, headings):
    rows = [["DANH SÁCH HỒ SƠ"], ["Đơn vị: Phường A", "Lĩnh vực: tất cả"], [], headings, ["H37-1"]]
    found = header(rows, merged=("A1:F1",))
    assert found.row == 4 and list(found.texts) == headings


def test_a_header_of_two_rows_is_read_as_one(header):
    upper = ["STT", "Mã hồ sơ", "Ngày", None, None, "Trạng thái"]
    lower = [None, None, "tiếp nhận", "hẹn trả", "kết thúc", None]
    found = header([["SỔ THEO DÕI"], upper, lower, [1, "H37-1"]], merged=("C2:E2",))
    assert found.row == 3
    at = match(found.keys, NOTHING).at
    assert [
        at[column]
        for column in (ExportColumn.CODE, ExportColumn.RECEIVED_AT, ExportColumn.DUE_AT, ExportColumn.FINISHED_AT)
    ] == [
        1,
        2,
        3,
        4,
    ]
    assert at[ExportColumn.STATUS] == 5


def test_a_group_above_headings_that_say_all_changes_nothing(header):
    upper = ["Hồ sơ", None, "Thời gian", None, "Kết quả"]
    lower = ["Mã hồ sơ", "Lĩnh vực", "Ngày tiếp nhận", "Ngày hẹn trả", "Trạng thái"]
    assert header([upper, lower, ["H37-1"]]).texts == tuple(lower)


def test_without_known_words_the_first_row_of_texts_is_asked_about(header):
    found = header([["Phường A"], ["Alpha", "Beta", "Gamma"], ["H37-1", "x", "y"]])
    assert found.row == 2
    assert set(match(found.keys, NOTHING).missing) == {ExportColumn.CODE, ExportColumn.RECEIVED_AT, ExportColumn.STATUS}


def test_an_answer_makes_unknown_headings_a_header(header):
    remembered = Remembered(
        columns={"alpha": ExportColumn.CODE, "beta": ExportColumn.RECEIVED_AT, "gamma": ExportColumn.STATUS},
        absent=frozenset({ExportColumn.DUE_AT, ExportColumn.FINISHED_AT}),
    )
    found = header([["A", "B", "C"], ["Alpha", "Beta", "Gamma"]], remembered=remembered)
    assert found.row == 2 and match(found.keys, remembered).at == {
        ExportColumn.CODE: 0,
        ExportColumn.RECEIVED_AT: 1,
        ExportColumn.STATUS: 2,
    }


def test_a_sheet_of_numbers_has_no_header(header):
    assert header([[1, 2, 3], ["x", 4, 5]]) is None


@pytest.mark.parametrize(
    "title",
    [
        ["Ngày kết xuất: 18/03/2026"],
        ["Ngày kết xuất", None, date(2026, 3, 18)],
        ["(Kết xuất lúc 08:15 ngày 18/3/2026)"],
        ["Thời điểm xuất báo cáo: 08:15 18/03/2026"],
        ["NGÀY XUẤT DỮ LIỆU: 18/03/2026 08:15:00"],
        ["Xuất ngày 18 tháng 3 năm 2026"],
        ["Hồ sơ từ ngày 15/12/2025 đến ngày 14/03/2026. Ngày in: 18/03/2026"],
        ["Thời gian xuất: 2026-03-18T09:05:00"],
        ["Kết xuất ngày 18/03/26"],
        ["Ngày lập báo cáo: 18-03-2026"],
        ["Kết xuất lúc 08.10.12 ngày 18.03.2026."],
    ],
)
def test_the_day_of_export_is_read_from_the_titles(title, header):
    assert header([["DANH SÁCH"], title, LEAST]).exported_on == date(2026, 3, 18)


@pytest.mark.parametrize(
    "title",
    [
        "Từ ngày 15/12/2025 đến ngày 14/03/2026",
        "Kết xuất hồ sơ từ ngày 15/12/2025 đến ngày 14/03/2026",
        "Ngày kết xuất: 31/02/2026",
        "Ngày kết xuất: 18/13/26",
        "Kết xuất từ 18-03-26",
        "Ngày kết xuất:",
        "Ban hành theo Thông tư ngày 15/9/2025",
    ],
)
def test_another_day_in_the_titles_is_not_the_day_of_export(title, header):
    assert header([[title], LEAST]).exported_on is None


def test_the_day_of_export_is_not_taken_from_the_rows(header):
    assert header([LEAST, ["Ngày kết xuất: 18/03/2026"]]).exported_on is None


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("MÃ HỒ SƠ", ExportColumn.CODE),
        ("  Ngày tiếp nhận (dd/MM/yyyy HH:mm) ", ExportColumn.RECEIVED_AT),
        ("Trạng thái (*)", ExportColumn.STATUS),
        ("Nga\u0300y he\u0323n tra\u0309", ExportColumn.DUE_AT),
        ("Tổ chức, cá nhân", ExportColumn.APPLICANT),
        ("Ngày\nkết thúc", ExportColumn.FINISHED_AT),
    ],
)
def test_spelling_does_not_matter(heading, column):
    assert columns(heading).at == {column: 0}


def test_two_headings_of_one_text_are_two_columns(header):
    assert header([[*LEAST, "Ghi chú", "Ghi chú"]]).keys[-2:] == ("ghi chu", "ghi chu 2")


def test_the_day_of_a_result_is_the_end_only_beside_a_due_day():
    beside = columns(*LEAST, "Ngày hẹn trả", "Ngày trả kết quả")
    assert beside.at[ExportColumn.FINISHED_AT] == 4 and not beside.unsure
    alone = columns(*LEAST, "Ngày trả kết quả")
    assert alone.unsure == {ExportColumn.DUE_AT: (), ExportColumn.FINISHED_AT: (3,)}
    assert alone.missing == (ExportColumn.FINISHED_AT,)


def test_two_headings_for_one_day_are_asked_about():
    found = columns(*LEAST, "Ngày hẹn trả", "Ngày hoàn thành", "Ngày kết thúc")
    assert found.unsure == {ExportColumn.FINISHED_AT: (5, 4)} and found.missing == (ExportColumn.FINISHED_AT,)


def test_of_two_headings_for_another_column_the_likelier_is_taken():
    found = columns("Số hồ sơ", "Mã hồ sơ", "Ngày tiếp nhận", "Tình trạng", "Trạng thái", "Hẹn trả", "Kết thúc ngày")
    assert found.at[ExportColumn.CODE] == 1 and found.at[ExportColumn.STATUS] == 4


def test_a_heading_that_hints_at_a_column_is_asked_about():
    found = columns("Mã hồ sơ", "Ngày nộp", "Trạng thái", "Ngày hẹn trả", "Ngày kết thúc", "Kênh", "Ghi chú")
    assert found.unsure == {ExportColumn.CHANNEL: (5,), ExportColumn.RECEIVED_AT: (1,)}
    assert found.missing == (ExportColumn.RECEIVED_AT,)


def test_a_missing_due_day_is_asked_about_and_stops_nothing():
    found = columns(*LEAST, "Ngày kết thúc")
    assert found.unsure == {ExportColumn.DUE_AT: ()} and found.missing == ()
    answered = columns(*LEAST, "Ngày kết thúc", remembered=Remembered(absent=frozenset({ExportColumn.DUE_AT})))
    assert not answered.unsure


def test_no_answer_makes_do_without_what_every_dossier_needs():
    found = columns("Mã hồ sơ", "Trạng thái", remembered=Remembered(absent=frozenset(ExportColumn)))
    assert set(found.at) == {ExportColumn.CODE, ExportColumn.STATUS} and found.missing == (ExportColumn.RECEIVED_AT,)


def test_an_answer_wins_over_what_everybody_knows():
    remembered = Remembered(columns={"ngay tiep nhan": None, "ngay nop": ExportColumn.RECEIVED_AT})
    found = columns("Mã hồ sơ", "Ngày tiếp nhận", "Ngày nộp", "Trạng thái", remembered=remembered)
    assert found.at[ExportColumn.RECEIVED_AT] == 2


def test_no_word_means_two_things():
    for meanings in (COLUMNS, STATUSES):
        words = [word for known in meanings.values() for word in known]
        assert len(words) == len(set(words))
    known = {word for words in COLUMNS.values() for word in words}
    assert not known & set(FINISHED_BESIDE_DUE)
    assert set(HINTS) == set(ExportColumn) - NOT_ASKED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Đã giải quyết quá hạn", Status.RESOLVED),
        ("Đang xử lý - trễ hạn", Status.PENDING),
        ("ĐÃ GIẢI QUYẾT TRƯỚC HẠN", Status.RESOLVED),
        ("Quá hạn", None),
        ("Dừng xử lý", Status.REJECTED),
        ("Tạm dừng xử lý", Status.PAUSED),
        ("", None),
    ],
)
def test_whether_in_time_is_no_part_of_a_status(text, status):
    assert status_of(key(text)) is status
