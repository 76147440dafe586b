"""How dossiers stood at the ends of quarters: what the first export after each end said, whatever came later."""

from datetime import UTC, date, datetime, timedelta

import dossier_figures as figures
import dossier_merging as merging
import pytest
from flask_migrate import downgrade, upgrade
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, select

from intranet.dossiers.counting import COUNTED, counts, counts_by_field
from intranet.dossiers.importing import Import
from intranet.dossiers.models import Dossier, DossierState, ImportBatch, Source, SourceRow
from intranet.dossiers.publishing import foresee, publish, undo
from intranet.dossiers.rows import ImportedRow
from intranet.dossiers.storing import received, source_named, store
from intranet.dossiers.vocabulary import ENDED, Channel, Status
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.overdue.counting import late, was_late
from intranet.overdue.late_list import late_dossiers

Q4, Q1, Q2, Q3 = (Period.parse(code) for code in ("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"))
QUARTERS = (Q4, Q1, Q2, Q3)
FIRST = date(2025, 12, 1)
ON_THE_END, AFTER, LATER = date(2026, 3, 14), date(2026, 3, 15), date(2026, 3, 17)
NEXT, LAST = date(2026, 6, 17), date(2026, 9, 20)
CODES = ("H37-1", "H37-2", "H37-3")
OPEN_ONES = {name: condition for name, condition in COUNTED.items() if "pending" in name or "paused" in name}


def at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC) - timedelta(hours=7)


def said(
    status: Status = Status.PENDING,
    code: str = "H37-1",
    came: date = FIRST,
    due: date | None = date(2026, 3, 10),
    paused: date | None = None,
    ended: date | None = None,
) -> ImportedRow:
    moments = (at(came), due and max(at(due, 17), at(came)), paused and at(paused), ended and max(at(ended), at(came)))
    return ImportedRow(2, code, "", "", "Hộ tịch", "", Channel.ONLINE, status, *moments)


def published(source: str, exported_on: date, *rows: ImportedRow) -> ImportBatch:
    batch = received(source_named(source), b"", "a.xlsx", None, exported_on)
    store(batch, Import((), rows))
    foresee(batch)
    publish(batch)
    return batch


def states() -> dict[tuple[str, date], tuple]:
    rows = db.session.execute(select(DossierState.__table__))
    return {(row.code, row.ends_on): (row.is_paused, row.due_at) for row in rows}


def by_definition(files) -> dict[tuple[str, date], tuple]:
    """What dossier_merging.py and dossier_figures.py, the definitions, say of the same rows."""
    found = {}
    for period in QUARTERS:
        for code, state in told_after(files, period).items():
            found[code, period.end] = (state.is_paused, state.due_at)
    return found


def told_after(files, period: Period) -> dict[str, figures.State]:
    rows = [merging.SourceRow(source, day, row) for source, day, rows in files for row in rows]
    stop = figures.midnight(period.end + timedelta(days=1))
    told = merging.told_after(rows, period.end)
    return {
        code: figures.State(figures.is_paused(as_dossier(one.row), stop), one.row.due_at) for code, one in told.items()
    }


def as_dossier(row: ImportedRow) -> figures.Dossier:
    moments = (row.received_at, row.due_at, row.paused_at, row.finished_at)
    return figures.Dossier(row.code, row.channel, row.status, *moments, field=row.field)


def figures_by_definition(files, period: Period) -> dict[str, int]:
    rows = [merging.SourceRow(source, day, row) for source, day, rows in files for row in rows]
    dossiers = [as_dossier(one.row) for one in merging.dossiers(rows).values()]
    return figures.figures(dossiers, period, told_after(files, period))


@pytest.fixture
def emptied(app):
    """A function that takes every dossier and import away again."""

    def empty() -> None:
        for model in (DossierState, Dossier, SourceRow, ImportBatch, Source):
            db.session.execute(delete(model))

    return empty


@pytest.fixture(autouse=True)
def when_all_is_over():
    with as_of(datetime(2027, 1, 4, tzinfo=UTC)):
        yield


DAYS = st.sampled_from(
    [
        FIRST,
        date(2025, 12, 14),
        date(2025, 12, 15),
        date(2026, 3, 10),
        ON_THE_END,
        AFTER,
        LATER,
        date(2026, 6, 14),
        NEXT,
    ]
)


