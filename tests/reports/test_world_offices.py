"""Offices made through the product's own operations: each plan makes the office it names, the empty one among them."""

import shutil
from collections import Counter

import pytest
from conftest import build as application
from sqlalchemy import func, select
from world_offices import EMPTY, REGISTERS, OfficePlan, build, plan_of

from intranet.dossiers.models import Dossier
from intranet.figures.collecting.collect import collect
from intranet.figures.facts import Facts
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records.models import Record

FULL = OfficePlan(
    seed=1, period=Period(2026, 6, 3), units=3, inspections=5, documents=5, trainings=5, proposals=5, procedures=5,
    overdue_cases=5, has_typed_figures=True, systems=2, dossiers=30, exports=2,
)  # fmt: skip
KINDS = {
    "inspections": "inspection",
    "documents": "document",
    "trainings": "training",
    "proposals": "proposal",
    "procedures": "internal_procedure",
    "overdue_cases": "overdue_case",
}


@pytest.fixture
def facts_of_a_new(migrated, tmp_path):
    """Builds the office of a plan in a database of its own, and collects what its report knows."""
    made = []

    def facts_of(plan: OfficePlan) -> tuple[Facts, Counter, int]:
        copy = tmp_path / f"office-{len(made)}.db"
        made.append(shutil.copy(migrated, copy))
        with application(copy).app_context():
            office = build(plan)
            kinds = Counter(db.session.scalars(select(Record.kind)))
            count = db.session.scalar(select(func.count()).select_from(Dossier))
            assert count <= sum(len(lived) for lived in office.lives.values())
            facts = collect(plan.period)
            db.session.remove()
            db.engine.dispose()
        return facts, kinds, count

    return facts_of


@pytest.mark.parametrize("plan", [EMPTY, FULL, plan_of(7)], ids=["empty", "full", "by seed"])
def test_a_plan_makes_the_office_it_names(plan, facts_of_a_new):
    facts, kinds, dossiers = facts_of_a_new(plan)
    assert {register: kinds[KINDS[register]] for register in REGISTERS} == {
        register: getattr(plan, register) for register in REGISTERS
    }
    assert bool(dossiers) is bool(plan.systems and plan.dossiers)
    assert facts.period == plan.period


def test_the_same_plan_makes_the_same_office(facts_of_a_new):
    assert facts_of_a_new(FULL) == facts_of_a_new(FULL)
    assert facts_of_a_new(FULL)[0] != facts_of_a_new(EMPTY)[0]
