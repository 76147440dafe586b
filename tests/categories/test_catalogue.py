"""Every figure of the outside interface is defined once, and reads well in Vietnamese."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from intranet.categories import catalogue
from intranet.categories.catalogue import CATALOGUE, GROUPS, Category, Family, definitions
from intranet.kernel.formats import nfc
from intranet.kernel.search import slug

DEFAULTS = Path(__file__).parents[2] / "migrations" / "data" / "figure_categories.json"

# The specification: the fact names other programs rely on.
PROMISED = {
    "dossiers": """opening received received_online received_direct received_postal resolved resolved_early
        resolved_on_time resolved_late pending pending_in_time pending_late rejected paused carried_over""",
    "procedures": "total one_stop interlinked postal online_full online_partial online_total on_site published",
    "inspections": "done planned findings findings_closed corrective_overdue",
    "proposals": "made approved cost_before cost_after cost_saved saving_rate",
    "trainings": "courses participants hours",
    "overdue": "late explained unexplained apologies",
    "internal_procedures": "effective drafting",
    "documents": "issued",
    "feedback": "opening received on_regulation on_conduct handled published pending",
    "satisfaction": """ratings very_satisfied satisfied neutral dissatisfied very_dissatisfied very_satisfied_rate
        satisfied_rate""",
    "digitisation": "due done rate",
    "payments": "total online online_rate amount",
    "impact": "assessed issued",
    "staff": "total leaders controllers desk",
    "equipment": "computers scanners printers",
    "focal": "ward_leaders centre_leaders centre_officers units",
    "discipline": "rewarded disciplined",
}
NAMES = {f"{subject}.{leaf}" for subject, leaves in PROMISED.items() for leaf in leaves.split()}

# What nobody types: a register gives it, or other figures determine it.
GIVEN = {name for name in NAMES if name.startswith("inspections.")} | {
    "dossiers.carried_over",
    "overdue.late",
    "overdue.unexplained",
    "proposals.cost_saved",
    "proposals.saving_rate",
    "satisfaction.very_satisfied_rate",
    "satisfaction.satisfied_rate",
    "digitisation.rate",
    "payments.online_rate",
}


# What a register gives once it is in use, and people type until then.
KEPT = {
    "documents.issued",
    *(f"proposals.{leaf}" for leaf in ("made", "approved", "cost_before", "cost_after")),
    *(f"internal_procedures.{leaf}" for leaf in ("effective", "drafting")),
    *(f"overdue.{leaf}" for leaf in ("explained", "apologies")),
    *(f"trainings.{leaf}" for leaf in ("courses", "participants", "hours")),
}


@pytest.fixture(scope="module")
def defaults():
    return json.loads(DEFAULTS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def everything(defaults):
    return definitions(Category(Family(row["family"]), row["code"], row["label"]) for row in defaults)


def test_the_catalogue_defines_exactly_the_promised_figures():
    assert set(CATALOGUE) == NAMES


def test_no_figure_is_defined_twice():
    assert [name for name, times in Counter(d.name for d in catalogue._ALL).items() if times > 1] == []


def test_figures_that_a_register_or_other_figures_give_are_not_typed():
    assert {name for name, definition in CATALOGUE.items() if not definition.typed} == GIVEN


def test_figures_of_a_register_are_typed_until_it_is_in_use(everything):
    kept = {name for name, definition in everything.items() if definition.kept}
    assert {name for name in kept if name in CATALOGUE} == KEPT
    assert kept - KEPT == {name for name in everything if name.startswith("overdue.by_cause.")}
    assert all(everything[name].typed for name in kept)


def test_rates_are_percentages_and_sums_of_money_are_in_dong():
    rates = {name for name, definition in CATALOGUE.items() if definition.unit == "%"}
    money = {name for name, definition in CATALOGUE.items() if definition.unit == "đồng"}
    assert rates == {name for name in NAMES if name.endswith("rate")}
    assert money == {"proposals.cost_before", "proposals.cost_after", "proposals.cost_saved", "payments.amount"}


def test_figures_come_in_the_order_of_the_groups():
    order = [group.key for group in GROUPS]
    used = [definition.group for definition in CATALOGUE.values()]
    assert used == sorted(used, key=order.index)
    assert set(order) - set(used) == {"dossiers-by-field"}  # its figures come with the categories


def test_only_digitisation_has_a_window_of_its_own():
    assert [group.key for group in GROUPS if group.own_window] == ["digitisation"]


def test_no_two_figures_share_a_label(everything):
    labels = Counter(definition.label for definition in everything.values())
    assert [label for label, times in labels.items() if times > 1] == []


def test_words_are_composed_begin_with_a_capital_and_have_no_stray_spaces(everything):
    for shown in (*GROUPS, *everything.values()):
        assert shown.label == nfc(" ".join(shown.label.split()))
        assert shown.label[0].isupper()
        assert shown.hint == nfc(shown.hint)
        assert shown.hint == "" or (shown.hint[0].isupper() and shown.hint.endswith("."))


def test_a_field_adds_its_three_figures_and_a_cause_one():
    added = definitions([Category(Family.FIELD, "ho-tich", "Hộ tịch"), Category(Family.CAUSE, "HT-01", "Lỗi hệ thống")])
    assert [(name, added[name].label, added[name].group) for name in added if name not in CATALOGUE] == [
        ("dossiers.by_field.ho-tich.received", "Tiếp nhận lĩnh vực Hộ tịch", "dossiers-by-field"),
        ("dossiers.by_field.ho-tich.resolved", "Đã giải quyết lĩnh vực Hộ tịch", "dossiers-by-field"),
        ("dossiers.by_field.ho-tich.resolved_late", "Giải quyết quá hạn lĩnh vực Hộ tịch", "dossiers-by-field"),
        ("overdue.by_cause.HT-01", "Lỗi hệ thống", "overdue"),
    ]


def test_adding_categories_leaves_the_catalogue_alone():
    before = dict(CATALOGUE)
    definitions([Category(Family.CAUSE, "HT-01", "Lỗi hệ thống")])
    assert before == CATALOGUE


def test_the_default_categories_are_twelve_fields_and_fourteen_causes(defaults):
    assert Counter(row["family"] for row in defaults) == {"field": 12, "cause": 14}
    assert len({(row["family"], row["code"]) for row in defaults}) == len(defaults)
    assert all(set(row) - {"asks"} == {"family", "code", "label", "group", "effective_from"} for row in defaults)
    assert {row["code"]: row["asks"] for row in defaults if "asks" in row} == {"QD-01": "regulation", "KH-99": "text"}
    assert all(date.fromisoformat(row["effective_from"]) <= date(2025, 12, 15) for row in defaults)


def test_a_default_field_goes_by_its_folded_name_and_a_cause_belongs_to_one_side(defaults):
    fields = [row for row in defaults if row["family"] == "field"]
    causes = [row for row in defaults if row["family"] == "cause"]
    assert [row["code"] for row in fields] == [slug(row["label"]) for row in fields]
    assert {row["group"] for row in fields} == {None}
    assert {row["group"] for row in causes} == {"internal", "external"}
    assert all((row["group"] == "internal") == row["code"].startswith("CQ-") for row in causes)
