"""A finding of the checks is mended or let stand with a reason; errors hold the report back until then."""

import pytest
from factories import a_report, a_submitted_report, typed_figures, waive_errors
from sqlalchemy.exc import IntegrityError

from intranet.decisions import operations, waiving
from intranet.decisions.findings import findings, matters
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.records import operations as records
from intranet.records.approval import State
from intranet.reports.current import current_report
from intranet.reports.models import ReportWaiver

Q1 = Period.parse("2026-Q1")
REASON = "Số của hệ thống cũ, đã báo tỉnh."


@pytest.fixture
def report(cast):
    return a_report(cast("chi"))


WRONG = "Trong kỳ tiếp nhận 12 hồ sơ, gồm trực tuyến 6 hồ sơ, trực tiếp 4 hồ sơ."


@pytest.fixture
def mistyped(report, cast):
    """The findings about one wrong number, typed into a section of the report."""
    chi = cast("chi")
    channels = {"dossiers__received_online": 6, "dossiers__received_direct": 4, "dossiers__received_postal": 0}
    typed_figures("2026-Q1", chi, dossiers__received=10, **channels)
    operations.edit_section(report, "text.funding", WRONG, 0, chi)
    return the_wrong_number().findings


def the_wrong_number():
    (matter,) = [one for one in matters(current_report(Q1)).open if one.head.rule == "figure-contradicts"]
    return matter


def first_error():
    return next(one.problem for one in findings(current_report(Q1)) if one.blocks)


def test_a_report_with_errors_is_not_submitted(report, cast):
    with pytest.raises(Refused) as refusal:
        records.act(report, "submit", cast("chi"))
    assert "việc cần sửa" in refusal.value.reasons[0].message


def test_a_report_whose_errors_are_waived_is_submitted(report, cast):
    waive_errors(report, cast("chi"))
    records.act(report, "submit", cast("chi"))
    assert report.state is State.SUBMITTED


def test_a_waiver_keeps_who_when_and_why(report, cast):
    problem = first_error()
    waiving.waive(report, [problem.key], f"  {REASON} ", current_report(Q1), cast("chi"))
    (waiver,) = report.waivers
    assert (waiver.reason, waiver.waived_by, waiver.rule) == (REASON, cast("chi"), problem.rule)
    assert report.trail[0].action == "waive" and report.trail[0].note == REASON
    assert not next(one for one in findings(current_report(Q1)) if one.problem.key == problem.key).blocks


@pytest.mark.parametrize("reason", ["", "   ", "ok"])
def test_a_waiver_needs_a_reason(report, cast, reason):
    with pytest.raises(Refused, match="lý do"):
        waiving.waive(report, [first_error().key], reason, current_report(Q1), cast("chi"))


def test_a_waiver_ends_when_its_figure_changes(report, cast):
    typed_figures("2026-Q1", cast("chi"), satisfaction__ratings=100, satisfaction__very_satisfied=300)
    exceeding = next(one for one in findings(current_report(Q1)) if one.problem.rule == "sum-satisfaction")
    waiving.waive(report, [exceeding.problem.key], REASON, current_report(Q1), cast("chi"))
    typed_figures("2026-Q1", cast("chi"), satisfaction__very_satisfied=301)
    found = findings(current_report(Q1))
    assert any(one.blocks and one.problem.rule == "sum-satisfaction" for one in found)
    assert [waiver.key for waiver in waiving.ended(report, found)] == [exceeding.problem.key]


def test_a_waiver_ends_when_its_text_changes(report, cast):
    chi, key = cast("chi"), "text.funding"
    operations.edit_section(report, key, "Đã hỗ trợ ông Nguyễn Văn An.", 0, chi)
    named = next(one for one in findings(current_report(Q1)) if one.problem.rule == "personal-data")
    waiving.waive(report, [named.problem.key], REASON, current_report(Q1), chi)
    operations.edit_section(report, key, "Đã hỗ trợ tiền cho ông Nguyễn Văn An.", report.section(key).version, chi)
    again = next(one for one in findings(current_report(Q1)) if one.problem.rule == "personal-data")
    assert again.blocks


def test_a_finding_that_is_no_longer_there_is_not_waived(report, cast):
    with pytest.raises(Refused, match="vừa thay đổi"):
        waiving.waive(report, ["0" * 64], REASON, current_report(Q1), cast("chi"))


def test_a_hint_needs_no_waiver(report, cast):
    operations.edit_section(report, "text.funding", "Không để xảy ra những nhiễu.", 0, cast("chi"))
    hint = next(one.problem for one in findings(current_report(Q1)) if one.problem.rule == "spelling")
    with pytest.raises(Refused, match="gợi ý"):
        waiving.waive(report, [hint.key], REASON, current_report(Q1), cast("chi"))


def test_a_waiver_is_taken_back(report, cast):
    problem = first_error()
    waiving.waive(report, [problem.key], REASON, current_report(Q1), cast("chi"))
    waiving.revoke(report, [problem.key], cast("chi"))
    assert not report.waivers and report.trail[0].action == "revoke_waiver"
    with pytest.raises(Refused, match="không còn"):
        waiving.revoke(report, [problem.key], cast("chi"))


