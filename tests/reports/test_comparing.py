"""Figures beside those of an earlier period: by how much they changed, in words, in a table, as a chart."""

from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image
from quarter import quarter, with_earlier

from intranet.figures.comparing import Earlier, beside, change_of, present, recurring
from intranet.figures.fact import Fact
from intranet.figures.facts import Facts
from intranet.kernel.period import Period
from intranet.reports.carried import Carried, carried_over
from intranet.reports.charts.chart import CHARTS
from intranet.reports.charts.picture import png
from intranet.reports.derivation import derivation
from intranet.reports.marks.comparisons import comparison as mark
from intranet.reports.marks.figures import unit_of
from intranet.reports.markup import blocks, mistakes
from intranet.reports.outlines.headings import Heading
from intranet.reports.sections.comparison import comparison
from intranet.reports.sections.dossiers import dossiers
from intranet.reports.sections.recurring import proposals_against_recurring_causes, recurring_causes
from intranet.reports.tables import TABLES

BEFORE = {
    "dossiers.received": 1448,
    "dossiers.resolved": 1488,
    "dossiers.resolved_late": 13,
    "dossiers.pending_late": 0,
}
A_YEAR_AGO = {"dossiers.received": 1601, "payments.online": 1, "payments.total": 2}
RECEIVED, RESOLVED = "previous.dossiers.received", "previous.dossiers.resolved"


def texts(text: str, facts: Facts) -> list[str]:
    return [block.text for block in blocks(text, facts) if block.kind != "table" and not block.chart]


def test_a_change_is_a_number_and_a_share_of_what_it_was():
    facts = with_earlier(quarter(), previous=BEFORE)
    assert facts.value(RECEIVED) == 1448
    assert facts.value(f"{RECEIVED}.change") == 120 and facts.value(f"{RECEIVED}.change_rate") == Decimal("8.3")
    assert facts.figures[RECEIVED].label == "Tiếp nhận (Quý IV/2025)"


def test_a_rate_changes_by_points():
    fact = with_earlier(quarter(), last_year=A_YEAR_AGO).figures["last_year.payments.online_rate.change"]
    assert (fact.value, fact.unit) == (Decimal("50.0"), "điểm phần trăm")
    assert unit_of(fact.name) == "%"


def test_what_was_none_has_no_share_of_it():
    facts = with_earlier(quarter(), previous={"dossiers.received": 0})
    assert facts.value(f"{RECEIVED}.change") == 1568 and f"{RECEIVED}.change_rate" not in facts.figures


def test_what_is_not_known_then_is_not_compared():
    facts = with_earlier(quarter({"dossiers.received": None}), previous={"dossiers.received": 5})
    assert facts.value(RECEIVED) == 5 and f"{RECEIVED}.change" not in facts.figures
    assert not [name for name in facts.figures if name.startswith("previous.dossiers.resolved")]


def test_of_a_longer_period_only_what_it_left_behind_is_known():
    year = Earlier(Period.parse("2025-Y"), quarter().figures)
    assert list(beside(quarter().figures, Period.parse("2026-Q1"), {"previous": year})) == [
        "previous.dossiers.carried_over"
    ]


@pytest.mark.parametrize(("before", "direction"), [(1448, 1), (1568, 0), (1600, -1)])
def test_a_figure_rises_falls_or_stays(before, direction):
    assert change_of(RECEIVED, with_earlier(quarter(), previous={"dossiers.received": before})) == direction


def test_the_words_follow_the_figures_whichever_way_they_go():
    text = f"Hồ sơ tiếp nhận {mark(RECEIVED)}."
    for before, told in (
        (1448, "tăng 120 hồ sơ (8,3%)"),
        (1568, "không đổi"),
        (1600, "giảm 32 hồ sơ (2%)"),
        (0, "tăng 1.568 hồ sơ"),
    ):
        facts = with_earlier(quarter(), previous={"dossiers.received": before})
        assert texts(text, facts) == [f"Hồ sơ tiếp nhận {told}."]
    assert texts(text, quarter()) == ["Hồ sơ tiếp nhận."]


def test_a_comparison_that_there_is_none_of_is_refused_with_a_suggestion():
    (told,) = mistakes("Tăng {{so với:previous.dossiers.recieved}}.", quarter().figures)
    assert "không so sánh được" in told and RECEIVED in told
    assert not mistakes(f"Tăng {mark(RECEIVED)}.", quarter().figures)


def test_nothing_is_composed_where_no_earlier_figure_is_known():
    assert comparison(quarter()) == ""
    assert comparison(with_earlier(quarter(), previous={"staff.total": 3})) == ""


def test_a_sentence_for_each_earlier_period_then_a_table_and_a_chart():
    facts = with_earlier(quarter(), previous=BEFORE, last_year=A_YEAR_AGO)
    text = comparison(facts)
    assert texts(text, facts) == [
        "So với Quý IV/2025: số hồ sơ tiếp nhận tăng 120 hồ sơ (8,3%); số hồ sơ đã giải quyết không đổi; "
        "số hồ sơ quá hạn giảm 02 hồ sơ (15,4%).",
        "So với Quý I/2025: số hồ sơ tiếp nhận giảm 33 hồ sơ (2,1%).",
    ]
    assert [block.kind for block in blocks(text, facts)][2:] == ["table", "chart"]
    assert not mistakes(text, facts.figures)


