"""Several sheets and several lists: what is read, what is asked about, and what is named as not read."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intranet.dossiers import gathering, lists
from intranet.dossiers.importing import Import, read, read_file
from intranet.dossiers.lists import ALIKE, ALL, SHEETS
from intranet.dossiers.questions import UNKNOWN
from intranet.dossiers.remembered import ReadingChoice, Remembered
from intranet.dossiers.vocabulary import ExportColumn
from intranet.kernel.tables.cells import day_of
from intranet.kernel.tables.reading import Table

TITLE = [["DANH SÁCH HỒ SƠ"], ["Ngày kết xuất: 18/03/2026"], []]
OTHER_HEADINGS = ["Số hồ sơ", "Tình trạng", "Thời điểm tiếp nhận", "Kênh nộp"]
UPPER = ["STT", "Mã hồ sơ", "Thời gian", None, None, "Trạng thái"]
LOWER = [None, None, "Tiếp nhận", "Hẹn trả", "Kết thúc", None]


def other(code: str) -> list[str]:
    return [code, "Đang xử lý", "05/02/2026 08:15", "Trực tuyến"]


def of_two_rows(code: str, number: int = 1) -> list[str | int]:
    return [number, code, "05/02/2026 08:15", "09/02/2026 17:00", "06/02/2026 10:00", "Đã trả kết quả"]


@pytest.fixture
def imported(book, known):
    """What is read of these sheets; `choices` were answered for their source before."""

    def run(pages, known=known, **choices):
        remembered = Remembered(choices={name: ReadingChoice(value, value) for name, value in choices.items()})
        return read_file(book(pages), "20260320.xlsx", replace(known, remembered=remembered) if choices else known)

    return run


@pytest.fixture
def stacked(imported):
    """What is read of these rows of one sheet."""
    return lambda *rows, **told: imported({"Hồ sơ": list(rows)}, **told)


def codes(found: Import) -> list[str]:
    return [row.code for row in found.rows]


def unread(found: Import) -> list[tuple[str, int, str]]:
    return [(part.sheet, part.row, part.why) for part in found.unread]


def rejected(found: Import) -> list[int]:
    return [row for _, row in found.rejected]


# Sheets


def test_sheets_of_the_same_columns_are_all_read(imported, right, headings):
    sheets = {f"Tháng {n}": [*TITLE, headings, right(code=f"H37-{n}")] for n in (1, 2, 3)}
    found = imported(sheets)
    assert codes(found) == ["H37-1", "H37-2", "H37-3"] and found.is_sure
    assert not found.unread and not found.errors and not found.warnings
    assert [it.list.sheet for it in found.lists] == ["Tháng 1", "Tháng 2", "Tháng 3"]
    assert found.exported_on == date(2026, 3, 18)


def test_the_order_of_columns_and_what_is_not_read_make_no_other_kind(imported, right, headings):
    turned = [[*reversed(headings), "Ghi chú", "Người nộp"], [*reversed(right(code="H37-2")), "x", "Lê Văn A"]]
    assert codes(imported({"Quý I": [headings, right()], "Quý II": turned})) == ["H37-0001", "H37-2"]


def test_a_sheet_that_repeats_the_others_doubles_nothing(imported, right, headings):
    first, second = right(code="H37-1"), right(code="H37-2")
    found = imported({"T1": [headings, first], "T2": [headings, second], "Cả quý": [headings, first, second]})
    assert codes(found) == ["H37-1", "H37-2"] and found.is_sure and not found.errors


def test_the_latest_day_that_the_titles_of_sheets_tell_is_the_day_of_export(imported, right, headings):
    titles = {n: ["Ngày kết xuất: " + day] for n, day in {2: "28/02/2026", 3: "18/03/2026", 1: "31/01/2026"}.items()}
    sheets = {
        f"Tháng {n}": [
            title,
            headings,
            right(
                code=f"H37-{n}",
                received=f"20/0{n}/2026" if n < 3 else "17/03/2026",
                due="",
                status="Đang xử lý",
                finished="",
            ),
        ]
        for n, title in titles.items()
    }
    found = imported(sheets)
    assert not found.errors and len(found.rows) == 3 and found.exported_on == date(2026, 3, 18)


def test_cover_helper_and_empty_sheets_are_no_lists(imported, right, headings):
    found = imported(
        {
            "Bìa": [["UBND PHƯỜNG A"], ["Báo cáo quý I năm 2026"]],
            "Hướng dẫn": [["Cột", "Ý nghĩa", "Bắt buộc"], ["Mã hồ sơ", "Do hệ thống cấp", "Có"]],
            "Danh mục": [["Mã TTHC", "Tên TTHC", "Lĩnh vực"], ["1.001193", "Đăng ký khai sinh", "Hộ tịch"]],
            "Tổng hợp": [["Lĩnh vực", "Trạng thái", "Số hồ sơ"], ["Hộ tịch", "Đang xử lý", 12]],
            "Mẫu": [*TITLE, headings],
            "Trống": [],
            "Quý I": [headings, right()],
        }
    )
    assert codes(found) == ["H37-0001"] and found.is_sure and not found.unread and not found.errors
    assert [it.list.sheet for it in found.lists] == ["Quý I"]


def test_a_list_with_other_columns_is_asked_about_and_named_until_somebody_answers(imported, right, headings):
    found = imported({"Quý I": [headings, right()], "Trễ": [[], OTHER_HEADINGS, other("H37-2")]})
    assert codes(found) == ["H37-0001"] and not found.undecided
    assert unread(found) == [("Trễ", 2, lists.OTHER_SHEET)]
    (question,) = found.questions
    assert question.text == ("Tệp có 2 trang tính có hồ sơ, với các cột khác nhau: “Quý I” và “Trễ”. Đọc trang nào?")
    assert [option.value for option in question.options] == [ALL, ALIKE] and question.is_remembered


def test_the_answer_holds_for_sheets_of_any_name(imported, right, headings):
    sheets = {"Quý II": [headings, right()], "T5": [headings, right(code="H37-3")], "Trễ": [OTHER_HEADINGS, other("H")]}
    everything = imported(sheets, sheets=ALL)
    assert codes(everything) == ["H37-0001", "H37-3", "H"] and not everything.unread
    alike = imported(sheets, sheets=ALIKE)
    assert codes(alike) == ["H37-0001", "H37-3"] and not alike.unread
    assert [doubt.message for doubt in alike.warnings] == [lists.LEFT_OUT.format(sheet="Trễ")]
    assert [question.key for question in everything.questions] == [
        "due_at:so ho so|tinh trang|thoi diem tiep nhan|kenh nop",
        "finished_at:so ho so|tinh trang|thoi diem tiep nhan|kenh nop",
    ]
    assert "của danh sách bắt đầu ở dòng 1 của trang “Trễ”" in everything.questions[0].text


def test_one_dossier_told_differently_by_two_sheets_is_asked_about(imported, right, headings):
    sheets = {
        "T1": [headings, right(status="Đang xử lý", finished="")],
        "T2": [headings, right(), right(code="H37-2")],
    }
    found = imported(sheets)
    (question,) = found.questions
    assert question.text == gathering.IN_SHEETS.format(
        count=1, code="H37-0001", first="dòng 2 của trang “T1”", place="dòng 2 của trang “T2”"
    )
    assert list(found.rejected) == [("T2", 2)] and not question.is_decisive
    later, earlier = imported(sheets, repeated="later"), imported(sheets, repeated="earlier")
    assert [(row.sheet, row.row) for row in later.rows] == [("T2", 2), ("T2", 3)]
    assert [(row.sheet, row.row) for row in earlier.rows] == [("T1", 2), ("T2", 3)]
    assert later.is_sure and earlier.is_sure and not later.errors and not earlier.errors
    assert list(imported(sheets, repeated=UNKNOWN).rejected) == [("T2", 2)]


def test_one_dossier_told_differently_in_one_sheet_is_an_error_whatever_was_answered(imported, right, headings):
    found = imported({"T1": [headings, right(), right(due="")]}, repeated="later")
    assert rejected(found) == [3] and found.is_sure


def test_dossiers_in_a_sheet_without_a_header_are_named(imported, right, headings):
    found = imported({"Sheet1": [headings, right()], "Sheet2": [[], right(code="H37-0002")]})
    assert codes(found) == ["H37-0001"] and unread(found) == [("Sheet2", 2, lists.NO_HEAD_THERE)]


NUMBERED = "H37.14-260205-000"


def without_status(cells: list[str]) -> list[str]:
    return [*cells[:4], *cells[5:]]


@pytest.mark.parametrize("title", [[], [["HỒ SƠ ĐÃ TRẢ"], []]])
def test_a_list_that_lacks_a_column_every_dossier_needs_is_named(title, imported, right, headings):
    ended = [*title, without_status(headings), without_status(right(code=f"{NUMBERED}2"))]
    found = imported({"Đang giải quyết": [headings, right(code=f"{NUMBERED}1")], "Đã trả": ended})
    assert codes(found) == [f"{NUMBERED}1"]
    assert unread(found) == [("Đã trả", len(title) + 1, lists.LACKS.format(columns="“Trạng thái”"))]


def test_a_list_whose_receipt_nobody_knows_is_named_where_it_has_most_columns_of_the_first(imported, right, headings):
    strange = [headings[0], "Ngày A", *headings[2:]]
    found = imported({"T1": [headings, right()], "T2": [strange, right(code="H37-0002")]})
    assert unread(found) == [("T2", 1, lists.LACKS.format(columns="“Ngày tiếp nhận”"))]


def test_dossiers_without_a_header_and_a_status_are_known_by_their_codes(imported, right, headings):
    found = imported({"T1": [headings, right()], "T2": [without_status(right(code="H37-0002"))]})
    assert unread(found) == [("T2", 1, lists.NO_HEAD_THERE)]


def test_sheets_that_count_dossiers_or_name_decisions_are_no_lists(imported, right, headings):
    found = imported(
        {
            "Quý I": [headings, right()],
            "Theo ngày": [["Ngày tiếp nhận", "Số hồ sơ", "Đã giải quyết"], ["05/02/2026", 12, 3]],
            "Căn cứ": [["61/2018/NĐ-CP", "Nghị định về một cửa", "23/04/2018"], ["123/UBND-VP", "", "05/01/2026"]],
            "Mẫu": [without_status(headings)],
        }
    )
    assert not found.unread and codes(found) == ["H37-0001"]


def test_an_absent_column_of_one_list_is_read_in_another(imported, right, headings, known):
    told = replace(known, remembered=Remembered(absent=frozenset({ExportColumn.DUE_AT, ExportColumn.FINISHED_AT})))
    found = imported({"T1": [headings, right()]}, known=told)
    assert [row.due_at is None for row in found.rows] == [False]


# Lists one below the other


def test_lists_below_each_other_are_read_each_by_its_own_header(stacked, right, headings):
    found = stacked(
        *TITLE, headings, right(), [], ["DANH SÁCH THỨ HAI"], OTHER_HEADINGS, other("H37-2"), other("H37-3"), [],
        headings, right(code="H37-4"),
    )  # fmt: skip
    assert codes(found) == ["H37-0001", "H37-4", "H37-2", "H37-3"] and not found.errors and not found.unread
    assert [it.list.header_rows for it in found.lists] == [(4, 12), (8,)]


def test_a_header_repeated_on_every_page_is_no_row(stacked, right, headings):
    numbered = [f"({n})" for n in range(1, 7)]
    rows = [[["Trang 1/3"], headings, numbered, right(code=f"H37-{n}")] for n in range(1, 4)]
    found = stacked(*(row for page in rows for row in page))
    assert codes(found) == ["H37-1", "H37-2", "H37-3"] and not found.errors and len(found.lists) == 1


@pytest.mark.parametrize("is_filled_down", [False, True])
def test_a_header_of_two_rows_is_known_again_on_every_page(is_filled_down, stacked):
    lower = [text or UPPER[at] for at, text in enumerate(LOWER)] if is_filled_down else LOWER
    pages = [[UPPER, lower, of_two_rows(f"H37-{n}", n)] for n in range(1, 4)]
    found = stacked(*TITLE, *(row for page in pages for row in page))
    assert codes(found) == ["H37-1", "H37-2", "H37-3"] and not found.errors and not found.undecided
    assert [row.due_at is not None for row in found.rows] == [True] * 3


def test_a_header_of_two_rows_may_follow_one_of_one(stacked, right, headings):
    found = stacked(headings, right(), UPPER, LOWER, of_two_rows("H37-2"), ["", "H37-3", "x", "", "", "Đang xử lý"])
    assert codes(found) == ["H37-0001", "H37-2"] and rejected(found) == [6]
    assert {error.column for error in found.errors} == {"Thời gian Tiếp nhận"}


@pytest.mark.parametrize("lines", [38, 60, 390])
def test_a_header_may_stand_below_a_long_cover_text(lines, stacked, right, headings):
    cover = [[f"Mục {n} của công văn"] for n in range(lines)]
    found = stacked(*cover, ["Ngày kết xuất: 18/03/2026"], headings, right())
    assert codes(found) == ["H37-0001"] and found.exported_on == date(2026, 3, 18)


def test_a_line_of_conditions_above_the_header_is_no_header(stacked, right, headings):
    conditions = ["Mã hồ sơ", "", "Ngày tiếp nhận", "01/01/2026", "Trạng thái", "Tất cả"]
    found = stacked(conditions, ["Đơn vị", "Phường A"], [], headings, right())
    assert codes(found) == ["H37-0001"] and found.is_sure and not found.errors and len(found.lists) == 1


def test_a_list_beside_another_is_named(stacked, right, headings):
    found = stacked([*headings, "", *headings], [*right(), "", *right(code="H37-2")])
    assert codes(found) == ["H37-0001"] and found.is_sure and not found.errors
    assert unread(found) == [("Hồ sơ", 1, lists.BESIDE.format(column="H – Mã hồ sơ"))]


def test_a_row_of_a_second_list_is_refused_by_its_own_heading(stacked, right, headings):
    found = stacked(headings, right(), OTHER_HEADINGS, ["H37-2", "Lạ lắm", "05/02/2026", "Trực tuyến"])
    assert [(error.sheet, error.row, error.column) for error in found.errors] == [("Hồ sơ", 4, "Tình trạng")]


# What stands between rows


BETWEEN = [
    ["I. Lĩnh vực Hộ tịch"],
    ["I", "Lĩnh vực Hộ tịch"],
    [None, "Lĩnh vực: Đất đai (5 hồ sơ)"],
    ["Tháng 01/2026"],
    ["Từ ngày 01/01/2026 đến ngày 31/01/2026"],
    ["Phòng Kinh tế", None, None, None, None, None, 12],
    ["Cộng lĩnh vực Hộ tịch: 5 hồ sơ"],
    ["Cộng trang 1", None, 5],
    ["Tổng: 5"],
    ["TỔNG CỘNG", 4, 2, 2],
    ["Lũy kế", None, 12],
    ["Trang 1/3"],
    ["Ghi chú: hồ sơ H37-0001 đã chuyển ngày 05/02/2026"],
    [None, "-", "-", "-"],
    ["Người lập biểu", None, None, "Thủ trưởng đơn vị"],
    ["(Ký, ghi rõ họ tên)", None, None, "(Ký, đóng dấu)"],
    [None, None, None, "Phường A, ngày 18 tháng 3 năm 2026"],
    ["Đang xử lý"],
]


@pytest.mark.parametrize("cells", BETWEEN, ids=lambda cells: next(filter(None, cells)))
def test_what_is_printed_between_rows_is_no_dossier(cells, stacked, right, headings):
    heads = ["STT", *headings]
    found = stacked(heads, [1, *right()], cells, [2, *right(code="H37-2")])
    assert codes(found) == ["H37-0001", "H37-2"] and not found.errors


MIGHT_BE = [
    [None, "H37-2"],
    [None, "H37 – 2"],
    [None, None, "05/02/2026"],
    [None, None, "2026-02-05"],
    [None, None, datetime(2026, 2, 5)],
    [6, None, 46063.625],
    [None, None, "46063"],
    [None, None, None, None, "06/02/2026 10:00"],
    [None, None, None, None, None, "Đang xử lý"],
    [None, None, "x", None, None, "Đã trả kết quả", "Trực tuyến"],
    [7, None, "x", "y", "z", "Lạ", "Trực tuyến"],
    [2, "HS moi", None, None, None, "Lạ"],
    [None, "HS moi", None, None, "x", None, "Thư"],
]


@pytest.mark.parametrize("cells", MIGHT_BE)
@pytest.mark.parametrize("above", [[], ["Cộng", None, 4], ["Người lập"]])
def test_what_might_be_a_dossier_is_told_even_below_a_total(cells, above, stacked, right, headings):
    found = stacked(["STT", *headings], [1, *right()], above, cells, [2, *right(code="H37-9")])
    assert rejected(found) == [4] and codes(found) == ["H37-0001", "H37-9"]


@pytest.mark.parametrize(
    "cells",
    [
        ["Nguyễn Văn A", None, None, "Trần Thị B"],
        [None, None, "Nguyễn Văn A", None, None, "Trần Thị B"],
        [None, None, 4, 2, 2],
        ["TỔNG CỘNG", 4, 2, 2],
    ],
)
def test_names_and_further_totals_below_a_total_are_no_dossiers(cells, stacked, right, headings):
    found = stacked(["STT", *headings], [1, *right()], ["Cộng", None, 4], cells)
    assert codes(found) == ["H37-0001"] and not found.errors


def test_a_cell_without_a_text_where_a_code_belongs_is_no_blank(headings, right, known):
    class Fault:
        """A cell that holds something nobody can read."""

        def __str__(self) -> str:
            return ""

    rows = [headings, right(), [Fault(), "", "", "", "", ""], ["", "", "", "", "", ""], right(code="H37-2")]
    found = read([Table("Hồ sơ", lambda: enumerate(rows, 1))], known)
    assert rejected(found) == [3] and codes(found) == ["H37-0001", "H37-2"]


def test_a_caption_gives_its_field_to_rows_that_tell_none(stacked, right, headings, known):
    heads = [*headings, "Lĩnh vực"]
    found = stacked(
        heads, [*right(code="1"), ""], ["I. Lĩnh vực: Hộ tịch (2 hồ sơ)"], [*right(code="2"), ""],
        [*right(code="3"), "Đất đai"], ["Trang 1/2"], [*right(code="4"), ""], ["Cộng lĩnh vực: 3"],
        [*right(code="5"), ""], ["CHỨNG THỰC"], [*right(code="6"), ""], ["Việc khác"], [*right(code="7"), ""],
        known=replace(known, fields={"ho tich", "dat dai", "chung thuc"}),
    )  # fmt: skip
    assert [row.field for row in found.rows] == ["", "Hộ tịch", "Đất đai", "Hộ tịch", "", "CHỨNG THỰC", ""]


def test_a_caption_gives_its_unit_and_the_outer_one_ends_the_inner_one(stacked, right, headings, known):
    found = stacked(
        headings, ["A. Phòng Kinh tế"], ["1. Lĩnh vực Đất đai"], right(code="1"), ["2. Lĩnh vực Xây dựng"],
        right(code="2"), ["B. Đơn vị xử lý: Phòng Văn hóa - Xã hội"], right(code="3"), ["1. Lĩnh vực Hộ tịch"],
        ["Tháng 2"], right(code="4"), known=replace(known, units={"phong kinh te"}),
    )  # fmt: skip
    assert [(row.unit, row.field) for row in found.rows] == [
        ("Phòng Kinh tế", "Đất đai"),
        ("Phòng Kinh tế", "Xây dựng"),
        ("Phòng Văn hóa - Xã hội", ""),
        ("Phòng Văn hóa - Xã hội", "Hộ tịch"),
    ]


# Dossiers dealt into random sheets and lists


COLUMNS = {"code": "Mã hồ sơ", "received": "Ngày tiếp nhận", "status": "Trạng thái", "due": "Ngày hẹn trả"}
FURNITURE = [[], ["I. Lĩnh vực Hộ tịch"], ["Cộng", None, 3], ["Trang 2/5"], ["Người lập biểu", None, "Thủ trưởng"]]


@st.composite
def workbooks(draw) -> tuple[dict[str, list[list[object]]], dict[str, tuple[str, date, date | None]]]:
    """Sheets of lists, the columns of each in an order of its own; and of each code its sheet, receipt and due day."""
    sheets, told = {}, {}
    for name in draw(st.lists(st.sampled_from("ABCD"), min_size=1, unique=True)):
        rows: list[list[object]] = draw(st.sampled_from([[], [["DANH SÁCH"], []], [["x"]] * 45]))[:]
        for _ in range(draw(st.integers(1, 3))):
            order = draw(st.permutations(draw(st.sampled_from([list(COLUMNS), list(COLUMNS)[:3]]))))
            header: list[object] = [COLUMNS[column] for column in order]
            rows.append(header)
            for kind in draw(st.lists(st.sampled_from(["dossier", "dossier", "furniture", "header"]), max_size=5)):
                if kind == "dossier":
                    code, received = f"H37-{len(told) + 1}", date(2026, 1, draw(st.integers(1, 28)))
                    values = {"code": code, "received": received, "status": "Đang xử lý", "due": date(2026, 2, 1)}
                    rows.append([values[column] for column in order])
                    told[code] = (name, received, values["due"] if "due" in order else None)
                else:
                    rows.append(header if kind == "header" else draw(st.sampled_from(FURNITURE)))
        sheets[name] = rows
    return sheets, told


@settings(deadline=None, max_examples=60)
@given(workbooks())
def test_dossiers_in_any_sheets_and_lists_are_read_or_their_sheet_is_named(book, known, made):
    sheets, told = made
    everything = {SHEETS: ReadingChoice(ALL, "")}
    for choices in ({}, everything):
        remembered = Remembered(choices=choices, absent=frozenset({ExportColumn.DUE_AT, ExportColumn.FINISHED_AT}))
        found = read_file(book(sheets), "20260320.xlsx", replace(known, remembered=remembered))
        read = {
            row.code: (row.sheet, day_of(row.received_at), day_of(row.due_at) if row.due_at else None)
            for row in found.rows
        }
        assert not found.errors and not found.undecided and read.items() <= told.items()
        missing = {sheet for code, (sheet, *_) in told.items() if code not in read}
        assert missing <= {part.sheet for part in found.unread}
        assert read == told or choices is not everything