def test_a_submitted_report_keeps_its_waivers_as_they_are(cast):
    report = a_submitted_report(cast("chi"))
    key = report.waivers[0].key
    with pytest.raises(Refused):
        waiving.revoke(report, [key], cast("chi"))
    with pytest.raises(Refused):
        waiving.waive(report, [key], REASON, current_report(Q1), cast("chi"))


def test_waivers_survive_a_return(cast):
    report = a_submitted_report(cast("chi"))
    number = len(report.waivers)
    records.act(report, "send_back", cast("dung"), "Xem lại mục I.")
    records.act(report, "submit", cast("chi"))
    assert len(report.waivers) == number and report.state is State.SUBMITTED


@pytest.mark.parametrize("change", [{"reason": ""}, {"key": None}])
def test_the_database_refuses_a_waiver_without_reason_or_finding(report, cast, change):
    waiving.waive(report, [first_error().key], REASON, current_report(Q1), cast("chi"))
    for name, value in change.items():
        setattr(report.waivers[0], name, value)
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_the_database_keeps_one_waiver_for_a_finding(report, cast):
    waiving.waive(report, [first_error().key], REASON, current_report(Q1), cast("chi"))
    (waiver,) = report.waivers
    copied = ("key", "rule", "message", "reason", "waived_by_id", "waived_at")
    report.waivers.append(ReportWaiver(**{name: getattr(waiver, name) for name in copied}))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_wrong_number_is_one_matter_and_explained_at_once(report, cast, mistyped):
    assert {one.problem.rule for one in mistyped} >= {"figure-contradicts", "sum-dossiers-received"}
    number = len(report.trail)
    waiving.waive(report, the_wrong_number().keys, REASON, current_report(Q1), cast("chi"))
    (explained,) = matters(current_report(Q1)).explained
    assert [one.problem for one in explained.findings] == [one.problem for one in mistyped]
    assert {waiver.reason for waiver in report.waivers} == {REASON} and len(report.waivers) == len(mistyped)
    assert len(report.trail) == number + 1


def test_one_entry_of_the_trail_names_all_that_was_explained_together(report, cast, mistyped):
    keys = the_wrong_number().keys
    waiving.waive(report, keys, REASON, current_report(Q1), cast("chi"))
    entry = report.trail[0]
    assert (entry.action, entry.note, entry.summary) == ("waive", REASON, f"Đã giải trình {len(keys)} điều")
    assert {name for name, _, _ in entry.changes} == {one.problem.name for one in mistyped}
    assert all(any(one.problem.message in told for _, told, _ in entry.changes) for one in mistyped)
    waiving.revoke(report, keys, cast("chi"))
    assert report.trail[0].action == "revoke_waiver" and len(report.trail[0].changes) == len(keys)
    assert not report.waivers and the_wrong_number().blocks


def test_of_several_findings_none_is_explained_where_one_is_no_longer_there(report, cast, mistyped):
    with pytest.raises(Refused, match="vừa thay đổi"):
        waiving.waive(report, [*the_wrong_number().keys, "0" * 64], REASON, current_report(Q1), cast("chi"))
    assert not report.waivers
    waiving.waive(report, the_wrong_number().keys[:1], REASON, current_report(Q1), cast("chi"))
    with pytest.raises(Refused, match="không còn"):
        waiving.revoke(report, [report.waivers[0].key, "0" * 64], cast("chi"))
    assert len(report.waivers) == 1


@pytest.mark.parametrize("keys", [[], [""]])
def test_nothing_is_explained_where_nothing_is_named(report, cast, keys):
    with pytest.raises(Refused, match="vừa thay đổi"):
        waiving.waive(report, keys, REASON, current_report(Q1), cast("chi"))
    with pytest.raises(Refused, match="không còn"):
        waiving.revoke(report, keys, cast("chi"))


def test_a_finding_that_joins_an_explained_cause_is_open_and_holds_the_report_back(report, cast, mistyped):
    chi = cast("chi")
    waive_errors(report, chi)
    assert not matters(current_report(Q1)).blocking
    operations.edit_section(report, "text.supervision", "Trong kỳ tiếp nhận 12 hồ sơ.", 0, chi)
    (again,) = [one for one in matters(current_report(Q1)).blocking if one.head.rule == "figure-contradicts"]
    assert again.is_in("I.2") and not again.is_in("I.4")
    with pytest.raises(Refused, match="việc cần sửa"):
        records.act(report, "submit", chi)


def test_what_was_explained_for_different_reasons_stands_apart(report, cast, mistyped):
    for number, key in enumerate(the_wrong_number().keys[:2]):
        waiving.waive(report, [key], f"{REASON} Lần {number}.", current_report(Q1), cast("chi"))
    assert [len(one.findings) for one in matters(current_report(Q1)).explained] == [1, 1]


def test_every_finding_is_in_one_matter_and_matters_block_exactly_where_findings_do(report, cast, mistyped):
    for is_explained in (False, True):
        said = matters(current_report(Q1))
        told = [one.problem.key for matter in (*said.open, *said.explained) for one in matter.findings]
        assert sorted(told) == sorted(one.problem.key for one in findings(current_report(Q1)))
        assert any(one.blocks for one in findings(current_report(Q1))) == bool(said.blocking) == (not is_explained)
        waive_errors(report, cast("chi"))
