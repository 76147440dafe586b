"""Which forms go with a report: chosen while it is written, frozen with it; their pages."""

import pytest
from factories import a_report, an_approved_report, typed_figures, waive_errors

from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.records import operations as records
from intranet.records.models import AuditEntry
from intranet.reports import annex_choice
from intranet.reports.current import current_report
from intranet.reports.models import Report
from intranet.reports.render import FORMATS

Q1 = Period.parse("2026-Q1")
ANNEXES = "/reports/2026-Q1/annexes"
BY_ITSELF = ["II.05a", "II.06b", "II.07b"]


def codes() -> list[str]:
    return [annex.code for annex in current_report(Q1).print.annexes]


def the_report() -> Report:
    return db.session.query(Report).one()


def choose(client, *chosen: str, version: int | None = None):
    seen = the_report().version if version is None else version
    return client.post(ANNEXES, data={"annexes": list(chosen), "version": seen})


def test_a_report_carries_what_its_figures_call_for(cast):
    a_report(cast("chi"))
    assert codes() == BY_ITSELF
    typed_figures("2026-Q1", cast("chi"), dossiers__resolved_late=2, dossiers__pending_late=0)
    assert codes() == ["II.05a", "II.06b", "II.06g", "II.07b"]


def test_a_period_without_a_report_shows_what_it_would_carry(app):
    assert codes() == BY_ITSELF


def test_what_is_chosen_stays_whatever_the_figures_become_and_leaves_a_line(cast):
    annex_choice.choose(a_report(cast("chi")), ["II.06a", "II.05a"], cast("chi"))
    typed_figures("2026-Q1", cast("chi"), dossiers__resolved_late=2, dossiers__pending_late=0)
    assert codes() == ["II.05a", "II.06a"]
    entry = the_report().trail[0]
    assert (entry.action, entry.summary) == ("change", "Đã sửa biểu kèm theo")
    assert entry.changes[0][0] == "Biểu kèm theo" and "II.06a" in entry.changes[0][2]


def test_who_chooses_what_the_figures_call_for_goes_on_following_them(cast):
    report = a_report(cast("chi"))
    annex_choice.choose(report, [], cast("chi"))
    assert codes() == []
    annex_choice.choose(report, BY_ITSELF, cast("chi"))
    typed_figures("2026-Q1", cast("chi"), dossiers__resolved_late=2, dossiers__pending_late=0)
    assert "II.06g" in codes()


def test_a_form_nobody_knows_is_refused(cast):
    with pytest.raises(Refused, match="trong danh sách"):
        annex_choice.choose(a_report(cast("chi")), ["II.99"], cast("chi"))


def test_the_forms_are_frozen_with_the_report_and_its_hash_includes_them(cast):
    report = a_report(cast("chi"))
    annex_choice.choose(report, ["II.05a"], cast("chi"))
    waive_errors(report, cast("chi"))
    records.act(report, "submit", cast("chi"))
    first = report.fingerprint()
    with pytest.raises(Refused):
        annex_choice.choose(report, ["II.07b"], cast("chi"))
    records.act(report, "withdraw", cast("chi"))
    annex_choice.choose(report, ["II.05a", "II.07b"], cast("chi"))
    waive_errors(report, cast("chi"))
    records.act(report, "submit", cast("chi"))
    assert codes() == ["II.05a", "II.07b"] and report.fingerprint() != first


def test_what_a_frozen_report_carried_by_itself_stays_too(cast):
    an_approved_report(cast("chi"), cast("dung"))
    typed_figures("2026-Q1", cast("chi"), dossiers__resolved_late=2, dossiers__pending_late=0)
    assert codes() == BY_ITSELF


def test_the_model_itself_keeps_the_choice_of_a_locked_report(cast):
    report = an_approved_report(cast("chi"), cast("dung"))
    report.annexes = ["II.05a"]
    with pytest.raises(Refused):
        db.session.flush()
    db.session.rollback()


