"""Facts of a quarter whose dossiers were all counted, field by field. Pure."""

from dataclasses import replace

from quarter import nothing_known

from intranet.categories.families import by_field
from intranet.figures.fact import Fact, Origin
from intranet.figures.facts import Facts
from intranet.reports.annexes.dossiers import ALL

SOME = {
    "resolved_early": 5,
    "resolved_on_time": 1,
    "resolved_late": 2,
    "rejected": 3,
    "pending_in_time": 4,
    "pending_late": 1,
    "paused": 2,
    "opening": 6,
    "received": 12,
    "received_online": 9,
    "received_direct": 2,
    "received_postal": 1,
    "resolved": 8,
    "pending": 5,
}


def counted(by_field_counts: dict[str, dict[str, int]], unknown: dict[str, int] | None = None) -> Facts:
    """A quarter whose dossiers were all counted, field by field; `unknown` are those of no field known."""
    told = {by_field(slug, leaf): count for slug, of in by_field_counts.items() for leaf, count in of.items()}
    whole = {leaf: sum(of[leaf] for of in by_field_counts.values()) + (unknown or {}).get(leaf, 0) for leaf in ALL}
    values = told | {f"dossiers.{leaf}": count for leaf, count in whole.items()}
    figures = {name: Fact(name, count, name, "hồ sơ", Origin.RECORDS, count) for name, count in values.items()}
    return replace(nothing_known(), figures=nothing_known().figures | figures)
