"""What the rule on apologies says of a dossier, day by day."""

from datetime import date

import pytest

from intranet.kernel.calendar import calendar_of
from intranet.overdue.apology import RULE, Rule, notices

CALENDAR = calendar_of(frozenset({2026}))
TUESDAY = date(2026, 3, 10)
MONDAY = date(2026, 3, 9)
AFTER_HOLIDAY = date(2026, 5, 4)  # Monday; 30 April and 1 May are holidays, then a weekend
LAST_DAY = "Hôm nay là ngày cuối còn được gửi thư xin lỗi."
TOO_LATE = "Đã quá lúc gửi thư xin lỗi đúng hạn."


def said(due_on, today, sent=None, new_dates=0, rule=RULE):
    return [notice.text for notice in notices(due_on, today, CALENDAR, sent, new_dates, rule)]


@pytest.mark.parametrize(
    ("due_on", "today", "sentence"),
    [
        (TUESDAY, date(2026, 3, 6), "Còn được gửi thư xin lỗi đến hết 09/03/2026."),
        (TUESDAY, date(2026, 3, 9), LAST_DAY),
        (TUESDAY, date(2026, 3, 10), TOO_LATE),
        (TUESDAY, date(2026, 3, 11), TOO_LATE),
        (MONDAY, date(2026, 3, 5), "Còn được gửi thư xin lỗi đến hết 06/03/2026."),
        (MONDAY, date(2026, 3, 6), LAST_DAY),  # a Friday: nobody works until the dossier is due
        (MONDAY, date(2026, 3, 7), "Chỉ còn ngày nghỉ, đến hết 08/03/2026, để gửi thư xin lỗi."),
        (MONDAY, date(2026, 3, 8), LAST_DAY),
        (MONDAY, date(2026, 3, 9), TOO_LATE),
        (AFTER_HOLIDAY, date(2026, 4, 28), "Còn được gửi thư xin lỗi đến hết 29/04/2026."),
        (AFTER_HOLIDAY, date(2026, 4, 29), LAST_DAY),
        (AFTER_HOLIDAY, date(2026, 4, 30), "Chỉ còn ngày nghỉ, đến hết 03/05/2026, để gửi thư xin lỗi."),
        (AFTER_HOLIDAY, date(2026, 5, 3), LAST_DAY),
    ],
)
def test_the_last_day_for_an_apology_is_told_before_it_is_gone(due_on, today, sentence):
    assert said(due_on, today) == [sentence]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (date(2026, 3, 9), "Đã gửi thư xin lỗi ngày 09/03/2026."),
        (date(2026, 3, 10), "Đã gửi thư xin lỗi ngày 10/03/2026, muộn hơn quy định."),
    ],
)
def test_an_apology_sent_is_told_and_whether_it_was_in_time(sent, sentence):
    assert said(TUESDAY, date(2026, 3, 12), sent) == [sentence]


def test_a_dossier_with_a_new_date_must_not_get_another():
    assert said(TUESDAY, MONDAY, MONDAY, 0) == ["Đã gửi thư xin lỗi ngày 09/03/2026."]
    assert said(TUESDAY, MONDAY, MONDAY, 1)[1] == "Đã hẹn lại một lần, không được hẹn lại lần nữa."
    assert said(TUESDAY, MONDAY, MONDAY, 2)[1] == "Đã hẹn lại 2 lần, không được hẹn lại lần nữa."


def test_another_rule_gives_other_days():
    later = Rule(days_before=3, new_dates=2)
    assert said(TUESDAY, MONDAY, rule=later) == [TOO_LATE]
    assert said(TUESDAY, MONDAY, MONDAY, 1, later) == ["Đã gửi thư xin lỗi ngày 09/03/2026, muộn hơn quy định."]


def test_what_is_urgent_is_marked():
    assert [it.is_urgent for it in notices(TUESDAY, date(2026, 3, 6), CALENDAR, None, 0)] == [False]
    assert [it.is_urgent for it in notices(TUESDAY, MONDAY, CALENDAR, None, 1)] == [True, True]
