"""The sample quarter's internal procedures: one in force after another, one in work, and a TTHC nội bộ."""

from datetime import date

import pytest
from sqlalchemy import select

from intranet.demo import procedures
from intranet.kernel.db import db
from intranet.procedures.models import InternalProcedure, InternalTthc, in_force
from intranet.records.approval import State
from intranet.records.models import AuditEntry


@pytest.fixture
def sample(cast):
    parts = {"dau-moi": "an", "dau-moi-2": "binh", "giam-doc": "dung"}
    procedures.record({}, {name: cast(played) for name, played in parts.items()})


def revisions(day):
    found = db.session.scalars(select(InternalProcedure).where(in_force(day)))
    return [(it.code, it.revision) for it in found]


def test_one_applies_after_another_and_one_is_in_work(sample):
    assert revisions(date(2026, 1, 5)) == [("QT-HT-03", 1)]
    assert revisions(date(2026, 3, 14)) == [("QT-HT-03", 2)]
    drafts = db.session.scalars(select(InternalProcedure).where(InternalProcedure.state == State.DRAFT)).all()
    assert [it.sum.is_even for it in drafts] == [False], "still in work"


def test_the_tthc_is_whole_and_approved(sample):
    tthc = db.session.scalars(select(InternalTthc)).one()
    assert tthc.is_approved and all(text for _, _, text in tthc.parts)


def test_all_of_it_happened_within_the_quarter(sample):
    moments = db.session.scalars(select(AuditEntry.at)).all()
    assert moments and all(date(2025, 12, 15) <= at.date() <= date(2026, 3, 14) for at in moments)
