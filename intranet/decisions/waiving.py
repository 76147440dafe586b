"""Findings of the checks that somebody lets stand, with a reason and a name; and those that hold a report back."""

from collections.abc import Sequence

from intranet.accounts.models import User
from intranet.checks.problem import Problem
from intranet.checks.rule_names import name_of
from intranet.checks.text_unconfirmed import RULE as UNCONFIRMED
from intranet.decisions.findings import FoundProblem, findings, matters
from intranet.kernel.clock import now as moment
from intranet.kernel.workflow import Reason, Refused
from intranet.records import operations as records
from intranet.reports.current import CurrentReport
from intranet.reports.models import LOCKED, Report, ReportWaiver

CHANGED = "Nội dung hoặc số liệu vừa thay đổi nên điều này không còn như trước. Hãy xem lại danh sách kiểm tra."
FEW = 5  # errors told by the refusal itself; the page of checks tells all
EXPLAINED = "Đã giải trình"
TO_CONFIRM = "Nội dung chưa xác nhận không giải trình được. Hãy xác nhận hoặc bỏ ở trang “Xác nhận nội dung có sẵn”."
LONGEST = 2000
SHORTEST = 10  # characters of a reason: "ok" is none


def refuse_errors(now: CurrentReport) -> None:
    """Refused while an error is neither mended nor waived."""
    if blocking := matters(now).blocking:
        rest = f"Còn {len(blocking)} việc cần sửa hoặc giải trình. Hãy xem mục Kiểm tra."
        raise Refused(Reason(rest, "checks"), *(Reason(_told(matter.head), "checks") for matter in blocking[:FEW]))


def _told(problem: Problem) -> str:
    return f"Mục {problem.section}: {problem.message}" if problem.section else problem.message


def waive(report: Report, keys: Sequence[str], reason: str, now: CurrentReport, actor: User) -> None:
    """Let findings stand as they are now, all for one reason; none of them where one cannot."""
    if not report.is_editable:
        raise Refused(LOCKED)
    known = {one.problem.key: one for one in findings(now)}
    if not keys or any(key not in known for key in keys):
        raise Refused(CHANGED)
    chosen = [known[key] for key in dict.fromkeys(keys)]
    if any(one.problem.rule == UNCONFIRMED for one in chosen):
        raise Refused(TO_CONFIRM)
    if not all(one.can_be_waived for one in chosen):
        raise Refused("Đây là gợi ý, không cần giải trình.")
    if len(reason.strip()) < SHORTEST:
        raise Refused(Reason("Hãy ghi rõ lý do giữ nguyên, ít nhất một câu ngắn.", f"reason-{keys[0][:12]}"))
    if len(reason.strip()) > LONGEST:
        raise Refused(Reason(f"Hãy viết lý do trong {LONGEST} chữ cái.", f"reason-{keys[0][:12]}"))
    if waived := [one.problem for one in chosen if one.waiver is None]:
        let_stand(report, waived, reason, actor)


def let_stand(report: Report, problems: Sequence[Problem], reason: str, actor: User) -> None:
    """Keep one reason for findings known to be some of the report's."""
    at = moment()
    for problem in problems:
        waiver = ReportWaiver(key=problem.key, rule=problem.rule, message=problem.message, reason=reason.strip())
        waiver.waived_by, waiver.waived_at = actor, at
        report.waivers.append(waiver)
    lines = [[problem.name, _told(problem), EXPLAINED] for problem in problems]
    summary = f"{EXPLAINED}: {_told(problems[0])}" if len(problems) == 1 else f"{EXPLAINED} {len(problems)} điều"
    records.note_down(report, actor, "waive", summary, note=reason.strip(), changes=lines if len(lines) > 1 else [])


def revoke(report: Report, keys: Sequence[str], actor: User) -> None:
    """Take waivers back: their findings count again."""
    if not report.is_editable:
        raise Refused(LOCKED)
    waivers = [waiver for waiver in report.waivers if waiver.key in set(keys)]
    if not waivers or len(waivers) < len(set(keys)):
        raise Refused("Giải trình này không còn nữa.")
    for waiver in waivers:
        report.waivers.remove(waiver)
    lines = [[name_of(waiver.rule), EXPLAINED, waiver.message] for waiver in waivers]
    summary = f"Đã bỏ giải trình: {waivers[0].message}" if len(lines) == 1 else f"Đã bỏ giải trình {len(lines)} điều"
    records.note_down(report, actor, "revoke_waiver", summary, changes=lines if len(lines) > 1 else [])


def ended(report: Report, found: Sequence[FoundProblem]) -> list[ReportWaiver]:
    """Waivers whose text or figures changed since: they hold no longer."""
    standing = {finding.problem.key for finding in found}
    return [waiver for waiver in report.waivers if waiver.key not in standing]
