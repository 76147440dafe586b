"""Commands about dossiers: a source system's export, imported without a question."""

import json
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from intranet.dossiers.coverage import proposed
from intranet.dossiers.importing import Import
from intranet.dossiers.models import DatedBy, ImportBatch
from intranet.dossiers.operations import Undecided, confirm, cover, import_at_once
from intranet.dossiers.questions import QuestionKind
from intranet.dossiers.rows import Doubt, place_of
from intranet.kernel.db import db
from intranet.kernel.formats import date_text, number
from intranet.kernel.workflow import Refused
from intranet.report_commands import Sentence

REJECTED = "Có {count} dòng bị từ chối nên chưa ghi gì. Hãy sửa tệp, hoặc thêm --skip-rejected để bỏ qua các dòng đó."
ASSUMED = "Không rõ ngày kết xuất nên lấy ngày hôm nay, {day}. Nếu không phải, hãy nhập lại với --exported-on."
REOPENS = "{count} hồ sơ đã kết thúc trở lại chưa kết thúc theo tệp này."
DATED_FROM = {
    DatedBy.PERSON: "option",
    DatedBy.TITLE: "file",
    DatedBy.TODAY: "today",
}
COUNTS = ("read", "created", "updated", "unchanged")
# Of a file of which something must be asked before any row is read.
ASKED_FIRST: dict[str, Any] = {
    **dict.fromkeys(COUNTS, 0),
    **dict.fromkeys(("exported_on", "exported_on_from", "covers_from")),
    "totals": {},
}
UNREAD = "Tệp còn phần chưa đọc nên chưa ghi gì: {places}."


@click.group("dossiers")
def dossiers() -> None:
    """Dossiers of every source system."""


@dossiers.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source", "name", required=True, help="The system the file comes from; an unknown one is made.")
@click.option("--exported-on", type=click.DateTime(["%Y-%m-%d"]), help="Instead of the date in the file's title.")
@click.option("--covers-from", type=click.DateTime(["%Y-%m-%d"]), help="The day from which its exports tell all.")
@click.option("--dry-run", is_flag=True, help="Tell what would happen, and write nothing.")
@click.option("--skip-rejected", is_flag=True, help="Import the other rows where some are rejected.")
def import_file(
    file: Path,
    name: str,
    exported_on: datetime | None,
    covers_from: datetime | None,
    dry_run: bool,
    skip_rejected: bool,
) -> None:
    """Import one export; all of it or nothing."""
    try:
        data = file.read_bytes()
        batch, found = import_at_once(name, data, file.name, exported_on.date() if exported_on else None, None)
        covered = covers_from.date() if covers_from else proposed(batch.source, batch)
        if covers_from:
            cover(batch.source, covers_from.date(), None)
        is_taken = not found.unread and (not found.errors or skip_rejected)
        if is_taken and not dry_run:
            confirm(batch, skip_rejected, None, reopens=exported_on is not None)
    except OSError:
        raise Sentence(f"Không đọc được tệp {file}. Hãy kiểm tra đường dẫn và quyền đọc.") from None
    except Undecided as refusal:
        db.session.rollback()
        click.echo(as_json(ASKED_FIRST | beside(refusal.found)))
        raise Sentence(str(refusal)) from None
    except Refused as refusal:
        db.session.rollback()
        raise Sentence(str(refusal)) from None
    click.echo(as_json(told(batch, found, covered)))
    warn(batch, found)
    settle(is_taken and not dry_run)
    if found.unread:
        places = "; ".join(f"{place_of(part.sheet, part.row)}: {part.why.removesuffix('.')}" for part in found.unread)
        raise Sentence(UNREAD.format(places=places))
    if not is_taken:
        raise Sentence(REJECTED.format(count=len(found.rejected)))


def settle(is_kept: bool) -> None:
    if is_kept:
        db.session.commit()
    else:
        db.session.rollback()


def as_json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2)


def told(batch: ImportBatch, found: Import, covers_from: date | None) -> dict[str, Any]:
    counts = {name: getattr(batch, name) for name in COUNTS}
    totals = found.totals.to_json() | {"in_two_systems": batch.elsewhere} if found.totals else {}
    return {
        **counts,
        **beside(found),
        "exported_on": batch.exported_on.isoformat(),
        "exported_on_from": DATED_FROM[batch.dated_by],
        "covers_from": covers_from.isoformat() if covers_from else None,
        "totals": totals,
    }


def beside(found: Import) -> dict[str, Any]:
    """What is said of a file beside its counts: what is not taken of it, and what is to be asked."""
    questions = [
        {"text": question.text, "options": [option.label for option in question.options]}
        for question in found.questions
    ]
    return {
        "rejected": [asdict(error) for error in found.errors],
        "unread": [asdict(part) for part in found.unread],
        "questions": questions,
    }


def sentence_of(doubt: Doubt) -> str:
    """Where it stands, where it stands anywhere, and what is odd."""
    if not doubt.row:
        return doubt.message
    place = place_of(doubt.sheet, doubt.row)
    return f"{place[0].upper()}{place[1:]}, {doubt.column}: {doubt.message} ({doubt.count} dòng)"


def warn(batch: ImportBatch, found: Import) -> None:
    """What is odd but taken goes to standard error, so that standard output stays JSON."""
    for doubt in found.warnings:
        click.echo(sentence_of(doubt), err=True)
    for question in found.questions:
        if question.kind is not QuestionKind.DAY:
            click.echo(question.text, err=True)
    if batch.dated_by is DatedBy.TODAY:
        click.echo(ASSUMED.format(day=date_text(batch.exported_on)), err=True)
    if batch.reopened:
        click.echo(REOPENS.format(count=number(batch.reopened)), err=True)
