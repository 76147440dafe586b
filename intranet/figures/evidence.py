"""The evidence of the figures typed for a period: a link and files for each group, and who put them there."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload
from werkzeug.datastructures import FileStorage

from intranet.accounts.models import AccountEntry, User
from intranet.accounts.operations import note_down
from intranet.accounts.settings_trail import SHOWN
from intranet.categories.catalogue import GROUP_LABELS
from intranet.figures.evidence_models import EvidenceFile, FigureEvidence
from intranet.figures.snapshots import said_when_approved
from intranet.kernel.db import db
from intranet.kernel.formats import shown
from intranet.kernel.period import Period
from intranet.kernel.workflow import Reason, Refused
from intranet.records.attachments import stored_form, taken

LINKED, ADDED, REMOVED = "link_figure_evidence", "add_figure_evidence", "remove_figure_evidence"
MOST = 20  # files of one group
APPROVED = "Báo cáo của kỳ này đã duyệt nên không đổi, không bỏ được minh chứng đã có. Vẫn thêm tệp khác được."


def evidence_of(period: Period) -> dict[str, FigureEvidence]:
    """By group, what there is."""
    wanted = select(FigureEvidence).where(FigureEvidence.period_code == period.code)
    found = db.session.scalars(wanted.options(joinedload(FigureEvidence.files))).unique()
    return {evidence.group_key: evidence for evidence in found}


def evidence_for(period: Period, group: str) -> FigureEvidence:
    """That of one group; one that is not stored yet where there is none."""
    wanted = select(FigureEvidence).where(FigureEvidence.period_code == period.code, FigureEvidence.group_key == group)
    loaded = wanted.options(selectinload(FigureEvidence.files).joinedload(EvidenceFile.added_by))
    return db.session.scalar(loaded) or FigureEvidence(period_code=period.code, group_key=group, link="", version=0)


def set_link(evidence: FigureEvidence, link: str, actor: User) -> None:
    """Say where the evidence lies; empty where it lies nowhere else. What a report was approved on stays."""
    before = evidence.link
    if link == before:
        return
    if before and said_when_approved([Period.parse(evidence.period_code)]):
        raise Refused(APPROVED)
    evidence.link = link
    stored(evidence)
    note_down(actor, LINKED, subject_of(evidence), f"{evidence.labels['link']}: {shown(before)} → {shown(link)}")


def add_files(evidence: FigureEvidence, uploads: Sequence[FileStorage], actor: User) -> list[EvidenceFile]:
    """Keep files with a group: all of them, or none and why."""
    if not uploads:
        raise Refused(Reason("Hãy chọn tệp cần đính kèm.", "file"))
    contents = taken(uploads)
    if len(evidence.files) + len(contents) > MOST:
        raise Refused(Reason(f"Mỗi nhóm số liệu giữ nhiều nhất {MOST} tệp. Hãy gộp hoặc bỏ bớt tệp.", "file"))
    files = [EvidenceFile(**stored_form(name, content, actor)) for name, content in contents]
    stored(evidence).files.extend(files)
    for file in files:
        note_down(actor, ADDED, subject_of(evidence), f"Tệp “{file.name}”")
    db.session.flush()
    return files


def remove_file(file: EvidenceFile, actor: User) -> None:
    """Take a file away, unless a report was approved on the figures it proves."""
    evidence = file.evidence
    period = Period.parse(evidence.period_code)
    if said_when_approved([period]):
        raise Refused(APPROVED)
    db.session.delete(file)
    note_down(actor, REMOVED, subject_of(evidence), f"Tệp “{file.name}”")


def stored(evidence: FigureEvidence) -> FigureEvidence:
    """The same, in the database from now on."""
    if evidence.id is None:
        db.session.add(evidence)
    return evidence


def subject_of(evidence: FigureEvidence) -> str:
    """What the trail calls it: Quý I/2026: Nhân sự và thiết bị Bộ phận Một cửa."""
    return f"{Period.parse(evidence.period_code).label}: {GROUP_LABELS[evidence.group_key]}"


def trail_of(evidence: FigureEvidence) -> Sequence[AccountEntry]:
    """What was last done to it, the newest first."""
    entries = select(AccountEntry).where(AccountEntry.action.in_((LINKED, ADDED, REMOVED)))
    own = entries.where(AccountEntry.subject == subject_of(evidence)).options(joinedload(AccountEntry.actor))
    return db.session.scalars(own.order_by(AccountEntry.id.desc()).limit(SHOWN)).all()
