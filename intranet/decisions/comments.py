"""Remarks about a report, by section and paragraph: written, settled, taken up again. They survive every step."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from intranet.accounts.models import User
from intranet.decisions.models import ReportComment
from intranet.kernel.clock import now as moment
from intranet.kernel.db import db
from intranet.kernel.workflow import Reason, Refused
from intranet.records import operations as records
from intranet.reports.current import CurrentReport
from intranet.reports.markup import Block, PrintedSection
from intranet.reports.models import Report

CLOSED = "Báo cáo đã duyệt nên không nhận góp ý mới. Cần sửa, hãy mở lại báo cáo và nêu lý do."


@dataclass(frozen=True)
class Thread:
    """A comment and where it belongs; `section` is None where the report has it no more."""

    comment: ReportComment
    section: PrintedSection | None
    is_outdated: bool  # the paragraph it is about reads otherwise by now


def paragraphs(section: PrintedSection) -> dict[str, str]:
    """What can be remarked on in a section, by a name that changes with its words."""
    return {mark(block): said(block) for block in section.blocks}


def said(block: Block) -> str:
    return block.text or block.caption


def mark(block: Block) -> str:
    return sha256(said(block).encode()).hexdigest()[:16]


def threads(now: CurrentReport) -> list[Thread]:
    """Every comment, the oldest first."""
    if now.report is None:
        return []
    wanted = select(ReportComment).where(ReportComment.report_id == now.report.id).order_by(ReportComment.id)
    people = (joinedload(ReportComment.author), joinedload(ReportComment.resolved_by))
    found = db.session.scalars(wanted.options(*people)).all()
    sections = {section.key: section for section in now.printed()} if found else {}
    return [_thread(comment, sections.get(comment.section_key)) for comment in found]


def _thread(comment: ReportComment, section: PrintedSection | None) -> Thread:
    there = paragraphs(section).values() if section else ()
    return Thread(comment, section, section is None or bool(comment.excerpt and comment.excerpt not in there))


def unresolved(found: Sequence[Thread]) -> list[Thread]:
    return [thread for thread in found if not thread.comment.is_resolved]


def of_section(found: Sequence[Thread], key: str) -> list[Thread]:
    return [thread for thread in found if thread.comment.section_key == key]


def remark(report: Report, section: PrintedSection, paragraph: str, text: str, actor: User) -> ReportComment:
    """Remark on a section, or on the paragraph of that name in it."""
    if report.is_approved:
        raise Refused(CLOSED)
    excerpt = paragraphs(section).get(paragraph, "") if paragraph else ""
    if paragraph and not excerpt:
        raise Refused(Reason("Đoạn này vừa thay đổi. Hãy chọn lại đoạn cần góp ý.", "paragraph"))
    comment = ReportComment(
        report_id=report.id,
        section_key=section.key,
        excerpt=excerpt,
        text=text,
        author=actor,
        created_at=moment(),
        resolution="",
    )
    db.session.add(comment)
    records.note_down(report, actor, "comment", f"Đã góp ý mục {section.number}. {section.title}", note=text)
    return comment


def resolve(comment: ReportComment, resolution: str, actor: User) -> None:
    if comment.is_resolved:
        raise Refused("Góp ý này đã được xử lý.")
    comment.resolved_by, comment.resolved_at, comment.resolution = actor, moment(), resolution
    records.note_down(comment.report, actor, "resolve_comment", f"Đã xử lý góp ý “{short(comment)}”", note=resolution)


def reopen(comment: ReportComment, actor: User) -> None:
    if not comment.is_resolved:
        raise Refused("Góp ý này chưa được xử lý.")
    comment.resolved_by, comment.resolved_at, comment.resolution = None, None, ""
    records.note_down(comment.report, actor, "reopen_comment", f"Đã mở lại góp ý “{short(comment)}”")


def short(comment: ReportComment, longest: int = 60) -> str:
    """The comment's beginning, as a trail names it."""
    words = " ".join(comment.text.split())
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]}…"
