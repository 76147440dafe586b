"""Whose dossiers they are: names of units that are our own, or name the office of another commune. Pure."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from intranet.kernel.search import fold
from intranet.kernel.tables.headings import key

# "Xã hội", "hợp tác xã" and "địa phương" name no commune.
COMMUNE = re.compile(
    r"(?<!hop tac )(?<!dia )\b(?P<kind>phuong|xa|dac khu|thi tran) (?!hoi\b|vien\b)(?P<place>[^,;()/.–-]+)"
)
# An office named by what it is, not by its place.
NAMELESS = re.compile(
    r"(?:van phong |lanh dao |cong chuc |can bo |bo phan mot cua |bo phan )*"
    r"(?:ubnd|uy ban nhan dan|trung tam phuc vu hanh chinh cong|trung tam hanh chinh cong|tt ?pvhcc"
    r"|bo phan (?:mot cua|tiep nhan va tra ket qua|tn ?(?:&|va) ?tkq)|mot cua)"
    r"(?: cap)?(?: (?P<kind>phuong|xa|dac khu))?"
)


def commune_of(name: str) -> str:
    """The commune that a name of an office tells, folded: "xa an phu"; "" where it tells none."""
    match = COMMUNE.search(fold(name))
    return f"{match['kind']} {match['place'].strip()}" if match else ""


@dataclass(frozen=True)
class OwnNames:
    """What the office and its units are called, folded, and the commune they are of, where the settings tell it."""

    names: frozenset[str] = frozenset()
    communes: frozenset[str] = frozenset()
    kind: str = ""

    @classmethod
    def of(cls, names: Iterable[str], units: Collection[str] = (), kind: str = "") -> "OwnNames":
        known = [" ".join(name.split()) for name in names if name.strip()]
        communes = frozenset(commune for name in known if (commune := commune_of(name)))
        places = {COMMUNE.sub(r"\g<place>", commune) for commune in communes}
        return cls(frozenset({*map(key, known), *map(key, units), *places}), communes, fold(kind))

    def are_ours(self, name: str) -> bool:
        """Whether a unit is one of ours: by its name, by our commune in it, or by a word for an office alone."""
        if key(name) in self.names or commune_of(name) in self.communes:
            return True
        match = NAMELESS.fullmatch(fold(name))
        return match is not None and (not self.kind or match["kind"] in (None, self.kind))

    def other_commune(self, name: str) -> str:
        """The commune it names that is not ours; "" where it names none, or the settings do not tell ours."""
        commune = commune_of(name)
        return commune if self.communes and commune not in self.communes and not self.are_ours(name) else ""
