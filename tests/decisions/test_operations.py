"""Beginning, editing, freezing and thawing the report of a period."""

from datetime import date

import pytest
from factories import a_report, a_submitted_report, a_user, an_approved_report, an_outline, typed_figures, waive_errors
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from intranet.accounts.models import Role
from intranet.accounts.operations import change_office
from intranet.accounts.permissions import may
from intranet.decisions import operations
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.records import operations as records
from intranet.records.approval import State
from intranet.reports.current import current_report, earlier_reports, texts_of
from intranet.reports.models import Report, ReportSection, outline_for

Q1 = Period.parse("2026-Q1")
FUNDING = "text.funding"


def text(key: str, period: Period = Q1) -> str:
    section = current_report(period).section(key)
    assert section is not None
    return section.text


def printed(key: str, period: Period = Q1) -> str:
    section = next(section for section in current_report(period).printed() if section.key == key)
    return "\n".join(block.text for block in section.blocks)


def test_a_report_begins_as_a_draft_of_the_authors_unit(cast):
    report = operations.open_report(Q1, cast("chi"))
    assert (report.title, report.state, report.period_code) == ("Báo cáo Quý I/2026", State.DRAFT, "2026-Q1")
    assert (report.unit, report.author, report.occurs_on) == (cast("chi").unit, cast("chi"), date(2026, 3, 14))
    assert report.trail[0].action == "create"


def test_a_period_has_one_report(cast):
    a_report(cast("chi"))
    with pytest.raises(Refused, match="đã được lập"):
        operations.open_report(Q1, cast("chi"))
    chi, outline = cast("chi"), outline_for(Q1)
    twin = Report(title="Nữa", unit=chi.unit, occurs_on=Q1.end, period_code=Q1.code, outline=outline)
    with pytest.raises(IntegrityError):
        records.create(twin, chi)


def test_a_report_follows_the_newest_outline_in_force_on_its_last_day(cast):
    an_outline(date(2026, 3, 14), name="Đúng ngày cuối kỳ")
    an_outline(date(2026, 3, 15), name="Sau ngày cuối kỳ")
    assert a_report(cast("chi")).outline.name == "Đúng ngày cuối kỳ"


def test_a_report_keeps_the_outline_it_was_begun_with(cast):
    before = a_report(cast("chi")).outline
    an_outline(date(2026, 1, 1))
    db.session.expire_all()
    assert current_report(Q1).report.outline is before
    assert current_report(Q1).section(FUNDING) is not None


def test_without_an_outline_in_force_nothing_can_be_begun(cast):
    with pytest.raises(Refused, match="14/03/2020"):
        operations.open_report(Period.parse("2020-Q1"), cast("chi"))


def test_a_section_nobody_edited_follows_the_figures(cast):
    a_report(cast("chi"))
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    assert "Trong kỳ tiếp nhận 1.568 hồ sơ" in printed("dossiers")
    typed_figures("2026-Q1", cast("chi"), dossiers__received=0)
    assert "Trong kỳ không tiếp nhận hồ sơ mới (Biểu số II.06b kèm theo)." in printed("dossiers")


def test_an_edited_sentence_stays_and_its_figure_follows(cast):
    report = a_report(cast("chi"))
    operations.edit_section(report, "dossiers", "Phường tiếp nhận {{dossiers.received}} hồ sơ.", 0, cast("chi"))
    assert printed("dossiers") == "Phường tiếp nhận …… hồ sơ."
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    assert printed("dossiers") == "Phường tiếp nhận 1.568 hồ sơ."


def test_an_edit_leaves_old_and_new_in_the_trail(cast):
    report = a_report(cast("chi"))
    before = text(FUNDING)
    kept = operations.edit_section(report, FUNDING, "Kinh phí đủ.", 0, cast("chi"))
    assert (kept.edited_by, kept.composed) == (cast("chi"), before)
    assert report.trail[0].summary == "Đã sửa mục 4. Bố trí và sử dụng kinh phí"
    assert report.trail[0].changes == [["Nội dung", before, "Kinh phí đủ."]]


def test_saving_without_a_change_leaves_no_line(cast):
    report = a_report(cast("chi"))
    operations.edit_section(report, FUNDING, text(FUNDING), 0, cast("chi"))
    assert report.sections == [] and len(report.trail) == 1


def test_a_section_may_be_emptied(cast):
    operations.edit_section(a_report(cast("chi")), FUNDING, "", 0, cast("chi"))
    assert text(FUNDING) == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Nhận {{dossier.received}} hồ sơ.", "Hãy viết “dossiers.received”"),
        ("Một dòng.\n{{table:dossier}}", "Dòng 2: không có bảng “dossier”"),
        ("Kế hoạch [[kỳ sau]].", "không có từ thay thế"),
    ],
)
def test_a_name_nobody_knows_is_refused_with_the_nearest(cast, typed, sentence):
    report = a_report(cast("chi"))
    with pytest.raises(Refused, match=sentence) as refusal:
        operations.edit_section(report, "dossiers", typed, 0, cast("chi"))
    assert refusal.value.reasons[0].anchor == "text"
    assert report.sections == []


