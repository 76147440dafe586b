"""What there is to mend in a report, one matter for each cause; and what was explained, by whom and why."""

from dataclasses import dataclass
from functools import cached_property

from intranet.checks.causes import ProblemGroup
from intranet.checks.problem import Level, Problem
from intranet.checks.text_unconfirmed import RULE as UNCONFIRMED
from intranet.reports.checking import causes_in
from intranet.reports.current import CurrentReport
from intranet.reports.models import ReportWaiver

ORDER = list(Level)


@dataclass(frozen=True)
class FoundProblem:
    """What a check found, and the waiver that lets it stand, if there is one."""

    problem: Problem
    waiver: ReportWaiver | None

    @property
    def blocks(self) -> bool:
        return self.problem.level is Level.ERROR and self.waiver is None

    @property
    def can_be_waived(self) -> bool:
        """Whether a reason can let it stand. Somebody must stand for a text itself: no reason does that instead."""
        return self.problem.level is not Level.INFO and self.problem.rule != UNCONFIRMED


@dataclass(frozen=True)
class Matter:
    """Findings of one cause: all of them open, or all let stand by the same word."""

    findings: tuple[FoundProblem, ...]

    @cached_property
    def group(self) -> ProblemGroup:
        return ProblemGroup(tuple(one.problem for one in self.findings))

    @property
    def head(self) -> Problem:
        """The finding that says it most directly."""
        return self.group.head

    @property
    def level(self) -> Level:
        return self.head.level

    @property
    def waiver(self) -> ReportWaiver | None:
        return self.findings[0].waiver

    @property
    def blocks(self) -> bool:
        return any(one.blocks for one in self.findings)

    @property
    def keys(self) -> tuple[str, ...]:
        """What an explanation of it is bound to; nothing where none is needed."""
        return tuple(one.problem.key for one in self.findings if one.can_be_waived)

    @property
    def mark(self) -> str:
        """By which a page leads to it."""
        return self.findings[0].problem.key[:12]

    def is_in(self, section: str) -> bool:
        """Whether it shows in the section of this path."""
        return any(one.problem.section == section for one in self.findings)


@dataclass(frozen=True)
class Matters:
    """Gravest first, each list by itself."""

    open: tuple[Matter, ...]
    explained: tuple[Matter, ...]

    @property
    def blocking(self) -> tuple[Matter, ...]:
        """What holds the report back."""
        return tuple(matter for matter in self.open if matter.blocks)

    @property
    def levels(self) -> list[tuple[Level, list[Matter]]]:
        """What is open by level, levels without anything left out."""
        by_level = ((level, [it for it in self.open if it.level is level]) for level in Level)
        return [(level, some) for level, some in by_level if some]


def findings(now: CurrentReport) -> tuple[FoundProblem, ...]:
    """Everything the checks find in a report, gravest first; findings alike are told once."""
    found = (one for group in _groups(now) for one in group)
    return tuple(sorted(found, key=lambda one: ORDER.index(one.problem.level)))


def matters(now: CurrentReport) -> Matters:
    """The same by cause. What was explained for one cause at different times stands apart."""
    found: dict[tuple[int, object], list[FoundProblem]] = {}
    for number, group in enumerate(_groups(now)):
        for one in group:
            word = one.waiver and (one.waiver.reason, one.waiver.waived_by_id, one.waiver.waived_at)
            found.setdefault((number, word), []).append(one)
    together = sorted((Matter(tuple(some)) for some in found.values()), key=lambda it: ORDER.index(it.level))
    return Matters(
        tuple(matter for matter in together if matter.waiver is None),
        tuple(matter for matter in together if matter.waiver is not None),
    )


def _groups(now: CurrentReport) -> list[list[FoundProblem]]:
    waivers = {waiver.key: waiver for waiver in now.report.waivers} if now.report else {}
    told: set[str] = set()
    groups = []
    for cause in causes_in(now):
        alike = {problem.key: problem for problem in cause.problems if problem.key not in told}
        told |= alike.keys()
        groups.append([FoundProblem(problem, waivers.get(key)) for key, problem in alike.items()])
    return groups
