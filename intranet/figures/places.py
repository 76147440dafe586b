"""What does not add up on a page of figures, and where on it one can mend that. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intranet.categories.catalogue import CATALOGUE, GROUP_LABELS, Definition
from intranet.figures.identities import Contradiction, Values, contradictions

MOST_OF_A_FAMILY = 3


@dataclass(frozen=True)
class Place:
    """A field, or a table of fields: the id of its element, and what it is called."""

    anchor: str
    label: str


@dataclass(frozen=True)
class Clash:
    """A sentence about figures that cannot all be right, and where they stand."""

    message: str
    places: tuple[Place, ...]


def clashes(values: Values, definitions: Mapping[str, Definition]) -> tuple[Clash, ...]:
    found = contradictions(values, definitions)
    return tuple(Clash(one.message, tuple(dict.fromkeys(_places(one, definitions)))) for one in found)


def _places(contradiction: Contradiction, definitions: Mapping[str, Definition]) -> Iterator[Place]:
    """Each field by itself, but a whole family by its table."""
    members = [name for name in contradiction.names if name not in CATALOGUE]
    for name in contradiction.names:
        definition = definitions[name]
        if name in members and len(members) > MOST_OF_A_FAMILY:
            yield Place(f"table-{definition.group}", f"Bảng “{GROUP_LABELS[definition.group]}”")
        else:
            yield Place(name, definition.label)
