"""What a cause asks for, and when a case is ready."""

from types import SimpleNamespace

from intranet.categories.families import Asks
from intranet.overdue.causes import ready, unanswered

PLAIN, OTHER, RULE = (SimpleNamespace(asks=asks) for asks in (None, Asks.TEXT, Asks.REGULATION))


def a_case(main=PLAIN, contributing=(), **change):
    texts = dict.fromkeys(("cause_text", "regulation_procedure", "regulation_text", "regulation_obstacle"), "")
    told = {"main_cause": main, "contributing": contributing, "explanation": "Hệ thống lỗi"} | texts | change
    return SimpleNamespace(**told)


def anchors(reasons):
    return [reason.anchor for reason in reasons]


def test_a_plain_cause_asks_for_nothing_more():
    assert unanswered(a_case()) == () and ready(a_case()) == ()


def test_another_cause_asks_for_its_text_also_where_it_only_contributed():
    assert anchors(unanswered(a_case(OTHER))) == ["cause_text"]
    assert anchors(unanswered(a_case(contributing=(OTHER,)))) == ["cause_text"]
    assert unanswered(a_case(OTHER, cause_text="Mất điện")) == ()


def test_a_rule_in_the_way_asks_for_procedure_text_and_obstacle():
    asked = ["regulation_procedure", "regulation_text", "regulation_obstacle"]
    assert anchors(unanswered(a_case(RULE))) == asked
    assert unanswered(a_case(RULE, **dict.fromkeys(asked, "có"))) == ()


def test_without_cause_or_explanation_a_case_is_not_ready():
    assert len(ready(a_case(None, explanation=""))) == 2
    assert len(ready(a_case(RULE))) == 3
