"""What the database counts is what the definition counts, and what a figure's list shows."""

from datetime import UTC, date, datetime, timedelta

import dossier_figures as figures
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from intranet.categories.families import FIELD_MEASURES, by_field
from intranet.dossiers.counting import COUNTED, counts, counts_by_field
from intranet.dossiers.models import Dossier, Source
from intranet.dossiers.vocabulary import ENDED, Channel, Status
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.tables.cells import day_of

PERIODS = [Period.parse(code) for code in ("2026-Q1", "2026-Q2", "2026-H1", "2026-9M", "2026-Y")]
BOUNDARIES = [midnight for it in PERIODS for midnight in (figures.midnight(it.start), figures.midnight(it.end))]
MINUTES = st.one_of(
    st.builds(
        lambda day, minutes: day + timedelta(minutes=minutes), st.sampled_from(BOUNDARIES), st.integers(-1441, 1441)
    ),
    st.integers(0, 400 * 24 * 60).map(lambda minutes: datetime(2025, 11, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
)
LATER = st.one_of(st.none(), st.sampled_from([0, 1, 60, 1440, 4320]), st.integers(0, 90 * 24 * 60))
AFTER_ALL = datetime(2027, 3, 1, tzinfo=UTC)
FIELDS = ["ho-tich", "y-te", ""]


@st.composite
def dossier(draw) -> figures.Dossier:
    status, received = draw(st.sampled_from(list(Status))), draw(MINUTES)
    due, paused, finished = (draw(LATER) for _ in range(3))
    after = {
        name: None if minutes is None else received + timedelta(minutes=minutes)
        for name, minutes in (("due_at", due), ("paused_at", paused), ("finished_at", finished))
    }
    after["finished_at"] = (after["finished_at"] or received) if status in ENDED else None
    channel = draw(st.sampled_from([*Channel, None]))
    return figures.Dossier("", channel, status, received, **after, field=draw(st.sampled_from(FIELDS)))


def stored(dossiers: list[figures.Dossier]) -> None:
    db.session.execute(delete(Dossier))
    source = db.session.scalar(select(Source)) or Source(name="Hệ thống", known={})
    db.session.add(source)
    db.session.flush()
    if dossiers:
        db.session.execute(insert(Dossier.__table__), [row(it, f"H{at}", source.id) for at, it in enumerate(dossiers)])


def row(it: figures.Dossier, code: str, source_id: int) -> dict:
    moments = {name: getattr(it, name) for name in ("received_at", "due_at", "paused_at", "finished_at")}
    days = {name.replace("_at", "_on"): day_of(moment) if moment else None for name, moment in moments.items()}
    own = {"code": code, "channel": it.channel, "status": it.status, "field": it.field, "source_id": source_id}
    texts = {"procedure_code": "", "procedure_name": "", "applicant": "", "unit_id": None}
    return own | texts | moments | days | {"exported_on": date(2026, 12, 31)}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dossiers=st.lists(dossier(), max_size=12), moment=st.sampled_from([AFTER_ALL]) | MINUTES)
def test_the_database_counts_what_the_definition_counts(app, dossiers, moment):
    stored(dossiers)
    measures = tuple(f"dossiers.{measure}" for measure in FIELD_MEASURES)
    for period in PERIODS:
        wanted = figures.figures(dossiers, period, now=moment)
        with as_of(moment):
            found, told = counts(period), counts_by_field(period, *measures)
        assert found == {name: wanted[name] for name in COUNTED}
        for field in filter(None, FIELDS):
            of_field = told.get(field, {})
            of_fields = {by_field(field, it): of_field.get(f"dossiers.{it}", 0) for it in FIELD_MEASURES}
            assert of_fields == {name: wanted.get(name, 0) for name in of_fields}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dossiers=st.lists(dossier(), max_size=12))
def test_the_figures_add_up_and_one_period_closes_where_the_next_opens(app, dossiers):
    stored(dossiers)
    one, following = (
        {name.removeprefix("dossiers."): count for name, count in counts(it).items()} for it in PERIODS[:2]
    )
    assert one["opening"] + one["received"] == one["resolved"] + one["rejected"] + one["carried_over"]
    assert one["resolved"] == one["resolved_early"] + one["resolved_on_time"] + one["resolved_late"]
    assert one["pending"] == one["pending_in_time"] + one["pending_late"]
    assert one["carried_over"] == one["pending"] + one["paused"] == following["opening"]


@pytest.mark.parametrize("came", [0, 1, 2, 60])
def test_what_was_open_at_the_end_is_counted_however_long_it_took_from_then(app, came):
    """Up to a quarter's length after the end it is found by its end, later by how long it took."""
    end = PERIODS[0].end
    day = figures.midnight(end - timedelta(days=came)) + timedelta(hours=9)
    ended = [figures.midnight(end + timedelta(days=days)) for days in (1, 91, 92, 93, 94, 95, 200, 1000)]
    stored([figures.Dossier("", None, Status.RESOLVED, day, finished_at=moment) for moment in ended])
    found = counts(PERIODS[0])
    assert found["dossiers.carried_over"] == found["dossiers.pending"] == len(ended)
    before = Period.containing(day.date() - timedelta(days=200))
    assert counts(before)["dossiers.carried_over"] == 0


def test_some_figures_may_be_asked_for_alone(app):
    stored([figures.Dossier("", None, Status.PENDING, figures.midnight(PERIODS[0].start))])
    assert counts(PERIODS[0], "dossiers.received", "dossiers.opening") == {
        "dossiers.received": 1,
        "dossiers.opening": 0,
    }


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"code": ""}, "has_code"),
        ({"status": Status.RESOLVED}, "ended_has_moment"),
        ({"finished_at": datetime(2026, 2, 6, tzinfo=UTC)}, "ended_has_moment"),
        ({"due_at": datetime(2026, 2, 4, tzinfo=UTC)}, "due_after_received"),
        (
            {"status": Status.RESOLVED, "finished_at": datetime(2026, 2, 4, tzinfo=UTC)},
            "finished_after_received",
        ),
    ],
)
def test_what_no_dossier_can_be_the_database_refuses(app, change, rule):
    stored([])
    told = figures.Dossier("", None, Status.PENDING, datetime(2026, 2, 5, tzinfo=UTC))
    values = row(told, "H1", db.session.scalar(select(Source.id))) | change
    with pytest.raises(IntegrityError, match=rule):
        db.session.execute(insert(Dossier.__table__), values)
