"""A value merged over several rows stands in each of them, and only in its first column."""

import io

import openpyxl
import pytest

from intranet.kernel.tables.reading import tables
from intranet.procedures.catalogue_reading import read_file

ROWS = [["Lĩnh vực", "Mã", "Tên"], ["Hộ tịch", 1, "a"], [None, 2, "b"], [None, 3, None], ["Đất đai", 4, "c"]]


def merged(rows: list[list], *places: str, left: int = 0, top: int = 0) -> bytes:
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            book.active.cell(number + top, column + left, value)
    for place in places:
        book.active.merge_cells(place)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rows_of(data: bytes, name: str = "a.xlsx") -> list[list]:
    return [cells for _, cells in tables(data, name)[0].rows()]


@pytest.mark.parametrize(("places", "left", "top"), [(("A2:A4", "C3:C4"), 0, 0), (("C5:C7", "E6:E7"), 2, 3)])
def test_merged_cells_of_a_workbook_are_filled_down(places, left, top):
    found = [row[left:] for row in rows_of(merged(ROWS, *places, left=left, top=top))[top:]]
    assert found == [ROWS[0], ["Hộ tịch", 1, "a"], ["Hộ tịch", 2, "b"], ["Hộ tịch", 3, "b"], ["Đất đai", 4, "c"]]


def test_cells_merged_across_leave_blanks():
    found = rows_of(merged([["Tiêu đề", None, None], [None, None, "x"], ["a", "b", "c"]], "A1:B2"))
    assert found == [["Tiêu đề", "", ""], ["Tiêu đề", "", "x"], ["a", "b", "c"]]


def test_a_merged_fault_is_filled_down_too():
    found = rows_of(merged([["=Z1", "a"], [None, "b"]], "A1:A2"))
    assert found[0][0] == found[1][0] != ""


def test_rows_that_are_filled_can_be_read_again():
    table = tables(merged(ROWS, "A2:A4"), "a.xlsx")[0]
    assert list(table.rows()) == list(table.rows())


def test_merged_cells_of_an_ods_file_are_filled_down(ods_of_lines):
    text = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    lines = (
        f"<table:table-row>{text.format('', 'x')}{text.format('', 'y')}{text.format('', 'z')}</table:table-row>"
        "<table:table-row>"
        + text.format(' table:number-rows-spanned="2" table:number-columns-spanned="2"', "Hộ tịch")
        + f"<table:covered-table-cell/>{text.format('', 'a')}</table:table-row>"
        f"<table:table-row>{covered}{text.format('', 'b')}</table:table-row>"
    )
    assert rows_of(ods_of_lines(lines), "a.ods")[1:] == [["Hộ tịch", "", "a"], ["Hộ tịch", "", "b"]]


def test_a_field_merged_over_its_procedures_is_the_field_of_each():
    heads = ["Lĩnh vực", "Mã TTHC", "Tên TTHC", "Cơ chế", "Mức độ trực tuyến", "Hiệu lực từ"]
    lines = [
        [field, f"1.00010{at}", f"Tên {at}", "Một cửa", "Toàn trình", "01/07/2025"]
        for at, field in enumerate(["Hộ tịch", None])
    ]
    found = read_file(merged([heads, *lines], "A2:A3"), "a.xlsx")
    assert [row.values["field_name"] for row in found.rows] == ["Hộ tịch", "Hộ tịch"]
