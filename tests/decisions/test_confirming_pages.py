"""The page on which texts taken over are answered, as controller and director use it."""

import re

import pytest
from factories import a_report, a_submitted_report

from intranet.kernel.period import Period
from intranet.reports.current import current_report

TEXTS = "/reports/2026-Q1/texts"
Q1 = Period.parse("2026-Q1")


def shown(text: str) -> dict[str, str]:
    """The digests a page asks about, by its fields."""
    return dict(re.findall(r'name="(seen-[^"]+)" value="([0-9a-f]{16})"', text))


def unconfirmed() -> int:
    return len(current_report(Q1).unconfirmed)


def test_a_period_without_a_report_has_no_such_page(as_user):
    assert as_user("chi").get(TEXTS).status_code == 404


def test_the_director_reads_and_answers_nothing(as_user, cast):
    a_report(cast("chi"))
    page = as_user("dung").get(TEXTS)
    assert page.status_code == 200 and shown(page.text) == {} and "Mức chi cho công tác" in page.text
    assert as_user("dung").post(TEXTS).status_code == 403


def test_one_is_answered_and_the_others_go_on_waiting(as_user, cast):
    a_report(cast("chi"))
    before, controller = unconfirmed(), as_user("chi")
    fields = shown(controller.get(TEXTS).text)
    sent = controller.post(TEXTS, data=fields | {"answer-text.funding": "nothing"}, follow_redirects=True)
    assert "Đã xác nhận 1 nội dung." in sent.text and unconfirmed() == before - 1
    assert re.search(r'name="answer-text.funding" value="nothing" checked', sent.text)


def test_after_reading_all_others_are_kept_at_once(as_user, cast):
    a_report(cast("chi"))
    controller = as_user("chi")
    fields = shown(controller.get(TEXTS).text) | {"answer-text.funding": "nothing", "rest": "kept"}
    sent = controller.post(TEXTS, data=fields, follow_redirects=True)
    assert unconfirmed() == 0 and "Mọi nội dung đã được xác nhận." in sent.text
    assert current_report(Q1).texts["text.funding"] == "Trong kỳ không phát sinh."


@pytest.mark.parametrize("odd", ["left_out", "x", "đ" * 300])
def test_an_odd_answer_is_told_where_it_stands_and_others_stay_chosen(as_user, cast, odd):
    a_report(cast("chi"))
    controller = as_user("chi")
    fields = shown(controller.get(TEXTS).text) | {"answer-text.funding": odd, "answer-text.outlook": "nothing"}
    refused = controller.post(TEXTS, data=fields)
    assert refused.status_code == 422 and 'href="#text-text.funding"' in refused.text
    assert re.search(r'name="answer-text.outlook" value="nothing" checked', refused.text)
    assert unconfirmed() == len(shown(refused.text))


def test_a_stale_page_is_told(as_user, cast):
    a_report(cast("chi"))
    fields = {"seen-text.funding": "0" * 16, "answer-text.funding": "kept", "seen-no.such": "x", "answer-no.such": "y"}
    refused = as_user("chi").post(TEXTS, data=fields)
    assert refused.status_code == 422 and "vừa có người" in refused.text


def test_a_submitted_report_takes_none(as_user, cast):
    a_submitted_report(cast("chi"))
    controller = as_user("chi")
    assert shown(controller.get(TEXTS).text) == {}
    assert controller.post(TEXTS, data={"rest": "kept"}).status_code == 422


def test_the_report_marks_them_and_leads_there(as_user, cast):
    a_report(cast("chi"))
    page = as_user("chi").get("/reports/2026-Q1").text
    assert f"{unconfirmed()} nội dung có sẵn chưa xác nhận" in page and 'class="report-item unconfirmed"' in page
    assert f'href="{TEXTS}#text-text.funding"' in page
    assert f'href="{TEXTS}#text-text.funding"' in as_user("chi").get("/reports/2026-Q1/checks").text
