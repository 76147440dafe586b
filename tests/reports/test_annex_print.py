"""The forms that go with a report, on paper: across where they are wide, whole, and large enough to read."""

from dataclasses import replace

import pytest
from annex_facts import SOME, counted
from paper import MM, Run, an_office, printed, runs, texts
from quarter import OVERDUE, quarter
from reportlab.pdfbase.pdfmetrics import stringWidth

from intranet.reports.annexes.annex import PrintedAnnex
from intranet.reports.annexes.forms import CODES, attached

SHORT, LONG_SIDE = 210 * MM, 297 * MM
FIELDS = tuple((f"linh-vuc-{number}", f"Lĩnh vực thứ {number} có tên dài hơn bình thường") for number in range(1, 61))


def pdf(annexes: tuple[PrintedAnnex, ...], draft: bool = False):
    office = an_office()
    values = {"office": office, "title": "Báo cáo", "subject": "Kết quả", "number": None, "symbol": "BC-UBND"}
    more = {"dated": None, "year": 2026, "draft": draft, "sample": False, "sections": []}
    return printed("reports/print.html", **values, **more, annexes=annexes)


def of_facts(facts, *codes: str):
    return pdf(attached(replace(facts, annexes=codes)))


def letters(annex: PrintedAnnex) -> list[str]:
    return [cell.text for part in annex.parts for row in part.rows for cell in row.cells if cell.text]


def run_width(run: Run) -> float:
    """Of the first line of a run."""
    return stringWidth(run.text.split("\n")[0], run.font.split("+")[-1], run.size)


@pytest.fixture(scope="module")
def all_forms():
    return of_facts(quarter(), *CODES)


def test_wide_forms_lie_across_and_the_others_stand(all_forms):
    sizes = [(page.mediabox.width, page.mediabox.height) for page in all_forms.pages]
    upright, across = (SHORT, LONG_SIDE), (LONG_SIDE, SHORT)
    for size, expected in zip(sizes, (upright, across, across, across, upright, across), strict=True):
        assert size == pytest.approx(expected, abs=1)


def test_each_form_begins_a_page_and_has_a_bookmark(all_forms):
    names = [f"Biểu số {code}" for code in CODES]
    assert [entry.title for entry in all_forms.outline] == names
    for page, name in zip(texts(all_forms)[1:], names, strict=True):
        assert name in page


def test_every_letter_is_at_least_eleven_points(all_forms):
    found = {round(run.size, 1) for page in all_forms.pages for run in runs(page)}
    assert min(found) >= 11 and found <= {11.0, 12.0, 13.0, 14.0}


def test_everything_keeps_within_the_page(all_forms):
    for page in all_forms.pages[1:]:
        width, height = page.mediabox.width, page.mediabox.height
        left = 20 * MM if width > height else 30 * MM
        body = [run for run in runs(page) if run.y < height - 20 * MM]
        assert min(run.x for run in body) >= left - 0.5
        assert max(run.x + run_width(run) for run in body) <= width - 15 * MM + 0.5
        assert min(run.y for run in body) >= 20 * MM - 0.5


@pytest.mark.parametrize("code", CODES)
def test_all_that_a_form_says_is_on_paper(code):
    (annex,) = attached(replace(quarter(), annexes=(code,)))
    text = "".join(" ".join(texts(pdf((annex,)))[1:]).split())
    for said in (annex.name, annex.title.upper(), annex.period, annex.unit, annex.reporter, annex.receiver):
        assert "".join(said.split()) in text, said
    for said in (*annex.notes, *letters(annex)):
        assert "".join(said.split()) in text, said


def test_sixty_fields_go_over_pages_with_the_headings_on_each():
    facts = replace(counted({slug: SOME for slug, _ in FIELDS}), fields=FIELDS)
    pages = texts(of_facts(facts, "II.06b"))[1:]
    assert len(pages) > 2
    whole = "".join("".join(pages).split())
    for _, name in FIELDS:
        assert "".join(name.split()) in whole, name
    for page in pages:
        assert "(13)" in page or "Lĩnh vực thứ" not in page
    found = of_facts(facts, "II.06b").pages[1:]
    assert all(round(run.size, 1) >= 11 for page in found for run in runs(page))


def test_a_long_explanation_is_whole_and_keeps_its_size():
    long = " ".join(f"chữ{number}" for number in range(1600))
    case = replace(OVERDUE[0], regulation_obstacle=long, regulation_procedure="Cấp phép", regulation_text="Nghị định A")
    paper = of_facts(quarter(overdue=(case,)), "II.06g")
    whole = "".join("".join(texts(paper)).split())
    assert all(f"chữ{number}" in whole for number in range(1600))
    assert all(round(run.size, 1) >= 11 for page in paper.pages for run in runs(page))


def test_pages_of_forms_are_numbered_on_and_carry_the_mark_of_a_draft():
    paper = pdf(attached(replace(quarter(), annexes=("II.06b", "II.06g"))), draft=True)
    for number, page in enumerate(texts(paper)[1:], start=2):
        assert page.startswith(f"{number} DỰ THẢO")


def test_a_report_without_forms_has_no_page_for_them():
    assert len(pdf(()).pages) == 1
