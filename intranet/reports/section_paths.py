"""How a section is named among all others of its report: II.3.1, not the 3.1 that other parts have as well. Pure."""

from collections.abc import Iterable
from typing import Protocol

from intranet.reading.manuscript import section_path


class Headed(Protocol):
    """A section, composed or printed."""

    @property
    def key(self) -> str: ...

    @property
    def number(self) -> str: ...

    @property
    def level(self) -> int: ...


def section_paths(sections: Iterable[Headed]) -> dict[str, str]:
    """Each section's path, by its key."""
    path_of: dict[str, str] = {}
    above: dict[int, str] = {}
    for section in sections:
        above = {level: number for level, number in above.items() if level < section.level}
        above[section.level] = section.number
        path_of[section.key] = section_path(above)
    return path_of
