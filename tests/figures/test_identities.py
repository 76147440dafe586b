"""Figures that cannot all be right are told in one sentence; a right quarter stays silent."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.categories.catalogue import CATALOGUE, Category, Family, definitions
from intranet.figures.identities import IDENTITIES, contradictions

# A real quarter, the first of 2026; only its causes and payments are invented.
QUARTER = json.loads(Path(__file__).with_name("right_quarter.json").read_text(encoding="utf-8"))

SUM_PARTS = {
    "sum-dossiers-received": "received received_online received_direct received_postal",
    "sum-dossiers-balance": "opening received resolved pending rejected paused",
    "sum-dossiers-resolved": "resolved resolved_early resolved_on_time resolved_late",
    "sum-dossiers-pending": "pending pending_in_time pending_late",
}
# Which rule must speak when one figure of the right quarter is moved by one.
OFF_BY_ONE = [
    *((f"dossiers.{leaf}", 1, rule) for rule, leaves in SUM_PARTS.items() for leaf in leaves.split()),
    ("dossiers.received", 1, "sum-dossiers-by-field"),
    ("dossiers.by_field.ho-tich.received", 1, "sum-dossiers-by-field"),
    ("dossiers.by_field.y-te.resolved", 1, "sum-dossiers-by-field"),
    ("dossiers.by_field.chung-thuc.resolved_late", -1, "sum-dossiers-by-field"),
    ("dossiers.resolved_late", -1, "sum-overdue-causes"),
    ("dossiers.pending_late", 1, "sum-overdue-causes"),
    ("overdue.by_cause.HT-01", 1, "sum-overdue-causes"),
    ("overdue.explained", 1, "part-exceeds-whole"),
    *((f"procedures.online_{leaf}", -1, "sum-procedures") for leaf in ("full", "partial", "total")),
    ("procedures.one_stop", 1, "sum-procedures"),
    ("procedures.interlinked", 1, "sum-procedures"),
    ("procedures.total", -1, "sum-procedures"),
    ("procedures.online_total", 1, "part-exceeds-whole"),
    ("procedures.published", 1, "part-exceeds-whole"),
    *((f"feedback.{leaf}", 1, "sum-feedback") for leaf in ("opening", "received", "handled", "pending")),
    *((f"feedback.{leaf}", 1, "sum-feedback") for leaf in ("on_regulation", "on_conduct")),
    ("feedback.published", 1, "part-exceeds-whole"),
    *((f"staff.{leaf}", 1, "sum-staff") for leaf in ("total", "leaders", "controllers", "desk")),
    *((name, 1, "sum-satisfaction") for name in QUARTER if name.startswith("satisfaction.")),
    ("digitisation.done", 1, "part-exceeds-whole"),
    ("payments.online", 1, "part-exceeds-whole"),
    ("inspections.findings_closed", 1, "part-exceeds-whole"),
]


def changed(**figures):
    """The right quarter with some figures put otherwise; __ stands for the dot of a name."""
    return QUARTER | {name.replace("__", "."): value for name, value in figures.items()}


def without(values, name):
    return {other: value for other, value in values.items() if other != name}


def rules(values):
    return {contradiction.rule for contradiction in contradictions(values)}


def messages(values, *others):
    return [contradiction.message for contradiction in contradictions(values, *others)]


def test_a_right_quarter_is_silent():
    assert contradictions(QUARTER) == ()


def test_a_quarter_with_nothing_filled_in_is_silent():
    assert contradictions(dict.fromkeys(QUARTER)) == ()
    assert contradictions({}) == ()


def test_nothing_but_zeros_is_silent():
    assert contradictions(dict.fromkeys(QUARTER, 0)) == ()


@pytest.mark.parametrize(("name", "step", "rule"), OFF_BY_ONE)
def test_a_figure_off_by_one_breaks_its_rule(name, step, rule):
    assert rule in rules(QUARTER | {name: QUARTER[name] + step})
    assert name in {
        found for broken in contradictions(QUARTER | {name: QUARTER[name] + step}) for found in broken.names
    }


@pytest.mark.parametrize("name", ["procedures.postal", "procedures.on_site"])
def test_a_part_may_equal_its_whole_and_not_exceed_it(name):
    assert contradictions(QUARTER | {name: 399}) == ()
    assert rules(QUARTER | {name: 400}) == {"part-exceeds-whole"}


def test_more_ratings_than_resolved_dossiers_is_a_contradiction():
    values = {"satisfaction.ratings": 1489, "dossiers.resolved": 1488}
    assert messages(values) == ["Phiếu đánh giá 1.489, nhưng đã giải quyết chỉ có 1.488: thừa 1."]


def test_procedures_outside_the_one_stop_desk_are_no_contradiction():
    assert contradictions(changed(procedures__one_stop=300)) == ()


@pytest.mark.parametrize("identity", IDENTITIES, ids=lambda identity: f"{identity.rule}:{identity.left[0]}")
@pytest.mark.parametrize(
    "absent", [lambda values, name: values | {name: None}, lambda values, name: without(values, name)]
)
def test_an_identity_is_silent_while_one_of_its_figures_is_missing(identity, absent):
    names = [name for name in (*identity.left, *identity.right) if "*" not in name]
    broken = QUARTER | {identity.left[0]: 10**6}
    assert identity.rule in rules(broken)
    for missing in names:
        found = {contradiction.names for contradiction in contradictions(absent(broken, missing))}
        assert not any(missing in names for names in found)


def test_one_empty_field_keeps_the_sum_over_all_fields_silent():
    broken = QUARTER | {"dossiers.by_field.ho-tich.received": 9999}
    assert rules(broken) == {"sum-dossiers-by-field"}
    assert contradictions(broken | {"dossiers.by_field.y-te.received": None}) == ()


def test_a_balance_without_the_paused_is_not_checked():
    assert contradictions(changed(dossiers__paused=None)) == ()


def test_a_broken_balance_names_each_figure_and_what_is_lacking():
    [message] = messages(changed(dossiers__paused=0))
    assert message == (
        "Kỳ trước chuyển qua 69 + tiếp nhận 1.568 = 1.637, nhưng đã giải quyết 1.488 + đang giải quyết 41"
        " + không đủ điều kiện 44 + tạm dừng 0 = 1.573: thiếu 64."
    )


def test_a_surplus_is_told_as_a_surplus():
    [message] = messages(changed(staff__desk=5))
    assert message == (
        "Tổng số nhân sự Bộ phận Một cửa 6, nhưng lãnh đạo 1 + cán bộ kiểm soát TTHC 1 + công chức tiếp nhận 5 = 7:"
        " thừa 1."
    )


def test_abbreviations_keep_their_capitals_within_the_sentence():
    assert messages(changed(procedures__interlinked=3)) == [
        "TTHC một cửa 397 + TTHC một cửa liên thông 3 = 400, nhưng tổng số TTHC chỉ có 399: thừa 1."
    ]


def test_a_sum_as_the_limit_is_written_out():
    assert messages(changed(overdue__explained=12)) == [
        "Hồ sơ quá hạn đã giải trình 12, nhưng giải quyết quá hạn 11 + đang giải quyết quá hạn 0 chỉ bằng 11: thừa 1."
    ]


def test_fields_and_causes_are_told_as_one_sum_each():
    assert messages(QUARTER | {"dossiers.by_field.y-te.received": 42}) == [
        "Tiếp nhận 1.568, nhưng cộng 12 lĩnh vực được 1.567: thiếu 1."
    ]
    assert messages(QUARTER | {"overdue.by_cause.CQ-04": 3}) == [
        "Giải quyết quá hạn 11 + đang giải quyết quá hạn 0 = 11, nhưng cộng 2 nguyên nhân được 10: thiếu 1."
    ]


def test_a_field_with_more_late_dossiers_than_resolved_is_named_by_its_label():
    labelled = definitions([Category(Family.FIELD, "y-te", "Y tế")])
    values = {"dossiers.by_field.y-te.resolved": 2, "dossiers.by_field.y-te.resolved_late": 3}
    assert messages(values, labelled) == [
        "Giải quyết quá hạn lĩnh vực Y tế 3, nhưng đã giải quyết lĩnh vực Y tế chỉ có 2: thừa 1."
    ]


def test_figures_without_an_identity_of_their_own_change_nothing():
    others = {name: 10**9 for name in CATALOGUE if name not in QUARTER and name != "overdue.late"}
    assert contradictions(QUARTER | others) == ()


def test_every_figure_of_the_table_is_in_the_catalogue():
    named = {name for identity in IDENTITIES for name in (*identity.left, *identity.right) if "*" not in name}
    assert named <= set(CATALOGUE)


COUNTS = st.integers(min_value=0, max_value=10**6)


@given(st.lists(COUNTS, min_size=4, max_size=4), COUNTS, st.integers(min_value=-(10**6), max_value=10**6))
def test_the_balance_speaks_exactly_when_it_does_not_add_up(ended, opening, error):
    received = sum(ended) - opening + error
    names = ("dossiers.resolved", "dossiers.pending", "dossiers.rejected", "dossiers.paused")
    values = dict(zip(names, ended, strict=True)) | {"dossiers.opening": opening, "dossiers.received": received}
    assert rules(values) == ({"sum-dossiers-balance"} if error else set())


@given(st.dictionaries(st.sampled_from(sorted(QUARTER)), st.none() | COUNTS))
def test_only_filled_figures_are_ever_named(values):
    for contradiction in contradictions(values):
        assert all(values[name] is not None for name in contradiction.names)
        assert contradiction.message.endswith(".")
