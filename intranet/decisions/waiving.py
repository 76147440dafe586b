"""Findings of the checks that somebody lets stand, with a reason and a name; and those that hold a report back."""

from collections.abc import Sequence
from dataclasses import dataclass

from intranet.accounts.models import User
from intranet.checks.problem import Level, Problem
from intranet.kernel.clock import now as moment
from intranet.kernel.workflow import Reason, Refused
from intranet.records import operations as records
from intranet.reports.checking import check
from intranet.reports.models import LOCKED, Report, ReportWaiver
from intranet.reports.standing import Standing

CHANGED = "Nội dung hoặc số liệu vừa thay đổi nên điều này không còn như trước. Hãy xem lại danh sách kiểm tra."
FEW = 5  # errors told by the refusal itself; the page of checks tells all
SHORTEST = 10  # characters of a reason: "ok" is none


@dataclass(frozen=True)
class FoundProblem:
    """What a check found, and the waiver that lets it stand, if there is one."""

    problem: Problem
    waiver: ReportWaiver | None

    @property
    def blocks(self) -> bool:
        return self.problem.level is Level.ERROR and self.waiver is None

    @property
    def can_be_waived(self) -> bool:
        return self.problem.level is not Level.INFO


def findings(now: Standing) -> tuple[FoundProblem, ...]:
    """Everything the checks find in a report, gravest first; findings alike are told once."""
    waivers = {waiver.key: waiver for waiver in now.report.waivers} if now.report else {}
    found = {problem.key: problem for problem in check(now)}
    order = list(Level)
    told = sorted(found.values(), key=lambda problem: order.index(problem.level))
    return tuple(FoundProblem(problem, waivers.get(problem.key)) for problem in told)


def refuse_errors(now: Standing) -> None:
    """Refused while an error is neither mended nor waived."""
    if blocking := [finding.problem for finding in findings(now) if finding.blocks]:
        told = [Reason(_told(problem), "checks") for problem in blocking[:FEW]]
        rest = f"Còn {len(blocking)} lỗi chưa sửa và chưa giải trình. Hãy xem mục Kiểm tra."
        raise Refused(Reason(rest, "checks"), *told)


def _told(problem: Problem) -> str:
    return f"Mục {problem.section}: {problem.message}" if problem.section else problem.message


def waive(report: Report, key: str, reason: str, now: Standing, actor: User) -> ReportWaiver:
    """Let a finding stand as it is now, for a reason."""
    if not report.is_editable:
        raise Refused(LOCKED)
    finding = next((one for one in findings(now) if one.problem.key == key), None)
    if finding is None:
        raise Refused(CHANGED)
    if not finding.can_be_waived:
        raise Refused("Đây là gợi ý, không cần giải trình.")
    if len(reason.strip()) < SHORTEST:
        raise Refused(Reason("Hãy ghi rõ lý do giữ nguyên, ít nhất một câu ngắn.", f"reason-{key[:12]}"))
    if finding.waiver is not None:
        return finding.waiver
    return let_stand(report, finding.problem, reason, actor)


def let_stand(report: Report, problem: Problem, reason: str, actor: User) -> ReportWaiver:
    """Keep the waiver of a finding known to be one of the report's."""
    waiver = ReportWaiver(
        key=problem.key,
        rule=problem.rule,
        message=problem.message,
        reason=reason.strip(),
        waived_by=actor,
        waived_at=moment(),
    )
    report.waivers.append(waiver)
    records.note_down(report, actor, "waive", f"Đã giải trình: {_told(problem)}", note=waiver.reason)
    return waiver


def revoke(report: Report, key: str, actor: User) -> None:
    """Take a waiver back: the finding counts again."""
    if not report.is_editable:
        raise Refused(LOCKED)
    waiver = next((one for one in report.waivers if one.key == key), None)
    if waiver is None:
        raise Refused("Giải trình này không còn nữa.")
    report.waivers.remove(waiver)
    records.note_down(report, actor, "revoke_waiver", f"Đã bỏ giải trình: {waiver.message}")


def ended(report: Report, found: Sequence[FoundProblem]) -> list[ReportWaiver]:
    """Waivers whose text or figures changed since: they hold no longer."""
    standing = {finding.problem.key for finding in found}
    return [waiver for waiver in report.waivers if waiver.key not in standing]
