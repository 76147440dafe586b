"""Paragraphs and tables of a Word document."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from intranet.reports.word.page import CELL, TALL, indent

PICTURE = 150  # millimetres, as all lengths here
LETTER, SIDES, WIDEST = 2.5, 5, 90  # of a letter on average, of the room beside a text, of a column


def told(document: Document, text: str, style: str = "Normal") -> Paragraph:
    """A paragraph of the body: justified, its first line indented."""
    paragraph = document.add_paragraph(text, style=style)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = indent()
    return paragraph


def centred(place: Document | _Cell, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    paragraph = place.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def picture(document: Document, png: bytes, in_words: str) -> None:
    """A picture as wide as a chart is drawn for, and what it shows, for who cannot see it."""
    place = document.add_paragraph()
    place.alignment = WD_ALIGN_PARAGRAPH.CENTER
    drawn = place.add_run().add_picture(BytesIO(png), width=Mm(PICTURE))
    drawn._inline.docPr.set("descr", in_words)


def ruled(paragraph: Paragraph) -> None:
    """A rule under a paragraph, as under the motto."""
    borders = OxmlElement("w:pBdr")
    rule = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    paragraph._p.get_or_add_pPr().append(borders)


def bare_table(document: Document, rows: int, widths: Sequence[int]) -> Table:
    """A table without lines, for what stands side by side; widths in millimetres."""
    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    widen(table, widths)
    return table


def widen(table: Table, widths: Sequence[float]) -> None:
    """Give the columns these millimetres; Word asks their cells for it, LibreOffice the columns."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def figures(document: Document, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table with lines whose head stands again on every page; numbers right, ordinals and the head centred."""
    table: Table = document.add_table(rows=1, cols=len(columns))
    table.style, table.autofit = "Table Grid", False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    repeat(table, 0)
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        write(cell, column, WD_ALIGN_PARAGRAPH.CENTER, is_bold=True)
    for row in rows:
        is_total = " ".join(row).strip().lower().startswith("tổng")
        for cell, column, text in zip(table.add_row().cells, columns, row, strict=True):
            write(cell, text, alignment(column, text), is_bold=is_total)
    widen(table, fitting(columns, rows))
    return table


def fitting(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Millimetres for each column: as wide as its longest text, all of them no wider than the page's text."""
    longest = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    wanted = [min(length * LETTER + SIDES, WIDEST) for length in longest]
    return [width * min(TALL / sum(wanted), 1) for width in wanted]


def alignment(column: str, text: str) -> WD_ALIGN_PARAGRAPH:
    if column in ("TT", "STT"):
        return WD_ALIGN_PARAGRAPH.CENTER
    return WD_ALIGN_PARAGRAPH.RIGHT if text.lstrip("+−")[:1].isdigit() else WD_ALIGN_PARAGRAPH.LEFT


def write(cell: _Cell, text: str, side: WD_ALIGN_PARAGRAPH, is_bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = CELL
    paragraph.alignment = side
    paragraph.add_run(text).bold = is_bold


def repeat(table: Table, place: int) -> None:
    """Let a row stand again at the top of every page."""
    properties = table.rows[place]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
