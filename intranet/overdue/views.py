"""The pages of overdue dossiers: those of every register, a period's causes, and those that lead from dossiers."""

from typing import Any

from flask import Blueprint
from flask_login import current_user
from sqlalchemy.orm import joinedload, selectinload

from intranet.accounts.permissions import requires
from intranet.dossiers.counting import seen_by
from intranet.kernel.page import page
from intranet.overdue import operations
from intranet.overdue.breakdown import breakdown
from intranet.overdue.dossier_views import asked_for, hang_dossiers
from intranet.overdue.forms import case_form
from intranet.overdue.listing import LISTING, SHEET
from intranet.overdue.models import OverdueCase
from intranet.overdue.progress import explained_of
from intranet.records.filters import periods
from intranet.records.pages import hang
from intranet.records.register import Register, RegisterWords
from intranet.records.visibility import visible_to

blueprint = Blueprint("overdue", __name__, url_prefix="/overdue")

register = Register(
    folder="overdue",
    words=RegisterWords("Hồ sơ quá hạn", "hồ sơ quá hạn", "ho-so-qua-han", "Mã hồ sơ, tên thủ tục, giải trình"),
    model=OverdueCase,
    listing=LISTING,
    sheet=SHEET,
    form=case_form,
    create=operations.create,
    change=operations.change,
    doubts=operations.doubts,
    whole=(joinedload(OverdueCase.main_cause), selectinload(OverdueCase.contributing)),
    has_paper=True,
)
hang(blueprint, register)
hang_dossiers(blueprint)


@blueprint.get("/causes")
@requires("work.see")
def causes() -> Any:
    period = asked_for()
    found = breakdown(period, visible_to(current_user))
    return page("overdue/causes.html", breakdown=found, period=period, periods=list(periods(period.code)))


@blueprint.context_processor
def progress() -> dict[str, Any]:
    """What the register's own list says of the late dossiers of the period it shows, where it asks."""
    return {"asked_for": asked_for, "progress_of": lambda period: explained_of(period, seen_by(current_user))}
