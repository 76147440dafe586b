"""Small offices at random in a database, made through the product's own operations.

`build(plan)`, inside an application context, writes what the plan names: people of some units, records of every
register in every state, typed figures, dossiers of up to two systems by their exports. The same plan makes the same
office. What figures page, report, dashboard, command and lists say of it can then be held against each other.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from chance import Chance, of_seed
from factories import (
    a_cause,
    a_document,
    a_finding,
    a_procedure,
    a_proposal,
    a_ready_inspection,
    a_training,
    a_unit,
    a_user,
    an_item,
    an_overdue_case,
)
from world_dossiers import Life, export_of, lives
from world_figures import dossiers as dossier_figures
from world_figures import remembered, typed_groups

from intranet.accounts.models import Role, User
from intranet.documents.types import Direction
from intranet.dossiers import operations as imports
from intranet.figures.operations import enter
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records
from intranet.records.models import Record
from intranet.trainings.models import Attendee

SYSTEMS = ("Hệ thống tỉnh", "Hệ thống bộ")
# What people did with a record since it was drafted, by whom, with which note.
STEPS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "draft": (),
    "submitted": (("submit", "officer", ""),),
    "returned": (("submit", "officer", ""), ("send_back", "director", "Bổ sung.")),
    "approved": (("submit", "officer", ""), ("approve", "director", "")),
    "cancelled": (("cancel", "officer", "Ghi nhầm."),),
}
LOGGED = ("draft", "cancelled")  # the states of what nobody needs to approve
QUARTER = Period(2026, 3, 3)
FIRST_RATE = date(2025, 1, 1)  # nobody can reckon what a proposal saves before there is a rate of an hour's work


@dataclass(frozen=True)
class OfficePlan:
    """How much of everything an office has; how all of it falls, the seed says. The plain plan is an empty office."""

    seed: int = 0
    period: Period = QUARTER
    units: int = 1
    inspections: int = 0
    documents: int = 0
    trainings: int = 0
    proposals: int = 0
    procedures: int = 0
    overdue_cases: int = 0
    has_typed_figures: bool = False
    systems: int = 0
    dossiers: int = 0  # of each system
    exports: int = 1  # of each system


EMPTY = OfficePlan()


def plan_of(seed: int) -> OfficePlan:
    """A small office by its seed: any register may be unused, or hold one record or a few."""
    dice = of_seed(seed).dice
    registers = ("inspections", "documents", "trainings", "proposals", "procedures", "overdue_cases")
    return replace(
        EMPTY,
        seed=seed,
        period=dice.choice(Period.of_year(dice.choice((2025, 2026)))),
        units=dice.randint(1, 3),
        has_typed_figures=dice.random() < 0.5,
        systems=dice.randint(0, len(SYSTEMS)),
        dossiers=dice.choice((0, 1, 12, 40)),
        exports=dice.randint(1, 3),
        **{register: dice.choice((0, 0, 1, 5)) for register in registers},
    )


@dataclass(frozen=True)
class BuiltOffice:
    """What was built: the people, and each system's dossiers as they truly lived."""

    plan: OfficePlan
    officers: tuple[User, ...]
    controller: User
    director: User
    lives: dict[str, tuple[Life, ...]]


def build(plan: OfficePlan) -> BuiltOffice:
    chance, period = of_seed(plan.seed), plan.period
    units = [a_unit(f"DV{number}") for number in range(1, plan.units + 1)]
    officers = tuple(a_user(f"can-bo-{unit.code.lower()}", Role.OFFICER, unit) for unit in units)
    controller = a_user("kiem-soat-w", Role.CONTROLLER, units[0])
    director = a_user("giam-doc-w", Role.DIRECTOR, units[0])
    for register, one in REGISTERS.items():
        for number in range(1, getattr(plan, register) + 1):
            put_into(register, one, chance, chance.dice.choice(officers), director, period, number)
    if plan.has_typed_figures:
        type_figures(chance, period, controller)
    lived = {name: import_dossiers(chance, plan, name, controller) for name in SYSTEMS[: plan.systems]}
    db.session.commit()
    return BuiltOffice(plan, officers, controller, director, lived)


@contextmanager
def at(day: date) -> Iterator[None]:
    """Ten in the morning of a day in Vietnam."""
    with as_of(datetime(day.year, day.month, day.day, 3, tzinfo=UTC)):
        yield