def test_a_section_that_is_not_in_the_outline_is_refused(cast):
    with pytest.raises(Refused, match="không có mục này"):
        operations.edit_section(a_report(cast("chi")), "text.nowhere", "Gì đó.", 0, cast("chi"))


def test_a_stale_edit_is_refused(cast):
    report = a_report(cast("chi"))
    operations.edit_section(report, FUNDING, "Của người thứ nhất.", 0, cast("chi"))
    with pytest.raises(StaleDataError):
        operations.edit_section(report, FUNDING, "Của người thứ hai.", 0, cast("chi"))


def test_the_composed_text_taken_back_follows_the_figures_and_the_old_stays_in_the_trail(cast):
    report = a_report(cast("chi"))
    composed = text("dossiers")
    kept = operations.edit_section(report, "dossiers", "Tự viết.", 0, cast("chi"))
    operations.take_composed(report, "dossiers", kept.version, cast("chi"))
    assert text("dossiers") == composed and report.sections == []
    assert report.trail[0].changes == [["Nội dung", "Tự viết.", composed]]
    with pytest.raises(Refused, match="đang dùng bản soạn tự động"):
        operations.take_composed(report, "dossiers", 0, cast("chi"))


def test_typing_the_composed_text_again_is_taking_it(cast):
    report = a_report(cast("chi"))
    composed = text(FUNDING)
    kept = operations.edit_section(report, FUNDING, "Tự viết.", 0, cast("chi"))
    assert operations.edit_section(report, FUNDING, composed, kept.version, cast("chi")) is None
    assert report.sections == []


def test_taking_the_composed_text_over_a_newer_edit_is_refused(cast):
    report = a_report(cast("chi"))
    operations.edit_section(report, FUNDING, "Một.", 0, cast("chi"))
    operations.edit_section(report, FUNDING, "Hai.", 1, cast("chi"))
    with pytest.raises(StaleDataError):
        operations.take_composed(report, FUNDING, 1, cast("chi"))


