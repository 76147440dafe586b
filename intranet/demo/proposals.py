"""The simplification proposals of the sample quarter. All of them, their numbers too, are invented."""

from datetime import date
from decimal import Decimal
from typing import Any

from intranet.accounts.models import Unit, User
from intranet.demo.reading import at, json_of
from intranet.proposals import operations
from intranet.proposals.models import INPUTS, SIDES, Amended
from intranet.proposals.workflow import About, Measure
from intranet.records import operations as records

TEXTS = ("title", "procedure_code", "procedure_name", "present_rule", "problem", "proposal", "reason", "is_business")


def record(units: dict[str, Unit], people: dict[str, User]) -> None:
    for told in json_of("proposals.json"):
        with at(told["at"]):
            proposal = operations.create(form_values(told), people[told["author"]])
        for event in told["events"]:
            with at(event["at"]):
                records.act(proposal, event["do"], people[event["by"]])
        if sent := told.get("sent"):
            with at(sent["at"]):
                day = date.fromisoformat(sent["on"])
                operations.follow(proposal, "send", sent["document"], day, "", people[sent["by"]])


def form_values(told: dict[str, Any]) -> dict[str, Any]:
    """What the form would hand over; what a dossier asks for is told in the order of INPUTS."""
    amounts = {
        f"{name}_{side}": Decimal(value) if name == "hours" else value
        for side in SIDES
        for name, value in zip(INPUTS, told[side], strict=True)
    }
    values = {name: told[name] for name in TEXTS} | amounts
    amended = [Amended(*place) for place in told["amended"]]
    return values | {"about": About(told["about"]), "measure": Measure(told["measure"]), "amended": amended}
