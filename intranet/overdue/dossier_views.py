"""The pages that lead from dossiers to cases: what is to be explained, the explanation, what falls due."""

from types import SimpleNamespace
from typing import Any

from flask import Blueprint, abort, flash, request, url_for
from flask_login import current_user
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from intranet.accounts.permissions import requires
from intranet.dossiers.counting import seen_by
from intranet.dossiers.coverage import tell_all_of
from intranet.dossiers.models import Dossier
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.overdue import falling_due, late_list
from intranet.overdue.counting import only_in_register
from intranet.overdue.explain_form import explain_form
from intranet.overdue.explaining import explain, told_already
from intranet.overdue.late_list import LateDossier, Told, late_dossiers
from intranet.overdue.models import OverdueCase
from intranet.overdue.operations import unwritten
from intranet.overdue.progress import explained_of
from intranet.records.visibility import visible_to

MOST_AT_ONCE = 100
MOST_STRAYS = 100


def hang_dossiers(blueprint: Blueprint) -> None:
    """Hang these pages on the register's door."""
    blueprint.add_url_rule("/to-explain", view_func=to_explain)
    blueprint.add_url_rule("/explain", view_func=explain_together, methods=["GET", "POST"])
    blueprint.add_url_rule("/falling-due", view_func=falling)


def asked_for() -> Period:
    """The period in the address; the one that runs today where it names none."""
    try:
        return Period.parse(request.args.get("period", ""))
    except ValueError:
        return Period.containing(today())


@requires("work.see")
def to_explain() -> Any:
    return list_page(asked_for())


def list_page(period: Period, refusal: Refused | None = None) -> Any:
    """The late dossiers of a period; with what was refused, where something was."""
    seen, told = seen_by(current_user), request.args.get("told", "")
    chosen = {"told": told if told in set(Told) else Told.OPEN.value, "period": period.code}
    found = late_list.LISTING.find({**request.args.to_dict(), **chosen}, seen, url_for(".to_explain"))
    text, status = page(
        "overdue/to_explain.html",
        parts=("overdue/_rows.html", "overdue/_progress.html"),
        status=422 if refusal else 0,
        found=found,
        period=period,
        progress=explained_of(period, seen),
        strays=strays(period),
        reasons=refusal.reasons if refusal else (),
    )
    return text, status, {"HX-Push-Url": found.here}


def strays(period: Period) -> list[tuple[OverdueCase, bool]]:
    """Cases of the register that no late dossier of the period has, and whether the dossier is known at all."""
    if not db.session.scalar(select(tell_all_of(period))):
        return []
    known = select(Dossier.id).where(Dossier.code == OverdueCase.dossier_code).exists()
    cases = select(OverdueCase, known).where(only_in_register(period), visible_to(current_user))
    newest = cases.order_by(OverdueCase.due_on, OverdueCase.id).limit(MOST_STRAYS)
    return [
        (case, bool(is_known)) for case, is_known in db.session.execute(newest.options(joinedload(OverdueCase.unit)))
    ]


@requires("record.create")
def explain_together() -> Any:
    period, is_sent = asked_for(), request.method == "POST"
    try:
        offered = offered_dossiers()
    except Refused as refusal:
        return list_page(period, refusal)
    open_ones = [it for it in offered if it.can_be_explained]
    ticked = [it for it in offered if str(it.id) in request.form.getlist("dossier")] if is_sent else open_ones
    form = explain_form(any(it.unit is None for it in ticked))
    status = 0
    if form.validate_on_submit():
        if told := told_already(ticked, current_user):
            form.refuse(Refused(*told))
            status = 409
        elif form.confirms(unwritten(SimpleNamespace(**form.values()))) and form.is_taken(
            lambda values: explain(ticked, values, current_user)
        ):
            flash(f"Đã ghi giải trình cho {len(ticked)} hồ sơ.")
            return go_to(url_for(".to_explain", period=period.code))
    keys = {it.id for it in ticked}
    return page("overdue/explain.html", form=form, offered=offered, ticked=keys, period=period, status=status)


def offered_dossiers() -> list[LateDossier]:
    """The late dossiers that the address names: 404 where one is unknown, 403 where this person may not see it."""
    keys = set(request.args.getlist("dossier"))
    if not keys:
        raise Refused("Chưa đánh dấu hồ sơ nào. Hãy đánh dấu những hồ sơ cần giải trình.")
    if len(keys) > MOST_AT_ONCE:
        raise Refused(f"Mỗi lần giải trình nhiều nhất {MOST_AT_ONCE} hồ sơ. Hãy đánh dấu ít hơn.")
    if not all(key.isdecimal() and len(key) < 10 for key in keys):
        abort(404)
    ids = {int(key) for key in keys}
    offered = list(late_dossiers(ids, seen_by(current_user)))
    if len(offered) < len(ids):
        known = db.session.scalar(select(func.count()).where(Dossier.id.in_(ids)))
        abort(403 if known == len(ids) else 404)
    if in_time := [it.dossier.code for it in offered if not it.is_late]:
        raise Refused(f"Hồ sơ {', '.join(in_time)} không quá hạn nên không cần giải trình. Hãy bỏ dấu ở hồ sơ đó.")
    return offered


@requires("work.see")
def falling() -> Any:
    found = falling_due.LISTING.find(request.args, seen_by(current_user), url_for(".falling"))
    told = falling_due.told_until()
    text, status = page("overdue/falling_due.html", parts=("overdue/_falling_rows.html",), found=found, told_until=told)
    return text, status, {"HX-Push-Url": found.here}