def test_a_later_figure_changes_what_is_live_and_never_what_was_submitted(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    report = a_submitted_report(cast("chi"))
    typed_figures("2026-Q1", cast("chi"), dossiers__received=9)
    assert "1.568 hồ sơ" in printed("dossiers")
    records.act(report, "approve", cast("dung"))
    assert "1.568 hồ sơ" in printed("dossiers")
    records.act(report, "reopen", cast("dung"), "Sai số.")
    assert "09 hồ sơ" in printed("dossiers")


def test_the_offices_name_in_a_submitted_report_stays(cast):
    change_office({"name": "Phường cũ"}, cast("chi"))
    a_submitted_report(cast("chi"))
    change_office({"name": "Phường mới"}, cast("chi"))
    assert current_report(Q1).facts.office.name == "Phường cũ"


@pytest.mark.parametrize(
    ("action", "actor", "note"),
    [("send_back", "dung", "Thiếu số."), ("withdraw", "chi", ""), ("reopen", "dung", "Sai.")],
)
def test_whatever_gives_a_report_back_thaws_it(cast, action, actor, note):
    report = a_submitted_report(cast("chi")) if action != "reopen" else an_approved_report(cast("chi"), cast("dung"))
    assert report.facts["figures"] and FUNDING in report.texts
    records.act(report, action, cast(actor), note)
    assert report.facts is None and report.texts is None
    operations.edit_section(report, FUNDING, "Sửa được.", 0, cast("chi"))


def test_a_report_submitted_again_freezes_the_figures_of_that_day(cast):
    report = a_submitted_report(cast("chi"))
    records.act(report, "withdraw", cast("chi"))
    typed_figures("2026-Q1", cast("chi"), dossiers__received=7)
    waive_errors(report, cast("chi"))
    records.act(report, "submit", cast("chi"))
    assert report.facts["figures"]["dossiers.received"]["value"] == 7
    records.act(report, "approve", cast("dung"))
    assert report.is_approved


def test_a_decision_names_what_was_frozen(cast):
    report = an_approved_report(cast("chi"), cast("dung"))
    approve, submit = report.trail[:2]
    assert (approve.action, submit.action) == ("approve", "submit")
    assert approve.fingerprint == submit.fingerprint == report.fingerprint()


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_a_locked_report_takes_no_edit(cast, state):
    report = a_submitted_report(cast("chi")) if state == "submitted" else an_approved_report(cast("chi"), cast("dung"))
    with pytest.raises(Refused, match="không sửa được"):
        operations.edit_section(report, FUNDING, "Muộn rồi.", 0, cast("chi"))
    with pytest.raises(Refused, match="không sửa được"):
        operations.take_composed(report, FUNDING, 0, cast("chi"))


def test_the_model_itself_keeps_a_locked_report(cast):
    report = a_submitted_report(cast("chi"))
    report.sections.append(ReportSection(key=FUNDING, text="Lén sửa.", composed=""))
    with pytest.raises(Refused, match="không sửa được"):
        db.session.flush()


def test_frozen_facts_change_with_the_state_alone(cast):
    report = a_submitted_report(cast("chi"))
    report.facts = report.facts | {"figures": {}}
    with pytest.raises(Refused, match="chỉ được chốt khi trình"):
        db.session.flush()


def test_a_draft_holds_no_frozen_facts(cast):
    report = a_report(cast("chi"))
    report.facts, report.texts = {}, {}
    with pytest.raises(Refused, match="chỉ được chốt khi trình"):
        db.session.flush()


def test_a_submitted_report_cannot_be_without_frozen_facts(cast):
    report = a_report(cast("chi"))
    report.state = State.SUBMITTED
    with pytest.raises(Refused, match="chỉ được chốt khi trình"):
        db.session.flush()


def test_facts_and_texts_are_frozen_together(cast):
    a_submitted_report(cast("chi"))
    with pytest.raises(IntegrityError, match="is_frozen_whole"):
        db.session.execute(db.update(Report.__table__).values(texts=db.null()))


def test_an_officer_of_the_controllers_unit_does_not_submit_the_report(cast):
    report = a_report(cast("chi"))
    cast("an").unit = cast("chi").unit
    with pytest.raises(Refused):
        records.act(report, "submit", cast("an"))


def test_the_author_does_not_approve(cast):
    with pytest.raises(Refused):
        records.act(a_submitted_report(cast("chi")), "approve", cast("chi"))


def test_number_and_date_are_noted_after_approval_and_leave_a_line(cast):
    report = an_approved_report(cast("chi"), cast("dung"))
    decided = report.fingerprint()
    operations.issue(report, "235", date(2026, 3, 18), cast("chi"))
    assert (report.number, report.issued_on) == ("235", date(2026, 3, 18))
    assert report.trail[0].changes == [["Số", "(trống)", "235"], ["Ngày ban hành", "(trống)", "18/03/2026"]]
    assert report.fingerprint() == decided


def test_number_and_date_wait_while_a_report_is_decided_on(cast):
    with pytest.raises(Refused, match="chờ duyệt"):
        operations.issue(a_submitted_report(cast("chi")), "235", None, cast("chi"))


def test_a_report_is_not_issued_before_its_period_ends(cast):
    with pytest.raises(Refused, match="14/03/2026") as refusal:
        operations.issue(a_report(cast("chi")), "235", date(2026, 3, 13), cast("chi"))
    assert refusal.value.reasons[0].anchor == "issued_on"


def test_narrative_starts_from_the_report_before_and_its_figures_do_not(cast):
    before = a_report(cast("chi"))
    operations.edit_section(before, FUNDING, "Kinh phí như năm trước, [[kỳ]].", 0, cast("chi"))
    operations.edit_section(before, "dossiers", "Lời riêng của quý I.", 0, cast("chi"))
    waive_errors(before, cast("chi"))
    records.act(before, "submit", cast("chi"))
    after = Q1.next
    assert printed(FUNDING, after) == "Kinh phí như năm trước, Quý II/2026."
    assert "Lời riêng" not in text("dossiers", after)


def test_of_two_reports_that_end_together_the_one_of_the_same_kind_is_carried_on(cast):
    for code in ("2026-Q2", "2026-H1"):
        operations.edit_section(a_report(cast("chi"), code), FUNDING, f"Theo {code}.", 0, cast("chi"))
    assert text(FUNDING, Period.parse("2026-Q3")) == "Theo 2026-Q2."


def test_texts_reach_over_a_draft_that_left_them_as_they_were(cast):
    first = a_report(cast("chi"))
    operations.edit_section(first, FUNDING, "Của quý I.", 0, cast("chi"))
    operations.edit_section(a_report(cast("chi"), "2026-Q2"), "text.outlook", "Của quý II.", 0, cast("chi"))
    texts = texts_of(earlier_reports(Period.parse("2026-Q3")))
    assert (texts[FUNDING].text, texts["text.outlook"].text) == ("Của quý I.", "Của quý II.")
    assert texts[FUNDING].origin == "báo cáo Quý I/2026"


def test_the_first_report_of_all_starts_from_the_outline(cast):
    assert earlier_reports(Q1) == []
    assert text(FUNDING).startswith("Mức chi cho công tác kiểm soát TTHC")


def test_the_report_is_not_the_work_of_its_authors_whole_unit(as_user, cast):
    colleague = a_user("khanh", Role.OFFICER, cast("chi").unit)
    report = operations.open_report(Q1, cast("chi"))
    assert not may(colleague, "record.view", report) and not may(colleague, "record.edit", report)
    client = as_user("khanh")
    assert report.title not in client.get("/inbox").text
    assert client.get(f"/records/{report.id}/history").status_code == 403
