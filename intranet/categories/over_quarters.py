"""How the figure of a longer period follows from those of its quarters. Pure."""

from enum import Enum, auto


class Over(Enum):
    """How the figure of a half-year, nine months or a year follows from those of its quarters.

    ONCE: it counts late dossiers, and one that stays late from quarter to quarter is told in each of them; ANEW: it
    follows from other figures, or from the register over the whole period.
    """

    SUM = auto()
    FIRST = auto()
    LAST = auto()
    ONCE = auto()
    ANEW = auto()


_OPENINGS = ("feedback.opening", "dossiers.opening")
# What is looked at on a period's last day: by subject, then by name.
_STATES = ("focal.", "procedures.", "internal_procedures.", "staff.", "equipment.")
_STATES_BY_NAME = (
    *("feedback.pending", "inspections.corrective_overdue"),
    *("dossiers.pending", "dossiers.pending_in_time", "dossiers.pending_late", "dossiers.paused"),
)
_LATE_DOSSIERS = ("overdue.explained", "overdue.apologies")
_ANEW = (
    *("dossiers.carried_over", "overdue.late", "overdue.unexplained", "inspections.findings_closed"),
    *("proposals.cost_saved", "proposals.saving_rate", "digitisation.rate", "payments.online_rate"),
    *("satisfaction.very_satisfied_rate", "satisfaction.satisfied_rate"),
)


def over(name: str) -> Over:
    """How the figure of this name is taken over several quarters; those of fields and causes too."""
    if name.startswith("dossiers.by_field."):
        return over(f"dossiers.{name.rpartition('.')[2]}")
    if name in _LATE_DOSSIERS or name.startswith("overdue.by_cause."):
        return Over.ONCE
    if name in _OPENINGS:
        return Over.FIRST
    if name in _ANEW:
        return Over.ANEW
    return Over.LAST if name in _STATES_BY_NAME or name.startswith(_STATES) else Over.SUM
