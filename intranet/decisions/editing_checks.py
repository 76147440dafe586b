"""What the checks say of a section while somebody is still writing it."""

from dataclasses import dataclass, replace

from intranet.checks.problem import Level
from intranet.decisions.waiving import FoundProblem, findings
from intranet.reports.checking import check
from intranet.reports.paths import paths
from intranet.reports.sections.compose import Section
from intranet.reports.standing import Standing


@dataclass(frozen=True)
class WhileEditing:
    """Findings in the section as it is written now, and those that its text newly causes elsewhere."""

    here: tuple[FoundProblem, ...]
    elsewhere: tuple[FoundProblem, ...]

    @property
    def summary(self) -> str:
        """Mục này còn 2 lỗi, 1 cảnh báo."""
        told = [f"{count} {level.label.lower()}" for level in Level if (count := self._count(level))]
        return f"Mục này còn {', '.join(told)}." if told else "Mục này không còn điều gì phải xem lại."

    def _count(self, level: Level) -> int:
        return sum(one.problem.level is level and one.waiver is None for one in (*self.here, *self.elsewhere))


def while_editing(now: Standing, section: Section, text: str) -> WhileEditing:
    """The report is read with this text in the section's place; nothing is kept."""
    edited = replace(
        now, sections=tuple(replace(one, text=text) if one.key == section.key else one for one in now.sections)
    )
    known = {problem.key for problem in check(now)}
    found, path = findings(edited), paths(now.sections)[section.key]
    here = tuple(one for one in found if one.problem.section == path)
    new = (one for one in found if one.problem.section != path and one.problem.key not in known)
    return WhileEditing(here, tuple(one for one in new if one.problem.section))
