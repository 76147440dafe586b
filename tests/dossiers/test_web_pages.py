"""Web pages and XML named .xls: their tables as a spreadsheet shows them."""

from datetime import datetime, time

import pytest

from intranet.kernel.tables import limits, reading, web_pages
from intranet.kernel.tables.cells import CellFault, text_of
from intranet.kernel.tables.reading import tables
from intranet.kernel.workflow import Refused

LINE = "<tr><td>H37-1<td>Đang xử lý<td>Trực tuyến</tr>"


def rows(html: str | bytes, name: str = "a.xls") -> list[list]:
    data = html if isinstance(html, bytes) else html.encode()
    return [cells for _, cells in tables(data, name)[0].rows()]


def refusal(html: str | bytes, name: str = "a.xls") -> str:
    with pytest.raises(Refused) as refused:
        rows(html, name)
    return str(refused.value)


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.html", "a.htm", "a.csv"])
def test_a_page_is_read_whatever_its_name(name):
    assert rows(f"<table>{LINE}</table>", name) == [["H37-1", "Đang xử lý", "Trực tuyến"]]


def test_what_formats_a_text_is_no_part_of_it():
    cells = (
        "<td><b>Đã <font color=red>trả</font></b> kết&nbsp;quả</td><td>a<br>b<p>c</p></td>"
        "<td>&lt;x&gt; &amp; &#7891;&#x1EA1;</td><td>&nbsp;</td><td style='mso-number-format:\"\\@\"'>0012</td>"
        '<td>="0013"</td><td>\r\n   05/02/2026\r\n   08:15 </td><td>#REF!</td>'
    )
    assert rows(f"<style>td {{color: red}}</style><table><thead><tr>{cells}</tr></thead></table>") == [
        ["Đã trả kết quả", "a b c", "<x> & ồạ", "", "0012", "0013", "05/02/2026 08:15", CellFault("#REF!")]
    ]


def test_merged_cells_are_filled_down_and_never_across():
    page = (
        "<table><tr><td rowspan=3>Hộ tịch<td colspan=2>a<td rowspan='2' colspan='2'>b<td>c</tr>"
        "<tr><td>d<td>e<td>f</tr><tr><td>g<td>h<td>i<td>k</tr><tr><td>l</tr></table>"
    )
    assert rows(page) == [
        ["Hộ tịch", "a", "", "b", "", "c"],
        ["Hộ tịch", "d", "e", "b", "", "f"],
        ["Hộ tịch", "g", "h", "i", "k"],
        ["l"],
    ]


def test_a_span_that_goes_beyond_the_table_ends_with_it():
    assert rows("<table><tr><td rowspan=999999 colspan=999999>x</tr><tr></tr></table>") == [["x"], ["x"]]


def test_an_empty_row_is_counted():
    page = f"<table><tr><td>Danh sách</td></tr><tr></tr>{LINE}</table>"
    assert [number for number, cells in tables(page.encode(), "a.xls")[0].rows() if cells][-1] == 3


def test_titles_above_a_list_are_its_first_rows():
    page = (
        "<title>x</title><h3>DANH SÁCH HỒ SƠ</h3><table><tr><td>Ngày kết xuất:<td>18/03/2026</table>"
        f"<p>Đơn vị: UBND</p><table>{LINE}</table><p>Người lập</p>"
    )
    assert rows(page)[:3] == [["DANH SÁCH HỒ SƠ"], ["Ngày kết xuất:", "18/03/2026"], ["Đơn vị: UBND"]]
    assert len(tables(page.encode(), "a.xls")) == 1


def test_a_list_inside_a_table_that_lays_out_the_page_keeps_its_title():
    page = f"<table><tr><td><h1>Danh sách</h1></td></tr><tr><td>ngày 5<table>{LINE}</table></td></tr></table>"
    assert rows(page) == [["Danh sách"], ["ngày 5"], ["H37-1", "Đang xử lý", "Trực tuyến"]]


def test_a_table_inside_a_cell_is_the_text_of_the_cell():
    inner = "<table><tr><td>Trực</td></tr><tr><td>tuyến</td></tr></table>"
    assert rows(f"<table><tr><td>a<td>b<td>{inner}<td>c</table>") == [["a", "b", "Trực tuyến", "c"]]


def test_every_list_of_a_page_is_a_table_with_a_name_of_its_own():
    found = tables(f"<table>{LINE}</table><table>{LINE}{LINE}</table><table><tr><td>x</table>".encode(), "a.xls")
    assert [(table.name, len(list(table.rows()))) for table in found] == [("Bảng 1", 1), ("Bảng 2", 2), ("Bảng 3", 1)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_page_is_read_in_each_encoding(encoding):
    assert rows(f"<html><meta charset=utf-8><table>{LINE}</table></html>".encode(encoding))[0][1] == "Đang xử lý"


def test_the_charset_a_page_tells_is_believed_where_its_bytes_are_not_utf_8():
    vietnamese = b"<meta charset='windows-1258'><table><tr><td>a<td>b<td>M\xe3" + b"\xec</table>"
    assert rows(vietnamese)[0][2] == "Mắ"
    western = b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><table><tr><td>M\xe3<td>b<td>c"
    assert rows(western + b"</table>")[0][0] == "Mã"
    assert rows("<meta charset=windows-1252><table><tr><td>Mã<td>b<td>c</table>")[0][0] == "Mã"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><h1>500</h1><p>Lỗi hệ thống</p></body></html>",
        "<form><table><tr><td>Tên<td><input name=u><td>x<tr><td>Mật khẩu<td><input type=Password><td>y</table></form>",
        "<html><table></table><table><tr><td>&nbsp;</td></tr></table></html>",
        "<!doctype html><script>'<table><tr><td>a<td>b<td>c</table>'</script>",
        "<data><row>x</row></data>",
    ],
)
def test_a_page_without_a_table_is_refused(page):
    assert refusal(page) == reading.WEB_PAGE


