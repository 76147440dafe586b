"""The report as a Word document, from the very sections of the PDF."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.shared import Pt

from intranet.figures.facts import PrintedOffice
from intranet.kernel.formats import long_date
from intranet.reports.charts.picture import png
from intranet.reports.markup import Block, PrintedSection
from intranet.reports.plain_text import END
from intranet.reports.word.annex import annexed
from intranet.reports.word.page import NOTES, SMALL, blank_document, number_pages
from intranet.reports.word.parts import bare_table, centred, figures, picture, ruled, told

LEFT, RIGHT = 62, 98  # millimetres of the columns above and below the text


def word_document(context: dict[str, Any], mark: str) -> bytes:
    """The bytes of a DOCX; `context` is that of the printed page, `mark` stands on every page."""
    document = blank_document()
    number_pages(document.sections[0], mark)
    office: PrintedOffice = context["office"]
    _properties(document, context)
    _head(document, office, context)
    centred(document, context["title"].upper(), bold=True).paragraph_format.space_before = Pt(12)
    ruled_subject = centred(document, context["subject"], bold=True)
    ruled_subject.paragraph_format.space_after = Pt(12)
    if context["reach"]:
        centred(document, context["reach"], italic=True)
    if office.addressee:
        centred(document, f"Kính gửi: {office.addressee}")
    for section in context["sections"]:
        _section(document, section)
    _close(document)
    _end(document, office)
    for annex in context["annexes"]:
        annexed(document, annex)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def _properties(document: Document, context: dict[str, Any]) -> None:
    core = document.core_properties
    core.title = f"{context['title']} {context['subject']}"
    core.subject, core.language = context["subject"], "vi-VN"
    core.author = core.last_modified_by = " ".join(context["office"].body_lines)
    core.comments = ""
    core.created = core.modified = datetime.now(UTC)


def _head(document: Document, office: PrintedOffice, context: dict[str, Any]) -> None:
    table = bare_table(document, 2, (LEFT, RIGHT))
    body, state = table.rows[0].cells
    for line in filter(None, [office.superior]):
        centred(body, line.upper())
    for line in office.body_lines:
        centred(body, line.upper(), bold=True)
    ruled(body.paragraphs[-1])
    centred(state, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    ruled(centred(state, "Độc lập - Tự do - Hạnh phúc", bold=True))
    number, day = table.rows[1].cells
    centred(number, f"Số: {context['number'] or '……'}/{context['symbol']}")
    dated = long_date(context["dated"]) if context["dated"] else f"ngày …… tháng …… năm {context['year']}"
    centred(day, f"{office.place}, {dated}", italic=True)
    for cell in (body, state, number, day):
        cell._element.remove(cell.paragraphs[0]._p)  # the empty one every cell begins with
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(2)
            for run in paragraph.runs:
                run.font.size = Pt(13 if cell in (number, day) else 12)


def _section(document: Document, section: PrintedSection) -> None:
    title = section.title.upper() if section.level == 1 else section.title
    document.add_heading(f"{section.number}. {title}", level=section.level)
    for block in section.blocks:
        _block(document, block)


def _block(document: Document, block: Block) -> None:
    if block.kind == "table":
        centred(document, block.caption, bold=True).paragraph_format.keep_with_next = True
        figures(document, block.columns, block.rows)
        document.add_paragraph().paragraph_format.space_after = Pt(0)
    elif block.chart:
        picture(document, png(block.chart), block.chart.in_words)
    elif block.kind == "item":
        told(document, f"- {block.text}")
    elif block.kind == "note":
        told(document, block.text, NOTES)
    else:
        told(document, block.text)


def _close(document: Document) -> None:
    """Close the text as official documents are: "./."."""
    last = document.paragraphs[-1]
    if not last.text:
        last.add_run(END)
    elif not last.text.endswith(END):
        text = last.text.rstrip(" .;,:")
        last.runs[-1].text = last.runs[-1].text[: len(last.runs[-1].text) - (len(last.text) - len(text))] + END


def _end(document: Document, office: PrintedOffice) -> None:
    recipients, signature = bare_table(document, 1, (LEFT, RIGHT)).rows[0].cells
    others = [one for one in office.recipients if one not in ("Như trên", office.addressee)]
    recipients.paragraphs[0].add_run("Nơi nhận:").bold = True
    recipients.paragraphs[0].runs[0].italic = True
    for one in [*(["Như trên"] if office.addressee else []), *others]:
        recipients.add_paragraph().add_run(f"- {one.strip().lstrip('- ').rstrip(' ;.')};").font.size = SMALL
    if office.archive:
        recipients.add_paragraph().add_run(f"- Lưu: {office.archive.rstrip(' .')}.").font.size = SMALL
    for line in filter(None, [office.signing_authority, office.signatory_post]):
        centred(signature, line.upper(), bold=True)
    name = centred(signature, office.signatory_name, bold=True)
    name.paragraph_format.space_before = Pt(60)
    signature._element.remove(signature.paragraphs[0]._p)
    for cell in (recipients, signature):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(0)
