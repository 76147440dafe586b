"""The figures a report is decided by, beside those of the period before: pure first, then the page."""

import re
from dataclasses import replace

import pytest
from factories import a_report, an_approved_report, typed_figures, waive_errors
from quarter import quarter, with_earlier

from intranet.categories.catalogue import CATALOGUE
from intranet.decisions.main_figures import GROUPS, SHARE_ONLINE, compared_with, main_figures
from intranet.figures.comparing import COMPARED, REMEMBERED
from intranet.figures.facts import Facts
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records

DECIDE = "/reports/2026-Q1/decide"
RECEIVED = "dossiers.received"
NAMES = [name for names in GROUPS.values() for name in names if name != SHARE_ONLINE]


def row(facts: Facts, name: str) -> tuple[str, str, str]:
    (figure,) = [one for group in main_figures(facts) for one in group.figures if one.name == name]
    return figure.now_text, figure.before_text, figure.change_text


def share(facts: Facts) -> tuple[str, str, str]:
    (figure,) = [one for group in main_figures(facts) for one in group.figures if not one.name]
    return figure.now_text, figure.before_text, figure.change_text


@pytest.mark.parametrize("name", NAMES)
def test_every_main_figure_is_one_of_the_catalogue_and_kept_of_the_period_before(name):
    assert name in CATALOGUE and name in {*COMPARED, *REMEMBERED}


def test_nothing_is_kept_of_the_period_before_that_the_page_does_not_show():
    assert set(REMEMBERED) <= set(NAMES) and not set(REMEMBERED) & COMPARED.keys()


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (1448, ("1.568", "1.448", "+120 (+8,3%)")),
        (1600, ("1.568", "1.600", "−32 (−2%)")),
        (1568, ("1.568", "1.568", "0")),
        (0, ("1.568", "0", "+1.568")),
    ],
)
def test_a_count_is_told_with_its_difference_and_its_share_of_what_it_was(before, told):
    assert row(with_earlier(quarter(), previous={RECEIVED: before}), RECEIVED) == told


def test_a_rate_differs_by_points():
    facts = with_earlier(quarter(), previous={"payments.online": 1, "payments.total": 2})
    assert row(facts, "payments.online_rate") == ("100%", "50%", "+50 điểm %")


def test_what_is_missing_is_said_in_words():
    facts = with_earlier(quarter({RECEIVED: None}), previous={RECEIVED: 5})
    assert row(facts, RECEIVED) == ("chưa có số liệu", "5", "")
    assert row(with_earlier(quarter(), previous={"dossiers.resolved": 5}), RECEIVED)[1:] == ("chưa có số liệu", "")


def test_the_share_received_on_line_is_that_of_both_periods():
    before = {RECEIVED: 200, "dossiers.received_online": 150}
    assert share(with_earlier(quarter(), previous=before)) == ("100%", "75%", "+25 điểm %")
    assert share(with_earlier(quarter(), previous={RECEIVED: 0, "dossiers.received_online": 0}))[1] == "chưa có số liệu"


def test_a_period_of_another_length_is_not_compared_with():
    facts = with_earlier(quarter(), previous={RECEIVED: 5})
    assert compared_with(facts) == Period.parse("2025-Q4") and compared_with(quarter()) is None
    longer = Facts(facts.period, facts.office, facts.figures, earlier={"previous": Period.parse("2025-Y")})
    assert compared_with(longer) is None


def cells(text: str, label: str) -> list[str]:
    """What the table says of one figure, as a reader sees it."""
    (found,) = [one for one in re.findall(r"<tr>.*?</tr>", text, re.DOTALL) if re.search(rf">{label}</a>\s*</th>", one)]
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", found, re.DOTALL)]


@pytest.fixture
def two_quarters(cast):
    chi = cast("chi")
    typed_figures("2025-Q4", chi, dossiers__received=100, dossiers__pending=7)
    typed_figures("2026-Q1", chi, dossiers__received=120, dossiers__pending=5)
    return a_report(chi)


def test_the_page_shows_this_period_the_one_before_and_the_difference(as_user, two_quarters):
    text = as_user("dung").get(DECIDE).text
    assert cells(text, "Tiếp nhận") == ["120", "100", "+20 (+20%)"]
    assert cells(text, "Đang giải quyết") == ["5", "7", "−2 (−28,6%)"]
    assert cells(text, "Giải quyết quá hạn") == ["chưa có số liệu", "chưa có số liệu", "–"]
    assert "Quý IV/2025</th>" in text and "Chênh lệch</th>" in text


def test_a_page_without_a_period_before_says_so(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=120)
    a_report(cast("chi"))
    text = as_user("dung").get(DECIDE).text
    assert "Chưa có số liệu của kỳ liền trước" in text and "Chênh lệch" not in text
    assert cells(text, "Tiếp nhận") == ["120"]


def test_a_submitted_report_shows_what_was_frozen_of_both(as_user, two_quarters, cast):
    chi = cast("chi")
    waive_errors(two_quarters, chi)
    records.act(two_quarters, "submit", chi)
    typed_figures("2025-Q4", chi, dossiers__pending=70)
    typed_figures("2026-Q1", chi, dossiers__pending=50)
    db.session.commit()
    assert cells(as_user("dung").get(DECIDE).text, "Đang giải quyết") == ["5", "7", "−2 (−28,6%)"]


def test_what_was_frozen_before_these_figures_were_kept_is_missing():
    facts = with_earlier(quarter(), previous={RECEIVED: 5, "dossiers.pending": 7})
    older = {name: fact for name, fact in facts.figures.items() if name != "previous.dossiers.pending"}
    told = replace(facts, figures=older)
    assert row(told, "dossiers.pending")[1:] == ("chưa có số liệu", "") and row(told, RECEIVED)[1] == "5"


def test_an_approved_period_before_counts_as_it_was_approved(as_user, cast):
    chi = cast("chi")
    typed_figures("2025-Q4", chi, dossiers__received=100)
    an_approved_report(chi, cast("dung"), "2025-Q4")
    typed_figures("2025-Q4", chi, dossiers__received=99)
    typed_figures("2026-Q1", chi, dossiers__received=120)
    a_report(chi)
    assert cells(as_user("dung").get(DECIDE).text, "Tiếp nhận")[1] == "100"
