"""The page and the styles of a Word document by Decree 30/2020/NĐ-CP, Annex I."""

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"
BODY, NOTE, SMALL = Pt(14), Pt(12), Pt(11)
LONG, SHORT = Mm(297), Mm(210)
TALL, WIDE = 160, 247  # millimetres between the margins, upright and across
NORMAL, ITEM, NOTES, CELL = "Normal", "List Paragraph", "Footnote", "Table Text"


def blank_document() -> WordDocument:
    """An empty document: A4, the margins of the decree, black Times New Roman, Vietnamese throughout."""
    document = Document()
    settle(document.sections[0])
    normal = document.styles[NORMAL]
    assert isinstance(normal, ParagraphStyle)
    dress(normal, BODY)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    for level in (1, 2, 3):
        heading = document.styles[f"Heading {level}"]
        assert isinstance(heading, ParagraphStyle)
        dress(heading, BODY, is_bold=True)
        heading.paragraph_format.space_before = heading.paragraph_format.space_after = Pt(6)
        heading.paragraph_format.keep_with_next = True
    for name, size in ((NOTES, NOTE), (CELL, NOTE)):
        style = document.styles.add_style(name, 1)
        assert isinstance(style, ParagraphStyle)
        style.base_style = normal
        dress(style, size)
    document.styles[CELL].paragraph_format.space_after = Pt(0)
    return document


def settle(section: Section, is_landscape: bool = False) -> None:
    """A4 with the decree's margins: 20 mm above and below, 30 on the left, 20 on the right."""
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if is_landscape else (SHORT, LONG)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.header_distance = Mm(10)


def dress(style: ParagraphStyle, size: Pt, is_bold: bool = False) -> None:
    """Our type in every script, black, marked as Vietnamese."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, size, is_bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "heme" in name:  # a theme's type would go before ours
            del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    properties.append(language)


def number_pages(section: Section, mark: str) -> None:
    """The page's number centred above the text but on the first page; the mark of a draft on every one."""
    section.different_first_page_header_footer = True
    first, header = section.first_page_header.paragraphs[0], section.header.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = header.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
    for paragraph in (first, header):
        if mark:
            paragraph.add_run(f"\t{mark}" if paragraph is header else mark).bold = True
    first.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def indent() -> Cm:
    """Of the first line of a paragraph."""
    return Cm(1.27)
