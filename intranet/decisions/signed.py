"""The signed report: attached once it is approved, its text held against what was approved."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, undefer
from werkzeug.datastructures import FileStorage

from intranet.accounts.models import User
from intranet.decisions.models import SignedCopy, Verdict
from intranet.decisions.signed_text import ComparingOutcome, compared, passages
from intranet.decisions.versions import keep_version, print_in, version_of
from intranet.kernel.clock import now as moment
from intranet.kernel.db import db
from intranet.kernel.forms import clean
from intranet.kernel.workflow import Reason, Refused
from intranet.records import attachments
from intranet.records import operations as records
from intranet.reports.current import frozen
from intranet.reports.file_text import pdf_pages
from intranet.reports.models import Report

LONGEST = 2_000_000  # letters of a text; a report of an office has a hundredth of it
NOT_YET = "Báo cáo chưa được duyệt. Hãy đính kèm bản đã ký sau khi báo cáo được duyệt."
TOO_LONG = "Tệp PDF này có quá nhiều chữ để là báo cáo. Hãy kiểm tra lại tệp."


@dataclass(frozen=True)
class Compared:
    """A signed copy and how it differs from what was approved when it was attached."""

    copy: SignedCopy
    outcome: ComparingOutcome


def copies(report: Report) -> list[SignedCopy]:
    """Every copy there was, the one that counts first."""
    wanted = select(SignedCopy).where(SignedCopy.report_id == report.id).options(joinedload(SignedCopy.added_by))
    return list(db.session.scalars(wanted.order_by(SignedCopy.id.desc())))


def signed_copy(report: Report) -> SignedCopy | None:
    return next(iter(copies(report)), None)


def is_of_another_text(report: Report, copy: SignedCopy) -> bool:
    """Whether the report has been opened or approved anew since the copy was attached."""
    return not report.is_approved or copy.content_hash != report.fingerprint()


def attach(report: Report, upload: FileStorage | None, reason: str, actor: User) -> SignedCopy:
    """Take a PDF as the signed report, in place of the one before where there is a reason for that."""
    if not report.is_approved:
        raise Refused(NOT_YET)
    if signed_copy(report) and not reason.strip():
        raise Refused(Reason("Báo cáo đã có bản ký. Hãy ghi lý do thay bản ký.", "reason"))
    name, content = taken(upload)
    keep_version(report, frozen(report))  # of a report approved before versions were kept, too
    pages = [(clean(page) or "") for page in pdf_pages(content)]
    if sum(map(len, pages)) > LONGEST:
        raise Refused(Reason(TOO_LONG, "file"))
    copy = SignedCopy(
        report_id=report.id,
        content_hash=report.fingerprint(),
        name=name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        pages=pages,
        verdict=verdict(compare(report, report.fingerprint(), pages)),
        reason=reason.strip(),
        added_by=actor,
        added_at=moment(),
    )
    db.session.add(copy)
    records.note_down(report, actor, "attach_signed", f"Đã đính kèm bản ký “{name}”: {copy.verdict.label}", note=reason)
    return copy


def taken(upload: FileStorage | None) -> tuple[str, bytes]:
    """The file's name and bytes, or Refused with what to do."""
    if upload is None or not upload.filename:
        raise Refused(Reason("Hãy chọn tệp PDF của báo cáo đã ký.", "file"))
    name, content = attachments.file_name(upload), attachments.content_of(upload)
    if attachments.ending(name) != ".pdf":
        raise Refused(Reason("Chỉ nhận tệp PDF. Hãy xuất hoặc quét báo cáo đã ký thành PDF.", "file"))
    if objection := attachments.objection(name, content):
        raise Refused(Reason(objection, "file"))
    return name, content


def comparison(report: Report) -> Compared | None:
    """The copy that counts, held against what was approved; None where there is none."""
    wanted = select(SignedCopy).where(SignedCopy.report_id == report.id).order_by(SignedCopy.id.desc()).limit(1)
    copy = db.session.scalar(wanted.options(undefer(SignedCopy.pages), joinedload(SignedCopy.added_by)))
    return Compared(copy, compare(report, copy.content_hash, copy.pages)) if copy else None


def compare(report: Report, content_hash: str, pages: list[str]) -> ComparingOutcome:
    version = version_of(report, content_hash)
    if version is None:
        raise RuntimeError(f"{report} was signed in a version that nobody kept")
    return compared(passages(print_in(version, report)), pages)


def verdict(outcome: ComparingOutcome) -> Verdict:
    if not outcome.is_readable:
        return Verdict.UNREADABLE
    return Verdict.DIFFERS if outcome.differences else Verdict.MATCHES
