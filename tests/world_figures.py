"""Figures of a period that do not contradict each other: none at all, zeros, one, ten, thousands, millions. Pure.

Every group is drawn from its smallest parts and added up, so that whatever is drawn obeys the identities; only then
is some of it forgotten, for what is missing contradicts nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chance import Chance

from intranet.categories.catalogue import CATALOGUE, Category, Family, definitions
from intranet.categories.families import FIELD_MEASURES, Cause, by_cause, by_field
from intranet.figures.fact import Fact, Origin
from intranet.figures.formulas import computed

Fields = tuple[tuple[str, str], ...]
Causes = tuple[Cause, ...]

ARRIVALS = ("opening", "received_online", "received_direct", "received_postal")
RESOLVED = ("resolved_early", "resolved_on_time", "resolved_late")
PENDING = ("pending_in_time", "pending_late")
STANDINGS = (*RESOLVED, "rejected", "paused", *PENDING)
SATISFACTION = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied")
# Groups whose figures bind each other in no way.
FREE = (
    ("focal.ward_leaders", "focal.centre_leaders", "focal.centre_officers", "focal.units"),
    ("impact.assessed", "impact.issued"),
    ("equipment.computers", "equipment.scanners", "equipment.printers"),
    ("discipline.rewarded", "discipline.disciplined"),
)


@dataclass(frozen=True)
class Group:
    """Figures that one source gives together, by name."""

    values: Mapping[str, int]
    origin: Origin = Origin.ENTERED


NOTHING = Group({})


def dossiers(chance: Chance, fields: Fields) -> Group:
    """Typed for the whole office, typed by field as well, or counted of dossiers of every field and of none."""
    style = chance.way(("whole", "typed", "counted"))
    if style == "whole" or not fields:
        return Group(named("dossiers", dossiers_of_one_field(chance)))
    by_slug = {slug: dossiers_of_one_field(chance) for slug, _ in fields}
    if style == "typed":
        whole = added(by_slug.values())
        measures = tuple(FIELD_MEASURES)
        return Group(named("dossiers", whole) | named_by_field(by_slug, measures))
    of_no_field = dossiers_of_one_field(chance, knows_channels=chance.flag())
    whole = added([*by_slug.values(), of_no_field])
    return Group(named("dossiers", whole) | named_by_field(by_slug, tuple(whole)), Origin.RECORDS)


def dossiers_of_one_field(chance: Chance, knows_channels: bool = True) -> dict[str, int]:
    """By leaf: where dossiers came from and where they are; some came by a channel that nobody knows, unless told."""
    counts = chance.amounts(STANDINGS)
    *arrivals, of_no_channel = chance.split(sum(counts.values()), len(ARRIVALS) + 1)
    if knows_channels:
        arrivals[0] += of_no_channel
        of_no_channel = 0
    counts |= dict(zip(ARRIVALS, arrivals, strict=True))
    counts["received"] = sum(arrivals[1:]) + of_no_channel
    counts["resolved"] = sum(counts[leaf] for leaf in RESOLVED)
    counts["pending"] = sum(counts[leaf] for leaf in PENDING)
    return counts


def added(parts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    whole: dict[str, int] = {}
    for counts in parts:
        for leaf, count in counts.items():
            whole[leaf] = whole.get(leaf, 0) + count
    return whole


def named(prefix: str, counts: Mapping[str, int]) -> dict[str, int]:
    return {f"{prefix}.{leaf}": count for leaf, count in counts.items()}


def named_by_field(by_slug: Mapping[str, Mapping[str, int]], leaves: Sequence[str]) -> dict[str, int]:
    return {by_field(slug, leaf): counts[leaf] for slug, counts in by_slug.items() for leaf in leaves}


def typed_overdue(chance: Chance, late: int, causes: Causes) -> Group:
    """Every late dossier under one cause, where the office has any."""
    explained, apologies = chance.part(late), chance.part(late)
    values = {"overdue.explained": explained, "overdue.apologies": apologies}
    if causes:
        shares = chance.split(late, len(causes))
        values |= {by_cause(cause.code): share for cause, share in zip(causes, shares, strict=True)}
    return Group(values)


def procedures(chance: Chance) -> Group:
    counts = chance.amounts(("one_stop", "interlinked", "neither"))
    total = sum(counts.values())
    online = chance.part(total)
    full, partial = chance.split(online, 2)
    parts = {leaf: chance.part(total) for leaf in ("postal", "on_site", "published")}
    values = {
        "total": total,
        "one_stop": counts["one_stop"],
        "interlinked": counts["interlinked"],
        "online_full": full,
        "online_partial": partial,
        **parts,
    }
    return Group(named("procedures", values), chance.way((Origin.ENTERED, Origin.RECORDS)))


def feedback(chance: Chance) -> Group:
    counts = chance.amounts(("handled", "pending"))
    opening, received = chance.split(sum(counts.values()), 2)
    on_regulation, on_conduct = chance.split(received, 2)
    values = {
        "opening": opening,
        "received": received,
        "on_regulation": on_regulation,
        "on_conduct": on_conduct,
        "published": chance.part(counts["handled"]),
        **counts,
    }
    return Group(named("feedback", values))


def satisfaction(chance: Chance, resolved: int) -> Group:
    """No more ratings than resolved dossiers."""
    ratings = chance.part(resolved)
    levels = dict(zip(SATISFACTION, chance.split(ratings, len(SATISFACTION)), strict=True))
    return Group(named("satisfaction", {"ratings": ratings, **levels}))


def staff(chance: Chance) -> Group:
    counts = chance.amounts(("leaders", "controllers", "desk"))
    return Group(named("staff", {"total": sum(counts.values()), **counts}))


def digitisation(chance: Chance) -> Group:
    due = chance.amount()
    return Group({"digitisation.due": due, "digitisation.done": chance.part(due)})


def payments(chance: Chance) -> Group:
    total = chance.amount()
    online = chance.part(total)
    amount = online * chance.dice.choice((0, 8_000, 1_250_500))
    return Group({"payments.total": total, "payments.online": online, "payments.amount": amount})


def typed_groups(chance: Chance, of_dossiers: Group) -> list[Group]:
    """What people type of a period besides its dossiers and registers."""
    free = [Group(chance.amounts(names)) for names in FREE]
    rated = satisfaction(chance, of_dossiers.values["dossiers.resolved"])
    return [*free, procedures(chance), feedback(chance), rated, staff(chance), digitisation(chance), payments(chance)]


def compared_groups(chance: Chance, fields: Fields, causes: Causes) -> list[Group]:
    """What an earlier period is compared by."""
    of_dossiers = dossiers(chance, fields)
    rated = satisfaction(chance, of_dossiers.values["dossiers.resolved"])
    late = typed_overdue(chance, late_of(of_dossiers), causes)
    return [of_dossiers, late, feedback(chance), rated, digitisation(chance), payments(chance)]


def late_of(of_dossiers: Group) -> int:
    return of_dossiers.values["dossiers.resolved_late"] + of_dossiers.values["dossiers.pending_late"]


def remembered(chance: Chance, group: Group) -> Group:
    """All of a group, none of it, or all but a few; what records count they count as a whole."""
    keeps = chance.way(("none", "all", "all", "some"))
    if keeps == "none":
        return NOTHING
    if keeps == "all" or group.origin is Origin.RECORDS:
        return group
    forgotten = chance.dice.sample(sorted(group.values), k=chance.dice.randint(1, min(4, len(group.values))))
    return Group({name: value for name, value in group.values.items() if name not in forgotten})


def facts_of_groups(groups: Sequence[Group], fields: Fields, causes: Causes) -> dict[str, Fact]:
    """Every figure the office can have, missing where no group gives it, and all that follows from them."""
    known = definitions(categories(fields, causes))
    facts = {name: Fact(name, None, it.label, it.unit, Origin.MISSING) for name, it in known.items()}
    for group in groups:
        for name, value in group.values.items():
            label, unit = (known[name].label, known[name].unit) if name in known else (measured(name), "hồ sơ")
            sources = value if group.origin is Origin.RECORDS else 1
            facts[name] = Fact(name, value, label, unit, group.origin, sources)
    return computed(facts, fields, causes)


def measured(name: str) -> str:
    """The label of a field's figure that only dossiers give."""
    _, _, slug, leaf = name.split(".")
    return f"{CATALOGUE[f'dossiers.{leaf}'].label} lĩnh vực {slug}"


def categories(fields: Fields, causes: Causes) -> list[Category]:
    of_fields = [Category(Family.FIELD, slug, name) for slug, name in fields]
    return [*of_fields, *(Category(Family.CAUSE, cause.code, cause.label, cause.side) for cause in causes)]