@pytest.mark.parametrize("end", ["", "<tr><td>H37-2", "<tr><td", "</tr><!-- ", "<script>"])
def test_a_page_that_breaks_off_is_refused(end):
    assert refusal(f"<html><table>{LINE}{end}") == web_pages.CUT


def test_a_sloppy_page_is_whole_where_it_ends_as_a_page():
    assert rows(f"<table>{LINE}</body></html>") == [["H37-1", "Đang xử lý", "Trực tuyến"]]


def test_deep_and_unclosed_tags_lose_no_row():
    line = "<tr><td><b><div><font>a<td><i>b<td><span>c"
    assert rows("<table>" + line * 3000 + "</table>") == [["a", "b", "c"]] * 3000
    assert rows("<div>" * 3000 + f"<table>{LINE}</table>") == [["H37-1", "Đang xử lý", "Trực tuyến"]]


def test_limits_hold_for_pages(monkeypatch):
    assert refusal("<table><tr>" + "<td>x" * 101 + "</table>") == limits.TOO_WIDE
    assert rows("<table><tr><td>a<td>b<td>c" + "<td>" * 500 + "</table>") == [["a", "b", "c"]]
    monkeypatch.setattr(web_pages, "MOST_ROWS", 2)
    assert refusal("<table>" + LINE * 3 + "</table>") == limits.TOO_LONG


NAMES = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'


def book(
    lines: str, before: str = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', after: str = ""
) -> str:
    sheet = f'<Worksheet ss:Name="Hồ sơ"><Table><Column/>{lines}</Table>{after}</Worksheet>'
    return f"{before}<Workbook {NAMES}><Styles/>{sheet}</Workbook>"


def cell(text: str, kind: str = "String", more: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_cells_of_an_xml_spreadsheet_are_what_their_type_says():
    line = (
        cell("0012") + cell("5", "Number") + cell("2026-02-05T08:15:00.000", "DateTime") + cell("1", "Boolean")
        + cell("#REF!", "Error") + cell("1899-12-31T08:15:00.000", "DateTime") + cell("x", "Number")
    )  # fmt: skip
    rest = '<Cell ss:Formula="=A1"/><Cell/><Cell ss:Formula="=A1"><Data ss:Type="Number">7</Data></Cell>'
    assert rows(book(f"<Row>{rest}{cell('a &amp; <B>b</B>')}</Row>")) == [[CellFault(), "", 7.0, "a & b"]]
    assert rows(book(f"<Row>{line}</Row>")) == [
        ["0012", 5.0, datetime(2026, 2, 5, 8, 15), True, CellFault("#REF!"), time(8, 15), "x"],
    ]


def test_places_of_an_xml_spreadsheet_are_kept():
    merged = cell("a", more='ss:Index="2" ss:MergeDown="2" ss:MergeAcross="1"') + cell("b")
    lines = f'<Row ss:Index="3">{merged}</Row><Row ss:Span="1"/><Row>{cell("c")}</Row>'
    assert rows(book(lines)) == [[], [], ["", "a", "", "b"], ["", "a"], ["", "a"], ["c"]]
    below = f'<Row ss:Index="3">{merged}</Row><Row>{cell("c")}</Row><Row ss:Index="6">{cell("d")}</Row>'
    assert rows(book(below))[2:] == [["", "a", "", "b"], ["c", "a"], ["", "a"], ["d"]]


def test_hidden_sheets_and_remarks_of_an_xml_spreadsheet_are_not_read():
    remark = '<Row><Cell><Data ss:Type="String">a</Data><Comment><ss:Data>remark</ss:Data></Comment></Cell></Row>'
    assert rows(book(remark)) == [["a"]]
    hidden = (
        '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible>'
        "</WorksheetOptions>"
    )
    assert refusal(book(remark, after=hidden)) == reading.EMPTY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_an_xml_spreadsheet_is_read_in_each_encoding(encoding):
    data = book(f"<Row>{cell('Đã trả')}</Row>", f'<?xml version="1.0" encoding="{encoding}"?>').encode(encoding)
    assert rows(data, "a.xml") == [["Đã trả"]]


@pytest.mark.parametrize(
    "data",
    [
        book(f"<Row>{cell('x')}</Row>")[:-20],
        book("", '<!DOCTYPE Workbook [<!ENTITY a "b">]>'),
        book(f"<Row>{cell('&a;')}</Row>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        book(f"<Row>{cell('&a;')}</Row>"),
        book(f'<Row ss:Index="x">{cell("a")}</Row>'),
    ],
)
def test_broken_xml_and_what_defines_anything_is_refused(data):
    assert refusal(data) == limits.DAMAGED


def test_limits_hold_for_xml():
    assert refusal(book(f'<Row ss:Index="300000">{cell("a")}</Row>')) == limits.TOO_LONG
    far = cell("a", more='ss:Index="101"')
    assert refusal(book(f"<Row>{far}</Row>")) == limits.TOO_WIDE
    assert rows(book(f'<Row>{cell("a")}</Row><Row ss:Index="900000"><Cell ss:Index="900"/></Row>')) == [["a"]]


def test_a_page_of_nothing_but_white_letters_is_empty():
    assert text_of(rows(f"<table>{LINE}<tr><td>\u200b\u200f<td>a<td>b</table>")[1][0]) == ""
