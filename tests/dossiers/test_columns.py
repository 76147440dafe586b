"""Columns that say the same: told apart by their cells, asked about where nothing tells, never the first by chance."""

from dataclasses import replace

import pytest

from intranet.dossiers.importing import read_file
from intranet.dossiers.questions import QuestionKind, column_of, remembered_of
from intranet.dossiers.vocabulary import Channel, ExportColumn, Status

DAY = "a 20260318.xlsx"


@pytest.fixture
def read(xlsx, headings, right, known):
    """What is read of right rows with further columns behind them, by heading the cell of each row."""

    def run(*rows, heads=headings, known=known, **columns):
        lines = [[*row, *(cells[at] for cells in columns.values())] for at, row in enumerate(rows)]
        return read_file(xlsx([[*heads, *(name.replace("_", " ") for name in columns)], *lines]), DAY, known)

    return run


def answered(found, known, value):
    answers = {question.name: value for question in found.questions}
    return replace(known, remembered=remembered_of(found.questions, answers))


def test_channels_are_read_where_the_cells_name_channels_and_not_where_they_name_systems(read, right):
    rows = [right(channel="Hệ thống tỉnh"), right(code="H37-2", channel="Hệ thống tỉnh")]
    named = read(*rows, Kênh_nộp=["Trực tiếp", "Qua BCCI"])
    assert [row.channel for row in named.rows] == [Channel.DIRECT, Channel.POSTAL] and named.is_sure
    alike = read(*rows, Hình_thức_công_dân_nộp=["Trực tiếp", "Qua BCCI"])
    assert [row.channel for row in alike.rows] == [Channel.DIRECT, Channel.POSTAL]


@pytest.mark.parametrize(
    "heading",
    ["Hình_thức_trả_kết_quả", "Trả_kết_quả_qua", "Hình_thức_nộp_phí", "Nộp_lệ_phí", "Chuyển_phát", "Hình_thức_phát"],
)
def test_how_a_result_goes_out_or_is_paid_says_not_how_a_dossier_came_in(read, right, heading):
    rows = [right(channel="Hệ thống tỉnh"), right(code="H37-2", channel="Hệ thống tỉnh")]
    found = read(*rows, **{heading: ["Trực tiếp", "Bưu chính công ích"]})
    assert [row.channel for row in found.rows] == [None, None] and not found.is_sure


@pytest.mark.parametrize("heading", ["Đăng_ký_nhận", "Nhận_qua", "Nơi_nhận", "Loại"])
def test_a_column_of_channels_whose_heading_says_something_else_is_asked_about(read, right, known, heading):
    rows = [right(channel="Hệ thống tỉnh"), right(code="H37-2", channel="Hệ thống tỉnh")]
    cells = {heading: ["Trực tiếp", "Qua BCCI"]}
    found = read(*rows, **cells)
    (question,) = found.undecided
    assert column_of(question) is ExportColumn.CHANNEL and not found.rows
    told = read(*rows, **cells, known=answered(found, known, question.options[0].value))
    assert [row.channel for row in told.rows] == [Channel.DIRECT, Channel.POSTAL] and told.is_sure


def test_a_status_is_read_where_its_words_are_known(read, right, headings):
    rows = [right(), right(code="H37-2", status="Đang xử lý", finished="")]
    heads = ["Tình trạng" if text == "Trạng thái" else text for text in headings]
    found = read(*rows, heads=heads, Trạng_thái=["Đúng hạn", "Trong hạn"])
    assert [row.status for row in found.rows] == [Status.RESOLVED, Status.PENDING]


def test_two_columns_of_one_heading_are_asked_about_where_they_differ(read, right, known):
    rows = [right(code="G1"), right(code="G2")]
    codes = ["H37.14-260205-0001", "H37.14-260205-0002"]
    found = read(*rows, Mã_hồ_sơ=codes)
    assert list(map(column_of, found.undecided)) == [ExportColumn.CODE] and not found.rows
    told = read(*rows, Mã_hồ_sơ=codes, known=answered(found, known, "ma ho so 2"))
    assert [row.code for row in told.rows] == codes and told.is_sure
    assert read(*rows, Mã_hồ_sơ=["G1", "G2"]).is_sure and read(*rows, Mã_hồ_sơ=["", ""]).is_sure
    twice = read(*rows, Ngày_hẹn_trả=["10/02/2026", "11/02/2026"])
    assert list(map(column_of, twice.undecided)) == [ExportColumn.DUE_AT]