def test_what_was_left_is_held_against_an_opening_only_where_both_are_known():
    left = {"dossiers.pending": 41, "dossiers.paused": 64}
    for opening, asks in ((104, True), (105, False), (None, False)):
        facts = with_earlier(quarter({"dossiers.opening": opening}), previous=left)
        assert ("khác với 105 hồ sơ chuyển kỳ sau của Quý IV/2025" in texts(dossiers(facts), facts)[0]) is asks


def test_the_table_stands_both_periods_side_by_side():
    facts = with_earlier(quarter(), previous=BEFORE, last_year=A_YEAR_AGO)
    (table,) = blocks("{{table:comparison}}", facts)
    columns = ("Chỉ tiêu", "Quý I/2026", "Quý IV/2025", "So với Quý IV/2025", "Quý I/2025", "So với Quý I/2025")
    assert table.columns == columns
    assert table.rows == (
        ("Hồ sơ tiếp nhận", "1.568", "1.448", "+120 (+8,3%)", "1.601", "−33 (−2,1%)"),
        ("Hồ sơ đã giải quyết", "1.488", "1.488", "0", "-", "-"),
        ("Hồ sơ quá hạn", "11", "13", "−2 (−15,4%)", "-", "-"),
        ("Tỷ lệ thanh toán trực tuyến (%)", "100", "-", "-", "50", "+50"),
    )
    assert not TABLES["comparison"](quarter()).rows


def test_the_chart_draws_a_bar_for_each_period_and_tells_what_it_draws():
    chart = CHARTS["comparison"](with_earlier(quarter(), previous=BEFORE, last_year=A_YEAR_AGO))
    assert chart.series == ("Quý I/2026", "Quý IV/2025", "Quý I/2025")
    assert chart.groups[0] == ("Hồ sơ tiếp nhận", (1568, 1448, 1601))
    assert chart.groups[1] == ("Hồ sơ đã giải quyết", (1488, 1488, None))
    assert "Hồ sơ đã giải quyết: Quý I/2026 1.488, Quý IV/2025 1.488;" in chart.in_words
    picture = Image.open(BytesIO(png(chart))).convert("RGB")
    inks = {ink for _, ink in picture.getcolors(maxcolors=1_000_000)}
    assert picture.width == 1800 and {(31, 78, 121), (154, 184, 211), (207, 207, 207)} <= inks


def test_a_chart_of_nothing_but_zeros_is_drawn_too():
    nothing = quarter({"dossiers.received": 0})
    chart = CHARTS["comparison"](with_earlier(nothing, previous={"dossiers.received": 0}))
    assert png(chart).startswith(b"\x89PNG")


def test_a_change_leads_to_the_figures_it_follows_from():
    facts = with_earlier(quarter(), previous=BEFORE)
    for name, of in ((f"{RECEIVED}.change", 2), (f"{RECEIVED}.change_rate", 3)):
        names = [part.name for part in derivation(name, facts) if isinstance(part, Fact)]
        assert names == ["dossiers.received", RECEIVED, RECEIVED][:of]
    assert derivation(RECEIVED, facts) == [] and present(f"{RESOLVED}.change_rate") == "dossiers.resolved"


def test_a_cause_recurs_where_the_quarter_before_had_it_too():
    facts = with_earlier(quarter(), previous={"overdue.by_cause.HT-01": 3, "overdue.by_cause.CQ-04": 0})
    assert [cause.code for cause in recurring(facts)] == ["HT-01"]
    told = "“Lỗi hệ thống, đồng bộ hoặc liên thông dữ liệu” (Quý I/2026: 07 hồ sơ, Quý IV/2025: 03 hồ sơ)"
    assert texts(recurring_causes(facts), facts) == [f"Nguyên nhân lặp lại từ Quý IV/2025: {told}."]
    lead = "Đề nghị cấp có thẩm quyền, cơ quan liên quan khắc phục nguyên nhân quá hạn lặp lại:"
    assert texts(proposals_against_recurring_causes(facts), facts) == [f"{lead} {told}."]


def test_what_the_office_itself_causes_is_not_asked_of_others():
    facts = with_earlier(quarter(), previous={"overdue.by_cause.CQ-04": 1})
    assert proposals_against_recurring_causes(facts).startswith("- UBND phường chỉ đạo các đơn vị khắc phục")


def test_without_a_recurring_cause_nothing_is_proposed():
    for facts in (quarter(), with_earlier(quarter(), previous={"overdue.by_cause.KQ-01": 2})):
        assert recurring_causes(facts) == proposals_against_recurring_causes(facts) == ""


def test_what_was_proposed_against_a_cause_is_not_carried_to_the_next_period():
    facts = with_earlier(quarter(), previous={"overdue.by_cause.HT-01": 3})
    text = f"- Đề nghị tập huấn.\n{proposals_against_recurring_causes(facts)}"
    heading = Heading("text.proposals", 1, "VI", "Kiến nghị")
    assert carried_over([heading], {heading.key: Carried(heading.key, text)})[heading.key].text == "- Đề nghị tập huấn."


def test_facts_keep_which_periods_they_compare_with():
    facts = with_earlier(quarter(), previous=BEFORE, last_year=A_YEAR_AGO)
    assert Facts.from_json(facts.to_json()) == facts
