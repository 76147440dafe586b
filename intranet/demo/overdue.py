"""The late dossiers of the sample quarter: codes, procedures and days are those of its exports; why, is invented."""

from datetime import date
from typing import Any

from sqlalchemy import select

from intranet.accounts.models import Unit, User
from intranet.categories.families import Family
from intranet.categories.models import FigureCategory
from intranet.demo.reading import at, json_of
from intranet.kernel.db import db
from intranet.overdue import operations
from intranet.records import operations as records

DAYS = ("received_on", "due_on", "finished_on", "apology_on", "rescheduled_to")
TEXTS = ("code", "procedure_name", "explanation", "remedy", "prevention", "apology_number")


def record(units: dict[str, Unit], people: dict[str, User]) -> None:
    rows = db.session.scalars(select(FigureCategory).where(FigureCategory.family == Family.CAUSE))
    causes = {cause.code: cause for cause in rows}
    for told in json_of("overdue.json"):
        with at(told["at"]):
            case = operations.create(form_values(told, units, causes), people[told["author"]])
        for event in told["events"]:
            with at(event["at"]):
                records.act(case, event["do"], people[event["by"]])


def form_values(told: dict[str, Any], units: dict[str, Unit], causes: dict[str, FigureCategory]) -> dict[str, Any]:
    """What the form would hand over."""
    days = {name: date.fromisoformat(told[name]) if told[name] else None for name in DAYS}
    texts = {name: told[name] for name in TEXTS}
    contributing = [causes[code] for code in told["contributing"]]
    named = {"unit": units[told["unit"]], "main_cause": causes[told["main_cause"]], "contributing": contributing}
    return texts | days | named
