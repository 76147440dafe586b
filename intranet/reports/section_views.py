"""One section of a report: edited, looked at before it is saved, composed anew."""

from typing import Any

from flask import flash, request, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.kernel.page import go_to, page
from intranet.kernel.workflow import Refused
from intranet.reports import operations
from intranet.reports.blueprint import blueprint, report_or_404
from intranet.reports.forms import SectionForm
from intranet.reports.grouping import grouped
from intranet.reports.markup import blocks, mistakes
from intranet.reports.models import Report, ReportSection
from intranet.reports.sections.compose import Section
from intranet.reports.standing import Standing
from intranet.reports.tables import TABLES

PARTS = ("reports/_preview.html",)


@blueprint.route("/<period>/sections/<key>", methods=["GET", "POST"])
@requires("report.edit")
def edit(period: str, key: str) -> Any:
    report = report_or_404(period)
    now, section = operations.editable(report, key)
    form = SectionForm(obj=as_stored(report, section))
    if form.validate_on_submit():
        if form.overtaken(as_stored(report, section)):
            return editor(now, section, form, status=409)
        try:
            operations.edit_section(report, key, form.text.data or "", form.version.data or 0, current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Đã lưu {operations.named(section)}.")
            return go_to(url_for(".show", period=period, _anchor=key))
    return editor(now, section, form)


@blueprint.post("/<period>/sections/<key>/preview")
@requires("report.edit")
def preview(period: str, key: str) -> Any:
    """What a text would look like in the report; nothing is kept."""
    now, section = operations.editable(report_or_404(period), key)
    return editor(now, section, SectionForm())


@blueprint.get("/<period>/sections/<key>/composed")
@requires("report.edit")
def composed(period: str, key: str) -> Any:
    """The text the system would write now beside the one in use."""
    report = report_or_404(period)
    now, section = operations.editable(report, key)
    mine, new = blocks(section.text, now.facts), blocks(now.composed[key], now.facts)
    return page("reports/composed.html", now=now, section=section, kept=report.section(key), mine=mine, new=new)


@blueprint.post("/<period>/sections/<key>/composed")
@requires("report.edit")
def take_composed(period: str, key: str) -> Any:
    report = report_or_404(period)
    _, section = operations.editable(report, key)
    operations.take_composed(report, key, request.form.get("version", 0, type=int), current_user)
    flash(f"Đã dùng bản soạn mới cho {operations.named(section)}.")
    return go_to(url_for(".show", period=period, _anchor=key))


def as_stored(report: Report, section: Section) -> ReportSection:
    """What the editor opens: the text kept, or the composed one as version 0 of it."""
    return report.section(section.key) or ReportSection(key=section.key, text=section.text, version=0)


def editor(now: Standing, section: Section, form: SectionForm, status: int = 0) -> Any:
    text = form.text.data or ""
    written = {"blocks": blocks(text, now.facts), "mistakes": mistakes(text, now.facts.figures)}
    context = {"now": now, "section": section, "tables": TABLES, "groups": grouped(now.facts)}
    return page("reports/edit.html", parts=PARTS, status=status, form=form, **written, **context)
