"""Commands about the catalogue of procedures: a published list, taken over without a question."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from intranet.kernel.db import db
from intranet.kernel.workflow import Refused
from intranet.procedures.catalogue_operations import take_over
from intranet.procedures.catalogue_reading import read_file
from intranet.report_commands import Sentence

REJECTED = "Có {count} dòng bị từ chối nên chưa ghi gì. Hãy sửa tệp, hoặc thêm --skip-rejected để bỏ qua các dòng đó."


@click.group("procedures")
def procedures() -> None:
    """The catalogue of administrative procedures."""


@procedures.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--skip-rejected", is_flag=True, help="Import the other rows where some are rejected.")
def import_file(file: Path, skip_rejected: bool) -> None:
    """Take over one published list; all of it or nothing."""
    try:
        found = read_file(file.read_bytes(), file.name)
    except OSError:
        raise Sentence(f"Không đọc được tệp {file}. Hãy kiểm tra đường dẫn và quyền đọc.") from None
    except Refused as refusal:
        raise Sentence(str(refusal)) from None
    outcome = take_over(found, file.name, None)
    is_taken = not found.errors or skip_rejected
    if is_taken:
        db.session.commit()
    else:
        db.session.rollback()
    click.echo(
        json.dumps(asdict(outcome) | {"rejected": list(map(asdict, found.errors))}, ensure_ascii=False, indent=2)
    )
    if not is_taken:
        raise Sentence(REJECTED.format(count=found.rejected))
