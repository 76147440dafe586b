"""What the report of a period says as it stands: frozen, edited or composed, and what was left out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from intranet.figures.collecting.collect import collect
from intranet.figures.facts import Facts
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.reports.annexes.forms import in_order, needed
from intranet.reports.markup import PrintedSection
from intranet.reports.models import Outline, Report, outline_for
from intranet.reports.outline import parse
from intranet.reports.printing import Print, print_of
from intranet.reports.sections.compose import Section, compose
from intranet.reports.wording import with_period

FEW = 8  # earlier reports looked through for texts to start from


@dataclass(frozen=True)
class Standing:
    """A report's facts and sections; `composed` are the texts as the system writes them now, by key.

    `frozen_print` is what was printed when the report was submitted.
    """

    period: Period
    report: Report | None
    subject: str
    facts: Facts
    sections: tuple[Section, ...]
    composed: Mapping[str, str]
    frozen_print: Print | None = None

    @property
    def texts(self) -> dict[str, str]:
        return {section.key: section.text for section in self.sections}

    @property
    def is_draft(self) -> bool:
        return self.report is None or not self.report.is_approved

    def section(self, key: str) -> Section | None:
        return next((section for section in self.sections if section.key == key), None)

    @cached_property
    def print(self) -> Print:
        """All that is printed of it: what was frozen, else what today's words make of its texts and facts."""
        return self.frozen_print or print_of(self.subject, self.sections, self.facts)

    def printed(self) -> tuple[PrintedSection, ...]:
        return self.print.sections


def standing(period: Period) -> Standing:
    """The report of a period, or what it would say were it begun now; Refused where no outline is in force."""
    report = report_of(period)
    return frozen(report) if report and report.is_frozen else live(period, report)


def live(period: Period, report: Report | None) -> Standing:
    """What the registers and the people who edit it make of the report at this moment."""
    outline = report.outline if report else outline_in_force(period)
    facts = with_annexes(collect(period), report)
    sections = compose(facts, parse(outline.text), previous_texts(period))
    kept = {section.key: section.text for section in report.sections} if report else {}
    return Standing(
        period,
        report,
        with_period(outline.subject, period),
        facts,
        tuple(replace(section, text=kept.get(section.key, section.text)) for section in sections),
        {section.key: section.text for section in sections},
    )


def with_annexes(facts: Facts, report: Report | None) -> Facts:
    """The facts, and which forms go with them: those somebody chose, else those they call for."""
    chosen = report.annexes if report else None
    return replace(facts, annexes=needed(facts) if chosen is None else in_order(chosen, facts.period))


def frozen(report: Report) -> Standing:
    """A submitted or approved report: what was frozen, and nothing that came after."""
    facts, texts = Facts.from_json(report.facts or {}), report.texts or {}
    if not report.print:
        return frozen_before_prints(report, facts, texts)
    kept = Print.from_json(report.print)
    sections = tuple(
        Section(section.key, section.number, section.level, section.title, texts.get(section.key, ""))
        for section in kept.sections
    )
    return Standing(report.period, report, kept.subject, facts, sections, texts, kept)


def frozen_before_prints(report: Report, facts: Facts, texts: Mapping[str, str]) -> Standing:
    """A report submitted before prints were kept: its frozen facts and texts, in the words of today."""
    sections = compose(facts, parse(report.outline.text), {})
    kept = tuple(replace(section, text=texts.get(section.key, "")) for section in sections)
    subject = with_period(report.outline.subject, report.period)
    return Standing(report.period, report, subject, facts, kept, texts)


def report_of(period: Period) -> Report | None:
    wanted = select(Report).where(Report.period_code == period.code)
    return db.session.scalar(wanted.options(selectinload(Report.sections)))


def outline_in_force(period: Period) -> Outline:
    outline = outline_for(period)
    if outline is None:
        raise Refused(
            f"Chưa có đề cương nào có hiệu lực vào ngày {date_text(period.end)}. "
            "Hãy thêm đề cương có ngày hiệu lực sớm hơn."
        )
    return outline


def previous_texts(period: Period) -> dict[str, str]:
    """The last text of each section in the reports before; of two that end together, the one of the same kind."""
    earlier = select(Report).where(Report.occurs_on < period.end).options(selectinload(Report.sections))
    found = db.session.scalars(earlier.order_by(Report.occurs_on.desc()).limit(FEW)).all()
    texts: dict[str, str] = {}
    for report in sorted(found, key=lambda report: (report.occurs_on, report.period.kind == period.kind), reverse=True):
        own = report.texts if report.is_frozen else {section.key: section.text for section in report.sections}
        texts = (own or {}) | texts
        if report.is_frozen:
            break
    return texts
