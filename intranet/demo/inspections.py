"""The inspections of the sample quarter, carried out step by step by the people of the ward. All of it is invented."""

from datetime import date, datetime, timedelta
from typing import Any

from intranet.accounts.models import Unit, User
from intranet.demo.reading import HERE, at, json_of
from intranet.inspections import operations, remedies
from intranet.inspections.answers import answer
from intranet.inspections.models import Finding, Inspection
from intranet.inspections.workflow import Kind, Method, Result, Severity
from intranet.records import operations as records

CODE = "000.00.14.H37-"  # how every dossier code of the ward begins
ROWS_A_SESSION, MINUTES_A_ROW = 13, 12

Units = dict[str, Unit]
People = dict[str, User]


def carry_out(units: Units, people: People) -> None:
    for path in sorted(HERE.glob("inspection_*.json")):
        told = json_of(path.name)
        inspection = planned(told, units, people[told["author"]])
        check(inspection, told, units, people[told["author"]])
        if "conclusion" in told:
            conclude(inspection, told, people[told["author"]])
        for event in told["events"]:
            with at(event["at"]):
                happen(inspection, event, people[event["by"]])


def planned(told: dict[str, Any], units: Units, author: User) -> Inspection:
    values = told["plan"] | {
        "inspection_kind": Kind(told["plan"]["inspection_kind"]),
        "method": Method(told["plan"]["method"]),
        "inspected_unit": units[told["plan"]["inspected_unit"]],
        "started_on": date.fromisoformat(told["plan"]["started_on"]),
    }
    with at(told["planned_at"]):
        return operations.plan(values, author)


def check(inspection: Inspection, told: dict[str, Any], units: Units, author: User) -> None:
    """Begin, then answer row after row, each with its finding where it failed."""
    with at(told["started_at"]):
        operations.start(inspection, author)
    rows = {item.position: item for item in inspection.items}
    found = {finding["item"]: finding_values(finding, units) for finding in told["findings"]}
    for place, (position, result, note, *samples) in enumerate(told["answers"]):
        values = {"result": Result(result), "note": note, "samples": codes(*samples)}
        with at(answered_at(place, told["sessions"])):
            answer(rows[position], values, author, found.get(position))


def finding_values(finding: dict[str, Any], units: Units) -> dict[str, Any]:
    return {
        "text": finding["text"],
        "severity": Severity(finding["severity"]),
        "responsible_unit": units[finding["responsible_unit"]],
        "remedy": finding["remedy"],
        "due_on": date.fromisoformat(finding["due_on"]),
    }


def codes(samples: list[str] | tuple[str, ...] = ()) -> str:
    return ", ".join(CODE + code for code in samples)


def answered_at(place: int, sessions: list[str]) -> str:
    """One row after another, half of them in each session."""
    session, row = divmod(place, ROWS_A_SESSION)
    return str(datetime.fromisoformat(sessions[session]) + timedelta(minutes=row * MINUTES_A_ROW))


def conclude(inspection: Inspection, told: dict[str, Any], author: User) -> None:
    words = told["conclusion"]
    days = {name: date.fromisoformat(words[name]) for name in ("ended_on", "concluded_on")}
    with at(told["concluded_at"]):
        operations.conclude(inspection, days | {"conclusion": words["conclusion"]}, author)


def happen(inspection: Inspection, event: dict[str, Any], actor: User) -> None:
    """A step of the inspection, a correction after it was sent back, or a step of one remedy."""
    match event["do"]:
        case "answer":
            correct(inspection, event, actor)
        case "report_remedy":
            done_on = date.fromisoformat(event["done_on"])
            remedies.report_remedy(finding_at(inspection, event), event["text"], done_on, actor)
        case "verify_remedy":
            remedies.verify_remedy(finding_at(inspection, event), actor)
        case "send_back_remedy":
            remedies.send_back_remedy(finding_at(inspection, event), actor, event["note"])
        case step:
            records.act(inspection, step, actor, event.get("note", ""))


def correct(inspection: Inspection, event: dict[str, Any], actor: User) -> None:
    """Add the dossiers looked at; the finding stays as it was written."""
    finding = finding_at(inspection, event)
    answer(finding.item, {"samples": codes(event["samples"])}, actor, {"text": finding.text})


def finding_at(inspection: Inspection, event: dict[str, Any]) -> Finding:
    return next(finding for finding in inspection.findings if finding.item.position == event["item"])
