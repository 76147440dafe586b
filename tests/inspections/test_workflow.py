"""The law of inspections: when one is ready, which days can be, when a remedy is late. Pure."""

from datetime import date
from types import SimpleNamespace

import pytest

from intranet.inspections.dates import conclude_by, disorder, remedy_by
from intranet.inspections.workflow import REMEDY, Remedy, Result, is_overdue, ready

FINDING = SimpleNamespace(text="Thiếu")


def item(number, result=Result.PASSED, finding=None):
    return SimpleNamespace(id=100 + number, position=number, result=result, finding=finding)


def inspection(**change):
    values = {
        "items": [item(1), item(2, Result.FAILED, FINDING), item(3, Result.NOT_APPLICABLE)],
        "ended_on": date(2026, 2, 5),
        "concluded_on": date(2026, 2, 10),
        "conclusion": "Đúng quy định",
    }
    return SimpleNamespace(**values | change)


def anchors(**change):
    return [reason.anchor for reason in ready(inspection(**change))]


def test_answered_ended_and_concluded_is_ready():
    assert ready(inspection()) == ()


def test_what_has_not_begun_is_sent_to_its_start_first():
    assert anchors(items=[], conclusion="") == ["start"]


def test_every_row_that_is_not_done_is_named_with_its_place():
    rows = [item(1, None), item(2, Result.FAILED), item(3)]
    reasons = ready(inspection(items=rows))
    assert [(reason.message, reason.anchor) for reason in reasons] == [
        ("Tiêu chí 1 chưa có kết quả.", "item-101"),
        ("Tiêu chí 2 chưa đạt nhưng chưa ghi tồn tại.", "item-102"),
    ]


@pytest.mark.parametrize("missing", ["ended_on", "concluded_on", "conclusion"])
def test_the_end_and_the_conclusion_are_needed(missing):
    assert anchors(**{missing: None}) == [missing]


@pytest.mark.parametrize(
    ("ended", "concluded", "anchors"),
    [
        (None, None, []),
        (date(2026, 2, 3), date(2026, 2, 3), []),
        (date(2026, 2, 2), None, ["ended_on"]),
        (None, date(2026, 2, 10), ["ended_on"]),
        (date(2026, 2, 5), date(2026, 2, 4), ["concluded_on"]),
        (date(2026, 2, 2), date(2026, 2, 1), ["ended_on", "concluded_on"]),
    ],
)
def test_days_out_of_order_are_told_where_they_are_typed(ended, concluded, anchors):
    assert [reason.anchor for reason in disorder(date(2026, 2, 3), ended, concluded)] == anchors


def test_the_notice_of_conclusion_is_due_fifteen_working_days_after_the_end(app):
    assert conclude_by(date(2026, 3, 2)) == date(2026, 3, 23)
    assert conclude_by(None) is None


def test_holidays_push_the_deadline(app):
    assert conclude_by(date(2026, 2, 5)) == date(2026, 3, 5)  # seven days of Tết lie between


def test_a_remedy_is_due_thirty_working_days_after_what_is_known_last(app):
    today, ended, concluded = date(2026, 6, 1), date(2026, 6, 8), date(2026, 6, 15)
    assert remedy_by(concluded, ended, today) == date(2026, 7, 27)
    assert remedy_by(None, ended, today) == date(2026, 7, 20)
    assert remedy_by(None, None, today) == date(2026, 7, 13)


def test_a_remedy_is_late_from_the_day_after_its_date_until_it_is_verified():
    due = date(2026, 3, 20)
    assert not is_overdue(Remedy.OPEN, due, due)
    for state in (Remedy.OPEN, Remedy.REPORTED, Remedy.RETURNED):
        assert is_overdue(state, due, date(2026, 3, 21))
    assert not is_overdue(Remedy.VERIFIED, due, date(2026, 12, 31))


def test_a_remedy_is_only_sent_back_with_a_reason():
    assert [step.action for step in REMEDY.transitions if step.needs_note] == ["send_back"]
