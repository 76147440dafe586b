"""What records say of a figure that people would else type, and when their word counts. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from intranet.kernel.labels import Labelled
from intranet.kernel.period import Period


class Choice(Labelled):
    """Which of two values the controller lets count."""

    RULE = "rule", "Theo quy tắc chung"
    RECORDS = "records", "Số theo hồ sơ, sổ theo dõi"
    ENTERED = "entered", "Số đã nhập tay"


@dataclass(frozen=True)
class Given:
    """The value and from how many records it comes; whether these are complete for the period, so that it counts.

    `fills`: whether it counts all the same where nothing was typed. `endpoint` is the page of these records, by period
    and name; `noun` what they are called; `why` says in a sentence why they are in use, or not.
    """

    value: int
    sources: int
    is_in_use: bool
    endpoint: str
    fills: bool = True
    noun: str = "mục trong sổ"
    why: str = ""


def records_count(is_in_use: bool, fills: bool, is_typed: bool, choice: Choice = Choice.RULE) -> bool:
    """Whether the report takes what the records say, and not what was typed."""
    if choice is Choice.ENTERED and is_typed:
        return False
    return choice is Choice.RECORDS or is_in_use or (fills and not is_typed)


Registers = Callable[[Period], Mapping[str, Given]]
# For each of some periods, by code, the subjects of figures ("dossiers") that the records tell all of.
Subjects = Callable[[Sequence[Period]], Mapping[str, frozenset[str]]]
