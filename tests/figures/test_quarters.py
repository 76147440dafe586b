"""Half-year, nine months and year out of their quarters: flows summed, the first opening, the last state."""

import pytest

from intranet.categories.catalogue import CATALOGUE
from intranet.categories.over_quarters import Over, over
from intranet.figures.fact import Fact, Origin
from intranet.figures.quarters import Quarter, taken_together
from intranet.kernel.period import Period

NINE_MONTHS = Period.parse("2026-9M").quarters


def fact(name: str, value: int | None, origin: Origin = Origin.ENTERED) -> Fact:
    return Fact(name, value, name, "hồ sơ", Origin.MISSING if value is None else origin)


def quarters(name: str, *values: int | None, **beside: int) -> list[Quarter]:
    return [
        Quarter(period, {name: fact(name, value)} | {other: fact(other, count) for other, count in beside.items()})
        for period, value in zip(NINE_MONTHS, values, strict=True)
    ]


def together(name: str, *values: int | None):
    return taken_together(name, quarters(name, *values), "trang")


def test_what_happens_is_summed():
    recorded = together("dossiers.received", 383, 366, 408)
    assert (recorded.value, recorded.sources, recorded.counts) == (1157, 3, True)
    assert recorded.why == "Quý I/2026 383 + Quý II/2026 366 + Quý III/2026 408"


def test_what_was_there_at_the_beginning_is_the_first_quarters():
    recorded = together("dossiers.opening", 20, 29, 33)
    assert (recorded.value, recorded.why) == (20, "Quý I/2026 20")


@pytest.mark.parametrize("name", ["dossiers.pending", "dossiers.paused", "procedures.total", "staff.desk"])
def test_what_is_looked_at_on_the_last_day_is_the_last_quarters(name):
    assert together(name, 20, 21, 40).value == 40


@pytest.mark.parametrize("leaf", ["received", "resolved", "resolved_late"])
def test_a_fields_figures_go_the_same_way(leaf):
    assert together(f"dossiers.by_field.ho-tich.{leaf}", 3, 4, 5).value == 12
    assert together("dossiers.by_field.ho-tich.pending", 3, 4, 5).value == 5


@pytest.mark.parametrize(
    ("values", "lacking"), [((1, None, 3), "Quý II/2026"), ((None, 2, None), "Quý I/2026, Quý III/2026")]
)
def test_a_quarter_that_lacks_it_is_named(values, lacking):
    recorded = together("dossiers.received", *values)
    assert (recorded.value, recorded.counts, recorded.why) == (None, False, f"chưa có số của {lacking}")


def test_a_state_needs_the_last_quarter_alone_and_an_opening_the_first():
    assert together("dossiers.pending", None, None, 40).value == 40
    assert together("dossiers.pending", 1, 2, None).value is None
    assert together("dossiers.opening", 20, None, None).value == 20


def test_what_follows_from_other_figures_is_not_taken_together():
    assert together("digitisation.rate", 1, 2, 3) is None
    assert together("overdue.late", 1, 2, 3) is None


def test_late_dossiers_are_summed_where_none_is_told_in_two_quarters():
    name = "overdue.by_cause.CQ-01"
    alone = quarters(name, 1, 2, 3, **{"dossiers.pending_late": 0})
    assert taken_together(name, alone, "trang").value == 6
    twice = quarters(name, 1, 2, 3, **{"dossiers.pending_late": 1})
    recorded = taken_together(name, twice, "trang")
    assert recorded.value is None and "tính ở cả quý sau" in recorded.why


def test_a_category_that_was_not_in_use_in_a_quarter_had_nothing_in_it():
    name = "dossiers.by_field.moi.received"
    later = [Quarter(NINE_MONTHS[0], {}), Quarter(NINE_MONTHS[1], {name: fact(name, 5)})]
    assert taken_together(name, later, "trang").value == 5


@pytest.mark.parametrize(("origin", "value"), [(Origin.RECORDS, 5), (Origin.ENTERED, None)])
def test_what_only_dossiers_tell_of_a_field_is_nothing_only_where_dossiers_were_counted(origin, value):
    name = "dossiers.by_field.ho-tich.received_online"
    first = {"dossiers.received": fact("dossiers.received", 9, origin)}
    both = [Quarter(NINE_MONTHS[0], first), Quarter(NINE_MONTHS[1], {name: fact(name, 5)})]
    assert taken_together(name, both, "trang").value == value


def test_an_approved_quarter_is_told_as_such():
    name = "dossiers.received"
    both = [
        Quarter(NINE_MONTHS[0], {name: fact(name, 5)}, is_approved=True),
        Quarter(NINE_MONTHS[1], {name: fact(name, 6)}),
    ]
    assert taken_together(name, both, "trang").why == "Quý I/2026 5 (đã duyệt) + Quý II/2026 6"


def test_every_figure_a_formula_gives_is_computed_anew():
    given = [name for name, definition in CATALOGUE.items() if definition.unit == "%"]
    assert given and all(over(name) is Over.ANEW for name in given)
