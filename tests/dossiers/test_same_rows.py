"""The same rows, written in every kind of file, are read back as the same texts."""

import unicodedata
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intranet.dossiers.importing import read_file
from intranet.kernel.tables.cells import text_of
from intranet.kernel.tables.reading import tables

TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
HEADINGS = ["Mã hồ sơ", "Trạng thái", "Lĩnh vực", "Người nộp"]
TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
LETTERS = f"abcdehiknoprstuvxyABCĐđĂăÂâÊêÔôƠơƯư{TONED}0123456789 .,;|-/()&<>%"
WORD = st.text(LETTERS, min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(len)
TEXTS = st.lists(st.tuples(WORD, WORD, st.just("") | WORD, st.just("") | WORD).map(list), min_size=1, max_size=6)

SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"


def to_1258(text: str) -> bytes:
    return "".join(apart(letter) for letter in text).encode("cp1258")


def apart(letter: str) -> str:
    """A letter with its tone behind it."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(part for part in parts if part in TONES)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES)) + tone


ENCODINGS = {
    "utf-8": str.encode,
    "utf-8-sig": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "windows-1258": to_1258,
}


def to_html(rows: list[list[str]]) -> str:
    lines = ("".join(f"<td>{escape(text) or '&nbsp;'}</td>" for text in row) for row in rows)
    return f"<html><body><table border=1>{''.join(f'<tr>{line}</tr>' for line in lines)}</table></body></html>"


def to_xml(rows: list[list[str]]) -> str:
    lines = ("".join(xml_cell(text) for text in row) for row in rows)
    table = f"<Table>{''.join(f'<Row>{line}</Row>' for line in lines)}</Table>"
    names = f'xmlns="{SPREADSHEET}" xmlns:ss="{SPREADSHEET}"'
    return f'<?xml version="1.0"?><Workbook {names}><Worksheet ss:Name="a">{table}</Worksheet></Workbook>'


def xml_cell(text: str) -> str:
    return f'<Cell><Data ss:Type="String">{escape(text)}</Data></Cell>' if text else "<Cell/>"


def read_back(data: bytes, name: str) -> list[list[str]]:
    [table] = tables(data, name)
    return [trimmed([text_of(cell) for cell in cells]) for _, cells in table.rows()]


def trimmed(row: list[str]) -> list[str]:
    """Without the blank cells at its end, which some kinds of file do not tell."""
    return row[: max((at for at, text in enumerate(row, 1) if text), default=0)]


@pytest.mark.parametrize("encoding", ENCODINGS)
@settings(max_examples=25, deadline=None)
@given(rows=TEXTS, separator=st.sampled_from(";,\t|"))
def test_rows_of_text_files_come_back(encoding, rows, separator, text_file):
    rows = [HEADINGS, *rows]
    text = text_file(rows, separator, bom=False).decode()
    assert read_back(ENCODINGS[encoding](text), "a.csv") == [trimmed(row) for row in rows]


@pytest.mark.parametrize("encoding", ENCODINGS)
@settings(max_examples=15, deadline=None)
@given(rows=TEXTS)
def test_rows_of_pages_and_xml_come_back(encoding, rows):
    rows = [HEADINGS, *rows]
    for text in (to_html(rows), to_xml(rows)):
        assert read_back(ENCODINGS[encoding](text), "a.xls") == [trimmed(row) for row in rows]


@settings(max_examples=25, deadline=None)
@given(rows=TEXTS)
def test_rows_of_workbooks_come_back(rows, xlsx, ods):
    rows = [HEADINGS, *rows]
    blank = [[text or None for text in row] for row in rows]
    assert read_back(xlsx(rows), "a.xlsx") == [trimmed(row) for row in rows]
    assert read_back(ods(blank), "a.ods") == [trimmed(row) for row in rows]


def test_dossiers_are_the_same_whatever_they_are_written_in(headings, right, known, text_file, xlsx):
    rows = [["DANH SÁCH HỒ SƠ"], ["Ngày kết xuất: 18/03/2026"], [], headings]
    rows += [right(code=f"H37.14-260205-{number:04}") for number in range(5)]
    expected = read_file(xlsx(rows), "a.xlsx", known)
    assert (len(expected.rows), expected.exported_on.day) == (5, 18)
    files = [
        (ENCODINGS[encoding](text), name)
        for encoding in ENCODINGS
        for text, name in (
            *((text_file(rows, separator, bom=False).decode(), "a.csv") for separator in ";,\t|"),
            (to_html(rows), "a.xls"),
            (to_xml(rows), "a.xls"),
        )
    ]
    for data, name in files:
        found = read_file(data, name, known)
        assert [(row.row, row.content) for row in found.rows] == [(row.row, row.content) for row in expected.rows]
        assert (found.errors, found.questions, found.exported_on) == ((), (), expected.exported_on)
