"""Late stands once: whoever asks, of one dossier or of all, by a page or by a figure, hears the same."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, insert, select

from intranet.dossiers import standing
from intranet.dossiers.counting import COUNTED, counts
from intranet.dossiers.lateness import last_day_before, looked_at, midnight, was_paused
from intranet.dossiers.models import Dossier, Source
from intranet.dossiers.totals import LISTED, Urgent, is_urgent
from intranet.dossiers.vocabulary import ENDED, Status
from intranet.kernel.clock import VIETNAM, as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.tables.cells import day_of
from intranet.overdue import falling_due
from intranet.overdue.counting import late, was_late
from intranet.overdue.late_list import late_dossiers
from intranet.overdue.progress import explained_of

Q1 = Period.parse("2026-Q1")
TEN = datetime(2026, 3, 3, 10, tzinfo=VIETNAM)
IT = Dossier.__table__.c
NUMBERS = count(1)


@pytest.fixture
def dossier(app):
    """Makes a dossier received on 2/2/2026, by its moments."""
    source = Source(name="Hệ thống tỉnh", known={})
    db.session.add(source)
    db.session.flush()

    def make(due, status=Status.PENDING, paused=None, finished=None, received=None) -> Dossier:
        found = Dossier(
            **row(source.id, received or datetime(2026, 2, 2, 1, tzinfo=UTC), status, due, paused, finished)
        )
        db.session.add(found)
        db.session.flush()
        return found

    return make


def row(source_id, received, status, due, paused, finished) -> dict:
    moments = {"received": received, "due": due, "paused": paused, "finished": finished}
    values = {f"{name}_at": moment and moment.astimezone(UTC) for name, moment in moments.items()}
    values |= {f"{name}_on": moment and day_of(moment) for name, moment in moments.items()}
    texts = {"procedure_code": "", "procedure_name": "", "field": "", "applicant": "", "unit_id": None, "channel": None}
    own = {"code": f"H37-{next(NUMBERS)}", "status": status, "source_id": source_id, "exported_on": date(2026, 3, 1)}
    return values | texts | own


def answers(found: Dossier, client) -> dict[str, bool]:
    """Whether it is late now, as each place of the product says that is asked in the running quarter."""
    line = next(iter(late_dossiers([found.id])))
    falling = next(iter(falling_due.load([found.id])))
    pages = {
        name: f'href="/dossiers/{found.id}"' in client.get(address).text
        for name, address in (
            ("falling due", "/overdue/falling-due?when=late"),
            ("list of urgent ones", "/dossiers/?urgent=late"),
            ("late list", "/overdue/to-explain?period=2026-Q1"),
            ("list of the figure", "/dossiers/?figure=2026-Q1:dossiers.pending_late"),
        )
    }
    listed = {
        "late of the dashboard": LISTED["dossiers.late"](Q1),
        "late of the period": late(Q1),
        "was late": was_late(Q1),
        "urgent": is_urgent(Urgent.LATE),
    }
    asked = {name: db.session.scalar(select(IT.id).where(condition)) is not None for name, condition in listed.items()}
    return (
        pages
        | asked
        | {
            "figure": counts(Q1)["dossiers.pending_late"] == 1,
            "progress": explained_of(Q1).late == 1,
            "line of the late list": line.is_late,
            "its words": line.lateness != "chưa quá hạn",
            "line of what falls due": falling.is_late,
            "its time": falling.time_left.startswith("Trễ"),
            "itself": found.late_at(TEN),
        }
    )


def test_due_at_eight_it_is_late_at_ten_on_every_page_and_in_every_figure(dossier, as_user):
    found = dossier(datetime(2026, 3, 3, 8, tzinfo=VIETNAM))
    with as_of(TEN):
        assert answers(found, as_user("chi")) == dict.fromkeys(answers(found, as_user("chi")), True)
        soon = as_user("chi").get("/overdue/falling-due?when=soon").text
        assert f'href="/dossiers/{found.id}"' not in soon


@pytest.mark.parametrize("due", [datetime(2026, 3, 3, 17, tzinfo=VIETNAM), datetime(2026, 3, 6, 8, tzinfo=VIETNAM)])
def test_due_this_afternoon_or_in_three_days_it_is_late_nowhere(dossier, as_user, due):
    found = dossier(due)
    with as_of(TEN):
        assert answers(found, as_user("chi")) == dict.fromkeys(answers(found, as_user("chi")), False)
        assert counts(Q1)["dossiers.pending_in_time"] == 1


def test_a_case_is_made_of_a_dossier_that_is_late_by_an_hour(dossier, as_user, cast):
    found = dossier(datetime(2026, 3, 3, 8, tzinfo=VIETNAM))
    found.unit_id = cast("an").unit_id
    typed = {
        "code": found.code, "procedure_name": "Khai sinh", "unit": str(found.unit_id), "received_on": "2026-02-02",
        "due_on": "2026-03-03",
    }  # fmt: skip
    db.session.commit()
    with as_of(TEN - timedelta(hours=3)):
        assert as_user("an").post("/overdue/new", data=typed).status_code == 422
    with as_of(TEN):
        assert as_user("an").post("/overdue/new", data=typed).status_code == 303


def test_a_period_is_looked_at_the_midnight_after_its_last_day_a_running_one_now():
    assert looked_at(Q1, TEN) == TEN
    closed = datetime(2026, 3, 15, tzinfo=VIETNAM)
    assert looked_at(Q1, closed) == looked_at(Q1, closed + timedelta(days=1)) == closed
    assert last_day_before(closed) == date(2026, 3, 14) and last_day_before(TEN) == date(2026, 3, 3)


def test_what_was_put_together_yesterday_asks_for_the_moment_anew(dossier):
    dossier(datetime(2026, 3, 4, 8, tzinfo=VIETNAM))
    query = select(IT.id).where(COUNTED["dossiers.pending_late"](Q1))
    for day, found in ((3, 0), (4, 1), (3, 0), (31, 1)):
        with as_of(datetime(2026, 3, day, 10, tzinfo=VIETNAM)):
            assert len(db.session.scalars(query).all()) == found


MIDNIGHTS = [midnight(day) for day in (Q1.start, Q1.end, Q1.end + timedelta(days=1), date(2026, 3, 3))]
MOMENTS = st.builds(
    lambda day, seconds: day + timedelta(seconds=seconds),
    st.sampled_from(MIDNIGHTS),
    st.sampled_from([-86400, -3600, -1, 0, 1, 3600, 86399, 86400]),
)


@st.composite
def rows(draw) -> tuple:
    received, status = draw(MOMENTS), draw(st.sampled_from(list(Status)))
    later = MOMENTS.map(lambda moment: max(moment, received))
    finished = draw(later) if status in ENDED else None
    return received, status, draw(st.none() | later), draw(st.none() | MOMENTS), finished


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(rows(), min_size=1, max_size=15), moment=MOMENTS)
@example(made=[(MIDNIGHTS[0], Status.PENDING, None, None, None)], moment=MIDNIGHTS[2])
def test_a_query_says_of_each_dossier_what_the_dossier_says_of_itself(app, made, moment):
    db.session.execute(delete(Dossier))
    source = db.session.scalar(select(Source)) or Source(name="Hệ thống", known={})
    db.session.add(source)
    db.session.flush()
    db.session.execute(insert(Dossier.__table__), [row(source.id, *told) for told in made])
    db.session.expire_all()
    found = db.session.scalars(select(Dossier)).all()
    at = standing.seen_at(lambda: moment)
    by_query = {
        "late": standing.late_at(IT, at),
        "paused": standing.was_paused(IT, at.last_day),
        "ended late": standing.has_ended_late(IT),
    }
    by_itself = {
        "late": lambda it: it.late_at(moment),
        "paused": lambda it: was_paused(it, last_day_before(moment)),
        "ended late": lambda it: it.has_ended_late,
    }
    for name, condition in by_query.items():
        ids = set(db.session.scalars(select(IT.id).where(condition)))
        assert ids == {it.id for it in found if by_itself[name](it)}, name
        assert ids.isdisjoint(db.session.scalars(select(IT.id).where(~condition))), name


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        (lambda: is_urgent(Urgent.LATE), "ix_dossiers_status_due_on"),
        (lambda: is_urgent(Urgent.SOON), "ix_dossiers_status_due_on"),
        (lambda: falling_due.LISTING.of, "ix_dossiers_status_due_on"),
        (lambda: late(Q1), "ix_dossiers_ended_late"),
        (lambda: late(Q1), "ix_dossiers_status_due_on"),
    ],
    ids=["late now", "due soon", "falling due", "ended late", "late in a period"],
)
def test_days_lead_to_the_few_whose_moments_are_looked_at(app, condition, index):
    asked = []
    event.listen(db.engine, "before_cursor_execute", listener := lambda *args: asked.append(args[2:4]))
    db.session.scalars(select(IT.id).where(condition())).all()
    event.remove(db.engine, "before_cursor_execute", listener)
    statement, parameters = asked[-1]
    steps = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    plan = "; ".join(step[3] for step in steps)
    assert index in plan and f"SCAN {Dossier.__tablename__}" not in plan, plan
