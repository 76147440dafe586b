"""The figures of the sample quarter that no register gives; they are real, but for the number of payments.

What the real quarter tells no number of is invented, and its source document says so; praise and discipline are 0, of
which the report says that there was none.
"""

from datetime import date

from intranet.accounts.models import User
from intranet.demo.reading import at, json_of
from intranet.figures import operations
from intranet.figures.categories import FIELD_MEASURES, by_field
from intranet.kernel.period import Period

day = date.fromisoformat


def enter(period: Period, controller: User) -> None:
    known = json_of("figures.json")
    values = known["values"] | of_fields(known["by_field"])
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
