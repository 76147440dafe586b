"""Batches published and taken back: the dossiers are always what the published rows say, whatever the order."""

import itertools
from datetime import UTC, date, datetime, timedelta

import dossier_merging as merging
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, select

from intranet.dossiers.importing import Import
from intranet.dossiers.models import Dossier, ImportBatch, Source, SourceRow, Stage
from intranet.dossiers.publishing import derive, foresee, publish, undo
from intranet.dossiers.rows import ImportedRow
from intranet.dossiers.storing import received, source_named, store
from intranet.dossiers.vocabulary import ENDED, Channel, Status
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused

RECEIVED = datetime(2026, 2, 5, 1, tzinfo=UTC)
MONDAY, TUESDAY = date(2026, 3, 16), date(2026, 3, 17)
WHOLE = ("dossiers", "source_rows", "of_batch", "others", "dossier_states")
SHOWN = ("code", "status", "channel", "received_at", "due_at", "paused_at", "finished_at", "exported_on")


def said(status: Status, code: str = "H37-1", days: int = 3, name: str = "", due: bool = True) -> ImportedRow:
    finished = RECEIVED + timedelta(days=days) if status in ENDED else None
    due_at = RECEIVED + timedelta(days=days + 2) if due else None
    return ImportedRow(2, code, "", name, "Hộ tịch", "", Channel.ONLINE, status, RECEIVED, due_at, None, finished)


def staged(source: str, exported_on: date, *rows: ImportedRow) -> ImportBatch:
    batch = received(source_named(source), b"", "a.xlsx", None, exported_on)
    store(batch, Import((), tuple({row.code: row for row in rows}.values())))
    foresee(batch)
    return batch


def published(source: str, exported_on: date, *rows: ImportedRow) -> ImportBatch:
    batch = staged(source, exported_on, *rows)
    publish(batch)
    return batch


def dossiers() -> dict[str, tuple]:
    db.session.expire_all()
    found = db.session.scalars(select(Dossier))
    return {it.code: (it.source.name, *(getattr(it, name) for name in (*SHOWN, "procedure_name"))) for it in found}


def by_definition(files) -> dict[str, tuple]:
    """What dossier_merging.py, which is pure, says of the same rows."""
    rows = [merging.SourceRow(source, day, row) for source, day, told in files for row in told]
    found = merging.dossiers(rows).values()
    own = ("code", "status", "channel", "received_at", "due_at", "paused_at", "finished_at")
    return {
        it.row.code: (it.source, *(getattr(it.row, name) for name in own), it.exported_on, it.row.procedure_name)
        for it in found
    }


ROWS = st.builds(
    said,
    status=st.sampled_from(list(Status)),
    code=st.sampled_from(["H37-1", "H37-2", "H37-3"]),
    days=st.integers(1, 3),
    name=st.sampled_from(["", "Khai sinh"]),
    due=st.booleans(),
)
FILE = st.tuples(
    st.sampled_from(["bo", "tinh", "khac"]),
    st.sampled_from([MONDAY, TUESDAY]),
    st.lists(ROWS, min_size=1, max_size=3, unique_by=lambda row: row.code),
)


# Where the row that comes neither surely takes the dossier's place nor surely leaves it.
REOPENED = [("tinh", MONDAY, [said(Status.RESOLVED)]), ("tinh", TUESDAY, [said(Status.PENDING)])]
NOT_THE_NEWEST = [
    ("tinh", MONDAY, [said(Status.RESOLVED)]),
    ("bo", TUESDAY, [said(Status.PENDING)]),
    ("bo", MONDAY, [said(Status.RESOLVED, days=2)]),
]
OF_ONE_DAY = [("tinh", MONDAY, [said(Status.PENDING)]), ("tinh", MONDAY, [said(Status.RESOLVED)])]


