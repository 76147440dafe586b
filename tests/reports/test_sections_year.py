"""What a year came to, beside the year before."""

from decimal import Decimal

import pytest
from quarter import nothing_known, quarter, with_earlier

from intranet.kernel.period import Period
from intranet.reports.markup import blocks
from intranet.reports.sections.assessment import control_results
from intranet.reports.sections.year import against_year_before, year_results

YEAR, HALF = Period.parse("2026-Y"), Period.parse("2026-H1")


def printed(text: str, facts) -> list[str]:
    return [block.text for block in blocks(text, facts)]


def test_every_figure_known_of_both_years_is_compared_whichever_way_it_went():
    before = {
        "dossiers.received": 1500,
        "overdue.late": 19,
        "feedback.received": 1,
        "payments.online": 1,
        "payments.total": 2,
    }
    facts = with_earlier(quarter(period=YEAR), previous=before)
    told = printed(against_year_before(facts), facts)
    assert told[0] == "So với Năm 2025:"
    assert told[1].startswith("số hồ sơ tiếp nhận tăng 68 hồ sơ (4,5%)")
    assert any(line.startswith("tỷ lệ thanh toán trực tuyến tăng ") and "điểm phần trăm" in line for line in told)
    assert not any("số hồ sơ đã giải quyết" in line for line in told)


def test_one_figure_is_told_in_one_sentence():
    facts = with_earlier(quarter(period=YEAR), previous={"dossiers.received": 1568})
    assert printed(against_year_before(facts), facts) == ["So với Năm 2025: số hồ sơ tiếp nhận không đổi."]


def test_a_shorter_period_is_set_beside_the_same_one_of_the_year_before():
    facts = with_earlier(quarter(period=HALF), last_year={"dossiers.received": 1500})
    assert printed(against_year_before(facts), facts)[0].startswith("So với 6 tháng đầu năm 2025:")


@pytest.mark.parametrize("facts", [quarter(period=YEAR), with_earlier(nothing_known(), previous={"overdue.late": 3})])
def test_where_one_of_the_years_is_not_known_nothing_is_said(facts):
    assert against_year_before(facts) == ""
    assert year_results(facts) == control_results(facts)


def test_a_rate_is_compared_by_points():
    known = {"satisfaction.ratings": 200, "satisfaction.very_satisfied": 100}
    facts = with_earlier(quarter(period=YEAR), previous=known)
    (line,) = printed(against_year_before(facts), facts)
    rate = facts.value("previous.satisfaction.very_satisfied_rate.change")
    assert isinstance(rate, Decimal) and line.startswith("So với Năm 2025: tỷ lệ rất hài lòng tăng ")
