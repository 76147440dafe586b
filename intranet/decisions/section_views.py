"""One section of a report: edited, and looked at before it is saved. No save puts aside what somebody else saved."""

from typing import Any

from flask import flash, request, url_for
from flask_login import current_user
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from intranet.accounts.permissions import requires
from intranet.decisions import operations
from intranet.decisions.editing_checks import while_editing
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.refusals import reopens
from intranet.kernel.workflow import Refused
from intranet.reports.blueprint import blueprint, report_or_404
from intranet.reports.current import CurrentReport
from intranet.reports.forms import SectionForm
from intranet.reports.markup import blocks, mistakes_in
from intranet.reports.merging import merge
from intranet.reports.models import Report, ReportSection
from intranet.reports.offering import offered
from intranet.reports.sections.compose import Section
from intranet.reports.tables import TABLES

PARTS = ("reports/_preview.html",)
ENDED = "Phiên làm việc đã được mở lại. Nội dung bạn viết còn nguyên nhưng chưa lưu: hãy xem lại rồi bấm “Lưu”."


@requires("report.edit")
def reopened(period: str, key: str) -> Any:
    """The editor with what was typed before the session ended; nothing is saved until it is sent again."""
    now, section = operations.looked_at(report_or_404(period), key)
    return editor(now, section, SectionForm(), status=400, notice=ENDED)


@blueprint.get("/<period>/sections/<key>")
@requires("report.edit")
def edit(period: str, key: str) -> Any:
    report = report_or_404(period)
    now, section = operations.editable(report, key)
    stored = as_stored(report, section)
    form = SectionForm(obj=stored)
    form.base.data = stored.text
    return editor(now, section, form)


@blueprint.post("/<period>/sections/<key>")
@reopens(reopened)
@requires("report.edit")
def save(period: str, key: str) -> Any:
    report = report_or_404(period)
    now, section = operations.looked_at(report, key)
    form = SectionForm()
    if not form.validate_on_submit():
        return editor(now, section, form)
    try:
        version, base = form.version.data or 0, form.base.data
        operations.edit_section(report, key, form.text.data or "", version, current_user, base, now)
    except Refused as refusal:
        form.refuse(refusal)
        return editor(now, section, form)
    except (StaleDataError, IntegrityError):
        return overtaken(period, key, form)
    flash(f"Đã lưu {operations.named(section)}.")
    return go_to(url_for(".show", period=period, _anchor=key))


@blueprint.post("/<period>/sections/<key>/preview")
@reopens(reopened)
@requires("report.edit")
def preview(period: str, key: str) -> Any:
    """What a text would look like in the report; nothing is kept."""
    now, section = operations.looked_at(report_or_404(period), key)
    return editor(now, section, SectionForm())


def overtaken(period: str, key: str, form: SectionForm) -> Any:
    """The editor with what was typed and what somebody else saved meanwhile brought together, and both as they were."""
    db.session.rollback()
    report = report_or_404(period)
    now, section = operations.looked_at(report, key)
    stored, typed = as_stored(report, section), form.text.data or ""
    merged = merge(form.base.data or "", stored.text, typed)
    form.text.data, form.base.data = merged.text(otherwise="both"), stored.text
    form.version.data, form.version.raw_data = stored.version, None
    both = {"stored": stored, "typed": typed, "conflicts": merged.conflicts}
    return editor(now, section, form, status=409, both=both)


def as_stored(report: Report, section: Section) -> ReportSection:
    """What the editor opens: the text kept, or the composed one as version 0 of it."""
    return report.section(section.key) or ReportSection(key=section.key, text=section.text, version=0)


def editor(now: CurrentReport, section: Section, form: SectionForm, status: int = 0, **more: Any) -> Any:
    text = form.text.data or ""
    written = {"blocks": blocks(text, now.facts), "mistakes": mistakes_in(text, now.facts)}
    offers = offered(now.facts, request.form.get("find", ""))
    checked = while_editing(now, section, text)
    context = {"now": now, "section": section, "tables": TABLES, "offers": offers, "checked": checked}
    return page("reports/edit.html", parts=PARTS, status=status, form=form, **written, **context, **more)
