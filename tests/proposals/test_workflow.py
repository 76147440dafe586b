"""The law of proposals, without a database."""

from types import SimpleNamespace

import pytest

from intranet.kernel.workflow import Refused
from intranet.proposals.costs import Savings
from intranet.proposals.workflow import FOLLOWING, PROPOSAL, Outcome, contradicted, ready, rises
from intranet.records.approval import State


def a_proposal(**change):
    values = {
        "present_rule": "Nộp hai bản giấy",
        "problem": "Phải đi lại",
        "amendments": ["khoản 1 Điều 24"],
        "cost_before": 32_000_000,
        "outcome": Outcome.NOT_SENT,
    }
    return SimpleNamespace(**values | change)


@pytest.mark.parametrize(
    ("change", "places"),
    [
        ({}, []),
        ({"problem": ""}, ["facts-title"]),
        ({"amendments": [], "present_rule": ""}, ["facts-title", "amendments"]),
        ({"cost_before": 0}, ["costs"]),
    ],
)
def test_what_is_missing_before_it_is_submitted(change, places):
    assert [reason.anchor for reason in ready(a_proposal(**change))] == places


@pytest.mark.parametrize(
    ("savings", "places"),
    [
        (Savings(100, 90, 5, 3), []),
        (Savings(100, 100, 5, 5), []),
        (Savings(100, 110, 5, 3), ["hours_after"]),
        (Savings(100, 90, 3, 5), ["days_after"]),
        (Savings(100, 110, 3, 5), ["hours_after", "days_after"]),
    ],
)
def test_what_rises_is_asked_about(savings, places):
    assert [reason.anchor for reason in rises(savings)] == places


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Giảm 01 ngày.", True),
        ("rút ngắn được 3 ngày", True),
        ("Giảm 02 ngày làm việc.", False),
        ("Giảm 01 ngày ở bước nhận và bớt 2 ngày tất cả", False),
        ("Giảm từ 05 ngày xuống 03 ngày.", False),
        ("Bớt một tờ khai.", False),
    ],
)
def test_words_and_numbers_of_days_agree(text, is_asked):
    assert bool(list(contradicted(Savings(100, 90, 5, 3), text))) is is_asked


def test_words_are_not_held_against_days_that_do_not_fall():
    assert not list(contradicted(Savings(100, 90, 3, 3), "Giảm 01 ngày."))


def may(right):
    return right == "proposal.follow"


@pytest.mark.parametrize(
    ("outcome", "actions"),
    [
        (Outcome.NOT_SENT, ["send"]),
        (Outcome.SENT, ["accept", "refuse", "take_back"]),
        (Outcome.ACCEPTED, ["take_back"]),
        (Outcome.REFUSED, ["take_back"]),
    ],
)
def test_the_way_above_goes_step_by_step(outcome, actions):
    assert [step.action for step in FOLLOWING.open_to(outcome, may)] == actions
    assert FOLLOWING.open_to(outcome, lambda right: False) == []


@pytest.mark.parametrize(("outcome", "back"), [(Outcome.SENT, Outcome.NOT_SENT), (Outcome.REFUSED, Outcome.SENT)])
def test_taking_back_goes_one_step_and_needs_a_reason(outcome, back):
    assert FOLLOWING.check(None, outcome, "take_back", may, "Ghi nhầm").target is back
    with pytest.raises(Refused):
        FOLLOWING.check(None, outcome, "take_back", may, " ")


def test_what_was_sent_on_is_not_reopened():
    reopen = {"state": State.APPROVED, "action": "reopen", "may": lambda right: True, "note": "Sửa lại"}
    assert PROPOSAL.check(a_proposal(), **reopen).target is State.RETURNED
    with pytest.raises(Refused, match="đã gửi cấp trên"):
        PROPOSAL.check(a_proposal(outcome=Outcome.SENT), **reopen)
