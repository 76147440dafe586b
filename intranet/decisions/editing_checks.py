"""What the checks say of a section while somebody is still writing it."""

from dataclasses import dataclass, replace

from intranet.checks.problem import Level
from intranet.decisions.findings import Matter, matters
from intranet.reports.checking import check
from intranet.reports.current import CurrentReport
from intranet.reports.section_paths import section_paths
from intranet.reports.sections.compose import Section


@dataclass(frozen=True)
class WhileEditing:
    """What shows in the section as it is written now, what its text newly causes elsewhere, what was explained."""

    path: str
    here: tuple[Matter, ...]
    elsewhere: tuple[Matter, ...]
    explained: tuple[Matter, ...]

    @property
    def summary(self) -> str:
        """Mục này còn 2 lỗi, 1 cảnh báo."""
        told = [f"{count} {level.label.lower()}" for level in Level if (count := self._count(level))]
        return f"Mục này còn {', '.join(told)}." if told else "Mục này không còn điều gì phải xem lại."

    def _count(self, level: Level) -> int:
        return sum(matter.level is level for matter in (*self.here, *self.elsewhere))


def while_editing(now: CurrentReport, section: Section, text: str) -> WhileEditing:
    """The report is read with this text in the section's place; nothing is kept."""
    edited = replace(
        now, sections=tuple(replace(one, text=text) if one.key == section.key else one for one in now.sections)
    )
    known = {problem.key for problem in check(now)}
    found, path = matters(edited), section_paths(now.sections)[section.key]

    def is_new(matter: Matter) -> bool:
        return any(one.problem.section and one.problem.key not in known for one in matter.findings)

    return WhileEditing(
        path,
        tuple(matter for matter in found.open if matter.is_in(path)),
        tuple(matter for matter in found.open if not matter.is_in(path) and is_new(matter)),
        tuple(matter for matter in found.explained if matter.is_in(path)),
    )
