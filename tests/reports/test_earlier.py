"""With which earlier periods a report is compared, and whose figures count for them."""

from datetime import date

import pytest
from factories import a_report, a_staged_import, an_approved_report, typed_figures

from intranet.dossiers import operations as dossiers
from intranet.figures.collecting.collect import collect
from intranet.figures.collecting.earlier import a_year_ago, before, earlier_figures
from intranet.figures.recorded import open_books
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records
from intranet.reports.current import current_report

Q1 = Period.parse("2026-Q1")
SHOW = "/reports/2026-Q1"


def codes(periods: list[Period]) -> list[str]:
    return [period.code for period in periods]


@pytest.mark.parametrize(
    ("code", "ended", "year_ago"),
    [
        ("2026-Q1", ["2025-Q4", "2025-Y"], ["2025-Q1"]),
        ("2026-Q2", ["2026-Q1"], ["2025-Q2"]),
        ("2026-Q3", ["2026-Q2", "2026-H1"], ["2025-Q3"]),
        ("2026-Q4", ["2026-Q3", "2026-9M"], ["2025-Q4"]),
        ("2026-H1", ["2025-Q4", "2025-Y"], ["2025-H1"]),
        ("2026-Y", ["2025-Y", "2025-Q4"], []),
        ("2000-Q1", [], []),
        ("2000-Y", [], []),
        ("2000-Q2", ["2000-Q1"], []),
    ],
)
def test_what_ends_where_a_period_begins_comes_before_it(code, ended, year_ago):
    period = Period.parse(code)
    assert codes(before(period)) == ended and codes(a_year_ago(period)) == year_ago


def test_where_nothing_is_known_of_earlier_periods_there_are_none(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    assert earlier_figures(Q1, open_books()) == {} and not collect(Q1).earlier


@pytest.fixture
def exported(cast):
    """One dossier received in the first quarter of 2026, of a system whose exports tell all since a day."""

    def import_it(since: date) -> None:
        batch = a_staged_import(cast("chi"))
        dossiers.cover(batch.source, since, cast("chi"))
        dossiers.confirm(batch, False, cast("chi"))

    return import_it


def test_a_period_that_exports_tell_all_of_is_compared_though_nobody_typed(exported):
    exported(Q1.start)
    facts = collect(Period.parse("2026-Q2"))
    assert facts.earlier["previous"] == Q1 and facts.value("previous.dossiers.received") == 1
    assert earlier_figures(Q1, open_books()) == {}


def test_a_year_that_exports_tell_all_of_stands_beside_the_next(exported):
    exported(date(2024, 12, 15))
    facts = collect(Period.parse("2026-Y"))
    assert facts.earlier["previous"].code == "2025-Y" and facts.value("previous.dossiers.received") == 0


def test_a_year_of_which_exports_tell_only_a_part_is_not_compared(exported):
    exported(date(2025, 3, 15))
    facts = collect(Period.parse("2026-Y"))
    assert "previous.dossiers.received" not in facts.figures


def test_what_was_typed_for_an_earlier_period_is_compared(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    typed_figures("2025-Q4", cast("chi"), dossiers__received=1448)
    typed_figures("2025-Q1", cast("chi"), dossiers__received=1601)
    facts = collect(Q1)
    assert {side: period.code for side, period in facts.earlier.items()} == {
        "previous": "2025-Q4",
        "last_year": "2025-Q1",
    }
    assert facts.value("previous.dossiers.received.change") == 120
    assert facts.value("last_year.dossiers.received.change") == 33


def test_what_was_approved_counts_as_it_was_approved(cast):
    typed_figures("2025-Q4", cast("chi"), dossiers__pending=41, dossiers__paused=64)
    an_approved_report(cast("chi"), cast("dung"), "2025-Q4")
    typed_figures("2025-Q4", cast("chi"), dossiers__pending=40)
    assert collect(Q1).value("previous.dossiers.carried_over") == 105
    report = current_report(Period.parse("2025-Q4")).report
    records.act(report, "reopen", cast("dung"), "Sai số.")
    assert collect(Q1).value("previous.dossiers.carried_over") == 104


def test_what_a_year_left_behind_stands_in_for_its_last_quarter(cast):
    typed_figures("2025-Y", cast("chi"), dossiers__received=6000, dossiers__pending=41, dossiers__paused=64)
    facts = collect(Q1)
    assert facts.value("previous.dossiers.carried_over") == 105 and "previous.dossiers.received" not in facts.figures


def test_the_page_and_its_sources_tell_the_comparison(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    typed_figures("2025-Q4", cast("chi"), dossiers__received=1448)
    client = as_user("dung")
    page = client.get(SHOW).text
    assert "So với Quý IV/2025: số hồ sơ tiếp nhận tăng " in page and "Biểu đồ. So sánh số hồ sơ" in page
    source = client.get(f"{SHOW}/figures/previous.dossiers.received").text
    assert "1.448" in source and 'href="/reports/2025-Q4/figures/dossiers.received"' in source
    change = client.get(f"{SHOW}/figures/previous.dossiers.received.change").text
    assert "chênh lệch giữa" in change and f'href="{SHOW}/figures/previous.dossiers.received"' in change


def test_frozen_facts_keep_what_they_were_compared_with(cast):
    typed_figures("2025-Q4", cast("chi"), dossiers__received=1448)
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    an_approved_report(cast("chi"), cast("dung"))
    typed_figures("2025-Q4", cast("chi"), dossiers__received=1)
    assert current_report(Q1).facts.value("previous.dossiers.received") == 1448


def test_earlier_periods_cost_a_bounded_number_of_queries(cast, count_queries):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    typed_figures("2025-Q4", cast("chi"), dossiers__received=1448)
    a_report(cast("chi"))
    db.session.commit()
    assert count_queries(lambda: collect(Q1)) <= 30