@pytest.mark.parametrize("heading", ["Ngày_hẹn_trả_sau_gia_hạn", "Hạn_xử_lý_điều_chỉnh", "Ngày_hẹn_lại"])
def test_a_due_day_that_was_put_off_is_asked_about_and_counts_where_it_stands(read, right, known, heading):
    rows = [right(due="05/02/2026 17:00", finished="09/02/2026 09:00"), right(code="H37-2")]
    cells = {heading: ["10/02/2026 17:00", "-"]}
    found = read(*rows, **cells)
    (question,) = found.undecided
    assert question.kind is QuestionKind.CHOICE and "“Ngày hẹn trả”" in question.text
    later = read(*rows, **cells, known=answered(found, known, "later"))
    assert later.is_sure and later.totals.late == 0 and later.totals.without_due == 0
    first = read(*rows, **cells, known=answered(found, known, "first"))
    assert first.is_sure and first.totals.late == 1


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        *((cell, "1.001193") for cell in (1001193, "1001193", "1.001193", "1,001193", "1.001193.000.00.00.H37")),
        *((cell, "1.000100") for cell in (1.0001, "1.0001", "1,0001")),
    ],
)
def test_a_procedures_code_that_a_spreadsheet_spoiled_is_mended_by_the_catalogue(read, right, known, cell, code):
    office = replace(known, procedures={"1.001193", "1.000100"})
    found = read(right(), Mã_TTHC=[cell], known=office)
    assert [row.procedure_code for row in found.rows] == [code]
    unknown = read(right(), Mã_TTHC=[cell], known=replace(known, procedures={"9.999999"}))
    assert any(doubt.column == "Mã TTHC" for doubt in unknown.warnings)


@pytest.mark.parametrize("heading", ["Giờ_hẹn_trả_KQ", "Giờ_hẹn_trả_kết_quả_hồ_sơ", "Hẹn_trả_lúc"])
def test_the_hour_of_a_due_day_counts_under_every_heading_with_its_words(read, right, heading):
    found = read(right(due="05/02/2026", finished="05/02/2026 15:00"), **{heading: ["10:00"]})
    assert found.is_sure and found.totals.late == 1


def test_two_due_days_that_are_asked_about_are_not_said_to_be_missing(read, right):
    found = read(right(), Hạn_xử_lý=["11/02/2026"])
    assert list(map(column_of, found.undecided)) == [ExportColumn.DUE_AT] and not found.warnings


@pytest.mark.parametrize(
    "heading", ["Ngày_hẹn_trả_sau_tạm_dừng", "Ngày_trả_dự_kiến", "Ngày_hẹn_trả_thực_tế", "Ngày_hẹn_trả_điều_chỉnh"]
)
def test_a_further_due_day_is_asked_about_and_never_offered_as_the_pause(read, right, heading):
    (question,) = read(right(), **{heading: ["10/02/2026"]}).questions
    assert question.kind is QuestionKind.CHOICE and "“Ngày hẹn trả”" in question.text
    several = read(right(), Hạn_xử_lý=["11/02/2026"], **{heading: ["10/02/2026"]})
    assert ExportColumn.PAUSED_AT not in map(column_of, several.questions)


def test_two_columns_whose_known_words_contradict_each_other_are_asked_about(read, right):
    stated = read(right(), Tình_trạng_xử_lý=["Đang xử lý"])
    assert list(map(column_of, stated.undecided)) == [ExportColumn.STATUS] and not stated.rows
    sent = read(right(), Kênh_nộp=["Qua BCCI"])
    assert list(map(column_of, sent.undecided)) == [ExportColumn.CHANNEL] and not sent.rows
    assert read(right(), Tình_trạng_xử_lý=["Hoàn thành"]).is_sure
