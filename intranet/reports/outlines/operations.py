"""Verbs about outlines: a version that a decided report used stays as it was; a new one begins as its copy."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from intranet.accounts.models import User
from intranet.accounts.operations import note_down
from intranet.figures.figures_of import figure_names
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Reason, Refused
from intranet.reports.markup import mistakes
from intranet.reports.models import Outline, Report, outline_for
from intranet.reports.outlines.headings import parse


def all_versions() -> Sequence[Outline]:
    newest_first = select(Outline).order_by(Outline.effective_from.desc(), Outline.is_for_year)
    return db.session.scalars(newest_first.options(selectinload(Outline.reports))).all()


def current() -> list[Outline]:
    """Those that a report of today's quarter and one of today's year would follow."""
    followed = [outline_for(Period.containing(today(), kind)) for kind in ("Q", "Y")]
    return [outline for outline in followed if outline]


def deciding(outline: Outline) -> list[Report]:
    """The reports submitted or approved under it: what they were decided on may not change."""
    return [report for report in outline.reports if not report.is_editable]


def create(values: dict[str, Any], actor: User) -> Outline:
    check(values)
    outline = Outline(**values)
    db.session.add(outline)
    db.session.flush()
    note_down(actor, "create_outline", outline)
    return outline


def change(outline: Outline, values: dict[str, Any], actor: User) -> None:
    if used := deciding(outline):
        titles = ", ".join(report.title for report in used)
        raise Refused(f"Đề cương này đã dùng cho {titles} nên được giữ nguyên. Hãy thêm bản mới từ bản sao của nó.")
    check(values, outline)
    for name, value in values.items():
        setattr(outline, name, value)
    note_down(actor, "change_outline", outline)


def check(values: dict[str, Any], outline: Outline | None = None) -> None:
    """Refused with every mistake in the text, or where the day already has its outline of this kind."""
    parse(values["text"])
    if wrong := mistakes(values["text"], figure_names(Period.containing(today(), "Y"))):
        raise Refused(*(Reason(sentence, "text") for sentence in wrong))
    same = (Outline.effective_from == values["effective_from"], Outline.is_for_year == values["is_for_year"])
    twin = db.session.scalar(select(Outline).where(*same))
    if twin is not None and twin is not outline:
        sentence = f"Ngày này đã có đề cương “{twin.name}” cùng loại. Hãy chọn ngày khác hoặc sửa đề cương đó."
        raise Refused(Reason(sentence, "effective_from"))
