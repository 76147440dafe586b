"""The figures a report is known by, for who decides on it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from intranet.figures.fact import Fact
from intranet.figures.facts import Facts

GROUPS: dict[str, tuple[str, ...]] = {
    "Hồ sơ": (
        *("dossiers.opening", "dossiers.received", "dossiers.resolved", "dossiers.resolved_late"),
        *("dossiers.pending", "dossiers.pending_late", "dossiers.carried_over"),
    ),
    "Quá hạn": ("overdue.late", "overdue.explained", "overdue.unexplained", "overdue.apologies"),
    "Phản ánh, kiến nghị": ("feedback.received", "feedback.handled", "feedback.pending"),
    "Kiểm tra, rà soát": (
        *("inspections.done", "inspections.findings", "inspections.findings_closed"),
        *("proposals.made", "proposals.approved", "trainings.courses"),
    ),
    "Sự hài lòng": ("satisfaction.ratings", "satisfaction.very_satisfied_rate"),
    "Số hóa, thanh toán": ("digitisation.rate", "payments.online_rate"),
}


@dataclass(frozen=True)
class Glance:
    heading: str
    figures: tuple[Fact, ...]


def glance(facts: Facts) -> tuple[Glance, ...]:
    return tuple(_groups(facts))


def _groups(facts: Facts) -> Iterator[Glance]:
    for heading, names in GROUPS.items():
        if figures := tuple(facts.figures[name] for name in names if name in facts.figures):
            yield Glance(heading, figures)
