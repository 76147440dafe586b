"""The forms that go with a report, each in a section of its own, wide ones across the page."""

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table

from intranet.reports.annexes.annex import PrintedAnnex, PrintedPart
from intranet.reports.word.page import NOTES, TALL, WIDE, settle
from intranet.reports.word.parts import bare_table, centred, repeat, told, widen, write

MIDDLE, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT


def annexed(document: Document, annex: PrintedAnnex) -> None:
    """Add the form on a new page."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    settle(section, annex.is_landscape)
    section.different_first_page_header_footer = False
    width = WIDE if annex.is_landscape else TALL
    name, offices = bare_table(document, 1, (width // 3, width - width // 3)).rows[0].cells
    name.paragraphs[0].add_run(annex.name).bold = True
    write(offices, f"Đơn vị báo cáo: {annex.reporter or '……'}", LEFT)
    offices.add_paragraph(f"Đơn vị nhận báo cáo: {annex.receiver or '……'}", style="Table Text")
    document.add_heading(annex.title.upper(), level=1).alignment = MIDDLE
    centred(document, f"Kỳ báo cáo: {annex.period}", italic=True)
    document.add_paragraph(f"Đơn vị tính: {annex.unit}").alignment = RIGHT
    for part in annex.parts:
        _part(document, part, width)
    for place, note in enumerate(annex.notes):
        told(document, f"{'' if place else 'Ghi chú: '}{note}", NOTES)


def _part(document: Document, part: PrintedPart, width: int) -> None:
    if part.heading:
        document.add_paragraph().add_run(part.heading).bold = True
    table = document.add_table(rows=2 + part.is_grouped, cols=len(part.columns))
    table.style, table.autofit = "Table Grid", False
    _heads(table, part)
    for row in part.rows:
        for place, (cell, told_cell) in enumerate(zip(table.add_row().cells, row.cells, strict=True)):
            side = MIDDLE if place == 0 or told_cell.text == "-" else RIGHT if told_cell.is_figure else LEFT
            write(cell, told_cell.text, side, is_bold=row.is_total)
    shares = sum(column.width for column in part.columns)
    widen(table, [width * column.width / shares for column in part.columns])
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _heads(table: Table, part: PrintedPart) -> None:
    """Groups over their columns, then the columns, then their printed numbers; all stand again on every page."""
    last = 1 if part.is_grouped else 0
    for place, column in enumerate(part.columns):
        write(table.cell(last if column.group else 0, place), column.label, MIDDLE, is_bold=True)
        if part.is_grouped and not column.group:
            table.cell(0, place).merge(table.cell(last, place))
        write(table.cell(last + 1, place), column.number, MIDDLE)
    start = 0
    for head in part.heads:
        if not head.is_single:
            merged = table.cell(0, start).merge(table.cell(0, start + head.span - 1))
            write(merged, head.label, MIDDLE, is_bold=True)
        start += head.span
    for place in range(last + 2):
        repeat(table, place)
