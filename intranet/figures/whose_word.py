"""Which of two values of a figure counts: what was typed, or what records say. Pure."""

from dataclasses import dataclass
from datetime import date

from intranet.categories.catalogue import Definition
from intranet.figures.fact import Fact, Origin, Recorded, Value
from intranet.kernel.labels import Labelled


class Choice(Labelled):
    """Which of two values the controller lets count."""

    RULE = "rule", "Theo quy tắc chung"
    RECORDS = "records", "Số theo hồ sơ, sổ theo dõi"
    ENTERED = "entered", "Số đã nhập tay"


@dataclass(frozen=True)
class Typed:
    """What somebody typed, and the day."""

    value: int
    on: date


@dataclass(frozen=True)
class Chosen:
    """What the controller chose, and in words who did and why."""

    choice: Choice
    because: str


def records_count(
    recorded: Recorded | None, is_typed: bool, choice: Choice = Choice.RULE, typed_goes_first: bool = False
) -> bool:
    """Whether the figure is what the records say, and not what was typed, or nothing.

    A choice holds only while there is what was chosen.
    """
    if recorded is None or recorded.value is None:
        return False
    if choice is Choice.ENTERED and is_typed:
        return False
    return choice is Choice.RECORDS or (recorded.counts and not (typed_goes_first and is_typed))


def settled(
    definition: Definition,
    typed: Typed | None,
    recorded: Recorded | None,
    chosen: Chosen | None = None,
) -> Fact:
    """The figure out of what was typed and what records say, and why it is the one and not the other."""
    choice = chosen.choice if chosen else Choice.RULE
    by_records = records_count(recorded, typed is not None, choice)
    why = chosen.because if chosen else recorded.why if recorded else ""
    return _fact(definition, typed, recorded, by_records, Origin.RECORDS, why)


def settled_over_quarters(
    definition: Definition,
    typed: Typed | None,
    recorded: Recorded | None,
    chosen: Chosen | None = None,
    origin: Origin = Origin.COMPUTED,
) -> Fact:
    """The figure of a longer period: what was typed for all of it goes before what its quarters come to.

    `origin` is where `recorded` comes from: computed from the quarters, or told by records of the whole period.
    """
    choice = chosen.choice if chosen else Choice.RULE
    by_records = records_count(recorded, typed is not None, choice, typed_goes_first=True)
    why = chosen.because if chosen else _why_over_quarters(typed, recorded)
    return _fact(definition, typed, recorded, by_records, origin, why)


def _why_over_quarters(typed: Typed | None, recorded: Recorded | None) -> str:
    if recorded is None:
        return ""
    return f"đã nhập riêng cho cả kỳ; theo các quý: {recorded.why}" if typed else recorded.why


def _fact(
    definition: Definition,
    typed: Typed | None,
    recorded: Recorded | None,
    by_records: bool,
    recorded_origin: Origin,
    why: str,
) -> Fact:
    value: Value = None
    origin, sources = Origin.MISSING, 0
    as_of: date | None = None
    if recorded and by_records:
        value, origin, sources, as_of = recorded.value, recorded_origin, recorded.sources, recorded.as_of
    elif typed:
        value, origin, sources, as_of = typed.value, Origin.ENTERED, 1, typed.on
    return Fact(
        *(definition.name, value, definition.label, definition.unit, origin, sources),
        typed=typed.value if typed else None,
        recorded=recorded,
        why=why,
        as_of=as_of,
    )
