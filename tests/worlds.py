"""Offices and periods at random, as one report knows them: what must hold is tested in every world. Pure.

`in_every_world` runs a property over the worlds below by name and over WORLDS others, the same ones each time. For a
longer run over others each time: `WORLDS=2000 python -m pytest tests/reports/test_worlds_text.py`.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from annex_facts import SOME, counted
from chance import Chance, chances
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from quarter import FIGURES, OFFICE, all_the_same, facts_of, nothing_known, quarter, with_earlier
from world_figures import (
    Causes,
    Fields,
    compared_groups,
    dossiers,
    facts_of_groups,
    late_of,
    remembered,
    typed_groups,
)
from world_registers import IN_QUOTES, LEGAL, ODD, WITH_MARKS, WORDS_OR_NONE, overdue, registers

from intranet.categories.families import FIELD_MEASURES, Cause, Side, by_field
from intranet.figures.comparing import LAST_YEAR, PREVIOUS, Earlier, beside
from intranet.figures.facts import Facts, PrintedOffice
from intranet.kernel.period import Period
from intranet.reports.annexes.forms import CODES, in_order, needed

WORLDS = int(os.environ.get("WORLDS", "35"))  # of each property; in all some five hundred
IS_LONGER = "WORLDS" in os.environ

PERIODS = tuple(period for year in range(2019, 2041) for period in Period.of_year(year))
FIELD_NAMES = {
    "ho-tich": "Hộ tịch",
    "chung-thuc": "Chứng thực",
    "linh-vuc-2": "Lĩnh vực 2",
    "dat-dai": "Đất đai; môi trường (cũ)",
    "ky": "Thi đua [[kỳ]] {{dossiers.received}}",
    "a": "a" * 150,
}
CAUSE_NAMES = {
    "CQ-01": ("Cán bộ xử lý chậm", Side.INTERNAL),
    "CQ-02": ("Chờ ý kiến cơ quan khác.", Side.EXTERNAL),
    "HT": ("Lỗi hệ thống {{dossiers.received}} [[kỳ]]", Side.EXTERNAL),
    "1": ("Nguyên nhân thứ 1, của năm 2026", Side.INTERNAL),
    "CU": ("Nguyên nhân của những năm trước", None),
}
# Of each kind and of several provinces; some whose kind only their name tells, one of which nothing is known.
OFFICES = (
    PrintedOffice(),
    PrintedOffice("UBND phường Nông Trang", kind="phường", province="tỉnh Phú Thọ"),
    PrintedOffice("Ủy ban nhân dân\nphường Tam Thanh"),
    PrintedOffice("ỦY BAN NHÂN DÂN\n\n  xã Nà Hang  \n", kind="xã", province="tỉnh Tuyên Quang"),
    PrintedOffice("Ủy ban nhân dân\nđặc khu\nPhú Quốc", kind="đặc khu", short_name="UBND đặc khu Phú Quốc"),
    PrintedOffice("UBND xã “Ea H'leo” & {K'Bang}", short_name="UBND xã “Ea H'leo”", province="thành phố Cần Thơ"),
)


class World:
    """The facts of a world, with its name; one that was drawn is told by what is known in it."""

    def __init__(self, facts: Facts, name: str = "") -> None:
        self.facts, self.name = facts, name

    def __repr__(self) -> str:
        if self.name:
            return f"World({self.name!r})"
        facts = self.facts
        known = {name: fact.value for name, fact in facts.figures.items() if fact.value is not None}
        registers = ("inspections", "documents", "trainings", "proposals", "procedures", "overdue")
        notes = {name: getattr(facts, name) for name in registers if getattr(facts, name)}
        told = {"fields": facts.fields, "causes": facts.causes, "earlier": facts.earlier, "windows": facts.windows}
        return f"World({facts.period.code}, {facts.office!r}, {known}, {notes}, {told})"


@st.composite
def worlds(draw: Any, periods: tuple[Period, ...] = PERIODS) -> World:
    """Everything a report can know of a period, consistent; any part of it may be missing."""
    return World(facts_by(draw(chances()), periods))


def facts_by(chance: Chance, periods: tuple[Period, ...]) -> Facts:
    period, fields, causes = chance.way(periods), fields_by(chance), causes_by(chance)
    of_dossiers = dossiers(chance, fields)
    typed = [of_dossiers, *typed_groups(chance, of_dossiers)]
    told = registers(chance, period) | {"overdue": overdue(chance, late_of(of_dossiers), fields, causes)}
    groups = [remembered(chance, group) for group in typed] + [register.figures for register in told.values()]
    figures = facts_of_groups(groups, fields, causes)
    earlier = earlier_by(chance, period, fields, causes)
    own_window = (period.start - timedelta(days=95), period.end)
    facts = Facts(
        period=period,
        office=office_by(chance),
        figures={**figures, **beside(figures, period, earlier)},
        windows={"digitisation": own_window} if chance.way((False, True)) else {},
        fields=fields,
        causes=causes,
        legal=chance.way(((), LEGAL)),
        earlier={side: one.period for side, one in earlier.items()},
        **{name: register.notes for name, register in told.items()},
    )
    chosen = chance.way((None, (), CODES[:1], CODES))
    return replace(facts, annexes=needed(facts) if chosen is None else in_order(chosen, period))


def office_by(chance: Chance) -> PrintedOffice:
    """With and without a centre, an address, a superior; its name of no, one or several lines."""
    words = chance.dice.choice
    return replace(
        chance.way(OFFICES),
        superior=words(("", "UBND tỉnh Lạng Sơn")),
        centre=chance.way(("", "Trung tâm Phục vụ hành chính công xã", f"Trung tâm.\n{WITH_MARKS}")),
        address=words(WORDS_OR_NONE),
        addressee=words(("", "UBND tỉnh Kiên Giang")),
        recipients=words(((), ("UBND tỉnh",), ("UBND tỉnh", "Lưu: VT"))),
    )


def fields_by(chance: Chance) -> Fields:
    names = chance.dice.sample(list(FIELD_NAMES.items()), k=chance.way((0, 1, 2, 4)))
    return tuple(names)


def causes_by(chance: Chance) -> Causes:
    codes = chance.dice.sample(list(CAUSE_NAMES), k=chance.way((0, 1, 2, 5)))
    return tuple(Cause(code, *CAUSE_NAMES[code]) for code in codes)


def earlier_by(chance: Chance, period: Period, fields: Fields, causes: Causes) -> dict[str, Earlier]:
    """None, the period before, the same one a year ago, or both; the one before may be longer or shorter."""
    found = {}
    for side in chance.way(((), (PREVIOUS,), (LAST_YEAR,), (PREVIOUS, LAST_YEAR))):
        one = chance.dice.choice(before(period)) if side == PREVIOUS else replace(period, year=period.year - 1)
        groups = [remembered(chance, group) for group in compared_groups(chance, fields, causes)]
        found[side] = Earlier(one, facts_of_groups(groups, fields, causes))
    return found


def before(period: Period) -> list[Period]:
    """The periods that end the day before this one begins."""
    known = [*Period.of_year(period.year - 1), *Period.of_year(period.year)]
    return [one for one in known if one.end + timedelta(days=1) == period.start]


# The real quarter, its dossiers of other fields told as those of the last one.
REAL = FIGURES | {
    by_field("ho-kinh-doanh", measure): FIGURES[f"dossiers.{measure}"]
    - sum(FIGURES[by_field(slug, measure)] for slug in ("ho-tich", "chung-thuc"))
    for measure in FIELD_MEASURES
}
# One dossier received on line and resolved in time, and one of everything else that can be.
ONES = """
documents.issued
procedures.total procedures.one_stop procedures.published procedures.online_full procedures.online_total
dossiers.received dossiers.received_online dossiers.resolved dossiers.resolved_early
dossiers.by_field.ho-tich.received dossiers.by_field.ho-tich.resolved
feedback.received feedback.on_conduct feedback.handled
satisfaction.ratings satisfaction.very_satisfied
staff.total staff.desk
digitisation.due digitisation.done payments.total payments.online
inspections.done trainings.courses trainings.participants proposals.made internal_procedures.effective
"""
ONE_OF_EACH = dict.fromkeys(FIGURES, 0) | dict.fromkeys(ONES.split(), 1)
ONE_LATE = ONE_OF_EACH | {
    "dossiers.resolved_early": 0,
    "dossiers.resolved_late": 1,
    "dossiers.by_field.ho-tich.resolved_late": 1,
    "overdue.by_cause.CQ-04": 1,
}


def with_all_annexes(facts: Facts) -> Facts:
    return replace(facts, annexes=in_order(CODES, facts.period))


NAMED = {
    "nothing known, an office without a name": replace(nothing_known(), office=PrintedOffice()),
    "nothing known, neither fields nor causes": replace(nothing_known(), fields=(), causes=()),
    "all zero": with_all_annexes(all_the_same(0)),
    "all zero, a year": replace(all_the_same(0), period=Period.parse("2040-Y")),
    "one of each": with_all_annexes(facts_of(ONE_OF_EACH)),
    "one late dossier": with_all_annexes(facts_of(ONE_LATE)),
    "the real quarter": with_all_annexes(quarter(REAL)),
    "the real quarter, without a centre": quarter(REAL, office=replace(OFFICE, centre="")),
    "the real quarter with earlier ones": with_earlier(quarter(REAL), previous=REAL, last_year=ONE_OF_EACH),
    "zero after a real quarter": with_earlier(all_the_same(0), previous=REAL),
    "unknown after a real quarter": with_earlier(nothing_known(), previous=REAL, last_year=REAL),
    "dossiers counted by field, some of no field": with_all_annexes(
        counted({"ho-tich": SOME, "chung-thuc": SOME}, unknown=SOME)
    ),
    "before there were forms": quarter(REAL, period=Period.parse("2019-Q1"), annexes=()),
    "odd names": replace(
        quarter(REAL),
        fields=(("ho-tich", WITH_MARKS), ("chung-thuc", IN_QUOTES), ("ho-kinh-doanh", ODD[0])),
        causes=(Cause("CQ-04", WITH_MARKS, Side.INTERNAL), Cause("HT-01", ODD[0], None)),
    ),
}


def in_every_world(test: Callable[..., None]) -> Callable[..., None]:
    """The test of a property, whose argument is `world`, for every world by name and many others."""
    everywhere = given(world=worlds())(test)
    for name, facts in NAMED.items():
        everywhere = example(world=World(facts, name))(everywhere)
    limits = settings(
        max_examples=WORLDS,
        deadline=None,
        database=None,
        derandomize=not IS_LONGER,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    return limits(everywhere)
