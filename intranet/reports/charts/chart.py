"""The charts a report may place by name: counts of the same things, a bar for each period. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from intranet.figures.comparing import COMPARED
from intranet.figures.facts import Facts
from intranet.kernel.formats import number
from intranet.reports.wording import capitalised

MEASURES = ("dossiers.received", "dossiers.resolved", "overdue.late", "dossiers.carried_over")


@dataclass(frozen=True)
class Chart:
    """`series` are the names of the bars; each group has a name and a value for each of them, None where unknown."""

    caption: str
    series: tuple[str, ...]
    groups: tuple[tuple[str, tuple[int | None, ...]], ...]

    @property
    def in_words(self) -> str:
        """What the picture shows, for who cannot see it."""
        told = [f"{name}: {', '.join(self._bars(values))}" for name, values in self.groups]
        return f"Biểu đồ. {self.caption}. {'; '.join(told)}."

    def _bars(self, values: tuple[int | None, ...]) -> list[str]:
        named = zip(self.series, values, strict=True)
        return [f"{one} {number(value)}" for one, value in named if value is not None]


def comparison(facts: Facts) -> Chart:
    """The dossiers of the period beside those of the earlier ones; no group where nothing can be compared."""
    sides = ("", *(f"{side}." for side in facts.earlier))
    compared = [name for name in MEASURES if any(f"{side}{name}.change" in facts.figures for side in sides[1:])]
    groups = tuple(
        (capitalised(COMPARED[name]), tuple(_count(f"{side}{name}", facts) for side in sides)) for name in compared
    )
    series = (facts.period.label, *(period.label for period in facts.earlier.values()))
    return Chart("So sánh số hồ sơ với các kỳ trước", series, groups)


def _count(name: str, facts: Facts) -> int | None:
    value = facts.value(name)
    return None if value is None else int(value)


CHARTS: dict[str, Callable[[Facts], Chart]] = {"comparison": comparison}
