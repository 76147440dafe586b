"""A form is named in the text only where it goes with the report. Pure."""

from dataclasses import replace

import pytest
from quarter import nothing_known, quarter

from intranet.reports.annexes.forms import CODES, needed
from intranet.reports.annexes.marks import mention
from intranet.reports.markup import blocks, figures_in, missing, mistakes
from intranet.reports.sections.assessment import control_limits
from intranet.reports.sections.compose import Section
from intranet.reports.sections.dossiers import dossiers
from intranet.reports.sections.one_stop import on_site
from intranet.reports.sections.regulations import feedback

NAMES = set(quarter().figures)
COMPOSERS = {"II.05a": feedback, "II.06b": dossiers, "II.06g": control_limits, "II.07b": on_site}


def said(text: str, *attached: str) -> str:
    return "\n".join(block.text for block in blocks(text, replace(quarter(), annexes=attached)))


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp nhận {{dossiers.received}} hồ sơ {{phụ lục:II.06b}}.",
        "Tiếp nhận {{dossiers.received}} hồ sơ{{phụ lục:II.06b}}.",
        "Tiếp nhận {{dossiers.received}} hồ sơ   {{ phụ lục: II.06b }}.",
    ],
)
def test_a_form_is_named_where_it_is_attached_and_leaves_nothing_where_it_is_not(text):
    assert said(text, "II.06b") == "Tiếp nhận 1.568 hồ sơ (Biểu số II.06b kèm theo)."
    assert said(text) == said(text, "II.06a") == "Tiếp nhận 1.568 hồ sơ."


def test_forms_are_named_in_items_and_notes_too():
    assert (
        said("- một{{phụ lục:II.05a}};\n> hai{{phụ lục:II.07b}}.", "II.05a") == "một (Biểu số II.05a kèm theo);\nhai."
    )


def test_a_mark_is_no_figure():
    text = "Có {{staff.total}} người{{phụ lục:II.06b}}."
    assert figures_in(text) == ("staff.total",)
    assert missing([Section("key", "1", 1, "Mục", "Lời{{phụ lục:II.06b}}.")], nothing_known()) == {}


@pytest.mark.parametrize("code", CODES)
def test_a_form_there_is_may_be_named(code):
    assert mistakes(f"Tiếp nhận {{{{dossiers.received}}}} hồ sơ{mention(code)}.", NAMES) == []


@pytest.mark.parametrize(
    ("wrong", "instead"), [("II.6b", "II.06b"), ("II.05", "II.05a"), ("06g", "II.06g"), ("xyz", "II.05a, II.06a")]
)
def test_a_form_nobody_knows_is_refused_with_a_suggestion(wrong, instead):
    (mistake,) = mistakes(f"Một dòng.\nTiếp nhận hồ sơ{mention(wrong)}.", NAMES)
    assert mistake.startswith(f"Dòng 2: không có biểu “{wrong}”. Hãy") and instead in mistake


@pytest.mark.parametrize("code", COMPOSERS)
def test_each_section_names_the_form_of_its_figures(code):
    text = COMPOSERS[code](quarter())
    assert said(text, *needed(quarter())).count(f"(Biểu số {code} kèm theo)") == 1
    assert "Biểu số" not in said(text)


@pytest.mark.parametrize("code", COMPOSERS)
def test_a_section_names_its_form_whatever_the_figures_are(code):
    for facts in (quarter({name: 0 for name in NAMES if name != "overdue.late"}), nothing_known()):
        text = COMPOSERS[code](facts)
        assert said(text).count("Biểu số") == 0 and " ." not in said(text)


def test_the_commune_and_the_unit_itself_are_named_by_whichever_form_is_attached():
    text = dossiers(quarter())
    assert "(Biểu số II.06a kèm theo)" in said(text, "II.06a") and "II.06b" not in said(text, "II.06a")
    assert "(Biểu số II.06a và II.06b kèm theo)." in said(text, "II.06a", "II.06b")
