"""What the report says is what its PDF and its Word document say, block by block, in order."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from pypdf import PdfReader
from quarter import quarter, with_earlier

from intranet.kernel.period import Period
from intranet.reports.current import CurrentReport
from intranet.reports.file_text import word_text
from intranet.reports.outlines.headings import parse
from intranet.reports.render import FORMATS
from intranet.reports.sections.compose import Section, compose

OUTLINE = parse((Path(__file__).parents[2] / "migrations" / "data" / "outline_2026.txt").read_text(encoding="utf-8"))
STARTERS = {heading.key: heading.starter for heading in OUTLINE}
HEAD = re.compile(r"^\s*\d*\s*DỰ THẢO[^\n]*\n")  # above the text of every page
NASTY = "\n".join(
    [
        "Dấu “ngoặc kép”, <b>thẻ</b> & ký hiệu, 100%, dấu gạch – dài, đồng và ngày 05/02/2026.",
        "- Ý có tên tệp rất dài: " + "a" * 120,
        "> Chú thích có chữ đ, ơ, ư, ễ, ỵ.",
        " ".join(f"câu{number}" for number in range(900)) + ".",
    ]
)


@pytest.fixture
def now(app):
    """The real quarter as it is printed, without a database behind it."""
    known = quarter(annexes=("II.05a", "II.06b", "II.06g", "II.07b"))
    facts = with_earlier(known, previous={"dossiers.received": 1448})
    sections = list(compose(facts, OUTLINE, STARTERS))
    place = next(place for place, section in enumerate(sections) if section.key == "text.funding")
    sections[place] = replace(sections[place], text=NASTY)
    return CurrentReport(Period.parse("2026-Q1"), None, "Kết quả kiểm soát TTHC Quý I/2026", facts, tuple(sections), {})


def words(text: str) -> str:
    return "".join(text.split())


def told(now: CurrentReport) -> list[str]:
    """Every text of the narrative, cells of tables among it, in the order it is printed."""
    found = []
    for section in now.printed():
        title = section.title.upper() if section.level == 1 else section.title
        found.append(f"{section.number}. {title}")
        for block in section.blocks:
            if block.kind == "table":
                found += [block.caption, *block.columns, *(cell for row in block.rows for cell in row)]
            else:
                found.append(block.text)
    return [one.rstrip(" .;,") for one in found if one.strip()]


def in_order(expected: list[str], text: str) -> None:
    """Fail on the first text that does not follow the ones before it."""
    place = 0
    for one in expected:
        found = text.find(words(one), place)
        assert found >= 0, f"not found after {text[max(place - 60, 0) : place]!r}: {one[:120]!r}"
        place = found + len(words(one))


def test_the_pdf_says_every_block_in_order(now):
    pages = PdfReader(io.BytesIO(FORMATS["pdf"].render(now))).pages
    text = words(" ".join(HEAD.sub("", page.extract_text()) for page in pages))
    assert "■" not in text
    in_order(told(now), text)


def test_the_pdf_has_bookmarks_title_and_language(now):
    reader = PdfReader(io.BytesIO(FORMATS["pdf"].render(now)))
    assert next(it.title for it in reader.outline if not isinstance(it, list)).startswith("I. ")
    assert "Quý I/2026" in reader.metadata.title and "Tam Thanh" in reader.metadata.author
    assert reader.trailer["/Root"]["/Lang"] == "vi"


def test_the_word_document_says_every_block_in_order(now):
    in_order(told(now), words(word_text(FORMATS["docx"].render(now))))


def test_both_close_as_official_documents_do(now):
    assert word_text(FORMATS["docx"].render(now)).count("./.") == 1


def test_the_plain_text_says_every_block_in_order(now):
    in_order(told(now), words(FORMATS["txt"].render(now).decode()))


@pytest.fixture
def document(now):
    return docx.Document(io.BytesIO(FORMATS["docx"].render(now)))


def test_charts_are_pictures_with_what_they_show_in_words(now, document):
    (chart,) = [block.chart for section in now.printed() for block in section.blocks if block.chart]
    (drawn,) = document.inline_shapes
    assert drawn._inline.docPr.get("descr") == chart.in_words and round(drawn.width.mm) == 150
    pages = PdfReader(io.BytesIO(FORMATS["pdf"].render(now))).pages
    assert [image.image.size[0] for page in pages for image in page.images] == [1800]
    assert f'alt="{chart.in_words}"' in FORMATS["html"].render(now).decode()


def test_headings_are_real_ones(now, document):
    styles = {p.text: p.style.name for p in document.paragraphs}
    for section in now.sections:
        title = section.title.upper() if section.level == 1 else section.title
        assert styles[f"{section.number}. {title}"] == f"Heading {section.level}"


def test_tables_are_real_ones_whose_head_stands_again(document):
    grids = [table for table in document.tables if table.style.name == "Table Grid"]
    assert len(grids) >= 7
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in grids)


def test_no_table_is_wider_than_the_text_of_its_page(document):
    for table in document.tables:
        widths = [column.width.mm for column in table.columns]
        is_of_form = re.search(r"\(1\)|Biểu số", " ".join(cell.text for row in table.rows for cell in row.cells))
        assert 20 < sum(widths) <= (247.5 if is_of_form else 160.5)
        assert [round(cell.width.mm) for cell in table.rows[-1].cells] == [round(width) for width in widths]


def test_wide_forms_lie_across_the_page(document):
    turned = [section.orientation for section in document.sections]
    assert turned[0] == WD_ORIENT.PORTRAIT and WD_ORIENT.LANDSCAPE in turned
    assert {(round(min(s.page_width, s.page_height).mm), round(max(s.page_width, s.page_height).mm))
            for s in document.sections} == {(210, 297)}  # fmt: skip


def test_margins_type_and_language_are_those_of_the_decree(document):
    first = document.sections[0]
    assert [round(it.mm) for it in (first.top_margin, first.bottom_margin, first.left_margin, first.right_margin)] == [
        20, 20, 30, 20,
    ]  # fmt: skip
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 14)
    assert 'w:val="vi-VN"' in normal.element.xml and "asciiTheme" not in document.styles["Heading 1"].element.xml


def test_its_properties_name_the_report(document):
    core = document.core_properties
    assert core.title == "Báo cáo Kết quả kiểm soát TTHC Quý I/2026" and core.language == "vi-VN"
    assert "Tam Thanh" in core.author


def test_pages_are_numbered_but_the_first(document):
    first = document.sections[0]
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header._element.xml and "PAGE" not in first.first_page_header._element.xml
    assert "DỰ THẢO" in first.first_page_header.paragraphs[0].text


def test_every_part_of_the_file_is_well_formed(now):
    with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].render(now))) as archive:
        assert archive.testzip() is None
        assert "word/document.xml" in archive.namelist()


def test_a_section_of_control_characters_and_nothing_else_is_printed(now):
    odd = replace(now, sections=(Section("text.a", "I", 1, "A", "Một\tdòng {{dossiers.received}} hồ sơ"),))
    assert "Một" in word_text(FORMATS["docx"].render(odd))
