"""The page where one of two values of a figure is chosen."""

from typing import Any

from flask import Blueprint, abort, flash, url_for
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from intranet.accounts.permissions import requires
from intranet.figures.choice_forms import ChoiceForm
from intranet.figures.choosing import choose
from intranet.figures.models import FigureChoice
from intranet.figures.reading import sheet_of
from intranet.figures.views import period_of
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page

blueprint = Blueprint("figure_choices", __name__, url_prefix="/figures")

OVERTAKEN = "Người khác vừa chọn số khác trong lúc bạn đang xem. Hãy xem lại rồi lưu lần nữa nếu vẫn muốn chọn."


@blueprint.route("/<period>/choices/<name>", methods=["GET", "POST"])
@requires("figures.enter")
def edit(period: str, name: str) -> Any:
    sheet = sheet_of(period_of(period))
    figure = next((it for it in sheet.twofold if it.name == name), None) or abort(404)
    made = select(FigureChoice).where(FigureChoice.period_code == sheet.period.code, FigureChoice.name == name)
    choices = db.session.scalars(
        made.order_by(FigureChoice.id.desc()).options(joinedload(FigureChoice.chosen_by))
    ).all()
    last, status = (choices[0].id if choices else 0), 0
    form = ChoiceForm(seen=last)
    if form.validate_on_submit():
        if form.seen.data != last:
            form.form_errors.append(OVERTAKEN)
            form.seen.data, form.seen.raw_data, status = last, None, 409
        elif form.is_taken(lambda it: choose(sheet.period, figure, it["choice"], it["reason"], current_user)):
            flash(f"Đã lưu lựa chọn cho “{figure.definition.label}”.")
            return go_to(url_for("figures.show", period=sheet.period.code, _anchor="twofold"))
    return page("figures/choice.html", form=form, sheet=sheet, figure=figure, choices=choices, status=status)
