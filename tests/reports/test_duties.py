"""Which reports the office owes: the setting, and what the pages tell of it."""

from datetime import UTC, date, datetime

import pytest
from factories import a_report, an_approved_report, typed_figures
from sqlalchemy.exc import IntegrityError

from intranet.accounts.models import AccountEntry
from intranet.accounts.operations import change_office
from intranet.decisions import operations as reports
from intranet.kernel.clock import as_of
from intranet.kernel.day_changes import DayChange, DayKind
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.records import operations as records
from intranet.reports.current import current_report
from intranet.reports.duties import owed as duties
from intranet.reports.duties.models import ReportDuty

NOVEMBER = datetime(2026, 11, 29, 3, tzinfo=UTC)
YEAR = "Báo cáo năm 2026: chốt số liệu 14/12, gửi trước 16/12, còn 17 ngày"
OFFICE = {"name": "Ủy ban nhân dân\nxã Nà Hang", "place": "Nà Hang", "addressee": "Ủy ban nhân dân tỉnh"}


@pytest.fixture(autouse=True)
def november():
    with as_of(NOVEMBER):
        yield


def duty(shape: str) -> ReportDuty:
    return db.session.query(ReportDuty).filter_by(shape=shape).one()


def set_up(at: datetime, cast) -> None:
    with as_of(at):
        change_office(OFFICE, cast("quan"))
    db.session.commit()


@pytest.fixture
def since_last_year(cast):
    set_up(datetime(2025, 12, 20, tzinfo=UTC), cast)


# The setting.


def test_an_office_owes_three_quarters_and_the_year_two_working_days_after(app):
    told = {one.shape: (one.is_owed, one.working_days) for one in duties.all_duties()}
    owed = {shape for shape, (is_owed, _) in told.items() if is_owed}
    assert list(told) == ["Q1", "Q2", "H1", "Q3", "9M", "Q4", "Y"]
    assert owed == {"Q1", "Q2", "Q3", "Y"} and {days for _, days in told.values()} == {2}


@pytest.mark.parametrize("change", [{"working_days": -1}, {"working_days": 61}, {"shape": "Q5"}, {"shape": "Q1"}])
def test_what_no_duty_can_be_is_refused_by_the_database(app, change):
    row = duty("Y")
    for name, value in change.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_change_is_noted_old_and_new(cast):
    values = {"is_owed": True, "working_days": 3, "owed_from": date(2026, 1, 1)}
    duties.change(duty("H1"), values, cast("chi"))
    entry = db.session.query(AccountEntry).order_by(AccountEntry.id.desc()).first()
    assert (entry.action, entry.subject) == ("change_report_duty", "Báo cáo 6 tháng đầu năm")
    assert entry.note == (
        "Phải gửi báo cáo này: không → có; Số ngày làm việc sau ngày chốt số liệu: 2 → 3; "
        "Theo dõi từ ngày: (trống) → 01/01/2026"
    )


@pytest.mark.parametrize("days", [-1, 61])
def test_days_beyond_reason_are_refused_in_words(cast, days):
    with pytest.raises(Refused, match="từ 0 đến 60") as refusal:
        duties.change(duty("Y"), {"is_owed": True, "working_days": days, "owed_from": None}, cast("chi"))
    assert refusal.value.reasons[0].anchor == "working_days"


@pytest.mark.parametrize("username", ["an", "dung"])
def test_who_may_not_change_the_office_may_not_change_what_it_owes(as_user, username):
    for path in ("/report-duties/", "/report-duties/1"):
        assert as_user(username).get(path).status_code == 403


@pytest.mark.parametrize("username", ["chi", "quan"])
def test_the_setting_is_changed_on_its_page(as_user, username):
    client, year = as_user(username), duty("Y").id
    assert "16/12/2026" in client.get("/report-duties/").text
    sent = {"is_owed": "y", "working_days": "5", "owed_from": "", "version": "1"}
    answer = client.post(f"/report-duties/{year}", data=sent)
    assert (answer.status_code, answer.location) == (303, "/report-duties/")
    page = client.get("/report-duties/").text
    assert "21/12/2026" in page and "sau 5 ngày làm việc" in page and "Đã sửa “Báo cáo năm”" in page


