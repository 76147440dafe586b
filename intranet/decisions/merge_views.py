"""A section composed anew: the officer's text and the new one brought together, or the officer's given up."""

from dataclasses import dataclass
from typing import Any

from flask import flash, request, url_for
from flask_login import current_user

from intranet.accounts.permissions import requires
from intranet.decisions import operations
from intranet.kernel.page import go_to, page
from intranet.reports.blueprint import blueprint, report_or_404
from intranet.reports.current import CurrentReport
from intranet.reports.markup import Block, blocks
from intranet.reports.merging import CHOICES, Chunk, Merge, merge
from intranet.reports.models import Report
from intranet.reports.sections.compose import Section


@blueprint.get("/<period>/sections/<key>/composed")
@requires("report.edit")
def composed(period: str, key: str) -> Any:
    """The text in use brought together with what the system would write now; nothing is kept yet."""
    report = report_or_404(period)
    return decide(report, *operations.editable(report, key))


@blueprint.post("/<period>/sections/<key>/composed")
@requires("report.edit")
def take_composed(period: str, key: str) -> Any:
    report = report_or_404(period)
    now, section = operations.editable(report, key)
    merged = merged_of(report, key, now)
    if merged and is_overtaken(merged):
        return decide(report, now, section, status=409)
    operations.take_composed(report, key, seen(), current_user, now)
    flash(f"Đã dùng bản soạn mới cho {operations.named(section)}.")
    return go_to(url_for(".show", period=period, _anchor=key))


@blueprint.post("/<period>/sections/<key>/merged")
@requires("report.edit")
def take_merged(period: str, key: str) -> Any:
    """Keep the merged text; where a text changed since it was shown, it is shown anew, decided as far as it was."""
    report = report_or_404(period)
    now, section = operations.editable(report, key)
    merged = merged_of(report, key, now)
    if merged is None or is_overtaken(merged):
        return decide(report, now, section, status=409)
    operations.take_merged(report, key, merged.text(request.form), seen(), current_user, now)
    flash(f"Đã gộp bản soạn mới vào {operations.named(section)}.")
    return go_to(url_for(".show", period=period, _anchor=key))


@dataclass(frozen=True)
class MergePart:
    """A chunk of a merge as the page prints it, and which side a person has chosen for it."""

    chunk: Chunk
    mine: tuple[Block, ...]
    new: tuple[Block, ...]
    base: tuple[Block, ...]
    choice: str


def decide(report: Report, now: CurrentReport, section: Section, status: int = 0) -> Any:
    merged = merged_of(report, section.key, now)
    parts = [part(chunk, now) for chunk in merged.chunks] if merged else []
    context: dict[str, Any] = {"now": now, "section": section, "kept": report.section(section.key)}
    context |= {"merged": merged, "merged_parts": parts, "overtaken": status == 409}
    return page("reports/composed.html", status=status, new=blocks(now.composed[section.key], now.facts), **context)


def part(chunk: Chunk, now: CurrentReport) -> MergePart:
    mine, new, base = (blocks("\n".join(side), now.facts) for side in (chunk.mine, chunk.new, chunk.base))
    choice = request.form.get(chunk.name, "")
    return MergePart(chunk, mine, new, base, choice if choice in CHOICES else "mine")


def merged_of(report: Report, key: str, now: CurrentReport) -> Merge | None:
    """The text kept for a section and the one composed now, as one; None where the composed one stands."""
    kept = report.section(key)
    return merge(kept.composed, kept.text, now.composed[key]) if kept else None


def is_overtaken(merged: Merge) -> bool:
    """Whether the page that was answered showed other texts than there are by now."""
    return request.form.get("merge") != merged.digest


def seen() -> int:
    return request.form.get("version", 0, type=int)