@st.composite
def rows(draw) -> ImportedRow:
    status, came = draw(st.sampled_from(list(Status))), draw(DAYS)
    ended = max(draw(DAYS), came) if status in ENDED else None
    return said(status, draw(st.sampled_from(CODES)), came, draw(st.none() | DAYS), draw(st.none() | DAYS), ended)


FILES = st.tuples(
    st.sampled_from(["bo", "tinh"]),
    st.sampled_from([date(2025, 12, 20), ON_THE_END, AFTER, LATER, date(2026, 6, 14), NEXT, LAST]),
    st.lists(rows(), min_size=1, max_size=3, unique_by=lambda row: row.code),
)
REWRITTEN = [
    ("tinh", LATER, [said(Status.PAUSED, paused=date(2026, 3, 1)), said(code="H37-2", due=None)]),
    ("tinh", NEXT, [said(Status.RESOLVED, ended=date(2026, 4, 1)), said(code="H37-2")]),
]


def agree(files) -> None:
    assert states() == by_definition(files)
    for period in QUARTERS:
        wanted = figures_by_definition(files, period)
        found = counts(period)
        assert found == {name: wanted[name] for name in COUNTED}, period.code
        for name, condition in OPEN_ONES.items():
            assert len(db.session.scalars(select(Dossier.id).where(condition(period))).all()) == found[name], name
        assert found["dossiers.carried_over"] == found["dossiers.pending"] + found["dossiers.paused"]
        assert found["dossiers.carried_over"] == counts(period.next)["dossiers.opening"]
        every_late = set(db.session.scalars(select(Dossier.id).where(was_late(period))))
        assert set(db.session.scalars(select(Dossier.id).where(late(period)))) == every_late
        assert all(line.is_late for line in late_dossiers(every_late))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(FILES, min_size=1, max_size=6), data=st.data())
def test_any_order_split_and_repetition_of_files_gives_the_states_the_definition_gives(emptied, files, data):
    split = [(source, day, [row]) for source, day, rows in files for row in rows]
    parts = data.draw(st.sampled_from([files, split]))
    again = data.draw(st.lists(st.sampled_from(parts), max_size=2))
    emptied()
    for source, day, rows in data.draw(st.permutations(parts + again)):
        published(source, day, *rows)
    agree(files)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(FILES, max_size=4), undone=st.lists(FILES, min_size=1, max_size=2))
@example(files=REWRITTEN, undone=[("bo", AFTER, [said(Status.PAUSED)])])
@example(files=REWRITTEN[1:], undone=REWRITTEN[:1])
def test_what_is_taken_back_leaves_no_trace(emptied, files, undone):
    emptied()
    for source, day, rows in files:
        published(source, day, *rows)
    before = states()
    for batch in reversed([published(source, day, *rows) for source, day, rows in undone]):
        undo(batch)
    assert states() == before
    agree(files) if files else None


def test_a_pause_at_the_end_stays_when_a_later_export_tells_how_it_went_on(app):
    paused = said(Status.PAUSED, paused=date(2026, 3, 1))
    published("tinh", LATER, paused)
    before = counts(Q1)
    assert before["dossiers.paused"] == 1
    for status, ended in ((Status.PENDING, None), (Status.RESOLVED, date(2026, 4, 2))):
        published("tinh", NEXT, said(status, ended=ended))
        assert counts(Q1) == before


def test_a_due_date_put_off_later_leaves_an_earlier_quarter_as_it_was(app):
    published("tinh", LATER, said(due=date(2026, 3, 10)))
    assert counts(Q1)["dossiers.pending_late"] == 1
    published("tinh", NEXT, said(Status.RESOLVED, due=date(2026, 4, 10), ended=date(2026, 4, 8)))
    assert counts(Q1)["dossiers.pending_late"] == 1 and counts(Q2)["dossiers.resolved_early"] == 1
    [line] = late_dossiers(db.session.scalars(select(Dossier.id)).all())
    assert line.is_late and line.due_on == date(2026, 3, 10) and "ngày làm việc" in line.lateness


def test_an_export_of_the_last_day_itself_does_not_tell_how_that_day_ended(app):
    published("tinh", ON_THE_END, said(Status.PAUSED, paused=date(2026, 3, 1)))
    assert ("H37-1", Q1.end) not in states()
    assert counts(Q1)["dossiers.paused"] == 1, "as its events say"
    published("tinh", AFTER, said())
    assert states()["H37-1", Q1.end][0] is False and counts(Q1)["dossiers.pending"] == 1


