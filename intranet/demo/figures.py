"""The figures of the sample quarter, which are real.

Where the real quarter tells no number: how the late dossiers fall to their causes, apologies, internal procedures and
the number of payments are invented, and their source document says so; proposals, trainings, praise and discipline
are 0, of which the report says that there was none.
"""

from datetime import date

from intranet.accounts.models import User
from intranet.demo.reading import at, json_of
from intranet.figures import operations
from intranet.figures.catalogue import FIELD_MEASURES, Family, by_cause, by_field
from intranet.figures.models import categories_for
from intranet.kernel.period import Period

day = date.fromisoformat


def enter(period: Period, controller: User) -> None:
    known = json_of("figures.json")
    values = known["values"] | of_fields(known["by_field"]) | of_causes(known["by_cause"], period)
    windows = {group: (day(first), day(last)) for group, (first, last) in known["windows"].items()}
    with at(known["entered_at"]):
        operations.enter(period, values, windows, known["sources"], controller)


def of_fields(counts: dict[str, list[int]]) -> dict[str, int]:
    """Received, resolved and resolved late of each field."""
    return {
        by_field(code, measure): count
        for code, row in counts.items()
        for measure, count in zip(FIELD_MEASURES, row, strict=True)
    }


def of_causes(counts: dict[str, int], period: Period) -> dict[str, int]:
    """Every cause the office keeps; those the quarter does not name are 0."""
    causes = [category.code for category in categories_for(period) if category.family is Family.CAUSE]
    return {by_cause(code): counts.get(code, 0) for code in causes}
