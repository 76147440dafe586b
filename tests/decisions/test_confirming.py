"""A report asserts only what somebody stands for: texts taken over wait until they are answered for its period."""

import pytest
from factories import a_report, a_submitted_report, waive_errors

from intranet.decisions import confirming, operations, waiving
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.records import operations as records
from intranet.reports.carried import CarriedAnswer
from intranet.reports.checking import check
from intranet.reports.current import current_report
from intranet.reports.render import html, txt

Q1, Q2 = Period.parse("2026-Q1"), Period.parse("2026-Q2")
FUNDING = "text.funding"
REVIEW = "simplification"  # it tells of a review, and its outline adds why


@pytest.fixture
def report(cast):
    return a_report(cast("chi"))


def one(key: str, period: Period = Q1) -> confirming.TakenOver:
    return next(it for it in confirming.taken_over(current_report(period)) if it.carried.key == key)


def answer(report, key: str, given: CarriedAnswer, actor) -> None:
    digest = one(key, report.period).digest
    confirming.confirm(report, {key: (given, digest)}, actor, current_report(report.period))


def told() -> dict[str, str]:
    """What text-unconfirmed says, by the path of the section."""
    return {it.section: it.message for it in check(current_report(Q1)) if it.rule == "text-unconfirmed"}


def text(key: str, period: Period = Q1) -> str:
    section = current_report(period).section(key)
    assert section is not None
    return section.text


def test_every_text_of_the_outline_waits_and_is_told(report):
    waiting = [it for it in confirming.taken_over(current_report(Q1)) if it.is_waiting]
    assert len(waiting) > 10 and {it.path for it in waiting} == set(told())
    assert told()["I.4"].startswith("Nội dung lấy từ đề cương chưa được xác nhận")


def test_a_report_with_unconfirmed_text_is_held_back(report, cast):
    waive_errors(report, cast("chi"))
    report.confirmations.clear()
    with pytest.raises(Refused, match="chưa được xác nhận"):
        records.act(report, "submit", cast("chi"))


def test_a_kept_text_stands_as_it_was_and_is_told_no_more(report, cast):
    before = text(FUNDING)
    answer(report, FUNDING, CarriedAnswer.KEPT, cast("chi"))
    kept = one(FUNDING)
    assert text(FUNDING) == before and "I.4" not in told()
    assert kept.said and kept.said.confirmed_by == cast("chi") and kept.answer is CarriedAnswer.KEPT


def test_where_a_section_says_nothing_else_nothing_arose_is_the_other_answer(report, cast):
    assert one(FUNDING).offered == (CarriedAnswer.KEPT, CarriedAnswer.NOTHING)
    answer(report, FUNDING, CarriedAnswer.NOTHING, cast("chi"))
    assert text(FUNDING) == "Trong kỳ không phát sinh." and "I.4" not in told()
    assert not [it for it in check(current_report(Q1)) if it.rule == "section-empty" and it.section == "I.4"]


def test_beside_what_figures_say_a_text_can_be_left_out(report, cast):
    carried = one(REVIEW).carried.text
    assert one(REVIEW).offered == (CarriedAnswer.KEPT, CarriedAnswer.LEFT_OUT) and carried in text(REVIEW)
    answer(report, REVIEW, CarriedAnswer.LEFT_OUT, cast("chi"))
    assert carried not in text(REVIEW) and text(REVIEW)


def test_what_was_never_offered_is_refused(report, cast):
    with pytest.raises(Refused, match="một trong các câu trả lời"):
        answer(report, FUNDING, CarriedAnswer.LEFT_OUT, cast("chi"))


def test_an_answer_to_a_text_that_changed_meanwhile_is_refused_and_nothing_is_kept(report, cast):
    answers = {FUNDING: (CarriedAnswer.KEPT, "0" * 16), REVIEW: (CarriedAnswer.KEPT, one(REVIEW).digest)}
    with pytest.raises(Refused, match="vừa có người"):
        confirming.confirm(report, answers, cast("chi"), current_report(Q1))
    assert report.confirmations == []


def test_another_outline_text_is_asked_about_anew(report, cast):
    answer(report, FUNDING, CarriedAnswer.KEPT, cast("chi"))
    report.outline.text = report.outline.text.replace("Mức chi cho", "Định mức chi cho")
    db.session.flush()
    assert one(FUNDING).is_waiting and one(FUNDING).said is None
    answer(report, FUNDING, CarriedAnswer.KEPT, cast("chi"))
    assert not one(FUNDING).is_waiting and len(report.confirmations) == 1


def test_a_section_written_for_this_period_waits_for_nothing(report, cast):
    operations.edit_section(report, FUNDING, "Đã chi 3 triệu đồng.", 0, cast("chi"))
    assert one(FUNDING).is_edited and not one(FUNDING).is_waiting and "I.4" not in told()


def test_all_that_waits_is_kept_at_once_with_one_line_in_the_trail(report, cast):
    waiting = [it.path for it in confirming.taken_over(current_report(Q1)) if it.is_waiting]
    assert confirming.confirm_all(report, cast("chi"), current_report(Q1)) == len(waiting)
    assert told() == {} and current_report(Q1).unconfirmed == ()
    assert report.trail[0].summary == f"Đã xác nhận nội dung có sẵn của {len(waiting)} mục"
    assert [change[0].split(". ")[0] for change in report.trail[0].changes] == [f"Mục {path}" for path in waiting]


