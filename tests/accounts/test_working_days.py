"""The controller's page of working days: the holidays of a year, and what was announced otherwise."""

import re
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from intranet.accounts.models import AccountEntry
from intranet.accounts.special_days import special_days
from intranet.accounts.workday_operations import changes_of
from intranet.kernel.calendar import vietnam
from intranet.kernel.clock import as_of
from intranet.kernel.day_changes import DayChange, DayKind
from intranet.kernel.db import db

PAGE, NEW = "/working-days/", "/working-days/new"
FORM = {"day": "2026-03-09", "kind": "off", "reason": "Thông báo số 1/TB-UBND"}


def stored(day: date) -> DayChange | None:
    db.session.expire_all()
    return db.session.scalar(select(DayChange).where(DayChange.day == day))


def seeded() -> DayChange:
    return db.session.scalars(select(DayChange).where(DayChange.day == date(2026, 1, 2))).one()


def entries() -> list[AccountEntry]:
    return db.session.scalars(select(AccountEntry).order_by(AccountEntry.id)).all()


@pytest.mark.parametrize("username", ["an", "dung", "quan"])
def test_only_the_controller_opens_the_working_days(as_user, username):
    change, client = seeded().id, as_user(username)
    for address in (PAGE, NEW, f"{PAGE}{change}"):
        assert client.get(address).status_code == 403
    for address in (NEW, f"{PAGE}{change}", f"{PAGE}{change}/remove"):
        assert client.post(address, data=FORM).status_code == 403
    assert stored(date(2026, 1, 2)) and not stored(date(2026, 3, 9)) and not entries()


@pytest.mark.parametrize("address", ["99", "?year=1999", "?year=2101", "?year=" + "9" * 40, "0"])
def test_what_is_not_there_is_not_found(as_user, address):
    assert as_user("chi").get(PAGE + address).status_code == 404


def test_a_change_that_is_gone_is_not_found(as_user):
    assert as_user("chi").post(f"{PAGE}99/remove").status_code == 404


def test_a_year_shows_its_holidays_and_changes_in_order(app):
    days = special_days(2026, changes_of(2026))
    assert [each.day for each in days] == sorted({each.day for each in days})
    by_day = {each.day: each for each in days}
    tet = by_day[date(2026, 2, 17)]
    assert (tet.kind, tet.name, tet.change) == (DayKind.OFF, "Tết Nguyên Đán", None)
    made_up = by_day[date(2026, 8, 22)]
    assert made_up.kind is DayKind.WORKED and made_up.name and made_up.change is None
    assert by_day[date(2026, 1, 10)].kind is DayKind.WORKED and by_day[date(2026, 1, 10)].change
    assert by_day[date(2026, 4, 26)].kind is DayKind.OFF


def test_the_page_opens_on_this_year_and_leads_to_others(as_user):
    with as_of(datetime(2026, 12, 31, 17, tzinfo=UTC)):
        shown = as_user("chi").get(PAGE).text
    assert "Năm 2027" in shown and "?year=2026" in shown and "?year=2028" in shown
    assert "02/01/2026" not in shown
    shown = as_user("chi").get(f"{PAGE}?year=2026").text
    for words in ("Năm 2026: 249 ngày làm việc", "Tết Nguyên Đán", "02/01/2026</strong>", "Thứ Sáu", "Sửa hoặc bỏ"):
        assert words in shown
    last = as_user("chi").get(f"{PAGE}?year=2100").text
    assert "?year=2099" in last and "?year=2101" not in last


def test_an_unreadable_year_is_this_year(as_user):
    with as_of(datetime(2026, 3, 1, tzinfo=UTC)):
        assert "Năm 2026" in as_user("chi").get(f"{PAGE}?year=nay").text


def test_an_added_day_is_off_at_once_and_noted_down(as_user):
    chi = as_user("chi")
    added = chi.post(NEW, data=FORM)
    assert added.status_code == 303 and added.location.endswith("?year=2026")
    assert not vietnam([2026]).is_workday(date(2026, 3, 9))
    shown = chi.get(f"{PAGE}?year=2026").text
    assert "Thông báo số 1/TB-UBND" in shown and "248 ngày làm việc" in shown
    (entry,) = entries()
    assert (entry.action, entry.subject, entry.actor.username) == ("add_day_change", "09/03/2026", "chi")
    assert entry.note == "Ngày: 09/03/2026; Là ngày: Nghỉ; Lý do, căn cứ: Thông báo số 1/TB-UBND"
    assert "Đã thêm thay đổi của ngày “09/03/2026”" in shown


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"day": ""}, "Hãy nhập ngày."),
        ({"day": "hôm nay"}, "Hãy nhập ngày theo dạng"),
        ({"day": "1999-12-31"}, "chỉ nhận từ năm 2000"),
        ({"kind": ""}, "Hãy chọn ngày nghỉ hay ngày làm việc."),
        ({"kind": "half"}, "Hãy chọn một mục trong danh sách."),
        ({"reason": " "}, "Hãy nhập lý do hoặc văn bản thông báo."),
        ({"reason": "x" * 501}, "tối đa 500 ký tự"),
        ({"day": "2026-03-14"}, "Ngày 14/03/2026 (Thứ Bảy) vốn đã là ngày nghỉ."),
        ({"day": "2026-09-02"}, "Ngày 02/09/2026 (Quốc khánh) vốn đã là ngày nghỉ."),
        ({"kind": "worked"}, "Ngày 09/03/2026 (Thứ Hai) vốn đã là ngày làm việc."),
        ({"day": "2026-08-22", "kind": "worked"}, "Ngày 22/08/2026 (Thứ Bảy) vốn đã là ngày làm việc."),
        ({"day": "2026-01-02"}, "Ngày 02/01/2026 đã có thay đổi: nghỉ. Hãy sửa thay đổi đó."),
    ],
)
def test_a_change_must_be_whole_and_change_something(as_user, change, sentence):
    refused = as_user("chi").post(NEW, data=FORM | change)
    assert refused.status_code == 422 and sentence in refused.text
    assert (FORM | change)["reason"].strip() in refused.text
    assert not entries() and not stored(date(2026, 3, 9))


