"""The report of the sample quarter: begun and written by the controller, left as a draft."""

import re

from intranet.accounts.models import User
from intranet.decisions import confirming, operations
from intranet.demo.reading import at, text_of
from intranet.kernel.period import Period
from intranet.reports.current import current_report

BEGUN, WRITTEN = "2026-03-18 09:00", "2026-03-18 10:30"
COMPOSED = "{composed}"  # where the text the system composes stands in ours


def write(period: Period, controller: User) -> None:
    with at(BEGUN):
        report = operations.open_report(period, controller)
    composed = current_report(period).composed
    with at(WRITTEN):
        for key, text in sections(text_of("report.txt")).items():
            operations.edit_section(report, key, text.replace(COMPOSED, composed[key]), 0, controller)
        confirming.confirm_all(report, controller, current_report(period))


def sections(text: str) -> dict[str, str]:
    """The texts by the key of their section, each under a line "# key"."""
    parts = re.split(r"^# (\S+)\n", text, flags=re.M)[1:]
    return {key: body.strip() for key, body in zip(parts[::2], parts[1::2], strict=True)}