def test_a_submitted_report_takes_no_answer(cast):
    report = a_submitted_report(cast("chi"))
    assert confirming.taken_over(current_report(Q1)) == ()
    with pytest.raises(Refused, match="đã trình"):
        confirming.confirm(report, {}, cast("chi"), current_report(Q1))


def test_the_next_report_asks_again_and_says_from_when_the_text_is(cast):
    operations.edit_section(a_report(cast("chi")), FUNDING, "Đã chi 3 triệu đồng.", 0, cast("chi"))
    a_report(cast("chi"), "2026-Q2")
    carried = one(FUNDING, Q2)
    assert carried.is_waiting and carried.carried.origin == "báo cáo Quý I/2026"


def test_what_was_left_out_stays_out_of_the_next_report_until_somebody_wants_it(report, cast):
    answer(report, REVIEW, CarriedAnswer.LEFT_OUT, cast("chi"))
    second = a_report(cast("chi"), "2026-Q2")
    left = one(REVIEW, Q2)
    assert left.answer is CarriedAnswer.LEFT_OUT and left.said is None and left.carried.text not in text(REVIEW, Q2)
    answer(second, REVIEW, CarriedAnswer.KEPT, cast("chi"))
    assert left.carried.text in text(REVIEW, Q2)


def test_a_draft_marks_what_nobody_confirmed_and_only_that(report, cast):
    assert "(Chưa xác nhận) Mức chi cho công tác" in txt(current_report(Q1)).decode()
    assert "(Chưa xác nhận) Mức chi cho công tác" in html(current_report(Q1)).decode()
    confirming.confirm_all(report, cast("chi"), current_report(Q1))
    assert "Chưa xác nhận" not in txt(current_report(Q1)).decode()


def test_a_report_submitted_before_texts_were_confirmed_is_accused_of_none(cast):
    a_submitted_report(cast("chi"))
    assert told() == {}


def test_the_page_shows_what_the_section_said_in_the_last_report(cast):
    first = a_report(cast("chi"))
    operations.edit_section(first, FUNDING, "Đã chi 3 triệu đồng.", 0, cast("chi"))
    waive_errors(first, cast("chi"))
    records.act(first, "submit", cast("chi"))
    second = a_report(cast("chi"), "2026-Q2")
    operations.edit_section(second, FUNDING, "Đã chi 4 triệu đồng.", 0, cast("chi"))
    last, changed = confirming.changed_since_last(current_report(Q2))
    assert last == "Quý I/2026"
    assert "".join(piece.text for piece in changed[FUNDING][0].old) == "Đã chi 3 triệu đồng."


def test_an_old_tab_does_not_overturn_what_somebody_answered_meanwhile(report, cast):
    seen = {FUNDING: (CarriedAnswer.KEPT, one(FUNDING).digest)}
    answer(report, FUNDING, CarriedAnswer.NOTHING, cast("chi"))
    with pytest.raises(Refused, match="vừa có người"):
        confirming.confirm(report, seen, cast("chi"), current_report(Q1))
    assert one(FUNDING).answer is CarriedAnswer.NOTHING


def test_an_answer_about_a_section_somebody_wrote_meanwhile_is_told_and_not_dropped(report, cast):
    seen = {FUNDING: (CarriedAnswer.NOTHING, one(FUNDING).digest)}
    operations.edit_section(report, FUNDING, "Đã chi 3 triệu đồng.", 0, cast("chi"))
    with pytest.raises(Refused, match=r"Mục I\.4: Nội dung này vừa có người"):
        confirming.confirm(report, seen, cast("chi"), current_report(Q1))


def test_where_nothing_arose_the_next_report_offers_what_was_said_before_that(cast):
    operations.edit_section(a_report(cast("chi")), FUNDING, "Đã chi 3 triệu đồng.", 0, cast("chi"))
    second = a_report(cast("chi"), "2026-Q2")
    answer(second, FUNDING, CarriedAnswer.NOTHING, cast("chi"))
    waive_errors(second, cast("chi"))
    records.act(second, "submit", cast("chi"))
    a_report(cast("chi"), "2026-Q3")
    carried = one(FUNDING, Period.parse("2026-Q3")).carried
    assert (carried.text, carried.origin) == ("Đã chi 3 triệu đồng.", "báo cáo Quý I/2026")


def test_a_half_year_follows_its_second_quarter_though_both_end_on_one_day(cast):
    operations.edit_section(a_report(cast("chi"), "2026-Q2"), FUNDING, "Của quý II.", 0, cast("chi"))
    a_report(cast("chi"), "2026-H1")
    assert one(FUNDING, Period.parse("2026-H1")).carried.text == "Của quý II."


def test_no_reason_stands_for_a_text_that_nobody_confirmed(report, cast, as_user):
    (key, *_) = (it.problem.key for it in waiving.findings(current_report(Q1)) if it.problem.rule == "text-unconfirmed")
    with pytest.raises(Refused, match="không giải trình được"):
        waiving.waive(report, [key], "Đã hỏi phòng tài chính, còn đúng.", current_report(Q1), cast("chi"))
    assert report.waivers == []
    assert f"reason-{key[:12]}" not in as_user("chi").get("/reports/2026-Q1/checks").text


def test_the_editor_says_that_saving_stands_for_the_whole_section(report, as_user):
    page = as_user("chi").get("/reports/2026-Q1/sections/simplification").text
    assert "bạn chịu trách nhiệm về toàn bộ lời văn của mục" in page
