"""The quy trình nội bộ and the TTHC nội bộ of the sample quarter. Steps, hours and symbols are invented."""

from datetime import date
from typing import Any

from intranet.accounts.models import Unit, User
from intranet.demo.reading import at, json_of
from intranet.procedures import operations, tthc_operations
from intranet.procedures.models import InternalProcedure
from intranet.procedures.steps import TimeUnit
from intranet.records import operations as records
from intranet.records.models import Record

People = dict[str, User]


def record(units: dict[str, Unit], people: People) -> None:
    told = json_of("procedures.json")
    for procedure in told["procedures"]:
        record_procedure(procedure, people)
    for tthc in told["tthc"]:
        with at(tthc["drafted_at"]):
            drafted = tthc_operations.create(tthc["parts"], people[tthc["author"]])
        go_through(drafted, tthc["events"], people)


def record_procedure(told: dict[str, Any], people: People) -> None:
    """The first revision, then each later one from a copy of the one before."""
    author = people[told["author"]]
    procedure: InternalProcedure | None = None
    for revision in told["revisions"]:
        values = form_values(revision["values"])
        with at(revision["drafted_at"]):
            if procedure is None:
                procedure = operations.create(values, author)
            else:
                procedure = operations.revise(procedure, author)
                operations.change(procedure, values, author)
        go_through(procedure, revision["events"], people)


def form_values(told: dict[str, Any]) -> dict[str, Any]:
    """What the form would hand over; steps are [doer, task, hours, outcome]."""
    day = told.get("effective_from")
    rows = enumerate(told.pop("steps"), 1)
    steps = [dict(zip(("position", "doer", "task", "hours", "outcome"), (at, *row), strict=True)) for at, row in rows]
    return told | {
        "time_unit": TimeUnit(told["time_unit"]),
        "effective_from": date.fromisoformat(day) if day else None,
        "steps": steps,
    }


def go_through(drafted: Record, events: list[dict[str, str]], people: People) -> None:
    for event in events:
        with at(event["at"]):
            records.act(drafted, event["do"], people[event["by"]], event.get("note", ""))
