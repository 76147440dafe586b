"""The figures of the sample quarter that no record gives; they are real, but for the number of payments.

What the real quarter tells no number of is invented, and its source document says so; praise and discipline are 0, of
which the report says that there was none.
"""

from datetime import date

from intranet.accounts.models import User
from intranet.demo.reading import at, json_of
from intranet.figures import operations
from intranet.kernel.period import Period

day = date.fromisoformat


def enter(period: Period, controller: User) -> None:
    known = json_of("figures.json")
    windows = {group: (day(first), day(last)) for group, (first, last) in known["windows"].items()}
    with at(known["entered_at"]):
        operations.enter(period, known["values"], windows, known["sources"], controller)
