"""Under which heading a figure is shown to people. Pure."""

from intranet.categories.catalogue import CATALOGUE, GROUPS, FigureGroup
from intranet.figures.comparing import present
from intranet.figures.fact import Fact
from intranet.figures.facts import Facts


def grouped(facts: Facts) -> list[tuple[FigureGroup, list[Fact]]]:
    """Every figure under the group it is typed or counted in, in the order of the report."""
    members: dict[str, list[Fact]] = {group.key: [] for group in GROUPS}
    for name, fact in facts.figures.items():
        members[group_of(name)].append(fact)
    return [(group, members[group.key]) for group in GROUPS if members[group.key]]


def group_of(name: str) -> str:
    """The key of a figure's group; what repeats for each field or cause, or follows, stands in no catalogue."""
    name = present(name)
    if name in CATALOGUE:
        return CATALOGUE[name].group
    if name.startswith("dossiers.by_field."):
        return "dossiers-by-field"
    subject = name.partition(".")[0]
    return next(it.group for known, it in CATALOGUE.items() if known.partition(".")[0] == subject)
