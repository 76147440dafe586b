"""What a year of training comes to: by unit, by person, and who has had none.

The year is that of the reports, so that these figures are those of the year's report and the list's period leads to
what stands behind them. The database counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, Subquery, func, select
from sqlalchemy.orm import joinedload

from intranet.accounts.models import Role, Unit, User
from intranet.kernel.db import db
from intranet.kernel.listing import Condition
from intranet.kernel.period import FIRST_YEAR, LAST_YEAR, Period
from intranet.kernel.search import fold
from intranet.records.approval import State
from intranet.records.models import Record
from intranet.records.visibility import visible_to
from intranet.trainings.models import Attendance, Training

RECORDS, TRAININGS, UNITS = Record.__table__, Training.__table__, Unit.__table__
ATTENDANCES = Attendance.__table__
COURSES = RECORDS.join(TRAININGS, TRAININGS.c.id == RECORDS.c.id)
ATTENDED = COURSES.join(ATTENDANCES, ATTENDANCES.c.training_id == TRAININGS.c.id)


@dataclass(frozen=True)
class Amounts:
    """`hours` are those of the courses; `person_hours` count them for each who took part."""

    courses: int
    participations: int
    hours: int
    person_hours: int


@dataclass(frozen=True)
class UnitTotal:
    unit_id: int
    unit: str
    amounts: Amounts


@dataclass(frozen=True)
class PersonTotal:
    """Somebody who was named, by unit and `key`, the name without regard to how it was typed."""

    unit_id: int
    key: str
    full_name: str
    unit: str
    courses: int
    hours: int


@dataclass(frozen=True)
class Totals:
    """`is_of_one_unit`: of the courses one unit recorded, to which the person who asks belongs."""

    period: Period
    is_of_one_unit: bool
    whole: Amounts
    units: tuple[UnitTotal, ...]
    people: tuple[PersonTotal, ...]
    people_without: tuple[User, ...]
    units_without: tuple[Unit, ...]

    @property
    def year(self) -> int:
        return self.period.year

    @property
    def earlier(self) -> int | None:
        return self.year - 1 if self.year > FIRST_YEAR else None

    @property
    def later(self) -> int | None:
        return self.year + 1 if self.year < LAST_YEAR else None


def totals(period: Period, user: User) -> Totals:
    """Of the courses this person sees. Who has had none is asked of all courses: a colleague may have been sent by
    another unit, whose records stay closed."""
    seen = (*counted(period), visible_to(user))
    own_unit = user.unit_id if user.role is Role.OFFICER else None
    return Totals(
        period=period,
        is_of_one_unit=own_unit is not None,
        whole=whole(seen),
        units=by_unit(seen),
        people=by_person(seen),
        people_without=people_without(period, own_unit),
        units_without=units_without(period, own_unit),
    )


def counted(period: Period) -> tuple[Condition, ...]:
    """Courses that ended within the period, approved or not."""
    return TRAININGS.c.ended_on.between(period.start, period.end), RECORDS.c.state != State.CANCELLED


def whole(seen: Sequence[Condition]) -> Amounts:
    people = func.coalesce(func.sum(ATTENDANCES.c.headcount), 0)
    courses = COURSES.outerjoin(ATTENDANCES, ATTENDANCES.c.training_id == TRAININGS.c.id)
    found = select(TRAININGS.c.hours, people.label("people")).select_from(courses).where(*seen).group_by(TRAININGS.c.id)
    return Amounts(*map(int, db.session.execute(amounts_of(found.subquery())).one()))


def by_unit(seen: Sequence[Condition]) -> tuple[UnitTotal, ...]:
    people = func.sum(ATTENDANCES.c.headcount).label("people")
    of_unit = (
        select(ATTENDANCES.c.unit_id, TRAININGS.c.hours, people)
        .select_from(ATTENDED)
        .where(*seen)
        .group_by(TRAININGS.c.id, ATTENDANCES.c.unit_id)
        .subquery()
    )
    found = (
        amounts_of(of_unit)
        .add_columns(UNITS.c.id, UNITS.c.name)
        .join(UNITS, UNITS.c.id == of_unit.c.unit_id)
        .group_by(UNITS.c.id)
        .order_by(UNITS.c.sort_key, UNITS.c.id)
    )
    rows = db.session.execute(found)
    return tuple(UnitTotal(unit_id, unit, Amounts(*map(int, amounts))) for *amounts, unit_id, unit in rows)


def amounts_of(courses: Subquery) -> Select[Any]:
    """The four sums over rows of a course's `hours` and `people`."""
    sums = (courses.c.people, courses.c.hours, courses.c.people * courses.c.hours)
    return select(func.count(), *(func.coalesce(func.sum(column), 0) for column in sums)).select_from(courses)


def by_person(seen: Sequence[Condition]) -> tuple[PersonTotal, ...]:
    """Whoever is named, by unit, and there by given name, as Vietnamese lists go."""
    person = (ATTENDANCES.c.unit_id, ATTENDANCES.c.name_key)
    found = (
        select(*person, func.min(ATTENDANCES.c.full_name), UNITS.c.name, func.count(), func.sum(TRAININGS.c.hours))
        .select_from(ATTENDED.join(UNITS, UNITS.c.id == ATTENDANCES.c.unit_id))
        .where(*seen, ATTENDANCES.c.name_key != "")
        .group_by(*person, UNITS.c.id)
    )
    people = (PersonTotal(*told) for told in db.session.execute(found))
    return tuple(sorted(people, key=lambda it: (fold(it.unit), given_name_first(it.full_name))))


def people_without(period: Period, own_unit: int | None) -> tuple[User, ...]:
    """Who works here and is named in no course of the period, whatever way the name was typed there."""
    named = select(ATTENDANCES.c.full_name).distinct().select_from(ATTENDED)
    trained = {fold(name) for name in db.session.scalars(named.where(*counted(period)))}
    staff = select(User).options(joinedload(User.unit))
    known = staff.where(User.is_active, *([User.unit_id == own_unit] if own_unit else []))
    without = (user for user in db.session.scalars(known) if fold(user.full_name) not in trained)
    return tuple(sorted(without, key=lambda it: (it.unit.sort_key, given_name_first(it.full_name))))


def units_without(period: Period, own_unit: int | None) -> tuple[Unit, ...]:
    """Units at work from which nobody took part in any course of the period."""
    attended = select(ATTENDANCES.c.unit_id).select_from(ATTENDED).where(*counted(period))
    units = select(Unit).where(Unit.is_active, Unit.id.not_in(attended), *([Unit.id == own_unit] if own_unit else []))
    return tuple(db.session.scalars(units.order_by(Unit.sort_key, Unit.id)))


def given_name_first(full_name: str) -> list[str]:
    """What a Vietnamese name is sorted by: the given name, which is written last, then all of it."""
    words = fold(full_name).split()
    return [*words[-1:], *words]
