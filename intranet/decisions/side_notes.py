"""What stands beside a report's text: what changed since it was read, remarks, figures that drift, the signed copy."""

from typing import Any

from intranet.accounts.models import User
from intranet.decisions.changes import FigureChange, figure_changes
from intranet.decisions.comments import mark, threads, unresolved
from intranet.decisions.readings import last_seen, since
from intranet.decisions.signed import signed_copy
from intranet.decisions.versions import state_of
from intranet.figures.collecting.collect import collect
from intranet.reports.current import CurrentReport
from intranet.reports.section_paths import section_paths


def side_notes(now: CurrentReport, user: User) -> dict[str, Any]:
    """For a page about the report; nothing of it where none was begun."""
    if now.report is None:
        return {"threads": [], "open_threads": []}
    comment_threads = threads(now)
    return reading(now, user) | {
        "threads": comment_threads,
        "open_threads": unresolved(comment_threads),
        "paths": section_paths(now.sections),
        "mark_of": mark,
        "drift": drift(now),
        "signed": signed_copy(now.report) if now.report.takes_number else None,
        "kept_keys": {section.key for section in now.report.sections},
    }


def reading(now: CurrentReport, user: User) -> dict[str, Any]:
    """What changed since the person last saw the report; `shown` names the text it is told of."""
    seen = last_seen(now.report, user) if now.report else None
    return {"seen": seen, "changes": since(seen, now), "shown": state_of(now).digest}


def drift(now: CurrentReport) -> tuple[FigureChange, ...]:
    """The frozen figures that would be others by now; a report that is not frozen has none."""
    if now.report is None or not now.report.is_frozen:
        return ()
    return figure_changes(now.facts, collect(now.period), now.sections)
