"""What the checks say of a report the system holds, and of any text."""

from collections.abc import Iterator
from functools import lru_cache

from intranet.checks.causes import ProblemGroup, causes
from intranet.checks.paper import Awaiting, Paper
from intranet.checks.problem import Problem
from intranet.checks.rules import problems
from intranet.figures.collecting.collect import collect
from intranet.figures.collecting.legal_register import legal_notes
from intranet.figures.facts import Facts
from intranet.kernel.clock import today
from intranet.kernel.period import Period
from intranet.reading.manuscript import read
from intranet.reading.periods import title_period
from intranet.reports.awaited import not_approved
from intranet.reports.current import CurrentReport, outline_in_force
from intranet.reports.markup import PrintedSection, printed
from intranet.reports.outlines.headings import parse
from intranet.reports.own_manuscript import manuscript_of
from intranet.reports.sections.compose import of_facts


def paper_of(now: CurrentReport) -> Paper:
    """The report as the checks look at it."""
    outline = now.report.outline if now.report else outline_in_force(now.period)
    composed = composed_of(now.facts, outline.text)
    return Paper(
        manuscript_of(now.print.sections, (annex.name for annex in now.print.annexes), composed),
        now.period,
        now.facts,
        now.report.issued_on if now.report else None,
        is_own=True,
        waiting=tuple(_waiting(now.period)),
        legal=now.facts.legal,
        today=today(),
    )


@lru_cache(maxsize=8)  # the same while one writes, at every preview
def composed_of(facts: Facts, outline: str) -> tuple[PrintedSection, ...]:
    """What the system writes of facts and records alone, as it is printed."""
    return printed(of_facts(facts, parse(outline)), facts)


def _waiting(period: Period) -> Iterator[Awaiting]:
    for group in not_approved(period):
        yield from (Awaiting(record.id, record.title, group.heading) for record in group.records)


def check(now: CurrentReport) -> tuple[Problem, ...]:
    return problems(paper_of(now))


def causes_in(now: CurrentReport) -> tuple[ProblemGroup, ...]:
    """The same, findings of one cause together."""
    return causes(paper_of(now))


def paper_for(text: str, period: Period | None, against_records: bool) -> Paper:
    """Any office's text as the checks look at it; of a period's text our own figures are known where that is asked."""
    manuscript = read(text)
    period = period or title_period(manuscript)
    facts = collect(period) if period and against_records else None
    return Paper(manuscript, period, facts, legal=legal_notes(period))


def proofread(text: str, period: Period | None, against_records: bool) -> tuple[Problem, ...]:
    """What the checks say of a text by itself; of a period's text also against the figures of that period."""
    return problems(paper_for(text, period, against_records))
