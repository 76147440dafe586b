"""What the office tells its dossiers by: fields and causes, and the names of their figures. Pure."""

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


def names_of(family: Family, code: str) -> tuple[str, ...]:
    """The names of all figures that a category has."""
    return (by_cause(code),) if family is Family.CAUSE else tuple(by_field(code, measure) for measure in FIELD_MEASURES)
