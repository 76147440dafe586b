"""Where a figure of a report comes from: records, who typed it, or the figures it follows from."""

from collections.abc import Sequence
from typing import Any

from flask import abort, url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from intranet.accounts.permissions import requires
from intranet.categories.catalogue import Definition
from intranet.categories.models import every_definition
from intranet.figures.collecting.collect import collect
from intranet.figures.comparing import present
from intranet.figures.fact import Fact, Origin
from intranet.figures.facts import Facts
from intranet.figures.figures_of import figures_of
from intranet.figures.models import FigureEntry
from intranet.figures.sources import catalogue, dossiers
from intranet.figures.sources.registry import count, is_recorded, listed, subject_of
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.period import Period
from intranet.reports.blueprint import blueprint, period_or_404
from intranet.reports.current import report_of
from intranet.reports.derivation import derivation

NEWEST = 20  # entries told here; all of them stand in the figures' own history


@blueprint.get("/<period>/figures/<name>")
@requires("report.see")
def figure(period: str, name: str) -> Any:
    """What stands behind a figure; one that counts records listed elsewhere leads there while nothing is frozen."""
    when = period_or_404(period)
    figures = figures_of(when)
    report, live = report_of(when), collect(when, figures)
    facts = Facts.from_json(report.facts or {}) if report and report.is_frozen else live
    definition = every_definition().get(name)
    fact = facts.figures.get(name) or live.figures.get(name) or unused(definition) or abort(404)
    elsewhere = listed_at(name, when)
    if elsewhere and facts is live and fact.origin is Origin.RECORDS:
        return go_to(elsewhere)
    return page(
        "reports/figure.html",
        period=when,
        fact=fact,
        frozen=report if facts is not live else None,
        live=figures.get(name) or live.figures.get(name),
        elsewhere=elsewhere,
        definition=definition,
        entries=entries(name, when),
        formula=derivation(name, facts),
        earlier=facts.earlier.get(name.partition(".")[0]),
        name_then=present(name),
        quarters=[(quarter.period, quarter.figures.get(name)) for quarter in figures.quarters],
        **records_behind(name, when),
    )


def unused(definition: Definition | None) -> Fact | None:
    """A figure there is, though not in this period: its category came later or went before."""
    return Fact(definition.name, None, definition.label, definition.unit, Origin.MISSING) if definition else None


def listed_at(name: str, period: Period) -> str:
    """The list of what a figure counts, where that has a page of its own."""
    if dossiers.is_counted(name):
        return url_for("dossiers.figure", period=period.code, name=name)
    if catalogue.is_counted(name):
        return url_for("procedures.figure", period=period.code, name=name)
    return ""


def records_behind(name: str, period: Period) -> dict[str, Any]:
    """What a register says of a figure as it stands now; nothing where no register gives it."""
    if not is_recorded(name):
        return {}
    return {"count": count(name, period), "lines": listed(name, period), "register": subject_of(name).key}


def entries(name: str, period: Period) -> Sequence[FigureEntry]:
    """Who typed the figure, newest first."""
    of_it = select(FigureEntry).where(FigureEntry.period_code == period.code, FigureEntry.name == name)
    newest = of_it.order_by(FigureEntry.id.desc()).limit(NEWEST).options(joinedload(FigureEntry.entered_by))
    return db.session.scalars(newest).all()
