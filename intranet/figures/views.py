"""Pages of the figures that people type for a period."""

from typing import Any

from flask import Blueprint, abort, flash, request, url_for
from flask_login import current_user

from intranet.accounts.permissions import may, requires
from intranet.figures import history as trail
from intranet.figures import operations, progress
from intranet.figures.figure import Figure
from intranet.figures.forms import FiguresForm, figures_form
from intranet.figures.places import clashes
from intranet.figures.reading import sheet_of
from intranet.figures.sheet import Sheet
from intranet.kernel.db import db
from intranet.kernel.formats import number
from intranet.kernel.page import go_to, page
from intranet.kernel.period import Period
from intranet.kernel.refusals import answer
from intranet.kernel.workflow import Refused

blueprint = Blueprint("figures", __name__, url_prefix="/figures")


class UnknownPeriod(Refused):
    """An address that names no period; the reason tells how to write one."""


def period_of(code: str) -> Period:
    try:
        return Period.parse(code)
    except ValueError as error:
        raise UnknownPeriod(str(error)) from None


@blueprint.errorhandler(UnknownPeriod)
def unknown(error: UnknownPeriod) -> Any:
    return answer(404, reasons=error.reasons)


@blueprint.get("/")
@requires("figures.see")
def index() -> Any:
    return page("figures/index.html", years=progress.years())


@blueprint.get("/<period>")
@requires("figures.see")
def show(period: str) -> Any:
    sheet = sheet_of(period_of(period))
    return shown(sheet, figures_form(sheet))


@blueprint.post("/<period>")
@requires("figures.enter")
def enter(period: str) -> Any:
    sheet = sheet_of(period_of(period))
    form = figures_form(sheet)
    if not form.validate():
        return shown(sheet, form)
    saved = operations.enter(
        sheet.period, form.counts(), form.windows(), form.documents(), current_user, form.seen.data
    )
    if saved.conflicts:
        db.session.commit()  # what nobody else touched must survive the refusal
        sheet = sheet_of(sheet.period)
        form.keep_typed({conflict.stored.name for conflict in saved.conflicts}, sheet)
        return shown(sheet, form, saved=saved, status=409)
    flash(told(saved, sheet.period))
    if came_too_late := [figure.definition.label for figure in sheet.figures if is_given_by_now(figure)]:
        flash(f"Sổ theo dõi nay đã có số liệu này nên số vừa nhập không được lưu: {'; '.join(came_too_late)}.")
    return go_to(url_for(".show", period=sheet.period.code))


@blueprint.post("/<period>/check")
@requires("figures.enter")
def check(period: str) -> Any:
    """What does not add up in what is being typed; nothing is written."""
    sheet = sheet_of(period_of(period))
    form = figures_form(sheet)
    form.validate()
    return shown(sheet, form, status=200, is_checked=True)


@blueprint.get("/<period>/history")
@requires("figures.see")
def history(period: str) -> Any:
    chosen, name = period_of(period), request.args.get("name", "")
    entries = trail.history(chosen, name, request.args.get("page", 1, type=int))
    if name and not entries.total:
        abort(404)
    return page("figures/history.html", period=chosen, history=entries)


def shown(sheet: Sheet, form: FiguresForm, **more: Any) -> Any:
    """The page over a form, or the part of it that says what does not add up."""
    counts = sheet.values_with(form.counts())
    return page(
        "figures/show.html",
        parts=("figures/_sums.html",),
        sheet=sheet,
        form=form,
        clashes=clashes(counts, sheet.definitions),
        missing=sum(counts[figure.name] is None for figure in sheet.required),
        may_enter=may(current_user, "figures.enter"),
        **more,
    )


def is_given_by_now(figure: Figure) -> bool:
    """Whether a page opened before the register came into use sends what the register gives by now."""
    return figure.is_given and bool(request.form.get(figure.name, "").strip())


def told(saved: operations.Saved, period: Period) -> str:
    """What came of a save, in words."""
    count, theirs = len(saved.entries), len(saved.theirs)
    sentence = f"Đã lưu {number(count)} số liệu của {period.label}." if count else "Không có số liệu nào thay đổi."
    if theirs:
        sentence += f" {number(theirs)} số liệu người khác vừa nhập được giữ nguyên."
    return sentence
