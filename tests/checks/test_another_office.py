"""Another office's report, wrapped, in two columns above and below and over two pages: what is right stays silent."""

from pathlib import Path

import pytest
from checks.corpus import told

from intranet.checks.date_outside_period import date_outside_period
from intranet.checks.paper import Paper
from intranet.checks.period_reversed import period_reversed
from intranet.checks.period_window import period_window
from intranet.checks.relative_date import relative_date
from intranet.checks.structure.annex_missing import annex_missing
from intranet.checks.structure.heading_gap import heading_gap
from intranet.checks.structure.heading_repeated import heading_repeated
from intranet.checks.structure.placeholder_left import placeholder_left
from intranet.checks.structure.section_empty import section_empty
from intranet.checks.window_differs import window_differs
from intranet.kernel.period import Period
from intranet.reading.manuscript import read
from intranet.reading.periods import title_period

TEXT = Path(__file__).with_name("another_office.txt").read_text(encoding="utf-8")
RULES = [
    *(period_window, period_reversed, date_outside_period, window_differs, relative_date),
    *(heading_repeated, heading_gap, section_empty, annex_missing, placeholder_left),
]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("period", [None, Period.parse("2026-Q2")])
def test_a_right_report_stays_silent(rule, period):
    assert not told(rule(Paper(read(TEXT), period)))


def test_its_period_is_read_from_its_title():
    assert title_period(read(TEXT)) == Period.parse("2026-Q2")


def test_its_window_is_held_against_its_period():
    assert "Quý II/2026" in told(period_window(Paper(read(TEXT), Period.parse("2026-Q1"))))
    assert "15/06/2026" in told(period_window(Paper(read(TEXT.replace("ngày 14/6/2026", "ngày 15/6/2026")))))
