"""Which files are tables, how their rows are numbered, and what is said of a file that is none."""

import io
import zipfile

import openpyxl
import pytest

from intranet.kernel.tables import delimited, limits, reading
from intranet.kernel.tables.reading import tables
from intranet.kernel.workflow import Refused

ROWS = [["Mã hồ sơ", "Trạng thái"], ["H37-1", "Đang xử lý"]]
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def rows_of(data: bytes, name: str) -> list[tuple[int, list]]:
    return list(tables(data, name)[0].rows())


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(Refused) as refused:
        for table in tables(data, name):
            list(table.rows())
    return str(refused.value)


def with_sheet(data: bytes, change: tuple[str, str]) -> bytes:
    """A workbook with something replaced in the text of its first sheet."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                assert change[0].encode() in text
                text = text.replace(change[0].encode(), change[1].encode(), 1)
            new.writestr(part, text)
    return file.getvalue()


def test_rows_are_numbered_as_excel_shows_them(xlsx, ods, text_file):
    rows = [[], [None, "x"], [], *ROWS]
    assert rows_of(xlsx(rows), "a.xlsx")[-1] == (5, ROWS[1])
    assert rows_of(ods([[None], [None, "x"], [None], *ROWS]), "a.ods")[-1] == (5, ROWS[1])
    assert rows_of(text_file(rows), "a.csv")[-1] == (5, ROWS[1])


def test_columns_are_counted_from_the_first_one_even_where_it_is_empty(xlsx, ods):
    rows = [[None, None, "x"], [None, None, None, "y"]]
    expected = [(1, ["", "", "x", ""]), (2, ["", "", "", "y"])]
    assert rows_of(xlsx(rows), "a.xlsx") == rows_of(ods(rows), "a.ods") == expected


def test_a_line_break_inside_quotes_makes_no_row(text_file):
    rows = [["Mã hồ sơ", "Tên"], ["H37-1", "hai\ndòng"], ["H37-2", "một"]]
    assert [number for number, _ in rows_of(text_file(rows, ","), "a.csv")] == [1, 2, 3]


def test_rows_can_be_read_again(xlsx, text_file):
    for data, name in ((xlsx(ROWS), "a.xlsx"), (text_file(ROWS), "a.csv")):
        table = tables(data, name)[0]
        assert list(table.rows()) == list(table.rows()) == [(1, ROWS[0]), (2, ROWS[1])]


@pytest.mark.parametrize("separator", [";", ","])
def test_the_separator_is_found_under_titles_that_hold_the_other_one(separator, text_file):
    rows = [["Phòng Kinh tế, Hạ tầng; Đô thị"], ["a", "b, c", "d; e"], ["1", "2", "3"]]
    assert rows_of(text_file(rows, separator), "a.csv")[1][1] == rows[1]


def test_a_line_that_names_the_separator_is_no_row():
    assert rows_of(b"sep=,\r\na;b,c\r\n", "a.csv") == [(1, ["a;b", "c"])]


def test_a_number_kept_as_text_is_that_text():
    assert rows_of(b'="0012",5\r\n', "a.csv") == [(1, ["0012", "5"])]


def test_hidden_and_empty_sheets_are_not_read():
    book = openpyxl.Workbook()
    book.active.title = "Trống"
    for name in ("Ẩn", "Hồ sơ"):
        book.create_sheet(name).append(["x"])
    book["Ẩn"].sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    assert [table.name for table in tables(file.getvalue(), "a.xlsx")] == ["Hồ sơ"]


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.xlsm", "a", "xlsx"])
def test_another_kind_of_file_is_refused(name, xlsx):
    assert refusal(xlsx(ROWS), name) == reading.WRONG_ENDING


def test_capital_letters_in_the_ending_do_not_matter(xlsx):
    assert rows_of(xlsx(ROWS), "HO SO.XLSX")


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.csv", reading.EMPTY),
        (b" \r\n\r\n", "a.csv", reading.EMPTY),
        (b"", "a.xlsx", reading.EMPTY),
        (b"not a workbook", "a.xlsx", limits.DAMAGED),
        (b"PK\x03\x04 and no more", "a.xlsx", limits.DAMAGED),
        (COMPOUND, "a.xls", limits.DAMAGED),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", reading.LOCKED),
        (b"\xef\xbb\xbf\r\n<html><p>Phi\xc3\xaan l\xc3\xa0m vi\xe1\xbb\x87c</p></html>", "a.xls", reading.WEB_PAGE),
        (b'a,b\r\n"H37,c\r\nd,e\r\n', "a.csv", delimited.BROKEN.format(row=2)),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(data, name, message):
    assert refusal(data, name) == message


def test_an_empty_workbook_is_refused(xlsx):
    assert refusal(xlsx([]), "a.xlsx") == reading.EMPTY


def test_a_zip_of_something_else_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("word/document.xml", "<x/>")
    assert refusal(file.getvalue(), "a.xlsx") == limits.DAMAGED


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    assert refusal(b"H37-1;05/02/2026", "a.csv") == limits.TOO_LARGE


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch, xlsx):
    data = xlsx(ROWS)
    monkeypatch.setattr(limits, "LARGEST_INSIDE", 1000)
    assert refusal(data, "a.xlsx") == limits.TOO_LARGE


@pytest.mark.parametrize(("place", "message"), [("XFD2", limits.TOO_WIDE), ("A1048576", limits.TOO_LONG)])
def test_one_cell_far_away_is_refused_before_it_fills_the_memory(place, message, xlsx):
    far = with_sheet(xlsx(ROWS), ('<c r="A2"', f'<c r="{place}"'))
    assert refusal(far, "a.xlsx") == message


def test_a_far_cell_is_seen_wherever_the_text_is_cut(monkeypatch, xlsx):
    far = with_sheet(xlsx(ROWS), ('<c r="A2"', '<c r="XFD2"'))
    for length in range(40, 60):
        monkeypatch.setattr(limits, "CHUNK", length)
        assert refusal(far, "a.xlsx") == limits.TOO_WIDE
        assert len(rows_of(xlsx(ROWS), "a.xlsx")) == 2


def test_a_part_that_is_one_endless_text_is_refused(monkeypatch, xlsx):
    monkeypatch.setattr(limits, "CHUNK", 10)
    monkeypatch.setattr(limits, "LONGEST_TEXT", 5000)
    assert refusal(with_sheet(xlsx(ROWS), ("<sheetData>", "<sheetData>" + "x" * 6000)), "a.xlsx") == limits.DAMAGED


def test_a_style_far_away_is_no_content(xlsx):
    styled = with_sheet(xlsx(ROWS), ("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'))
    assert len(rows_of(styled, "a.xlsx")) == 2


@pytest.mark.parametrize(("rows", "columns", "message"), [(900_000, 2, limits.TOO_LONG), (1, 16_000, limits.TOO_WIDE)])
def test_one_tag_that_stands_for_a_million_cells_is_refused(rows, columns, message, ods_of_lines):
    cell = f'<table:table-cell office:value-type="float" table:number-columns-repeated="{columns}" office:value="1"/>'
    line = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    assert refusal(ods_of_lines(line), "a.ods") == message


def test_the_empty_rest_of_a_sheet_is_no_content_of_the_next(ods_of_lines):
    line = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    found = tables(ods_of_lines(f'{line}{rest}</table:table><table:table table:name="b">{line}{line}{rest}'), "a.ods")
    assert [len(list(table.rows())) for table in found] == [1, 2]


def test_a_csv_file_with_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr(delimited, "MOST_ROWS", 2)
    assert refusal(b"a\r\nb\r\nc\r\n", "a.csv") == limits.TOO_LONG
