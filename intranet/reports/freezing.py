"""What a submitted report says stays as it was: its facts and texts are taken at submission, given back on return."""

from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from intranet.figures import snapshots
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused, Transition
from intranet.records.approval import EDITABLE, State
from intranet.records.operations import stepped
from intranet.reports.facts import Facts
from intranet.reports.models import Report
from intranet.reports.standing import live
from intranet.reports.versions import keep_version
from intranet.reports.waiving import refuse_errors


@stepped.connect_via(Report)
def freeze_or_thaw(_: type[Report], record: Report, step: Transition) -> None:
    """Frozen exactly while submitted or approved, submitted only without errors; approval changes nothing of it."""
    if step.target in EDITABLE:
        record.facts = record.texts = None
        snapshots.drop(record.period)
    elif step.target is State.SUBMITTED:
        with db.session.no_autoflush:  # the state and what it freezes go to the database together
            now = live(record.period, record)
            refuse_errors(now)
        record.facts, record.texts = now.facts.to_json(), now.texts
        keep_version(record, now)
    elif step.target is State.APPROVED:
        snapshots.keep(record.period, Facts.from_json(record.facts or {}).figures)


@event.listens_for(Session, "before_flush")
def keep_frozen(session: Session, context: Any, instances: Any) -> None:
    """Facts and texts are there exactly while submitted or approved, and change only with the state."""
    for report in [*session.new, *session.dirty]:
        if not isinstance(report, Report):
            continue
        attributes: Any = inspect(report).attrs
        changed = attributes.facts.history.has_changes() or attributes.texts.history.has_changes()
        stepping = report in session.new or attributes.state.history.has_changes()
        follows = report.state is None or report.is_editable  # a new one has no state before it is stored
        if (changed and not stepping) or (stepping and follows != (report.facts is None)):
            raise Refused(f"Số liệu của “{report.title}” chỉ được chốt khi trình, và chỉ mở khi trả lại hoặc rút lại.")