def test_a_duty_that_is_not_there_is_not_found(as_user):
    assert as_user("chi").get("/report-duties/99").status_code == 404


@pytest.mark.parametrize(
    ("days", "sentence"),
    [("", "Hãy nhập số ngày làm việc."), ("61", "từ 0 đến 60"), ("-1", "từ 0 đến 60"), ("hai", "số nguyên")],
)
def test_days_that_cannot_be_are_said_and_nothing_typed_is_lost(as_user, days, sentence):
    answer = as_user("chi").post("/report-duties/7", data={"is_owed": "y", "working_days": days, "version": "1"})
    assert answer.status_code == 422 and sentence in answer.text and f'value="{days}"' in answer.text
    assert duty("Y").working_days == 2


def test_the_second_of_two_tabs_is_asked(as_user):
    client = as_user("chi")
    sent = {"is_owed": "y", "owed_from": "", "version": "1"}
    assert client.post("/report-duties/7", data=sent | {"working_days": "4"}).status_code == 303
    asked = client.post("/report-duties/7", data=sent | {"working_days": "6"})
    assert asked.status_code == 409 and "Người khác vừa lưu" in asked.text and 'value="6"' in asked.text
    assert duty("Y").working_days == 4
    again = client.post("/report-duties/7", data=sent | {"working_days": "6", "version": "2"})
    assert again.status_code == 303 and duty("Y").working_days == 6


# What is owed, by what the database knows.


def test_an_office_without_any_history_owes_from_today_on(app):
    owed = duties.owed_reports()
    assert [due.sentence for due in owed.coming] == [YEAR] and owed.late == ()


def test_an_office_owes_what_closed_since_it_was_set_up(cast):
    set_up(datetime(2026, 6, 14, 17, tzinfo=UTC), cast)  # the 15th in Vietnam: the second quarter has closed
    assert [due.period.code for due in duties.owed_reports().late] == ["2026-Q3"]


def test_a_day_of_ones_own_says_from_when(cast, since_last_year):
    assert [due.period.code for due in duties.owed_reports().late] == ["2026-Q3", "2026-Q2", "2026-Q1"]
    for shape in ("Q1", "Q2", "Q3"):
        duty(shape).owed_from = date(2026, 9, 1)
    assert [due.period.code for due in duties.owed_reports().late] == ["2026-Q3"]


def test_a_report_is_owed_until_it_is_approved_and_again_once_it_is_opened_anew(cast, since_last_year):
    report, q3 = an_approved_report(cast("chi"), cast("dung"), "2026-Q3"), Period.parse("2026-Q3")
    assert duties.owed_reports().due(q3) is None
    records.act(report, "reopen", cast("dung"), "Sai số.")
    assert duties.owed_reports().due(q3).is_late


def test_what_went_out_under_a_number_and_a_day_is_sent_though_opened_again(cast, since_last_year):
    report, q3 = an_approved_report(cast("chi"), cast("dung"), "2026-Q3"), Period.parse("2026-Q3")
    reports.issue(report, "235", date(2026, 9, 16), cast("chi"))
    records.act(report, "reopen", cast("dung"), "Sửa lỗi chính tả.")
    assert duties.owed_reports().due(q3) is None


def test_a_number_without_a_day_or_with_one_to_come_is_not_sent(cast, since_last_year):
    q3 = Period.parse("2026-Q3")
    report = a_report(cast("chi"), "2026-Q3")
    reports.issue(report, "235", None, cast("chi"))
    assert duties.owed_reports().due(q3).is_late
    reports.issue(report, "235", date(2026, 12, 1), cast("chi"))
    assert duties.owed_reports().due(q3).is_late


def test_the_offices_special_days_move_the_day(app):
    db.session.add(DayChange(day=date(2026, 12, 15), kind=DayKind.OFF, reason="Nghỉ theo thông báo."))
    db.session.flush()
    assert duties.owed_reports().coming[0].send_by == date(2026, 12, 17)


@pytest.mark.parametrize(("days", "send_by"), [(36, date(2027, 2, 3)), (37, date(2027, 2, 11))])
def test_the_lunar_new_year_is_stepped_over(app, days, send_by):
    """Of 2027 it is off from Thursday 04/02 to Wednesday 10/02."""
    duty("Y").working_days = days
    year = duties.owed_reports().due(Period.parse("2026-Y"))
    assert year.send_by == send_by and f"gửi trước {send_by:%d/%m/%Y}, còn" in year.sentence


