"""The first page: what waits for me, and which report is due."""

from typing import Any

from flask import Blueprint, url_for
from flask_login import current_user

from intranet.accounts import operations
from intranet.accounts.permissions import may, requires
from intranet.inspections.remedy_list import overdue_remedies
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.records import inbox
from intranet.reports.duties.owed import owed_reports

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@requires("own.account")
def index() -> Any:
    if not may(current_user, "work.see"):
        return go_to(url_for("users.index"))
    folders, late = inbox.folders(current_user), overdue_remedies(current_user)
    return page("home/index.html", folders=folders, late=late, owed=owed_reports())


@blueprint.get("/healthz")
def health() -> Any:
    """Whether the app runs and its database answers; says nothing else."""
    db.session.execute(db.text("SELECT 1"))
    return {"status": "ok"}


@blueprint.app_context_processor
def office_tools() -> dict[str, Any]:
    return {"is_sample": lambda: operations.the_office().is_sample}
