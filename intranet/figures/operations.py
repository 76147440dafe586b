"""Entering the figures of a period: only what changed is written, and nobody's work is overwritten unseen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from intranet.accounts.models import User
from intranet.categories.models import FigureCategory, categories_for, typed_for
from intranet.figures.fact import Window
from intranet.figures.merging import MISSING, EntryContent, merge
from intranet.figures.models import FigureEntry, current_entries
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused


@dataclass(frozen=True)
class Conflict:
    """A figure two people changed: what is stored now, and what was typed meanwhile and is not stored."""

    stored: FigureEntry
    typed: EntryContent


@dataclass(frozen=True)
class Saved:
    """What came of a save: the entries written, the names that others changed and that stand, and the conflicts."""

    entries: tuple[FigureEntry, ...]
    theirs: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def enter(
    period: Period,
    values: Mapping[str, int | None],
    windows: Mapping[str, Window | None],
    documents: Mapping[str, str],
    actor: User,
    seen: int | None = None,
) -> Saved:
    """Write what differs from what stands; a figure of `values` that is None becomes missing.

    `windows` and `documents` go by group and hold for its figures in `values`; a group left out keeps what it has.
    `seen` is the last entry the page knew of: what was entered since is compared before it is replaced. The source a
    page showed for a group is no new one for a figure nobody touched, which may stand in a paper of its own.
    """
    db.session.execute(select(FigureCategory.id).with_for_update())  # one at a time, where the database would let two
    groups = {name: definition.group for name, definition in typed_for(categories_for(period)).items()}
    if unknown := values.keys() - groups:
        raise Refused(f"Không có số liệu nhập tay nào tên là {', '.join(sorted(unknown))}.")
    stored = {entry.name: entry for entry in current_entries(period)}
    known = as_seen(period, stored, seen)
    before = {name: content(entry) for name, entry in known.items()}
    shown = {} if seen is None else documents_shown(known.values(), groups)
    typed = {
        name: asked(value, groups[name], before.get(name, MISSING), windows, documents, shown)
        for name, value in values.items()
    }
    return write(period, before, stored, typed, actor)


def write(
    period: Period,
    before: Mapping[str, EntryContent],
    stored: Mapping[str, FigureEntry],
    typed: Mapping[str, EntryContent],
    actor: User,
) -> Saved:
    entries, theirs, conflicts, moment = [], [], [], now()
    for name, mine in typed.items():
        old, there = before.get(name, MISSING), content(stored.get(name))
        wanted = merge(old, there, mine)
        if wanted is None:
            conflicts.append(Conflict(stored[name], mine))
        elif wanted != there:
            entries.append(entry(period, name, wanted, actor, moment))
        elif there not in (old, mine):
            theirs.append(name)
    db.session.add_all(entries)
    db.session.flush()
    return Saved(tuple(entries), tuple(theirs), tuple(conflicts))


def as_seen(period: Period, stored: Mapping[str, FigureEntry], seen: int | None) -> Mapping[str, FigureEntry]:
    """The entries that counted when the page was opened."""
    if seen is None or seen >= last_of(stored.values()):
        return stored
    return {entry.name: entry for entry in current_entries(period, seen)}


def last_of(entries: Iterable[FigureEntry]) -> int:
    """The newest entry's id; 0 where there is none."""
    return max((entry.id for entry in entries), default=0)


def documents_shown(entries: Iterable[FigureEntry], groups: Mapping[str, str]) -> dict[str, str]:
    """By group, the source a page shows: that of the newest entry that names one."""
    named = [entry for entry in entries if entry.source_document and entry.name in groups]
    return {groups[entry.name]: entry.source_document for entry in sorted(named, key=lambda entry: entry.id)}


def content(entry: FigureEntry | None) -> EntryContent:
    return EntryContent(entry.value, entry.window, entry.source_document) if entry else MISSING


def asked(
    value: int | None,
    group: str,
    old: EntryContent,
    windows: Mapping[str, Window | None],
    documents: Mapping[str, str],
    shown: Mapping[str, str],
) -> EntryContent:
    """What was typed for a figure; a missing one was counted over no days and stands in no document."""
    if value is None:
        return MISSING
    document = documents.get(group, old.document)
    if value == old.value and document == shown.get(group):
        document = old.document
    return EntryContent(value, windows.get(group, old.window), document)


def entry(period: Period, name: str, wanted: EntryContent, actor: User, moment: datetime) -> FigureEntry:
    first, last = wanted.window or (None, None)
    return FigureEntry(
        period_code=period.code,
        name=name,
        value=wanted.value,
        counted_from=first,
        counted_to=last,
        source_document=wanted.document,
        entered_by=actor,
        entered_at=moment,
    )
