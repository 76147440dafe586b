"""The controller's pages about the hourly rate that compliance costs are reckoned by."""

from typing import Any

from flask import Blueprint, flash, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.accounts.settings_trail import latest
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.proposals import rates
from intranet.proposals.forms import LabourRateForm
from intranet.proposals.models import LabourRate

blueprint = Blueprint("labour_rates", __name__, url_prefix="/labour-rates")


@blueprint.get("/")
@requires("reference.edit")
def index() -> Any:
    entries = latest(rates.CREATED, rates.CHANGED)
    return page(
        "labour_rates/index.html", rates=[(rate, rates.is_used(rate)) for rate in rates.every()], entries=entries
    )


@blueprint.route("/new", methods=["GET", "POST"])
@requires("reference.edit")
def new() -> Any:
    form = LabourRateForm()
    if form.validate_on_submit() and form.is_taken(lambda values: rates.add(values, current_user)):
        flash("Đã thêm mức mới.")
        return go_to(url_for(".index"))
    return page("labour_rates/edit.html", form=form, heading="Thêm mức chi phí một giờ")


@blueprint.route("/<int:rate_id>", methods=["GET", "POST"])
@requires("reference.edit")
def edit(rate_id: int) -> Any:
    rate, status = db.get_or_404(LabourRate, rate_id), 0
    form = LabourRateForm(obj=rate)
    if form.validate_on_submit():
        if form.overtaken(rate):
            status = 409
        elif form.is_taken(lambda values: rates.change(rate, values, current_user)):
            flash("Đã lưu mức chi phí một giờ.")
            return go_to(url_for(".index"))
    return page("labour_rates/edit.html", form=form, heading="Sửa mức chi phí một giờ", status=status)