@pytest.fixture
def emptied(app):
    """A function that takes every dossier and import away again."""

    def empty() -> None:
        for model in (Dossier, SourceRow, ImportBatch, Source):
            db.session.execute(delete(model))

    return empty


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(FILE, min_size=1, max_size=4), data=st.data())
def test_any_order_split_and_repetition_of_files_gives_the_dossiers_the_definition_gives(emptied, files, data):
    split = [(source, day, [row]) for source, day, rows in files for row in rows]
    parts = data.draw(st.sampled_from([files, split]))
    again = data.draw(st.lists(st.sampled_from(parts), max_size=2))
    emptied()
    for source, day, rows in data.draw(st.permutations(parts + again)):
        published(source, day, *rows)
    assert dossiers() == by_definition(files)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(FILE, min_size=1, max_size=3), last=FILE)
def test_undoing_the_last_batch_leaves_what_was_before(emptied, files, last):
    emptied()
    for source, day, rows in files:
        published(source, day, *rows)
    before = dossiers()
    source, day, rows = last
    undo(published(source, day, *rows))
    assert dossiers() == before == by_definition(files)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(FILE, max_size=3), last=FILE)
@example(files=REOPENED[:-1], last=REOPENED[-1])
@example(files=[REOPENED[0], ("khac", MONDAY, [said(Status.REJECTED)])], last=REOPENED[-1])
@example(files=NOT_THE_NEWEST[:-1], last=NOT_THE_NEWEST[-1])
@example(files=OF_ONE_DAY[:-1], last=OF_ONE_DAY[-1])
def test_what_is_foreseen_is_what_happens(emptied, files, last):
    emptied()
    for source, day, rows in files:
        published(source, day, *rows)
    before = {code: told[2:8] + told[9:] for code, told in dossiers().items()}
    source, day, rows = last
    batch = staged(source, day, *rows)
    outcome = (batch.created, batch.updated, batch.unchanged)
    publish(batch)
    after = {code: told[2:8] + told[9:] for code, told in dossiers().items()}
    codes = {row.code for row in rows}
    changed = {code for code in codes & before.keys() if before[code] != after[code]}
    assert outcome == (len(codes - before.keys()), len(changed), len(codes & before.keys()) - len(changed))
    others = {row.code for other, _, told in files for row in told if other != source}
    assert batch.elsewhere == len(codes & others)


def test_the_same_file_again_changes_nothing(app):
    rows = (said(Status.RESOLVED), said(Status.PENDING, "H37-2"))
    published("tinh", MONDAY, *rows)
    before = dossiers()
    again = published("tinh", MONDAY, *rows)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2) and dossiers() == before


def test_a_batch_is_undone_only_while_no_later_one_touched_its_rows(app):
    first = published("tinh", MONDAY, said(Status.PENDING), said(Status.PENDING, "H37-2"))
    apart = published("bo", MONDAY, said(Status.PENDING, "H37-3"))
    second = published("bo", TUESDAY, said(Status.RESOLVED, "H37-2"))
    with pytest.raises(Refused, match="nhập sau đã cập nhật hồ sơ"):
        undo(first)
    undo(apart)
    undo(second)
    undo(first)
    assert dossiers() == {}


def test_steps_that_are_out_of_turn_are_refused(app):
    batch = staged("tinh", MONDAY, said(Status.PENDING))
    with pytest.raises(Refused, match="Chỉ hoàn tác được đợt đã nhập"):
        undo(batch)
    publish(batch)
    with pytest.raises(Refused, match="không còn chờ xác nhận"):
        publish(batch)
    undo(batch)
    assert batch.stage is Stage.UNDONE
    for step in (publish, undo):
        with pytest.raises(Refused):
            step(batch)


def test_two_staged_batches_may_be_published_in_either_order(emptied):
    found = []
    for order in itertools.permutations((0, 1)):
        emptied()
        both = [
            staged("tinh", TUESDAY, said(Status.PENDING, days=1)),
            staged("tinh", MONDAY, said(Status.RESOLVED, days=2)),
        ]
        for at in order:
            publish(both[at])
        found.append(dossiers())
    assert found[0] == found[1] and found[0]["H37-1"][2] is Status.PENDING