@pytest.mark.parametrize("ending", ["html", "txt"])
def test_every_text_carries_the_forms_after_the_signature(cast, ending):
    annex_choice.choose(a_report(cast("chi")), ["II.06b"], cast("chi"))
    text = FORMATS[ending].render(current_report(Q1)).decode()
    assert text.count("Biểu số II.06b") and "Biểu số II.07b" not in text
    assert "Lĩnh vực giải quyết" in text and text.rindex("Lĩnh vực giải quyết") > text.rindex("VI. KIẾN NGHỊ")


# Pages.


@pytest.mark.parametrize("path", [ANNEXES, f"{ANNEXES}/II.06b"])
def test_who_may_not_see_reports_sees_no_form(as_user, path):
    for username in ("an", "quan"):
        assert as_user(username).get(path).status_code == 403
    for username in ("chi", "dung"):
        assert as_user(username).get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [f"{ANNEXES}/II.99", "/reports/2026-Q5/annexes", "/reports/2020-Q1/annexes", "/reports/2020-Q1/annexes/II.05a"],
)
def test_what_is_not_there_is_not_found(as_user, path):
    assert as_user("chi").get(path).status_code == 404


def test_nothing_is_chosen_before_a_report_is_begun(as_user):
    assert as_user("chi").post(ANNEXES, data={"annexes": ["II.05a"]}).status_code == 404


def test_the_director_sees_the_forms_and_does_not_choose(as_user, cast):
    a_report(cast("chi"))
    client = as_user("dung")
    assert "<form" not in client.get(ANNEXES).text.split("<main")[1]
    assert choose(client, "II.05a").status_code == 403
    assert the_report().annexes is None


@pytest.mark.parametrize("code", ["II.05a", "II.06a", "II.06b", "II.06g", "II.07b"])
def test_each_form_can_be_looked_at_and_says_it_must_be_checked(as_user, cast, code):
    a_report(cast("chi"))
    text = as_user("chi").get(f"{ANNEXES}/{code}").text
    assert f"Biểu số {code}" in text and "Cần đối chiếu văn bản gốc" in text
    assert ("Biểu này đi kèm báo cáo" in text) == (code in BY_ITSELF)


def test_the_controller_chooses_on_the_page_and_the_report_lists_the_forms(as_user, cast):
    a_report(cast("chi"))
    client = as_user("chi")
    assert client.get(ANNEXES).text.count(" checked") == 3
    assert choose(client, "II.06a", "II.07b").status_code == 303
    assert the_report().annexes == ["II.06a", "II.07b"]
    report = client.get("/reports/2026-Q1").text
    assert f"{ANNEXES}/II.06a" in report and f"{ANNEXES}/II.05a" not in report


def test_a_form_not_in_the_list_is_refused_and_the_ticks_are_kept(as_user, cast):
    a_report(cast("chi"))
    answer = choose(as_user("chi"), "II.06a", "II.99")
    assert answer.status_code == 422 and "Hãy chọn các biểu trong danh sách" in answer.text
    assert 'value="II.06a" checked' in answer.text and 'value="II.05a" checked' not in answer.text
    assert the_report().annexes is None


def test_a_choice_somebody_else_made_meanwhile_is_not_overwritten(as_user, cast):
    a_report(cast("chi"))
    client, opened = as_user("chi"), the_report().version
    choose(client, "II.05a")
    answer = choose(client, "II.07b", version=opened)
    assert answer.status_code == 409 and 'value="II.07b" checked' in answer.text
    assert the_report().annexes == ["II.05a"]


def test_a_locked_report_is_not_chosen_for(as_user, cast):
    an_approved_report(cast("chi"), cast("dung"))
    client = as_user("chi")
    assert "<form" not in client.get(ANNEXES).text.split("<main")[1]
    before = db.session.query(AuditEntry).count()
    assert choose(client, "II.05a").status_code == 422
    assert db.session.query(AuditEntry).count() == before
