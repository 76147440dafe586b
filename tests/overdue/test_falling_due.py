"""The list of what falls due, the apology written from it, and the form that knows a dossier by its code."""

from datetime import UTC, date, datetime

import pytest
from factories import an_overdue_case

from intranet.accounts.models import Unit
from intranet.dossiers.vocabulary import Status
from intranet.figures.collecting.collect import collect
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.overdue.models import OverdueCase
from intranet.overdue.progress import explained_of

FRIDAY = datetime(2026, 3, 6, 2, tzinfo=UTC)  # nine o'clock in Vietnam
LIST = "/overdue/falling-due"


def unit(code):
    return db.session.query(Unit).filter_by(code=code).one()


@pytest.fixture(autouse=True)
def on_friday():
    with as_of(FRIDAY):
        yield


@pytest.fixture
def falling(a_dossier):
    tp = unit("TP")
    a_dossier("LATE", tp, received=date(2026, 2, 2), due=date(2026, 3, 4))
    a_dossier("TODAY", tp, received=date(2026, 2, 2), due=datetime(2026, 3, 6, 17))
    a_dossier("MONDAY", tp, received=date(2026, 2, 2), due=date(2026, 3, 9))
    a_dossier("TUESDAY", unit("VH"), received=date(2026, 2, 2), due=date(2026, 3, 10))
    a_dossier("WEDNESDAY", tp, received=date(2026, 2, 2), due=date(2026, 3, 11))
    a_dossier("NO-DUE", tp, received=date(2026, 2, 2), due=None)
    a_dossier("DONE", tp, received=date(2026, 2, 2), due=date(2026, 3, 9), finished=date(2026, 3, 5))
    a_dossier("PAUSED", tp, received=date(2026, 2, 2), due=date(2026, 3, 9), status=Status.PAUSED)


def shown(page):
    codes = ("LATE", "TODAY", "MONDAY", "TUESDAY", "WEDNESDAY", "NO-DUE", "DONE", "PAUSED")
    return {code for code in codes if f">{code}</a>" in page}


def row_of(page, code):
    return page.split(f">{code}</a>")[1].split("</tr>")[0]


def test_what_is_due_within_two_working_days_or_late_is_listed(as_user, falling):
    assert shown(as_user("chi").get(LIST).text) == {"LATE", "TODAY", "MONDAY", "TUESDAY"}
    assert shown(as_user("an").get(LIST).text) == {"LATE", "TODAY", "MONDAY"}
    assert shown(as_user("chi").get(f"{LIST}?when=late").text) == {"LATE"}
    assert shown(as_user("chi").get(f"{LIST}?when=soon&unit={unit('VH').id}").text) == {"TUESDAY"}
    assert as_user("quan").get(LIST).status_code == 403


def test_the_time_left_and_the_rule_on_apologies_stand_beside_each(as_user, falling):
    page = as_user("chi").get(LIST).text
    assert "Trễ 2 ngày làm việc" in row_of(page, "LATE") and "Đã quá lúc gửi" in row_of(page, "LATE")
    assert "Còn 8 giờ" in row_of(page, "TODAY") and "Đã quá lúc gửi" in row_of(page, "TODAY")
    assert "Còn 1 ngày làm việc" in row_of(page, "MONDAY") and "Hôm nay là ngày cuối" in row_of(page, "MONDAY")
    assert "đến hết 09/03/2026" in row_of(page, "TUESDAY") and 'href="/overdue/new?code=TUESDAY"' in page


def test_a_dossier_with_a_new_date_is_marked_before_it_gets_another(as_user, cast, falling):
    case = an_overdue_case(
        cast("an"), code="MONDAY", received_on=date(2026, 2, 2), due_on=date(2026, 3, 9), finished_on=None,
        apology_number="07/PXL", apology_on=date(2026, 3, 6), rescheduled_to=date(2026, 3, 12),
    )  # fmt: skip
    row = row_of(as_user("an").get(LIST).text, "MONDAY")
    assert "Đã gửi thư xin lỗi ngày 06/03/2026." in row and "không được hẹn lại lần nữa" in row
    assert f'href="/overdue/{case.id}"' in row


def test_an_apology_before_the_due_date_makes_a_case_that_is_not_late(as_user, falling):
    an = as_user("an")
    form = an.get("/overdue/new?code=MONDAY").text
    for known in ('value="MONDAY"', 'value="Chứng thực di chúc"', 'value="2026-02-02"', 'value="2026-03-09"'):
        assert known in form, known
    typed = {
        "code": "MONDAY", "procedure_name": "Chứng thực di chúc", "unit": str(unit("TP").id),
        "received_on": "2026-02-02", "due_on": "2026-03-09",
    }  # fmt: skip
    refused = an.post("/overdue/new", data=typed)
    assert refused.status_code == 422 and "hoặc ghi thư xin lỗi nếu đã gửi" in refused.text
    apology = {"apology_number": "07/PXL", "apology_on": "2026-03-06", "rescheduled_to": "2026-03-12"}
    assert an.post("/overdue/new", data=typed | apology).status_code == 303
    case = db.session.query(OverdueCase).one()
    assert "chưa quá hạn" in an.get(f"/overdue/{case.id}").text
    assert collect(Period.parse("2026-Q1")).value("overdue.apologies") == 0
    with as_of(datetime(2026, 3, 10, 2, tzinfo=UTC)):
        assert collect(Period.parse("2026-Q1")).value("overdue.apologies") == 1


def test_a_dossier_that_then_ended_in_time_is_not_late(cast, a_dossier):
    a_dossier("KEPT", unit("TP"), received=date(2026, 2, 2), due=date(2026, 3, 9), finished=date(2026, 3, 9))
    an_overdue_case(
        cast("an"), code="KEPT", received_on=date(2026, 2, 2), due_on=date(2026, 3, 9), finished_on=None,
        apology_number="07/PXL", apology_on=date(2026, 3, 5),
    )  # fmt: skip
    with as_of(datetime(2026, 3, 20, 2, tzinfo=UTC)):
        assert collect(Period.parse("2026-Q1")).value("overdue.apologies") == 0
        assert explained_of(Period.parse("2026-Q1")) == (0, 0)


def test_the_form_fills_what_is_empty_from_the_data_and_only_when_asked(as_user, falling):
    sent = {"code": "LATE", "procedure_name": "Tên đã gõ", "look_up": "1"}
    page = as_user("an").post("/overdue/new", data=sent)
    assert page.status_code == 200 and db.session.query(OverdueCase).count() == 0
    assert "Đã điền những ô còn trống" in page.text and 'value="2026-03-04"' in page.text
    assert 'value="Tên đã gõ"' in page.text and "Chứng thực di chúc" not in page.text


@pytest.mark.parametrize("code", ["NO-SUCH", "TUESDAY", ""])
def test_a_code_that_is_not_known_or_not_ones_own_fills_nothing(as_user, falling, code):
    page = as_user("an").post("/overdue/new", data={"code": code, "look_up": "1"})
    assert "Dữ liệu hồ sơ không có mã này" in page.text and "2026-02-02" not in page.text
    assert "Chứng thực di chúc" not in as_user("an").get(f"/overdue/new?code={code}").text


def test_the_list_says_how_old_its_data_are(as_user, falling, exported):
    assert "theo tệp kết xuất" not in as_user("chi").get(LIST).text
    exported(date(2026, 3, 5))
    exported(date(2026, 3, 3))
    exported(date(2026, 3, 4), "Hệ thống Bộ Tư pháp")
    assert "theo tệp kết xuất đến ngày 04/03/2026" in as_user("chi").get(LIST).text
