"""Text that a section takes over: what its outline starts it with, or what an earlier report said. Pure.

Nobody has written it for this period, so nobody stands for it until somebody says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intranet.figures.comparing import PREVIOUS
from intranet.kernel.labels import Labelled
from intranet.kernel.period import Period
from intranet.reports.outlines.headings import Heading
from intranet.reports.sections.composers import COMPOSERS

NOTHING_AROSE = "Trong kỳ không phát sinh."


class CarriedAnswer(Labelled):
    """What somebody said of it for this period."""

    KEPT = "kept", "Giữ nguyên"
    LEFT_OUT = "left_out", "Bỏ"
    NOTHING = "nothing", "Không phát sinh"


@dataclass(frozen=True)
class Carried:
    """What a section takes over, in mini markup; from the report of `period`, None where from the outline."""

    key: str
    text: str
    period: Period | None = None

    @property
    def origin(self) -> str:
        return f"báo cáo {self.period.label}" if self.period else "đề cương"

    @property
    def lines(self) -> frozenset[str]:
        return frozenset(line.strip() for line in self.text.splitlines())

    def answered(self, answer: CarriedAnswer) -> str:
        """What the section says of it once that is answered."""
        return {CarriedAnswer.KEPT: self.text, CarriedAnswer.LEFT_OUT: "", CarriedAnswer.NOTHING: NOTHING_AROSE}[answer]


def carried_over(headings: Iterable[Heading], earlier: Mapping[str, Carried]) -> dict[str, Carried]:
    """By key, what each section takes over: what people wrote there before, else what the outline gives.

    A section that composes itself takes over the outline's words alone: what the last report said there was said of
    other figures.
    """
    found = (_carried(heading, earlier.get(heading.key)) for heading in headings)
    return {one.key: one for one in found if one.text}


def _carried(heading: Heading, earlier: Carried | None) -> Carried:
    if earlier and heading.key not in COMPOSERS and (text := _without_comparison(earlier.text)):
        return Carried(heading.key, text, earlier.period)
    return Carried(heading.key, heading.starter)


def _without_comparison(text: str) -> str:
    """What of a text goes over to the next period: not the lines that compare with the one before."""
    return "\n".join(line for line in text.splitlines() if f"{{{{{PREVIOUS}." not in line)
