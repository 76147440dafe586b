"""Which figures of one period cannot all be right, and the sentence that says so. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

from intranet.categories.catalogue import CATALOGUE, Definition
from intranet.kernel.formats import number

Values = Mapping[str, int | None]
Definitions = Mapping[str, Definition]


@dataclass(frozen=True)
class Identity:
    """The sum of the left equals the sum of the right, or does not exceed it; `*` stands for every category."""

    rule: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Literal["=", "<="] = "="


@dataclass(frozen=True)
class Contradiction:
    """A broken identity: its rule, every figure in it, and the sentence for the user."""

    rule: str
    names: tuple[str, ...]
    message: str


@dataclass(frozen=True)
class Term:
    """One summand of a sentence: a figure, or a whole family in one number."""

    words: str
    names: tuple[str, ...]
    value: int


# What the members of a family are called in a sentence, by how their names begin.
FAMILIES = {"dossiers.by_field.*": "lĩnh vực", "overdue.by_cause.*": "nguyên nhân"}


def _under(prefix: str, *leaves: str) -> tuple[str, ...]:
    return tuple(f"{prefix}.{leaf}" for leaf in leaves)


def _within(part: str, whole: str) -> Identity:
    return Identity("part-exceeds-whole", (part,), (whole,), "<=")


LATE = _under("dossiers", "resolved_late", "pending_late")

# Interlinked procedures are counted apart from one-stop ones, and some may be neither: hence <= and not =.
IDENTITIES = (
    Identity(
        "sum-dossiers-received",
        ("dossiers.received",),
        _under("dossiers", "received_online", "received_direct", "received_postal"),
    ),
    Identity(
        "sum-dossiers-balance",
        _under("dossiers", "opening", "received"),
        _under("dossiers", "resolved", "pending", "rejected", "paused"),
    ),
    Identity(
        "sum-dossiers-resolved",
        ("dossiers.resolved",),
        _under("dossiers", "resolved_early", "resolved_on_time", "resolved_late"),
    ),
    Identity("sum-dossiers-pending", ("dossiers.pending",), _under("dossiers", "pending_in_time", "pending_late")),
    Identity("sum-dossiers-by-field", ("dossiers.received",), ("dossiers.by_field.*.received",)),
    Identity("sum-dossiers-by-field", ("dossiers.resolved",), ("dossiers.by_field.*.resolved",)),
    Identity("sum-dossiers-by-field", ("dossiers.resolved_late",), ("dossiers.by_field.*.resolved_late",)),
    Identity("sum-overdue-causes", LATE, ("overdue.by_cause.*",)),
    Identity("part-exceeds-whole", ("overdue.explained",), LATE, "<="),
    Identity("sum-procedures", ("procedures.online_total",), _under("procedures", "online_full", "online_partial")),
    Identity("sum-procedures", _under("procedures", "one_stop", "interlinked"), ("procedures.total",), "<="),
    _within("procedures.postal", "procedures.total"),
    _within("procedures.online_total", "procedures.total"),
    _within("procedures.on_site", "procedures.total"),
    _within("procedures.published", "procedures.total"),
    Identity("sum-feedback", _under("feedback", "opening", "received"), _under("feedback", "handled", "pending")),
    Identity("sum-feedback", ("feedback.received",), _under("feedback", "on_regulation", "on_conduct")),
    _within("feedback.published", "feedback.handled"),
    Identity(
        "sum-satisfaction",
        ("satisfaction.ratings",),
        _under("satisfaction", "very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"),
    ),
    _within("satisfaction.ratings", "dossiers.resolved"),
    Identity("sum-staff", ("staff.total",), _under("staff", "leaders", "controllers", "desk")),
    _within("digitisation.done", "digitisation.due"),
    _within("payments.online", "payments.total"),
    _within("inspections.findings_closed", "inspections.findings"),
)


def contradictions(values: Values, definitions: Definitions = CATALOGUE) -> tuple[Contradiction, ...]:
    """What cannot all be right, in the order of the report.

    A figure that is missing is not zero: where one is, only parts that by themselves exceed the whole are told.
    `values` names every category in use, with None where nothing is filled in.
    """
    known = (*IDENTITIES, *_of_each_field(values))
    return tuple(found for identity in known if (found := _broken(identity, values, definitions)))


def _of_each_field(values: Values) -> Iterator[Identity]:
    """In each field no more late dossiers than resolved ones."""
    for name in values:
        if fnmatchcase(name, "dossiers.by_field.*.resolved_late"):
            yield _within(name, name.removesuffix("_late"))


def _broken(identity: Identity, values: Values, definitions: Definitions) -> Contradiction | None:
    left = _terms(identity.left, values, definitions)
    right = _terms(identity.right, values, definitions)
    if len(left) == len(identity.left) and len(right) == len(identity.right):
        return _told(identity.rule, identity.relation, left, right)
    if left and len(right) == len(identity.right):
        return _told(identity.rule, "<=", left, right)
    if right and len(left) == len(identity.left) and identity.relation == "=":
        return _told(identity.rule, "<=", right, left)
    return None


def _told(
    rule: str, relation: Literal["=", "<="], left: tuple[Term, ...], right: tuple[Term, ...]
) -> Contradiction | None:
    surplus = _total(right) - _total(left)
    if surplus == 0 or (relation == "<=" and surplus > 0):
        return None
    names = tuple(name for term in (*left, *right) for name in term.names)
    return Contradiction(rule, names, _sentence(relation, left, right))


def _terms(patterns: tuple[str, ...], values: Values, definitions: Definitions) -> tuple[Term, ...]:
    """The summands of one side that are known."""
    terms = (_term(pattern, values, definitions) for pattern in patterns)
    return tuple(term for term in terms if term)


def _term(pattern: str, values: Values, definitions: Definitions) -> Term | None:
    members = next((noun for family, noun in FAMILIES.items() if pattern.startswith(family)), None)
    names = tuple(name for name in values if fnmatchcase(name, pattern)) if members else (pattern,)
    filled = [value for name in names if (value := values.get(name)) is not None]
    if not names or len(filled) < len(names):
        return None
    words = f"cộng {len(names)} {members} được" if members else _inside_a_sentence(definitions, pattern)
    return Term(words, names, sum(filled))


def _inside_a_sentence(definitions: Definitions, name: str) -> str:
    """The label with a small first letter, unless it begins with an abbreviation such as PAKN."""
    label = definitions[name].label if name in definitions else name
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _total(terms: tuple[Term, ...]) -> int:
    return sum(term.value for term in terms)


def _sentence(relation: str, left: tuple[Term, ...], right: tuple[Term, ...]) -> str:
    surplus = _total(right) - _total(left)
    difference = f"{'thừa' if surplus > 0 or relation == '<=' else 'thiếu'} {number(abs(surplus))}"
    told = _sum(left, "", " =")
    limit = _sum(right, " chỉ có", " chỉ bằng") if relation == "<=" else _sum(right, "", " =")
    return f"{told[:1].upper()}{told[1:]}, nhưng {limit}: {difference}."


def _sum(terms: tuple[Term, ...], before_one: str, before_total: str) -> str:
    """One figure as "tiếp nhận 69"; several as "tiếp nhận 69 + tạm dừng 1 = 70"."""
    if len(terms) == 1:
        return f"{terms[0].words}{before_one} {number(terms[0].value)}"
    summands = " + ".join(f"{term.words} {number(term.value)}" for term in terms)
    return f"{summands}{before_total} {number(_total(terms))}"
