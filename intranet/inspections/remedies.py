"""The remedy of a finding: reported by the unit that answers for it, then verified or sent back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import event, exists, select
from sqlalchemy.orm import joinedload
from werkzeug.datastructures import FileStorage

from intranet.accounts.models import User
from intranet.accounts.permissions import rights_over
from intranet.inspections.models import ActionEvidence, CorrectiveAction, Finding
from intranet.inspections.workflow import REMEDY, Remedy
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.workflow import Reason, Refused, Transition
from intranet.records.attachments import attach_proof
from intranet.records.models import Attachment, AuditEntry
from intranet.records.operations import note_down


def report_remedy(
    finding: Finding, text: str, done_on: date, actor: User, files: Sequence[FileStorage] = ()
) -> CorrectiveAction:
    """Say that the finding is remedied, how, and since when; `files` show it."""
    step = check(finding, "report", actor)
    if reason := impossible(finding, done_on):
        raise Refused(Reason(reason, "done_on"))
    evidence = attach_proof(finding.inspection, files, actor)
    action = CorrectiveAction(finding=finding, text=text, done_on=done_on, evidence=evidence)
    db.session.add(action)
    move(finding, step, actor)
    return action


def verify_remedy(finding: Finding, actor: User) -> None:
    """Accept the remedy reported last; the finding is closed."""
    move(finding, check(finding, "verify", actor), actor)


def send_back_remedy(finding: Finding, actor: User, note: str) -> None:
    """Ask for more; `note` says what is still missing."""
    move(finding, check(finding, "send_back", actor, note), actor, note)


def check(finding: Finding, action: str, actor: User, note: str = "") -> Transition:
    if not finding.inspection.is_approved:
        raise Refused("Chỉ báo cáo và xác nhận khắc phục được khi cuộc kiểm tra đã duyệt. Hãy chờ phê duyệt.")
    return REMEDY.check(finding, finding.state, action, rights_over(actor, finding), note)


def impossible(finding: Finding, done_on: date) -> str | None:
    """Why nothing can have been remedied on that day; None where it can."""
    ended_on = finding.inspection.ended_on
    if done_on > today():
        return "Ngày khắc phục xong chưa tới. Hãy nhập ngày hôm nay hoặc trước đó."
    if ended_on and done_on < ended_on:
        return f"Cuộc kiểm tra kết thúc ngày {date_text(ended_on)}. Hãy nhập ngày khắc phục từ ngày đó trở đi."
    return None


def move(finding: Finding, step: Transition, actor: User, note: str = "") -> None:
    """Set the new state and tell it in the trail of the inspection."""
    before, finding.state = finding.state, Remedy(step.target)
    note_down(
        finding.inspection,
        actor,
        f"{step.action}_remedy",
        f"{step.done} (tiêu chí {finding.item.position})",
        note.strip(),
        part=part_of(finding),
        changes=[[f"Khắc phục tiêu chí {finding.item.position}", before.label, finding.state.label]],
    )


def part_of(finding: Finding) -> str:
    """The key by which the trail of an inspection names this remedy among its others."""
    return f"item:{finding.item.id}"


def open_steps(finding: Finding, user: User) -> list[Transition]:
    """The steps this person may take now."""
    if not finding.inspection.is_approved:
        return []
    return REMEDY.open_to(finding.state, rights_over(user, finding))


@dataclass(frozen=True)
class Turn:
    """One line of a remedy's history; a report carries what was reported."""

    entry: AuditEntry
    report: CorrectiveAction | None


def turns(finding: Finding) -> list[Turn]:
    """What happened to the remedy, newest first."""
    actions = [f"{step.action}_remedy" for step in REMEDY.transitions]
    about_it = (AuditEntry.record_id == finding.inspection.id, AuditEntry.part == part_of(finding))
    entries = select(AuditEntry).where(*about_it, AuditEntry.action.in_(actions)).order_by(AuditEntry.id)
    reports = iter(finding.actions)
    return [
        Turn(entry, next(reports) if entry.action == "report_remedy" else None)
        for entry in db.session.scalars(entries.options(joinedload(AuditEntry.actor)))
    ][::-1]


@event.listens_for(CorrectiveAction, "before_delete")
def keep_report(mapper: Any, connection: Any, action: CorrectiveAction) -> None:
    """Also while the inspection is open again: what a unit reported is not undone with its finding."""
    raise Refused("Tồn tại này đã có báo cáo khắc phục nên không bỏ được. Hãy giữ lại và sửa lời nếu cần.")


@event.listens_for(Attachment, "before_delete")
def keep_proof(mapper: Any, connection: Any, attachment: Attachment) -> None:
    proof = exists().where(ActionEvidence.attachment_id == attachment.id)
    if connection.scalar(select(proof)):
        raise Refused("Tệp này là minh chứng khắc phục nên không bỏ được.")
