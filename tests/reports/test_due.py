"""Which report is due next, by when, and which are late."""

from datetime import date

import pytest

from intranet.kernel.period import Period
from intranet.kernel.workdays import WorkCalendar
from intranet.reports.duties.due import Begun, Duty, OwedReports

# The office was set up in 2025; 16/03/2026 is a Monday, 14/06/2026 a Sunday, 14/12/2026 a Monday.
SET_UP = date(2025, 12, 20)
DEFAULT = ("Q1", "Q2", "Q3", "Y")
NOBODY_OFF = WorkCalendar(frozenset(), frozenset())
APPROVED, DRAFT = Begun("đã duyệt", is_done=True), Begun("bản nháp", is_done=False)


def owed(
    today: date,
    begun: dict[str, Begun] | None = None,
    shapes: tuple[str, ...] = DEFAULT,
    days: int = 2,
    since: date = SET_UP,
    calendar: WorkCalendar = NOBODY_OFF,
) -> OwedReports:
    reports = {Period.parse(code): report for code, report in (begun or {}).items()}
    return OwedReports(today, {shape: Duty(days, since) for shape in shapes}, reports, calendar.add)


def quarters_approved(year: int = 2026) -> dict[str, Begun]:
    return {f"{year}-Q{quarter}": APPROVED for quarter in (1, 2, 3)}


def sentences(reports: OwedReports) -> list[str]:
    return [due.sentence for due in reports.coming]


def test_at_the_end_of_november_the_year_is_due_and_not_the_quarter_that_runs():
    reports = owed(date(2026, 11, 29), quarters_approved())
    assert sentences(reports) == ["Báo cáo năm 2026: chốt số liệu 14/12, gửi trước 16/12, còn 17 ngày"]
    assert reports.late == ()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ((2026, 12, 13), "chốt số liệu 14/12, gửi trước 16/12, còn 3 ngày"),
        ((2026, 12, 14), "chốt số liệu hôm nay 14/12, gửi trước 16/12, còn 2 ngày"),
        ((2026, 12, 15), "đã chốt số liệu 14/12, gửi trước 16/12, còn 1 ngày"),
        ((2026, 12, 16), "đã chốt số liệu 14/12, gửi trong hôm nay 16/12"),
        ((2026, 12, 17), "đã chốt số liệu 14/12, hạn gửi 16/12, quá hạn gửi 1 ngày"),
        ((2027, 1, 4), "đã chốt số liệu 14/12/2026, hạn gửi 16/12/2026, quá hạn gửi 19 ngày"),
    ],
)
def test_around_the_closing_and_the_sending_day_it_says_where_one_stands(day, sentence):
    due = owed(date(*day), quarters_approved()).due(Period.parse("2026-Y"))
    assert due.sentence == f"Báo cáo năm 2026: {sentence}"


@pytest.mark.parametrize(
    ("code", "send_by"),
    [
        ("2026-Q1", date(2026, 3, 17)),  # closes on a Saturday: Monday, Tuesday
        ("2026-Q2", date(2026, 6, 16)),  # closes on a Sunday
        ("2026-Q3", date(2026, 9, 16)),
        ("2026-Y", date(2026, 12, 16)),
        ("2027-Y", date(2027, 12, 16)),
    ],
)
def test_weekends_are_no_working_days(code, send_by):
    assert owed(date(2026, 1, 5)).due(Period.parse(code)).send_by == send_by


def test_days_off_and_weekend_days_worked_instead_count_as_the_office_says():
    calendar = WorkCalendar(frozenset({date(2026, 12, 15)}), frozenset({date(2026, 12, 19)}))
    year = Period.parse("2026-Y")
    assert owed(date(2026, 12, 1), calendar=calendar).due(year).send_by == date(2026, 12, 17)
    assert owed(date(2026, 12, 1), calendar=calendar, days=4).due(year).send_by == date(2026, 12, 19)


def test_sent_on_the_closing_day_itself_where_no_day_is_given():
    assert owed(date(2026, 12, 1), days=0).due(Period.parse("2026-Y")).send_by == date(2026, 12, 14)


def test_a_new_office_is_told_of_nothing_that_closed_before_it_was_set_up():
    reports = owed(date(2026, 11, 29), since=date(2026, 11, 20))
    assert [due.period.code for due in reports.open] == ["2026-Y", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Y"]


def test_the_period_that_closes_on_the_very_day_is_owed():
    assert owed(date(2026, 9, 14), since=date(2026, 9, 14)).coming[0].period.code == "2026-Q3"
    assert owed(date(2026, 9, 15), since=date(2026, 9, 15)).coming[0].period.code == "2026-Y"


def test_what_is_late_stays_until_it_is_approved_the_newest_first():
    begun = {"2026-Q1": APPROVED, "2026-Q2": DRAFT}
    reports = owed(date(2026, 11, 29), begun)
    assert [due.period.code for due in reports.late] == ["2026-Q3", "2026-Q2"]
    assert reports.late[0].days_left == -74
    assert [due.period.code for due in reports.coming] == ["2026-Y"]
    approved = owed(date(2026, 11, 29), begun | {"2026-Q2": APPROVED, "2026-Q3": APPROVED})
    assert approved.late == () and approved.due(Period.parse("2026-Q3")) is None


def test_once_the_year_is_approved_the_next_is_the_first_quarter_after():
    reports = owed(date(2026, 12, 16), quarters_approved() | {"2026-Y": APPROVED})
    assert sentences(reports) == ["Báo cáo quý I/2027: chốt số liệu 14/03/2027, gửi trước 16/03/2027, còn 90 ngày"]


def test_several_that_are_sent_by_the_same_day_are_told_together():
    reports = owed(date(2026, 6, 1), {"2026-Q1": APPROVED}, (*DEFAULT, "H1"))
    assert [due.period.code for due in reports.coming] == ["2026-Q2", "2026-H1"]
    assert sentences(reports)[1].startswith("Báo cáo 6 tháng đầu năm 2026: chốt số liệu 14/06")


def test_where_nothing_is_owed_nothing_is_due():
    reports = owed(date(2026, 11, 29), shapes=())
    assert reports.open == reports.coming == reports.late == ()


@pytest.mark.parametrize(
    ("code", "due"),
    [("2026-Q4", "2026-Y"), ("2026-Y", "2026-Y"), ("2026-Q3", "2026-Y"), ("2026-H1", "2026-Y"), ("2027-Q1", "2027-Q1")],
)
def test_a_periods_figures_go_into_its_own_report_or_that_of_a_longer_period(code, due):
    reports = owed(date(2026, 11, 29), quarters_approved())
    assert reports.due_with(Period.parse(code)).period.code == due


def test_figures_of_what_is_sent_go_nowhere():
    reports = owed(date(2026, 12, 20), quarters_approved() | {"2026-Y": APPROVED})
    assert reports.due_with(Period.parse("2026-Q4")) is None


def test_a_longer_period_says_which_quarters_it_is_made_of():
    reports = owed(date(2026, 11, 29), {"2026-Q1": APPROVED, "2026-Q2": DRAFT})
    told = [(quarter.called, quarter.state) for quarter in reports.made_of(Period.parse("2026-9M"))]
    assert told == [("quý I", "đã duyệt"), ("quý II", "bản nháp"), ("quý III", "chưa lập")]
    assert reports.made_of(Period.parse("2026-Q1")) == ()


def test_the_first_and_the_last_year_there_are_hold():
    assert owed(date(2000, 1, 1), since=date(2000, 1, 1)).coming[0].period.code == "2000-Q1"
    assert owed(date(2100, 12, 31), since=date(2100, 12, 31)).open == ()
