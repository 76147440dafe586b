"""A whole file: what is a dossier, what is left out, what is asked and how an answer is remembered."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intranet.dossiers import gathering, importing, lists, parsing
from intranet.dossiers.importing import Import, read_file
from intranet.dossiers.questions import QuestionKind, column_of
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.vocabulary import ENDED, Channel, ExportColumn, Status
from intranet.kernel.tables import furniture
from intranet.kernel.workflow import Refused


@pytest.fixture
def imported(xlsx, headings, known):
    """What is read of these rows under the headings."""

    def run(*rows, heads=headings, known=known):
        return read_file(xlsx([heads, *rows]), "20260320.xlsx", known)

    return run


def rejected(found: Import) -> list[int]:
    return [row for _, row in found.rejected]


def test_rejected_rows_do_not_keep_the_others_out(imported, right):
    found = imported(right(), right(code=""), right(code="H37-2", status="Lạ", received="x"), right(code="H37-3"))
    assert [row.code for row in found.rows] == ["H37-0001", "H37-3"]
    assert [(error.row, error.column) for error in found.errors] == [
        (3, "Mã hồ sơ"),
        (4, "Trạng thái"),
        (4, "Ngày tiếp nhận"),
    ]
    assert rejected(found) == [3, 4] and found.rejected["Hồ sơ", 4][:2] == ["H37-2", "x"]
    assert found.read == 4


def test_the_same_dossier_twice_is_one(imported, right):
    found = imported(right(), right(code="H37-2"), right(code=" H37-0001"), right())
    assert [row.row for row in found.rows] == [2, 3]
    assert not found.errors and found.read == 2


def test_the_same_code_with_other_data_is_an_error_at_the_second_row(imported, right):
    found = imported(right(), right(due="10/02/2026"), right())
    (error,) = found.errors
    assert (error.row, error.column, error.value) == (3, "Mã hồ sơ", "H37-0001")
    assert error.message == gathering.SECOND.format(place="dòng 2 của trang “Hồ sơ”")
    assert [row.row for row in found.rows] == [2] and rejected(found) == [3]


def test_a_rejected_row_takes_no_code_from_a_right_one(imported, right):
    found = imported(right(received="x"), right())
    assert [row.row for row in found.rows] == [3] and len(found.errors) == 1


def test_what_somebody_else_sent_twice_under_another_name_is_the_same_data(imported, right, headings):
    heads = [*headings, "Người nộp", "STT"]
    assert not imported([*right(), "Công dân A", 1], [*right(), "Công dân B", 2], heads=heads).errors


@pytest.mark.parametrize(
    "left_out",
    [
        [],
        ["", "  ", "\u00a0"],
        ["Tổng cộng:", 1215],
        ["TỔNG CỘNG"],
        [None, "Tổng số: 15 hồ sơ"],
        ["Cộng"],
        ["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc", "Trạng thái", "Hình thức tiếp nhận"],
    ],
)
def test_what_is_no_dossier_is_left_out(left_out, imported, right):
    heads = ["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc", "Trạng thái", "Hình thức tiếp nhận"]
    found = imported(right(), left_out, right(code="H37-2"), heads=heads)
    assert [row.row for row in found.rows] == [2, 4] and not found.errors


def test_columns_numbered_under_the_header_are_no_dossier(imported, right):
    found = imported(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], right())
    assert [row.row for row in found.rows] == [3] and not found.errors


def test_a_row_with_nothing_but_its_number_is_blank(imported, right, headings):
    found = imported([1, *right()], [2], heads=["STT", *headings])
    assert len(found.rows) == 1 and not found.errors


def test_what_stands_below_the_total_is_the_foot_of_the_page(imported, right):
    foot = [[], ["Người lập biểu"], ["Phường A, ngày 18 tháng 3 năm 2026"], ["Lê Văn A", "", "", "Trần Thị B"]]
    assert not imported(right(), ["Tổng cộng:", 1], *foot).errors
    assert not imported(right(), *foot).errors
    assert rejected(imported(right(), foot[-1])) == [3]  # without a total or a signature above it nobody can tell


def test_a_dossier_below_the_total_is_still_one_and_a_fault_there_still_told(imported, right):
    found = imported(right(), ["Tổng cộng:", 1], right(code="H37-2"), right(code="", received="05/02/2026"))
    assert [row.row for row in found.rows] == [2, 4]
    assert [error.row for error in found.errors] == [5]


def test_the_foot_may_stand_in_any_column_and_a_total_count_too(imported, right):
    foot = [[None, None, None, "Phường A, ngày 18 tháng 3 năm 2026"], ["Người lập", "Kiểm tra", "", "", "Thủ trưởng"]]
    found = imported(right(), ["Tổng cộng", "", "", 1, "1.215"], *foot, ["H37-2", "", "", "", "Đang xử lý"])
    assert len(found.rows) == 1 and rejected(found) == [6]


@pytest.mark.parametrize(
    ("cells", "holds"),
    [
        (["Tổng cộng", "", ""], True),
        (["Tổng cộng", 1215.0, 12.0], True),
        (["12", "", "Tổng cộng: 1.215 hồ sơ"], True),
        (["Tổng cộng", "05/02/2026", ""], False),
        (["Tổng cộng", date(2026, 2, 5), ""], False),
        (["Tổng hợp hồ sơ", "", ""], False),
        (["Cộng hòa xã hội chủ nghĩa Việt Nam"], False),
    ],
)
def test_only_a_total_is_a_total(cells, holds):
    asked = furniture.Furniture(["a", "b", "c"], 1, code=0, dated=1)
    assert asked.holds(2, cells) is holds


def test_unknown_words_are_asked_with_how_often_they_stand(imported, right):
    rows = [right(code=f"H37-{n}", status=status) for n, status in enumerate(["Lạ", "Khác", "LẠ ", "Lạ"])]
    found = imported(*rows, right(code="x", channel=""), right(code="y", channel="Bồ câu"))
    assert [(one.kind, one.key, one.text) for one in found.questions] == [
        (QuestionKind.STATUS, "la", "Từ “Lạ” ở mục trạng thái (3 dòng) nghĩa là gì?"),
        (QuestionKind.STATUS, "khac", "Từ “Khác” ở mục trạng thái (1 dòng) nghĩa là gì?"),
        (QuestionKind.CHANNEL, "", "Ô để trống ở mục hình thức tiếp nhận (1 dòng) nghĩa là gì?"),
        (QuestionKind.CHANNEL, "bo cau", "Từ “Bồ câu” ở mục hình thức tiếp nhận (1 dòng) nghĩa là gì?"),
    ]
    assert not any(one.is_decisive for one in found.questions)
    assert not found.is_sure
    assert [error.message for error in found.errors] == [parsing.UNKNOWN_STATUS] * 4
    assert [row.channel for row in found.rows] == [None, None]


def test_answers_are_remembered_as_json_and_leave_nothing_to_ask(imported, right, headings, known):
    heads = ["Số phiếu", *headings[1:3], "Ngày trả", *headings[4:]]
    rows = [right(status="Lạ"), right(code="H37-2", channel="Bồ câu")]
    asked = imported(*rows, heads=heads)
    assert list(map(column_of, asked.undecided)) == [ExportColumn.CODE] and not asked.rows and not asked.errors
    answers = Remembered(
        columns={asked.lists[0].list.header.keys[0]: ExportColumn.CODE},
        statuses={"la": Status.RESOLVED},
        channels={"bo cau": Channel.POSTAL},
    )
    stored = json.loads(json.dumps(Remembered().with_answers(answers).to_json()))
    found = imported(*rows, heads=heads, known=replace(known, remembered=Remembered.from_json(stored)))
    assert found.is_sure and not found.errors
    assert [(row.code, row.status, row.channel) for row in found.rows] == [
        ("H37-0001", Status.RESOLVED, Channel.ONLINE),
        ("H37-2", Status.RESOLVED, Channel.POSTAL),
    ]


def test_later_answers_win_and_a_column_that_appears_is_no_longer_absent():
    first = Remembered(
        {"a": ExportColumn.CODE, "b": None}, frozenset({ExportColumn.DUE_AT, ExportColumn.UNIT}), {"x": Status.PAUSED}
    )
    second = Remembered({"b": ExportColumn.DUE_AT}, statuses={"x": Status.PENDING}, channels={"": Channel.DIRECT})
    both = first.with_answers(second)
    assert both.columns == {"a": ExportColumn.CODE, "b": ExportColumn.DUE_AT}
    assert both.absent == {ExportColumn.UNIT} and both.statuses == {"x": Status.PENDING}
    assert Remembered.from_json(both.to_json()) == both
    assert Remembered.from_json({}) == Remembered()


def test_what_the_office_does_not_know_is_doubted_once_each(imported, right, headings, known):
    heads = [*headings, "Mã TTHC", "Lĩnh vực", "Đơn vị xử lý"]
    office = replace(known, procedures={"1.000100"}, fields={"ho tich"}, units={"phong a"})
    rows = [
        [*right(), "1.000100", "Hộ tịch", "Phòng A"],
        [*right(code="2"), "1.000100", "HỘ  TỊCH", ""],
        [*right(code="3"), "9.999999", "Đất đai", "Phòng B"],
        [*right(code="4"), "9.999999", "Đất đai", "Phòng B"],
    ]
    found = imported(*rows, heads=heads, known=office)
    assert len(found.rows) == 4 and not found.errors
    assert [(doubt.column, doubt.value, doubt.row, doubt.count, doubt.message) for doubt in found.warnings] == [
        ("Mã TTHC", "9.999999", 4, 2, gathering.UNKNOWN_PROCEDURE),
        ("Lĩnh vực", "Đất đai", 4, 2, gathering.UNKNOWN_FIELD),
        ("Đơn vị xử lý", "Phòng B", 4, 2, gathering.UNKNOWN_UNIT),
    ]
    assert not imported(*rows, heads=heads).warnings


def test_a_file_without_due_days_says_what_that_means(imported, right, headings, known):
    def without(row):
        return [*row[:2], *row[3:]]

    found = imported(without(right()), heads=without(headings))
    assert len(found.rows) == 1 and [doubt.message for doubt in found.warnings] == [importing.NO_DUE]
    told = replace(known, remembered=Remembered(absent=frozenset({ExportColumn.DUE_AT})))
    assert not imported(without(right()), heads=without(headings), known=told).warnings


def test_years_are_possible_until_the_next_one(imported, right, known):
    row = right(due="31/12/2027")
    assert imported(row).rows
    assert imported(row, known=replace(known, today=date(2025, 12, 31))).errors


def test_a_table_of_something_else_is_asked_about_and_no_table_is_refused(xlsx, known, sample):
    found = read_file(sample("danh-muc-tthc"), "a.xlsx", known)
    assert set(map(column_of, found.undecided)) >= {ExportColumn.RECEIVED_AT, ExportColumn.STATUS}
    assert not found.rows
    with pytest.raises(Refused) as refused:
        read_file(xlsx([["x"], [1, 2, 3]]), "a.xlsx", known)
    assert str(refused.value) == lists.NO_HEADER


@pytest.fixture(scope="module")
def some(sample, cells):
    """The header and first rows of a sample."""
    return cells(sample("tinh"))[3:60]


@settings(deadline=None)
@given(data=st.data())
def test_the_order_of_rows_does_not_matter(data, text_file, some, known):
    plain = read_file(text_file(some), "a.csv", known)
    found = read_file(text_file([some[0], *data.draw(st.permutations(some[1:]))]), "a.csv", known)
    assert {row.content for row in found.rows} == {row.content for row in plain.rows}
    assert len(plain.rows) == 56 and not found.errors


TEXTS = st.text(max_size=12) | st.sampled_from(
    ["05/02/2026", "30/02/2026", "Đang xử lý", "H37-1", "Tổng cộng", "Trực tuyến", '"', ";"]
)


@settings(deadline=None)
@given(rows=st.lists(st.lists(TEXTS, min_size=6, max_size=6), max_size=8))
def test_whatever_the_cells_hold_each_row_is_taken_or_told_about_or_no_dossier(rows, text_file, known):
    heads = ["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc", "Trạng thái", "Hình thức tiếp nhận"]
    found = read_file(text_file([heads, *rows]), "a.csv", known)
    places = {(error.sheet, error.row) for error in found.errors}
    assert places <= set(found.rejected) and bool(places) == bool(found.rejected)
    is_of_a_column = any("không ô nào đọc được" in error.message for error in found.errors)
    assert is_of_a_column or places == set(found.rejected)
    assert all(error.message.endswith(".") for error in found.errors)
    taken = {(row.sheet, row.row) for row in found.rows}
    assert not taken & set(found.rejected)
    for row in found.rows:
        assert (row.finished_at is None) == (row.status not in ENDED)
        assert row.code and row.received_at <= (row.due_at or row.received_at)


SHAPES = ["H37.14-260205-0001", "000.00.14.H37-260205-0001", "000.37.14-260205-0001"]


def test_one_dossier_in_several_shapes_of_its_code_is_one(xlsx, headings, right, known):
    found = read_file(xlsx([headings, *(right(code=code) for code in SHAPES)]), "20260320.xlsx", known)
    assert [row.code for row in found.rows] == SHAPES[:1] and not found.errors


def test_one_dossier_told_differently_in_two_shapes_of_its_code_is_refused_as_it_is_written(
    xlsx, headings, right, known
):
    rows = [right(code=SHAPES[0]), right(code=SHAPES[1], due="")]
    found = read_file(xlsx([headings, *rows]), "20260320.xlsx", known)
    assert [(error.row, error.value) for error in found.errors] == [(3, SHAPES[1])]
    assert found.errors[0].message == gathering.SECOND.format(place="dòng 2 của trang “Hồ sơ”")


def test_the_same_number_received_at_another_moment_is_another_dossier(xlsx, headings, right, known):
    rows = [right(code=SHAPES[0]), right(code=SHAPES[1], received="05/02/2026 09:30")]
    found = read_file(xlsx([headings, *rows]), "20260320.xlsx", known)
    assert [row.code for row in found.rows] == SHAPES[:2]