# Records. Each is drafted on a day, about days before it, most of them within the period.

Maker = Callable[[Chance, User, date, int], Record]


def put_into(
    register: str, one: Maker, chance: Chance, officer: User, director: User, period: Period, number: int
) -> None:
    """A record, and what people did with it in the days after."""
    day = chance.day(period.start - timedelta(days=10), period.end + timedelta(days=10))
    if register == "proposals":
        day = max(day, FIRST_RATE)
    with at(day):
        record = one(chance, officer, day, number)
    states = LOGGED if register == "documents" else tuple(STEPS)
    people = {"officer": officer, "director": director}
    for action, who, note in STEPS[chance.dice.choice(states)]:
        day += timedelta(days=chance.dice.randint(0, 6))
        with at(day):
            records.act(record, action, people[who], note)


def inspection(chance: Chance, officer: User, day: date, number: int) -> Record:
    days = {"started_on": day - timedelta(days=3), "ended_on": day - timedelta(days=1), "concluded_on": day}
    record = a_ready_inspection(officer, title=f"Kiểm tra {number}", **days)
    for position in range(2, 2 + chance.dice.randint(0, 2)):
        a_finding(an_item(record, position), due_on=day + timedelta(days=chance.dice.randint(1, 60)))
    db.session.refresh(record)
    return record


def document(chance: Chance, officer: User, day: date, number: int) -> Record:
    direction = chance.dice.choice((Direction.ISSUED, Direction.RECEIVED))
    return a_document(officer, direction=direction, symbol=f"{number}/KH-UBND", issued_on=day)


def training(chance: Chance, officer: User, day: date, number: int) -> Record:
    attendee = Attendee(officer.unit, "", chance.dice.randint(1, 40), "")
    started_on = day - timedelta(days=chance.dice.randint(1, 4))
    return a_training(officer, attendee, title=f"Khóa {number}", started_on=started_on, ended_on=day)


def proposal(chance: Chance, officer: User, day: date, number: int) -> Record:
    return a_proposal(officer, title=f"Phương án {number}", is_business=chance.flag())


def procedure(chance: Chance, officer: User, day: date, number: int) -> Record:
    effective_from = day + timedelta(days=chance.dice.randint(-5, 30))
    return a_procedure(officer, title=f"Quy trình {number}", code=f"QT-{number:02}", effective_from=effective_from)


def overdue_case(chance: Chance, officer: User, day: date, number: int) -> Record:
    """Explained, or it could not be submitted; ended late, or late still."""
    due_on = day - timedelta(days=chance.dice.randint(10, 30))
    return an_overdue_case(
        officer,
        code=f"000.00.14.H37-{number:04}",
        received_on=due_on - timedelta(days=5),
        due_on=due_on,
        finished_on=chance.dice.choice((None, day - timedelta(days=1))),
        main_cause=a_cause(chance.dice.choice(("CQ-04", "HT-01"))),
        explanation="Hệ thống cập nhật chậm.",
    )


REGISTERS: dict[str, Maker] = {
    "inspections": inspection,
    "documents": document,
    "trainings": training,
    "proposals": proposal,
    "procedures": procedure,
    "overdue_cases": overdue_case,
}


# Figures and dossiers.


def type_figures(chance: Chance, period: Period, controller: User) -> None:
    """Some of what a period asks for, without a contradiction."""
    of_dossiers = dossier_figures(chance, fields=())
    groups = [remembered(chance, group) for group in [of_dossiers, *typed_groups(chance, of_dossiers)]]
    values = {name: value for group in groups for name, value in group.values.items()}
    with at(period.end + timedelta(days=2)):
        enter(period, values, {}, {}, controller)


def import_dossiers(chance: Chance, plan: OfficePlan, system: str, controller: User) -> tuple[Life, ...]:
    """Exports of one system, the last of them after the period's end, each imported on the day after it."""
    lived = lives(chance, plan.period, plan.dossiers, f"H{SYSTEMS.index(system) + 1}")
    last = plan.period.end + timedelta(days=chance.dice.randint(1, 9))
    for number in reversed(range(plan.exports)):
        day = last - timedelta(days=15 * number)
        with at(day + timedelta(days=1)):
            batch, _ = imports.import_at_once(system, export_of(lived, day), f"ho-so-{day}.csv", day, controller)
            imports.confirm(batch, False, controller)
    return lived
