"""The pages that say from which day each register is in use, so that its word counts."""

from typing import Any

from flask import Blueprint, abort, flash, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.accounts.settings_trail import latest
from intranet.figures import registers
from intranet.figures.models import RegisterUse
from intranet.figures.register_forms import UseForm
from intranet.kernel.page import go_to, page

blueprint = Blueprint("register_uses", __name__, url_prefix="/figures/registers")


@blueprint.get("/")
@requires("figures.see")
def index() -> Any:
    return page(
        "figures/registers.html",
        labels=registers.LABELS,
        uses=registers.uses(),
        earliest=registers.earliest_days(),
        entries=latest(registers.CHANGED),
    )


@blueprint.route("/<key>", methods=["GET", "POST"])
@requires("figures.enter")
def edit(key: str) -> Any:
    if key not in registers.LABELS:
        abort(404)
    row, status = registers.row_of(key) or RegisterUse(register=key, version=0), 0
    form = UseForm(obj=row)
    if form.validate_on_submit():
        if form.overtaken(row):
            status = 409
        elif form.is_taken(lambda values: registers.set_use(key, values["used_from"], current_user)):
            flash(f"Đã lưu ngày bắt đầu dùng {registers.LABELS[key]}.")
            return go_to(url_for(".index"))
    earliest = registers.earliest_days()[key]
    proposed = registers.use_of(earliest, None).since
    return page(
        "figures/register.html",
        form=form,
        label=registers.LABELS[key],
        earliest=earliest,
        proposed=proposed,
        status=status,
    )