def test_an_export_found_later_that_lies_nearer_to_the_end_takes_over_even_by_silence(app):
    published("tinh", NEXT, said(Status.PAUSED, paused=date(2026, 3, 1)), said(code="H37-2"))
    assert states()["H37-1", Q1.end][0] is True
    nearer = published("tinh", LATER, said(code="H37-2", due=date(2026, 3, 20)))
    assert ("H37-1", Q1.end) not in states(), "the first export does not tell it, so its events do"
    assert states()["H37-2", Q1.end] == (False, at(date(2026, 3, 20), 17))
    undo(nearer)
    assert states()["H37-1", Q1.end][0] is True and states()["H37-2", Q1.end] == (False, at(date(2026, 3, 10), 17))


def test_of_two_systems_what_has_ended_goes_first_then_the_newest_export_then_the_name(app):
    published("tinh", LATER, said(Status.PAUSED))
    published("bo", AFTER, said(Status.RESOLVED, ended=AFTER))
    assert states()["H37-1", Q1.end][0] is False, "it has ended by one of them: it was being handled"
    published("bo", LATER, said(Status.PENDING))
    assert states()["H37-1", Q1.end][0] is False, "the first export after the end is still that of the 15th"


def test_of_two_exports_of_one_day_the_one_further_on_tells(app):
    published("tinh", LATER, said(Status.PAUSED))
    assert states()["H37-1", Q1.end][0] is True
    published("tinh", LATER, said(Status.RESOLVED, ended=AFTER))
    assert states()["H37-1", Q1.end][0] is False


def test_a_dossier_taken_up_again_counts_as_open_by_its_events_and_was_not_told_as_open(app):
    published("tinh", LATER, said(Status.RESOLVED, ended=date(2026, 3, 12)))
    assert ("H37-1", Q1.end) not in states() and counts(Q1)["dossiers.resolved_late"] == 1
    published("tinh", NEXT, said(Status.PENDING, due=date(2026, 3, 12)))
    assert ("H37-1", Q1.end) not in states() and counts(Q1)["dossiers.pending_late"] == 1


def test_without_a_due_date_it_is_never_late_even_where_one_was_set_later(app):
    published("tinh", LATER, said(due=None))
    published("tinh", NEXT, said(due=date(2026, 3, 1)))
    assert counts(Q1)["dossiers.pending_in_time"] == 1 and counts(Q2)["dossiers.pending_late"] == 1


def test_a_late_dossier_of_an_earlier_quarter_can_still_be_explained_though_it_was_put_off(app, as_user, cast):
    published("tinh", LATER, said(due=date(2026, 3, 10)))
    published("tinh", NEXT, said(Status.RESOLVED, due=date(2026, 4, 10), ended=date(2026, 4, 8)))
    db.session.commit()
    key = db.session.scalar(select(Dossier.id))
    page = as_user("chi").get("/overdue/to-explain?period=2026-Q1").text
    assert "10/03/2026" in page and "10/04/2026" not in page
    assert as_user("chi").get(f"/overdue/explain?period=2026-Q1&dossier={key}").status_code == 200


@pytest.mark.parametrize("files", [REWRITTEN, REWRITTEN[::-1]])
def test_a_database_from_before_gets_the_states_of_the_rows_it_has(app, files):
    for source, day, told in files:
        published(source, day, *told)
    before = states()
    db.session.commit()
    downgrade(revision="020")
    upgrade()
    assert states() == before == by_definition(files)


@pytest.mark.parametrize(
    "asked", [lambda: counts(Q1), lambda: counts_by_field(Q1, *COUNTED)], ids=["whole", "by field"]
)
def test_counting_reads_stretches_of_an_index_and_looks_up_the_few_that_were_open(app, asked):
    statements = []
    event.listen(db.engine, "before_cursor_execute", listener := lambda *args: statements.append(args[2:4]))
    asked()
    event.remove(db.engine, "before_cursor_execute", listener)
    statement, parameters = statements[-1]
    plan = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    of_dossiers = [step[3] for step in plan if " dossiers " in step[3]]
    stretches = [step for step in of_dossiers if "INDEX ix_dossiers_counted (finished_on" in step]
    long = [step for step in of_dossiers if "INDEX ix_dossiers_took_long (finished_on>?" in step]
    assert len(of_dossiers) == 4 and len(stretches) == 3 and len(long) == 1
    of_states = {step[3] for step in plan if " dossier_states " in step[3]}
    assert of_states == {"SEARCH dossier_states USING PRIMARY KEY (code=? AND ends_on=?)"}
