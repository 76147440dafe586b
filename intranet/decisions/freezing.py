"""What a submitted report says stays as it was: facts, texts, print are taken at submission, given back on return."""

from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from intranet.decisions.models import ReportVersion
from intranet.decisions.versions import keep_version
from intranet.decisions.waiving import refuse_errors
from intranet.figures import snapshots
from intranet.figures.facts import Facts
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused, Transition
from intranet.records.approval import EDITABLE, State
from intranet.records.locking import state_before
from intranet.records.operations import stepped
from intranet.reports.current import live
from intranet.reports.models import Report

FROZEN = ("facts", "texts", "print")


@stepped.connect_via(Report)
def freeze_or_thaw(_: type[Report], record: Report, step: Transition) -> None:
    """Frozen exactly while submitted or approved, submitted only without errors; approval changes nothing of it."""
    if step.target in EDITABLE:
        record.facts = record.texts = record.print = None
        snapshots.drop(record.period)
    elif step.target is State.SUBMITTED:
        with db.session.no_autoflush:  # the state and what it freezes go to the database together
            now = live(record.period, record)
            refuse_errors(now)
        record.facts, record.texts, record.print = now.facts.to_json(), now.texts, now.print.to_json()
        keep_version(record, now)
    elif step.target is State.APPROVED:
        snapshots.keep(record.period, Facts.from_json(record.facts or {}).figures)


@event.listens_for(Session, "before_flush")
def keep_frozen(session: Session, context: Any, instances: Any) -> None:
    """What is frozen is there exactly while submitted or approved, and changes only with the state; versions never."""
    for thing in [*session.new, *session.dirty]:
        if isinstance(thing, Report) and not is_rightly_frozen(thing, is_new=thing in session.new):
            raise Refused(f"Số liệu của “{thing.title}” chỉ được chốt khi trình, và chỉ mở khi trả lại hoặc rút lại.")
        if isinstance(thing, ReportVersion) and thing in session.dirty and session.is_modified(thing):
            raise Refused("Bản báo cáo đã trình được giữ nguyên, không sửa được.")


def is_rightly_frozen(report: Report, is_new: bool) -> bool:
    """Whether a report that goes to the database has what its state wants, and nobody writes over what is frozen."""
    attributes: Any = inspect(report).attrs
    was_open = is_new or state_before(report) in EDITABLE
    is_open = report.state is None or report.is_editable  # a new one has no state before it is stored
    if is_open == was_open:
        return not any(attributes[name].history.has_changes() for name in FROZEN)
    if is_open:
        return report.facts is None and report.print is None
    return report.facts is not None and bool(report.print)
