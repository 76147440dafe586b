"""Texts a report takes over, and what people say of them: kept, left out, or that nothing of it arose."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from intranet.accounts.models import User
from intranet.decisions.changes import ReportState, changes
from intranet.kernel.clock import now as moment
from intranet.kernel.workflow import Reason, Refused
from intranet.procedures.comparing import Comparison
from intranet.records import operations as records
from intranet.reports.carried import Carried, CarriedAnswer
from intranet.reports.current import CurrentReport, answers_to, earlier_reports, frozen
from intranet.reports.markup import Block, printed
from intranet.reports.models import LOCKED, Report, ReportConfirmation
from intranet.reports.outlines.headings import parse
from intranet.reports.section_paths import section_paths
from intranet.reports.sections.compose import Section, of_facts

CHANGED = "Nội dung này vừa có người sửa hoặc trả lời sau khi bạn mở trang. Hãy đọc lại rồi chọn."
NOT_OFFERED = "Hãy chọn một trong các câu trả lời của mục này."


@dataclass(frozen=True)
class TakenOver:
    """A text a report takes over, as it is shown; `offered` are the answers it may be given.

    `said` is what somebody answered for this period, None where nobody did: then it waits, or somebody has written
    the section anew, or the report before left it out.
    """

    carried: Carried
    section: Section
    path: str
    blocks: tuple[Block, ...]
    offered: tuple[CarriedAnswer, ...]
    said: ReportConfirmation | None
    is_waiting: bool
    is_edited: bool

    @property
    def digest(self) -> str:
        """What an answer names, so that it is not taken for one about another text, or over another answer."""
        seen = f"{self.carried.text}\n{self.answer}\n{self.is_edited}"
        return sha256(seen.encode()).hexdigest()[:16]

    @property
    def answer(self) -> CarriedAnswer | None:
        """What holds of it now; None while it waits, and where the section was written anew."""
        if self.is_waiting or self.is_edited:
            return None
        return self.said.answer if self.said else CarriedAnswer.LEFT_OUT


def taken_over(now: CurrentReport) -> tuple[TakenOver, ...]:
    """Every text that an open report takes over, in the order of its sections."""
    if now.report is None or now.report.is_frozen:
        return ()
    carried = {one.key: one for one in now.carried}
    answered = answers_to(carried, now.report)
    said = {one.key: one for one in now.report.confirmations if one.key in answered}
    waiting, path_of = {one.key for one in now.unconfirmed}, section_paths(now.sections)
    offered, shown = _offered(now), _shown(now, carried)
    return tuple(
        TakenOver(
            carried[section.key],
            section,
            path_of[section.key],
            shown[section.key],
            offered[section.key],
            said.get(section.key),
            section.key in waiting,
            now.report.section(section.key) is not None,
        )
        for section in now.sections
        if section.key in carried
    )


def _shown(now: CurrentReport, carried: Mapping[str, Carried]) -> dict[str, tuple[Block, ...]]:
    texts = [replace(it, text=carried[it.key].text) for it in now.sections if it.key in carried]
    return {section.key: section.blocks for section in printed(texts, now.facts)}


def _offered(now: CurrentReport) -> dict[str, tuple[CarriedAnswer, ...]]:
    """A text beside which a section says something else can be left out; where it says nothing else, nothing arose."""
    assert now.report is not None
    others = of_facts(now.facts, parse(now.report.outline.text))
    following = (*others[1:], None)
    return {
        section.key: (
            CarriedAnswer.KEPT,
            CarriedAnswer.LEFT_OUT if _says_more(section, below) else CarriedAnswer.NOTHING,
        )
        for section, below in zip(others, following, strict=True)
    }


def _says_more(section: Section, below: Section | None) -> bool:
    return bool(section.text) or (below is not None and below.level > section.level)


def confirm(report: Report, answers: Mapping[str, tuple[str, str]], actor: User, now: CurrentReport) -> int:
    """Keep what is answered, by the section's key an answer and the digest of what was read; how many were new.

    All of it or nothing: Refused with a reason for each that is about another text or was never offered.
    """
    if not report.is_editable:
        raise Refused(LOCKED)
    known = {one.carried.key: one for one in taken_over(now)}
    if wrong := list(_wrong(answers, known)):
        raise Refused(*wrong)
    given = [(known[key], CarriedAnswer(answer)) for key, (answer, _) in answers.items()]
    fresh = [(one, answer) for one, answer in given if answer is not one.answer and not one.is_edited]
    for one, answer in fresh:
        _keep(report, one, answer, actor)
    if fresh:
        _tell(report, fresh, actor)
    return len(fresh)


def _wrong(answers: Mapping[str, tuple[str, str]], known: Mapping[str, TakenOver]) -> Iterator[Reason]:
    for key, (answer, digest) in answers.items():
        where = f"Mục {known[key].path}: " if key in known else ""
        if key not in known or known[key].digest != digest:
            yield Reason(f"{where}{CHANGED}", f"text-{key}")
        elif answer not in known[key].offered:
            yield Reason(NOT_OFFERED, f"text-{key}")


def _keep(report: Report, one: TakenOver, answer: CarriedAnswer, actor: User) -> None:
    kept = next((it for it in report.confirmations if it.key == one.carried.key), None)
    if kept is None:
        kept = ReportConfirmation(key=one.carried.key)
        report.confirmations.append(kept)
    kept.text, kept.answer = one.carried.text, answer
    kept.confirmed_by, kept.confirmed_at = actor, moment()


def _tell(report: Report, fresh: Sequence[tuple[TakenOver, CarriedAnswer]], actor: User) -> None:
    """One line in the trail, with each section and its answer."""
    told = [[f"Mục {one.path}. {one.section.title}", one.carried.text, answer.label] for one, answer in fresh]
    summary = f"Đã xác nhận nội dung có sẵn của {len(fresh)} mục"
    records.note_down(report, actor, "confirm_texts", summary, changes=told)


def confirm_all(report: Report, actor: User, now: CurrentReport) -> int:
    """Keep every text that waits, as it is read now."""
    waiting = [one for one in taken_over(now) if one.is_waiting]
    return confirm(report, {one.carried.key: (CarriedAnswer.KEPT, one.digest) for one in waiting}, actor, now)


def changed_since_last(now: CurrentReport) -> tuple[str, dict[str, tuple[Comparison, ...]]]:
    """The last report that was decided on, by its period's name, and by section the paragraphs that read otherwise."""
    last = next((report for report in earlier_reports(now.period) if report.is_frozen), None)
    if last is None:
        return "", {}
    then = frozen(last)
    found = changes(ReportState(then.facts, then.sections), ReportState(now.facts, now.sections))
    return last.period.label, {change.section.key: change.paragraphs for change in found.sections}
