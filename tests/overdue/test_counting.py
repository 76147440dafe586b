"""Which cases count in a period: by their own days at first, by the dossiers once these are complete."""

from datetime import UTC, date, datetime

import pytest
from factories import a_cause, an_overdue_case
from sqlalchemy import select

from intranet.accounts.models import Unit
from intranet.dossiers.coverage import exports, tell_all_of
from intranet.dossiers.models import Source
from intranet.figures.collecting.collect import collect
from intranet.figures.sources.registry import listed, measure_of
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.overdue.counting import of_period
from intranet.overdue.models import OverdueCase
from intranet.overdue.progress import explained_of

Q1 = Period.parse("2026-Q1")
OTHER = "Hệ thống Bộ Tư pháp"
LATER = date(2026, 1, 8)


def codes(period=Q1):
    return set(db.session.scalars(select(OverdueCase.code).where(of_period(period))))


@pytest.fixture
def quarter(cast, a_dossier, exported):
    """Of three late dossiers one explained, one with a cause alone, one untold; a case of no dossier, one in time."""
    tp = db.session.query(Unit).filter_by(code="TP").one()
    for code in ("A", "B", "C"):
        a_dossier(code, tp, finished=LATER)
    a_dossier("IN-TIME", tp, finished=date(2026, 1, 6))
    a_dossier("OPEN", tp, received=date(2026, 3, 2), due=date(2026, 3, 10), finished=date(2026, 3, 18))
    whole = {
        "main_cause": a_cause("HT-01"),
        "explanation": "Lỗi",
        "apology_number": "1",
        "apology_on": date(2026, 1, 5),
    }
    with as_of(datetime(2026, 4, 1, tzinfo=UTC)):
        an_overdue_case(cast("an"), code="A", **whole)
        an_overdue_case(cast("an"), code="B", main_cause=a_cause("CQ-01"))
        an_overdue_case(cast("an"), code="NOWHERE", **whole)
        an_overdue_case(cast("an"), code="IN-TIME", **whole)
        an_overdue_case(
            cast("an"), code="OPEN", **whole | {"finished_on": date(2026, 3, 18), "due_on": date(2026, 3, 16)}
        )
    return exported


def test_the_days_of_a_case_count_until_the_dossiers_are_complete(quarter):
    assert codes() == {"A", "B", "NOWHERE"}, "whose dossier is known to have ended in time is not late"
    quarter(date(2026, 3, 15))
    assert codes() == {"A", "B", "OPEN"}, "the dossier was late on the last day, though the case says otherwise"


def test_the_figures_of_cases_add_up_to_the_late_dossiers_and_list_what_they_count(quarter):
    quarter(date(2026, 3, 15))
    facts = collect(Q1)
    assert (facts.value("overdue.late"), facts.value("overdue.explained"), facts.value("overdue.unexplained")) == (
        4,
        2,
        2,
    )
    assert explained_of(Q1) == (2, 4)
    assert (facts.value("overdue.by_cause.HT-01"), facts.value("overdue.by_cause.CQ-01")) == (2, 1)
    assert facts.value("overdue.without_cause") == 1 and facts.value("overdue.apologies") == 2
    assert {note.code for note in facts.overdue} == codes()
    for name in ("overdue.explained", "overdue.apologies", "overdue.by_cause.HT-01", "overdue.by_cause.CQ-01"):
        assert len(listed(name, Q1)) == facts.value(name), name


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        ((), False),
        ((("2026-03-15", "Hệ thống tỉnh"),), False),
        ((("2026-03-15", "Hệ thống tỉnh"), ("2026-03-14", OTHER)), False),
        ((("2026-03-15", "Hệ thống tỉnh"), ("2026-03-20", OTHER)), True),
    ],
)
def test_dossiers_are_in_use_when_the_report_says_so(exported, source, given, counts):
    source(), source(OTHER)
    for on, name in given:
        exported(date.fromisoformat(on), name)
    assert bool(db.session.scalar(select(tell_all_of(Q1)))) is counts
    assert exports().are_complete(Q1) is counts


def test_a_system_that_is_not_expected_is_not_waited_for(exported, source):
    source(OTHER).is_expected = False
    exported(date(2026, 3, 15))
    assert db.session.scalar(select(tell_all_of(Q1))) and exports().are_complete(Q1)
    db.session.query(Source).update({"is_expected": False})
    assert not db.session.scalar(select(tell_all_of(Q1))) and not exports().are_complete(Q1)


def test_the_same_query_counts_anew_as_the_days_go_by(cast, app):
    with as_of(datetime(2026, 3, 6, 2, tzinfo=UTC)):
        an_overdue_case(
            cast("an"), received_on=date(2026, 3, 2), due_on=date(2026, 3, 9), finished_on=None,
            apology_number="1", apology_on=date(2026, 3, 5),
        )  # fmt: skip
    listing = measure_of("overdue.apologies").listing(Q1)
    for day, count in ((9, 0), (10, 1), (9, 0)):
        with as_of(datetime(2026, 3, day, 2, tzinfo=UTC)):
            assert len(db.session.scalars(listing).all()) == count
