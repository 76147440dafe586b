"""The courses of the sample quarter. All of them, and everybody in them, are invented."""

from datetime import date

from intranet.accounts.models import Unit, User
from intranet.demo.reading import at, json_of
from intranet.records import operations as records
from intranet.trainings import operations
from intranet.trainings.models import Attendee
from intranet.trainings.workflow import Mode

TEXTS = ("title", "organiser", "hours", "place", "sending_document", "result")


def record(units: dict[str, Unit], people: dict[str, User]) -> None:
    for told in json_of("trainings.json"):
        days = {name: date.fromisoformat(told[name]) for name in ("started_on", "ended_on")}
        attendees = [Attendee(units[code], *rest) for code, *rest in told["attendees"]]
        values = {name: told[name] for name in TEXTS} | days | {"mode": Mode(told["mode"]), "attendees": attendees}
        with at(told["at"]):
            training = operations.create(values, people[told["author"]])
        for event in told["events"]:
            with at(event["at"]):
                records.act(training, event["do"], people[event["by"]])