def test_what_changes_nothing_is_refused_at_the_day(as_user):
    refused = as_user("chi").post(NEW, data=FORM | {"day": "2026-03-14"}).text
    assert re.search(r'id="day-error"[^<]*><p>Ngày 14/03/2026', refused)


def test_work_on_a_holiday_is_asked_about_once(as_user):
    form, chi = FORM | {"day": "2026-08-31", "kind": "worked"}, as_user("chi")
    asked = chi.post(NEW, data=form)
    assert asked.status_code == 422 and "Có đúng là ngày này vẫn làm việc không?" in asked.text
    assert not stored(date(2026, 8, 31))
    answer = re.search(r'name="confirmed" value="(\d+)"', asked.text)[1]
    assert chi.post(NEW, data=form | {"confirmed": answer}).status_code == 303
    assert vietnam([2026]).is_workday(date(2026, 8, 31))
    assert "Có sẵn: Ngày nghỉ" in chi.get(f"{PAGE}?year=2026").text


def test_a_change_is_corrected_and_told_old_to_new(as_user):
    change = seeded()
    form = {"day": "2026-01-05", "kind": "off", "reason": change.reason, "version": change.version}
    shown = as_user("chi").get(f"{PAGE}{change.id}").text
    assert "2026-01-02" in shown and change.reason in shown
    assert as_user("chi").post(f"{PAGE}{change.id}", data=form).status_code == 303
    calendar = vietnam([2026])
    assert calendar.is_workday(date(2026, 1, 2)) and not calendar.is_workday(date(2026, 1, 5))
    assert [(entry.action, entry.note) for entry in entries()] == [
        ("change_day_change", "Ngày: 02/01/2026 → 05/01/2026")
    ]


def test_saving_what_stands_is_not_noted(as_user):
    change = seeded()
    form = {"day": "2026-01-02", "kind": "off", "reason": change.reason, "version": change.version}
    assert as_user("chi").post(f"{PAGE}{change.id}", data=form).status_code == 303
    assert not entries()


def test_a_change_does_not_move_onto_another(as_user):
    form = {"day": "2026-01-10", "kind": "worked", "reason": "Làm bù", "version": 1}
    refused = as_user("chi").post(f"{PAGE}{seeded().id}", data=form)
    assert refused.status_code == 422 and "đã có thay đổi: làm việc" in refused.text
    assert stored(date(2026, 1, 2))


def test_a_save_over_somebody_elses_shows_both_and_a_second_one_stands(as_user):
    change, chi = seeded(), as_user("chi")
    address, form = f"{PAGE}{change.id}", {"day": "2026-01-02", "kind": "off", "reason": "Của tôi", "version": 1}
    change.reason = "Của người khác"
    stale = chi.post(address, data=form)
    assert stale.status_code == 409 and "Của tôi" in stale.text and "Của người khác" in stale.text
    assert stored(date(2026, 1, 2)).reason == "Của người khác"
    assert chi.post(address, data=form | {"version": 2}).status_code == 303
    assert stored(date(2026, 1, 2)).reason == "Của tôi"


def test_a_removed_change_is_gone_and_kept_in_the_history(as_user):
    change, chi = seeded(), as_user("chi")
    gone = chi.post(f"{PAGE}{change.id}/remove", data={"version": change.version})
    assert gone.status_code == 303
    assert not stored(date(2026, 1, 2)) and vietnam([2026]).is_workday(date(2026, 1, 2))
    (entry,) = entries()
    assert entry.action == "remove_day_change" and "Là ngày: Nghỉ" in entry.note
    shown = chi.get(f"{PAGE}?year=2026").text
    assert "Đã bỏ thay đổi của ngày “02/01/2026”" in shown and "250 ngày làm việc" in shown


def test_what_somebody_changed_meanwhile_is_not_removed_unseen(as_user):
    change = seeded()
    change.reason = "Vừa sửa"
    assert as_user("chi").post(f"{PAGE}{change.id}/remove", data={"version": "1"}).status_code == 409
    assert stored(date(2026, 1, 2)) and not entries()