def every_column(with_ids: bool = True) -> set[tuple]:
    columns = [it for it in Dossier.__table__.c if with_ids or it.name != "id"]
    return {tuple(row) for row in db.session.execute(select(*columns))}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(FILE, min_size=1, max_size=6), undone=st.lists(st.booleans(), min_size=6, max_size=6))
@example(files=REOPENED, undone=[False] * 6)
@example(files=NOT_THE_NEWEST, undone=[False] * 6)
@example(files=OF_ONE_DAY, undone=[False] * 6)
def test_what_a_batch_changes_is_what_deriving_everything_anew_gives_in_any_order_with_undo(emptied, files, undone):
    emptied()
    for (source, day, rows), is_undone in zip(files, undone, strict=False):
        batch = published(source, day, *rows)
        if is_undone:
            undo(batch)
        is_so = every_column()
        derive(select(SourceRow.code))
        assert every_column() == is_so, "nothing was left to do, and no dossier was made again"
        db.session.execute(delete(Dossier))
        derive(select(SourceRow.code))
        assert every_column(with_ids=False) == {row[1:] for row in is_so}


def test_a_dossier_keeps_its_address_when_it_is_told_again_or_taken_back(app):
    published("tinh", MONDAY, said(Status.PENDING), said(Status.PENDING, "H37-2"))
    addresses = dict(db.session.execute(select(Dossier.code, Dossier.id)).all())
    later = published("bo", TUESDAY, said(Status.RESOLVED), said(Status.PENDING, "H37-2"))
    assert dict(db.session.execute(select(Dossier.code, Dossier.id)).all()) == addresses
    undo(later)
    assert dict(db.session.execute(select(Dossier.code, Dossier.id)).all()) == addresses


def test_a_batch_of_a_repeated_export_writes_no_dossier_anew(app):
    rows = [said(Status.RESOLVED, f"H37-{number}") for number in range(20)]
    published("tinh", MONDAY, *rows)
    again, other = staged("tinh", MONDAY, *rows), staged("bo", MONDAY, *rows)
    written = []

    def note_down(*given):
        written.append((given[2], given[1].rowcount))

    event.listen(db.engine, "after_cursor_execute", note_down)
    publish(again)
    touched = [count for sql, count in written if " dossiers " in sql and not sql.startswith("SELECT")]
    assert touched and not any(count > 0 for count in touched)
    publish(other)
    event.remove(db.engine, "after_cursor_execute", note_down)
    own = [(text, count) for text, count in written if text.startswith("UPDATE dossiers") and count > 0]
    assert [text.split(" FROM ")[0] for text, _ in own] == [
        "UPDATE dossiers SET source_id=of_batch.source_id, exported_on=of_batch.exported_on"
    ], "of two that say the same the other goes before by its name"


def test_the_plan_of_publishing_reads_the_batch_and_looks_its_dossiers_up(app):
    """And never every dossier there is, of which there may be a million beside a small batch."""
    published("tinh", MONDAY, said(Status.PENDING))
    published("bo", MONDAY, said(Status.PENDING))
    batch = staged("bo", TUESDAY, said(Status.PENDING), said(Status.PENDING, "H37-2"))
    asked = []
    event.listen(db.engine, "before_cursor_execute", listener := lambda *args: asked.append(args[2:4]))
    foresee(batch)
    publish(batch)
    event.remove(db.engine, "before_cursor_execute", listener)
    plans = [
        step[3]
        for statement, given in asked
        if statement.split()[0] in ("SELECT", "UPDATE", "INSERT", "DELETE", "WITH")
        for step in db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
    ]
    whole = {step for step in plans if step.startswith("SCAN ") and step.split()[1] in WHOLE}
    assert any("of_batch" in step for step in plans) and not whole
