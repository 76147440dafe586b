"""Dossiers by part of their code: the index finds what looking at every code finds, and is in step with them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, select, text, update

from intranet.dossiers.importing import Import
from intranet.dossiers.listing import CODES
from intranet.dossiers.models import Dossier, DossierState, ImportBatch, Source, SourceRow
from intranet.dossiers.publishing import foresee, publish, undo
from intranet.dossiers.rows import ImportedRow
from intranet.dossiers.storing import received, source_named, store
from intranet.dossiers.vocabulary import Channel, Status
from intranet.kernel import wordsearch
from intranet.kernel.db import db
from intranet.kernel.search import fold

CAME = datetime(2026, 2, 5, 1, tzinfo=UTC)
STORED = ("000.00.14.H37-260305-0001", "000.00.14.H37-260305-00012", "H37.66-0002", 'G"1%_*', "AB")


def published(codes, source: str = "tinh", day: date = date(2026, 3, 16)) -> ImportBatch:
    rows = [ImportedRow(2, it, "", "", "", "", Channel.ONLINE, Status.PENDING, CAME, None, None, None) for it in codes]
    batch = received(source_named(source), b"", "a.xlsx", None, day)
    store(batch, Import((), tuple(rows)))
    foresee(batch)
    publish(batch)
    return batch


def found(typed: str) -> set[str]:
    matching = CODES.matching(typed)
    assert matching is not None
    return set(db.session.scalars(select(Dossier.code).where(matching.condition)))


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("H37-260305", set(STORED[:2])),
        ("h37", set(STORED[:3])),
        ("0002", {STORED[2]}),
        ("00012", {STORED[1]}),
        (" H37.66 ", {STORED[2]}),
        ("%_*", {STORED[3]}),
        ('g"1', {STORED[3]}),
        ("H37 OR G", set()),
        ("37", set(STORED[:3])),
        ("b", {"AB"}),
        ("không có", set()),
    ],
)
@pytest.mark.parametrize(("few", "listed"), [(10_000, 500), (10_000, 0), (1, 500), (-1, 0)])
def test_a_part_of_a_code_is_found_wherever_it_stands_and_however_many_have_it(
    app, monkeypatch, few, listed, typed, codes
):
    monkeypatch.setattr(wordsearch, "FEW", few)
    monkeypatch.setattr(wordsearch, "LISTED", listed)
    published(STORED)
    assert found(typed) == codes


@pytest.mark.parametrize("typed", [STORED[0], STORED[0].lower(), "AB", "ab"])
def test_a_code_typed_whole_is_that_dossier_and_not_those_that_begin_with_it(app, typed):
    published(STORED)
    assert found(typed) == {typed.upper()}


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_narrows_nothing(app, typed):
    assert CODES.matching(typed) is None


@pytest.mark.parametrize("listed", [500, 0])
def test_a_part_is_looked_up_and_the_codes_are_not_read(app, monkeypatch, listed):
    monkeypatch.setattr(wordsearch, "LISTED", listed)
    published(STORED)
    asked = []
    event.listen(db.engine, "before_cursor_execute", listener := lambda *args: asked.append(args[2:4]))
    matching = CODES.matching("260305")
    db.session.scalars(select(Dossier.id).where(matching.condition)).all()
    event.remove(db.engine, "before_cursor_execute", listener)
    plans = [
        step[3]
        for statement, values in asked
        for step in db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    ]
    assert matching.leads and not any(step.startswith("SCAN dossiers") for step in plans)
    assert any("VIRTUAL TABLE INDEX" in step for step in plans)


LETTERS = st.text(st.sampled_from('HhĐđ3-. %_"*7'), min_size=1, max_size=7).map(str.strip).filter(bool)


def in_step() -> None:
    db.session.execute(text("INSERT INTO dossier_codes (dossier_codes, rank) VALUES ('integrity-check', 1)"))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    files=st.lists(st.lists(LETTERS, min_size=1, max_size=5, unique=True), min_size=1, max_size=4),
    part=LETTERS,
    data=st.data(),
)
def test_the_index_is_in_step_with_what_is_published_and_taken_back(app, files, part, data):
    for model in (DossierState, Dossier, SourceRow, ImportBatch, Source):
        db.session.execute(delete(model))
    in_step()
    done = []
    for at, codes in enumerate(files):
        done.append(published(codes, data.draw(st.sampled_from(["bo", "tinh"])), date(2026, 3, 16 + at)))
        if data.draw(st.booleans()):
            undo(done.pop())
        in_step()
    stored = set(db.session.scalars(select(Dossier.code)))
    whole = stored & {part, part.upper()}
    assert found(part) == (whole or {code for code in stored if fold(part) in as_looked_at(code)})


def as_looked_at(code: str) -> str:
    """A code as searches compare it: whatever case its letters have."""
    return code.lower()


def test_the_index_follows_a_code_that_is_changed(app):
    published(STORED)
    db.session.execute(update(Dossier).where(Dossier.code == STORED[2]).values(code="K99-0002"))
    in_step()
    assert found("K99") == {"K99-0002"} and found("H37.66") == set()
