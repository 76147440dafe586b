"""What Excel gets: real days and numbers, and text that stays text."""

from datetime import UTC, date, datetime

import openpyxl
import pytest

from intranet.kernel.labels import Labelled
from intranet.kernel.spreadsheet import LONGEST_TEXT, FileColumn, spreadsheet


class Colour(Labelled):
    RED = "red", "Đỏ"


def written(*values):
    """The cells of one column, below its head, as Excel reads them."""
    with spreadsheet("Sổ thử", [FileColumn("Cột", lambda value: value)], values) as file:
        return [row[0] for row in openpyxl.load_workbook(file).active.iter_rows(min_row=2)]


@pytest.mark.parametrize(
    "text",
    ["=1+1", '=HYPERLINK("http://x")', "{=SUM(A1)}", "+84", "-1", "@SUM(A1)", "http://x.vn", "mailto:a@b", "007"],
)
def test_text_is_never_a_formula_a_link_or_a_number(text):
    (cell,) = written(text)
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


def test_days_moments_numbers_and_labels_are_what_they_are():
    day, moment, number, label, yes = written(
        date(2026, 2, 5), datetime(2026, 2, 5, 17, 30, tzinfo=UTC), 1568, Colour.RED, True
    )
    assert (day.is_date, day.value, day.number_format) == (True, datetime(2026, 2, 5), "dd/mm/yyyy")
    assert (moment.is_date, moment.value) == (True, datetime(2026, 2, 6, 0, 30)), "a moment is told in Vietnam's time"
    assert (number.data_type, number.value) == ("n", 1568)
    assert (label.value, yes.value) == ("Đỏ", "có")


def test_nothing_leaves_the_cell_empty_and_text_that_is_too_long_is_cut():
    nothing, empty, long = written(None, "", "ắ" * (LONGEST_TEXT + 5))
    assert (nothing.value, empty.value) == (None, None)
    assert long.value == "ắ" * LONGEST_TEXT


def test_the_head_is_bold_stays_in_view_and_filters_all_rows():
    cells = [FileColumn("Tên", lambda row: row, 40), FileColumn("Số", lambda row: 1)]
    with spreadsheet("Một tên trang dài hơn ba mươi mốt chữ", cells, ["a", "b"]) as file:
        sheet = openpyxl.load_workbook(file).active
    assert sheet.title == "Một tên trang dài hơn ba mươi m"
    assert [cell.value for cell in sheet[1]] == ["Tên", "Số"] and sheet["A1"].font.bold
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["B"].width


def test_a_file_without_rows_still_has_its_head():
    with spreadsheet("Trống", [FileColumn("Tên", str)], []) as file:
        assert [cell.value for cell in openpyxl.load_workbook(file).active[1]] == ["Tên"]
