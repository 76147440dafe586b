"""What the report of a period says now: frozen, edited or composed, and what was left out of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from intranet.figures.collecting.collect import collect
from intranet.figures.facts import Facts
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.reports.annexes.forms import in_order, needed
from intranet.reports.carried import NOTHING_AROSE, Carried, CarriedAnswer, carried_over
from intranet.reports.markup import PrintedSection
from intranet.reports.models import Outline, Report, outline_for
from intranet.reports.outlines.headings import parse
from intranet.reports.printing import Print, print_of
from intranet.reports.sections.compose import Section, compose
from intranet.reports.wording import with_period

FEW = 8  # earlier reports looked through for texts to start from


@dataclass(frozen=True)
class CurrentReport:
    """A report's facts and sections; `composed` are the texts as the system writes them now, by key.

    `carried` are the texts that sections of an open report take over, `unconfirmed` those of them that stand in it and
    that nobody has confirmed for its period. `frozen_print` is what was printed when the report was submitted.
    """

    period: Period
    report: Report | None
    subject: str
    facts: Facts
    sections: tuple[Section, ...]
    composed: Mapping[str, str]
    frozen_print: Print | None = None
    carried: tuple[Carried, ...] = ()
    unconfirmed: tuple[Carried, ...] = ()

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
        return self.frozen_print or print_of(self.subject, self.sections, self.facts, self.unconfirmed)

    def printed(self) -> tuple[PrintedSection, ...]:
        return self.print.sections


def current_report(period: Period) -> CurrentReport:
    """The report of a period, or what it would say were it begun now; Refused where no outline is in force."""
    report = report_of(period)
    return frozen(report) if report and report.is_frozen else live(period, report)


def live(period: Period, report: Report | None) -> CurrentReport:
    """What the registers and the people who edit it make of the report at this moment."""
    outline = report.outline if report else outline_in_force(period)
    facts = with_annexes(collect(period), report)
    headings = parse(outline.text)
    earlier = earlier_reports(period)
    carried = carried_over(headings, texts_of(earlier))
    answers = left_out_before(carried, earlier) | answers_to(carried, report)
    taken = {key: one.answered(answers.get(key, CarriedAnswer.KEPT)) for key, one in carried.items()}
    sections = compose(facts, headings, taken)
    kept = {section.key: section.text for section in report.sections} if report else {}
    return CurrentReport(
        period,
        report,
        with_period(outline.subject, period),
        facts,
        tuple(replace(section, text=kept.get(section.key, section.text)) for section in sections),
        {section.key: section.text for section in sections},
        carried=tuple(carried.values()),
        unconfirmed=tuple(one for key, one in carried.items() if key not in answers and key not in kept),
    )


def answers_to(carried: Mapping[str, Carried], report: Report | None) -> dict[str, CarriedAnswer]:
    """What was answered of the texts taken over; of a text that reads otherwise by now nothing was."""
    given = report.confirmations if report else []
    return {one.key: one.answer for one in given if one.key in carried and one.text == carried[one.key].text}


def left_out_before(carried: Mapping[str, Carried], earlier: Sequence[Report]) -> dict[str, CarriedAnswer]:
    """What a report before left out stays out unasked: nobody has to stand for what is not said."""
    found: dict[str, CarriedAnswer] = {}
    for report in earlier:
        found = answers_to(carried, report) | found
    return {key: answer for key, answer in found.items() if answer is CarriedAnswer.LEFT_OUT}


def with_annexes(facts: Facts, report: Report | None) -> Facts:
    """The facts, and which forms go with them: those somebody chose, else those they call for."""
    chosen = report.annexes if report else None
    return replace(facts, annexes=needed(facts) if chosen is None else in_order(chosen, facts.period))


def frozen(report: Report) -> CurrentReport:
    """A submitted or approved report: what was frozen, and nothing that came after."""
    facts, texts = Facts.from_json(report.facts or {}), report.texts or {}
    if not report.print:
        return frozen_before_prints(report, facts, texts)
    kept = Print.from_json(report.print)
    sections = tuple(
        Section(section.key, section.number, section.level, section.title, texts.get(section.key, ""))
        for section in kept.sections
    )
    return CurrentReport(report.period, report, kept.subject, facts, sections, texts, kept)


def frozen_before_prints(report: Report, facts: Facts, texts: Mapping[str, str]) -> CurrentReport:
    """A report submitted before prints were kept: its frozen facts and texts, in the words of today."""
    sections = compose(facts, parse(report.outline.text), {})
    kept = tuple(replace(section, text=texts.get(section.key, "")) for section in sections)
    subject = with_period(report.outline.subject, report.period)
    return CurrentReport(report.period, report, subject, facts, kept, texts)


def report_of(period: Period) -> Report | None:
    wanted = select(Report).where(Report.period_code == period.code)
    parts = (joinedload(Report.outline), selectinload(Report.sections), selectinload(Report.confirmations))
    return db.session.scalar(wanted.options(*parts))


def outline_in_force(period: Period) -> Outline:
    outline = outline_for(period)
    if outline is None:
        raise Refused(
            f"Chưa có đề cương nào có hiệu lực vào ngày {date_text(period.end)}. "
            "Hãy thêm đề cương có ngày hiệu lực sớm hơn."
        )
    return outline


def earlier_reports(period: Period) -> list[Report]:
    """The reports before, the last one first; of two that end together, the one of the same kind.

    A shorter report that ends on the same day is one of them: a half-year follows its second quarter.
    """
    earlier = select(Report).where(Report.occurs_on <= period.end, Report.period_code != period.code)
    parts = (selectinload(Report.sections), selectinload(Report.confirmations))
    found = db.session.scalars(earlier.options(*parts).order_by(Report.occurs_on.desc()).limit(FEW)).all()
    before = [report for report in found if report.period < period]
    return sorted(before, key=lambda report: (report.occurs_on, report.period.kind == period.kind), reverse=True)


def texts_of(earlier: Sequence[Report]) -> dict[str, Carried]:
    """The last text of each section in these reports; where nothing arose in one, what was said before that."""
    texts: dict[str, Carried] = {}
    for report in earlier:
        own = (report.texts or {}) if report.is_frozen else {section.key: section.text for section in report.sections}
        told = {key: text for key, text in own.items() if text != NOTHING_AROSE}
        texts = {key: Carried(key, text, report.period) for key, text in told.items()} | texts
        if report.is_frozen and len(told) == len(own):
            break
    return texts