# What the pages tell.


@pytest.mark.parametrize("username", ["an", "chi", "dung"])
@pytest.mark.parametrize("path", ["/", "/reports/", "/figures/", "/figures/2026-Y", "/reports/2026-Y"])
def test_the_year_is_told_where_it_is_due_next(as_user, username, path):
    if username == "an" and path != "/":
        return
    page = as_user(username).get(path).text
    assert YEAR in page and "Báo cáo quý IV/2026" not in page


def test_an_officer_is_shown_no_way_they_may_not_go(as_user):
    page = as_user("an").get("/").text
    assert YEAR in page and "/reports/2026-Y" not in page and "/figures/2026-Y" not in page


def test_the_first_page_leads_to_the_years_figures_its_report_and_its_quarters(as_user, cast):
    an_approved_report(cast("chi"), cast("dung"), "2026-Q1")
    a_report(cast("chi"), "2026-Q2")
    page = as_user("chi").get("/").text
    assert 'href="/figures/2026-Y"' in page and 'href="/reports/2026-Y"' in page
    assert '<a href="/reports/2026-Q1">quý I</a> (đã duyệt)' in page
    assert '<a href="/reports/2026-Q2">quý II</a> (bản nháp)' in page
    assert '<a href="/reports/2026-Q4">quý IV</a> (chưa lập)' in page


@pytest.mark.parametrize("room", ["reports", "figures"])
def test_a_longer_period_shows_the_quarters_it_is_made_of(as_user, cast, room):
    an_approved_report(cast("chi"), cast("dung"), "2026-Q1")
    page = as_user("dung").get(f"/{room}/2026-H1").text
    assert (
        f'Gồm <a href="/{room}/2026-Q1">quý I</a> (đã duyệt), <a href="/{room}/2026-Q2">quý II</a> (chưa lập).' in page
    )
    assert 'Gồm <a href="' not in as_user("dung").get(f"/{room}/2026-Q1").text


def test_figures_of_a_quarter_without_a_report_of_its_own_name_the_years(as_user):
    page = as_user("chi").get("/figures/2026-Q4").text
    assert "Số liệu kỳ này dùng cho báo cáo năm 2026: chốt số liệu 14/12" in page


def test_what_is_late_is_told_on_the_first_page_and_in_the_list(as_user, since_last_year):
    for path in ("/", "/reports/"):
        page = as_user("chi").get(path).text
        assert "Báo cáo quý III/2026: đã chốt số liệu 14/09, hạn gửi 16/09, quá hạn gửi 74 ngày" in page


def test_an_office_that_owes_nothing_is_told_so(as_user):
    for one in duties.all_duties():
        one.is_owed = False
    db.session.commit()
    for path in ("/", "/reports/", "/figures/"):
        assert "Chưa đặt báo cáo nào phải gửi" in as_user("chi").get(path).text


def test_the_first_page_asks_at_most_two_questions_more(app, cast, count_queries, since_last_year):
    for code in ("2026-Q1", "2026-Q2"):
        an_approved_report(cast("chi"), cast("dung"), code)
    db.session.commit()
    assert count_queries(lambda: duties.owed_reports().open) <= 2


# The year beside the year before.


def test_a_year_is_compared_with_the_year_before_where_it_is_known(cast):
    typed_figures("2025-Y", cast("chi"), dossiers__received=6000)
    typed_figures("2026-Y", cast("chi"), dossiers__received=6600)
    now = current_report(Period.parse("2026-Y"))
    assert now.facts.earlier["previous"].code == "2025-Y"
    results = next(section for section in now.printed() if section.key == "year_results")
    text = "\n".join(block.text for block in results.blocks)
    assert "So với Năm 2025: số hồ sơ tiếp nhận tăng 600 hồ sơ (10%)." in text


def test_of_a_year_before_that_nobody_knows_nothing_is_said(cast):
    typed_figures("2026-Y", cast("chi"), dossiers__received=6600)
    assert "So với" not in current_report(Period.parse("2026-Y")).composed["year_results"]
