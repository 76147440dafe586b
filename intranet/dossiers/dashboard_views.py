"""The page on which a period's dossiers are told at a glance."""

from typing import Any

from flask import request
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.dossiers.counting import seen_by
from intranet.dossiers.dashboard import HEADLINE, IN_HAND, Scope, by_field, by_level, by_state, by_unit, has_any, urgent
from intranet.dossiers.views import blueprint
from intranet.dossiers.weeks import by_week
from intranet.kernel.clock import today
from intranet.kernel.page import page
from intranet.kernel.period import Period
from intranet.records.filters import periods


@blueprint.get("/dashboard")
@requires("work.see")
def dashboard() -> Any:
    visible = seen_by(current_user)
    if not has_any(visible):
        return page("dossiers/dashboard.html", figures=None)
    scope = Scope(asked_for(), visible)
    figures = scope.figures()
    groups = (by_field, by_unit, by_level, by_week) if figures[IN_HAND].count else ()
    return page(
        "dossiers/dashboard.html",
        period=scope.period,
        periods=list(periods(scope.period.code)),
        figures=[(label, figures[name]) for name, label in HEADLINE.items()],
        urgent=urgent(visible),
        tables=[by_state(figures), *(by(scope) for by in groups)] if groups else [],
    )


def asked_for() -> Period:
    """The period in the address; the one that runs today where it names none."""
    try:
        return Period.parse(request.args.get("period", ""))
    except ValueError:
        return Period.containing(today())
