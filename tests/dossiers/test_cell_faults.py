"""Cells that show an error, and formulas nobody calculated: named where they are read, no hindrance where not."""

import io
import zipfile

import openpyxl
import pytest

from intranet.dossiers.importing import read_file as read_dossiers
from intranet.kernel.tables import filling, limits
from intranet.kernel.tables.cells import FORMULA_ERROR, NO_VALUE, TOO_NARROW, CellFault, text_of
from intranet.kernel.tables.reading import tables
from intranet.kernel.workflow import Refused
from intranet.procedures.catalogue_reading import read_file as read_catalogue

UNCALCULATED = CellFault()


def saved(*sheets: list[list], change: tuple[str, str] = ("", "")) -> bytes:
    """As openpyxl writes it, which calculates nothing; then with something replaced in the sheets' text."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Trang {number} & <x>")
        for row in rows:
            sheet.append(row)
    first, second = io.BytesIO(), io.BytesIO()
    book.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            if part.startswith("xl/worksheets/sheet"):
                text = text.replace(*(it.encode() for it in change)) if change[0] else text
            new.writestr(part, text)
    return second.getvalue()


def rows(data: bytes, name: str = "a.xlsx", sheet: int = 0) -> list[list]:
    return [cells for _, cells in tables(data, name)[sheet].rows()]


def test_a_fault_says_what_to_do_and_is_no_text():
    assert UNCALCULATED.message == NO_VALUE
    assert CellFault("#REF!").message == FORMULA_ERROR.format(shown="#REF!")
    assert CellFault("####").message == TOO_NARROW.format(shown="####")
    assert text_of(CellFault("#REF!")) == text_of(UNCALCULATED) == ""
    assert len({CellFault("#REF!"), CellFault("#REF!"), UNCALCULATED}) == 2


def test_cells_that_show_an_error_are_faults(xlsx):
    data = xlsx([["a", "b"], ["c", "d"]], formulas={"B3": "#N/A", "A5": "#DIV/0!"})
    expected = [["a", "b"], ["c", "d"], ["", CellFault("#N/A")], ["", ""], [CellFault("#DIV/0!")]]
    assert [row[: len(it)] for row, it in zip(rows(data), expected, strict=True)] == expected


def test_formulas_without_a_value_are_faults_to_the_left_to_the_right_and_below():
    found = rows(saved([[None, "=B1", "b", None], [None, None, "c", "=1+1"], [], [None, "=1"]]))
    assert found == [["", UNCALCULATED, "b"], ["", "", "c", UNCALCULATED], [], ["", UNCALCULATED]]


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("<f>1+1</f><v></v>", True),
        ("<f>1+1</f><v/>", True),
        ("<f>1+1</f>", True),
        ('<f t="shared" si="0"/>', True),
        ('<f t="shared" ref="A1:A2" si="0">B1&amp;"x"</f><v />', True),
        ("<f>1+1</f><v>0</v>", False),
        ('<f t="shared" si="0"/><v>5</v>', False),
        ("<v>5</v>", False),
    ],
)
def test_only_a_formula_without_a_value_is_a_fault(formula, fault):
    found = rows(saved([["a", "=1+1"], ["c", 2]], change=("<f>1+1</f><v></v>", formula)))
    assert (found[0][1:] == [UNCALCULATED]) is fault
    assert found[1] == ["c", 2]


def test_a_formula_whose_value_is_an_empty_text_is_empty():
    change = ('<c r="B1"><f>1+1</f><v></v>', '<c r="B1" t="str"><f>1+1</f><v></v>')
    assert rows(saved([["a", "=1+1"]], change=change))[0] == ["a", ""]


def test_a_sheet_of_formulas_alone_is_not_taken_for_an_empty_one():
    assert rows(saved([["=B1", "=C1"]])) == [[UNCALCULATED, UNCALCULATED]]


def test_faults_of_another_sheet_are_its_own():
    data = saved([["=A1"]], [["x", "y"]], [["a"], ["b", "=C2"]])
    assert [rows(data, sheet=number) for number in range(3)] == [
        [[UNCALCULATED]],
        [["x", "y"]],
        [["a"], ["b", UNCALCULATED]],
    ]


def test_a_fault_is_seen_wherever_the_text_is_cut(monkeypatch):
    data = saved([["a", "=SUM(C1:D1)"]])
    for length in range(200, 700, 7):
        monkeypatch.setattr(limits, "CHUNK", length)
        assert rows(data) == [["a", UNCALCULATED]]


def test_a_sheet_with_prefixed_tags_is_looked_through():
    data = saved([["a", "=1+1"]], change=("<worksheet xmlns=", "<x:worksheet xmlns:x="))
    text = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b"<x:worksheet" in text
    prefixed = saved([["a", "=1+1"]])
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(prefixed)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part.startswith("xl/worksheets/sheet"):
                content = content.replace(b"xmlns=", b"xmlns:x=").replace(b"</", b"</x:").replace(b"<", b"<x:")
                content = content.replace(b"<x:/x:", b"</x:").replace(b"<x:?", b"<?")
            new.writestr(part, content)
    assert rows(file.getvalue()) == [["a", UNCALCULATED]]


def test_too_many_faults_are_refused(monkeypatch):
    monkeypatch.setattr(filling, "MOST_FAULTS", 3)
    with pytest.raises(Refused, match=filling.TOO_MANY):
        tables(saved([["=1", "=2", "=3", "=4"]]), "a.xlsx")


FAILED = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p></table:table-cell>'
)
UNVALUED = '<table:table-cell table:formula="of:=[.A1]"/>'
VALUED = '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
PLAIN = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'


def test_faults_of_an_ods_file_stand_in_their_cells(ods_of_lines):
    lines = (
        f"<table:table-row>{PLAIN}{FAILED}{VALUED}{UNVALUED}</table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f'<table:table-row><table:table-cell table:number-columns-repeated="2"/>{PLAIN}{UNVALUED}</table:table-row>'
    )
    found = rows(ods_of_lines(lines), "a.ods")
    assert found[0] == ["a", CellFault("#DIV/0!"), 2, UNCALCULATED]
    assert found[3] == ["", "", "a", UNCALCULATED]


def test_a_dossier_whose_decisive_cell_is_a_fault_is_refused_with_what_to_do(headings, right, known):
    for column, heading in enumerate(headings[:5]):
        row = right(code="H37-0002")
        row[column] = "=Z1"
        found = read_dossiers(saved([headings, right(), row]), "a.xlsx", known)
        assert [it.code for it in found.rows] == ["H37-0001"]
        assert [(error.row, error.column, error.message) for error in found.errors] == [(3, heading, NO_VALUE)]


def test_a_faulty_sheet_that_is_no_list_hinders_nobody(headings, right, known):
    found = read_dossiers(saved([["=A1", "=B1"]], [headings, right()]), "a.xlsx", known)
    assert (len(found.rows), found.errors) == (1, ())


CATALOGUE = ["Mã TTHC", "Tên TTHC", "Lĩnh vực", "Cơ chế", "Mức độ trực tuyến", "Hiệu lực từ"]
PROCEDURE = ["1.001193", "Đăng ký khai sinh", "Hộ tịch", "Một cửa", "Toàn trình", "01/07/2025"]


def test_a_faulty_cell_of_a_catalogue_is_an_error_that_names_it():
    for column, heading in enumerate(CATALOGUE):
        row = list(PROCEDURE)
        row[column] = "=Z1"
        found = read_catalogue(saved([CATALOGUE, row]), "a.xlsx")
        assert [(error.row, error.column, error.message) for error in found.errors] == [(2, heading, NO_VALUE)]
        assert found.rows == ()


def test_a_row_of_faults_alone_is_no_blank_row_of_a_catalogue():
    found = read_catalogue(saved([CATALOGUE, PROCEDURE, ["=Z1"] * 6]), "a.xlsx")
    assert {error.row for error in found.errors} == {3}


def test_an_error_of_a_catalogue_shows_what_the_cell_shows(xlsx):
    row = [PROCEDURE[0], None, *PROCEDURE[2:]]
    errors = read_catalogue(xlsx([CATALOGUE, row], formulas={"B2": "#REF!"}), "a.xlsx").errors
    assert [(error.column, error.value) for error in errors] == [("Tên TTHC", "#REF!")]
