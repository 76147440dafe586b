"""What the office tells its dossiers by: fields and causes, and the names of their figures. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from intranet.kernel.labels import Labelled

FIELD_MEASURES = {"received": "Tiếp nhận", "resolved": "Đã giải quyết", "resolved_late": "Giải quyết quá hạn"}


class Family(Labelled):
    """A figure that repeats, once for each category the office keeps."""

    FIELD = "field", "Lĩnh vực"
    CAUSE = "cause", "Nguyên nhân quá hạn"


class Side(Labelled):
    """Who could have kept a dossier from being late: the office itself, or somebody else."""

    INTERNAL = "internal", "Chủ quan"
    EXTERNAL = "external", "Khách quan"


class Asks(Labelled):
    """What a cause must say beyond the explanation."""

    TEXT = "text", "Ghi rõ nguyên nhân"
    REGULATION = "regulation", "Nêu thủ tục, văn bản và vướng mắc"


@dataclass(frozen=True)
class Category:
    """One member of a family; `code` becomes a part of the fact's name: ho-tich, CQ-01. A cause has a side."""

    family: Family
    code: str
    label: str
    side: Side | None = None


@dataclass(frozen=True)
class Cause:
    """A cause the office tells late dossiers by; reports frozen before causes had a side know none."""

    code: str
    label: str
    side: Side | None = None


def by_field(code: str, measure: str) -> str:
    """The name of a field's figure: dossiers.by_field.ho-tich.received."""
    return f"dossiers.by_field.{code}.{measure}"


def by_cause(code: str) -> str:
    """The name of a cause's figure: overdue.by_cause.CQ-01."""
    return f"overdue.by_cause.{code}"


def cause_of(name: str) -> str:
    """The code of the cause whose figure this is; "" where it is another figure."""
    prefix = by_cause("")
    return name.removeprefix(prefix) if name.startswith(prefix) else ""


def is_member(family: Family, name: str) -> bool:
    """Whether a figure is one of a field, or of a cause."""
    return name.startswith("overdue.by_cause." if family is Family.CAUSE else "dossiers.by_field.")


def fields_of(categories: Sequence[Category]) -> tuple[tuple[str, str], ...]:
    """Slug and name of each field."""
    return tuple((category.code, category.label) for category in categories if category.family is Family.FIELD)


def causes_of(categories: Sequence[Category]) -> tuple[Cause, ...]:
    causes = (category for category in categories if category.family is Family.CAUSE)
    return tuple(Cause(category.code, category.label, category.side) for category in causes)


def names_of(family: Family, code: str) -> tuple[str, ...]:
    """The names of all figures that a category has."""
    return (by_cause(code),) if family is Family.CAUSE else tuple(by_field(code, measure) for measure in FIELD_MEASURES)
