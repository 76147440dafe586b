"""Verbs about the report of a period. Each leaves a line in its trail."""

from datetime import date

from sqlalchemy.orm.exc import StaleDataError

from intranet.accounts.models import User
from intranet.decisions import (
    freezing,  # noqa: F401  (freezes a report when it is submitted)
    readings,
)
from intranet.kernel.clock import now
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.kernel.workflow import Reason, Refused
from intranet.records import operations as records
from intranet.reports.current import CurrentReport, current_report, outline_in_force, report_of
from intranet.reports.markup import lines, mistakes_in
from intranet.reports.models import LOCKED, Report, ReportSection
from intranet.reports.sections.compose import Section


def open_report(period: Period, actor: User) -> Report:
    """Begin the report of a period, as a draft that follows the figures."""
    if report_of(period):
        raise Refused(f"Báo cáo {period.label} đã được lập. Hãy mở báo cáo đó.")
    report = Report(
        title=f"Báo cáo {period.label}",
        unit=actor.unit,
        occurs_on=period.end,
        period_code=period.code,
        outline=outline_in_force(period),
    )
    records.create(report, actor)
    readings.begin(current_report(period), actor)
    return report


def edit_section(
    report: Report,
    key: str,
    text: str,
    seen: int,
    actor: User,
    base: str | None = None,
    current: CurrentReport | None = None,
) -> ReportSection | None:
    """Keep a person's own text for a section; None where it is the composed one again, which is not kept.

    `seen` is the version the editor was opened with, 0 where the section was still the composed one; `base` is the
    text it was opened with: a text given up and written anew counts its versions from the start. `current` is the
    report as the caller has it at hand.
    """
    current, section = editable(report, key, current)
    if wrong := mistakes_in(text, current.facts):
        raise Refused(*(Reason(sentence, "text") for sentence in wrong))
    kept = report.section(key)
    if text == section.text:
        return kept
    check_untouched(kept, seen, base)
    if kept and text == current.composed[key]:
        take_composed(report, key, seen, actor, current)
        return None
    kept = kept or begun(report, section, base)
    kept.edited_by, kept.edited_at = actor, now()
    records.change(report, {"text": text}, actor, subject=kept, about=named(section))
    readings.saw_section(current, actor, section, text)
    return kept


def begun(report: Report, section: Section, base: str | None) -> ReportSection:
    """A section somebody begins to write: it grows from the composed text, or from what its editor was opened with."""
    grew_from = section.text if base is None or lines(base) == lines(section.text) else base
    kept = ReportSection(key=section.key, text=section.text, composed=grew_from)
    report.sections.append(kept)
    return kept


def check_untouched(kept: ReportSection | None, seen: int, base: str | None) -> None:
    """Refuse a save over what somebody else saved since the editor was opened."""
    records.check_version(kept or ReportSection(version=0), seen)
    if kept and base is not None and lines(base) != lines(kept.text):
        raise StaleDataError("the text was given up and written anew")


def take_merged(
    report: Report, key: str, text: str, seen: int, actor: User, current: CurrentReport | None = None
) -> None:
    """Keep the text as brought together with what the system composes now, from which it grows on."""
    current, section = editable(report, key, current)
    kept = report.section(key)
    records.check_version(kept or ReportSection(version=0), seen)
    if kept is None or text == current.composed[key]:
        return take_composed(report, key, seen, actor, current)
    if wrong := mistakes_in(text, current.facts):
        raise Refused(*wrong)
    changes = [[ReportSection.labels["text"], kept.text, text]] if text != kept.text else []
    kept.text, kept.composed = text, current.composed[key]
    kept.edited_by, kept.edited_at = actor, now()
    records.note_down(report, actor, "merge", f"Đã gộp bản soạn mới vào {named(section)}", changes=changes)
    readings.saw_section(current, actor, section, text)
    return None


def take_composed(report: Report, key: str, seen: int, actor: User, current: CurrentReport | None = None) -> None:
    """Give up the text kept for a section: it follows the figures again. The old one stays in the trail."""
    current, section = editable(report, key, current)
    kept = report.section(key)
    if kept is None:
        raise Refused("Mục này đang dùng bản soạn tự động rồi.")
    records.check_version(kept, seen)
    changes = [[ReportSection.labels["text"], kept.text, current.composed[key]]]
    report.sections.remove(kept)
    summary = f"Đã dùng lại bản soạn tự động của {named(section)}"
    records.note_down(report, actor, "take_composed", summary, changes=changes)
    readings.saw_section(current, actor, section, current.composed[key])


def issue(report: Report, number: str, issued_on: date | None, actor: User) -> None:
    """Note the number and date under which the report is issued; either may still be unknown."""
    if not report.takes_number:
        raise Refused("Báo cáo đang chờ duyệt. Hãy ghi số và ngày sau khi báo cáo được duyệt.")
    if issued_on is not None and issued_on < report.period.end:
        closed = date_text(report.period.end)
        raise Refused(Reason(f"Hãy nhập ngày từ {closed} trở đi: kỳ báo cáo đến ngày đó mới khóa sổ.", "issued_on"))
    records.change(report, {"number": number, "issued_on": issued_on}, actor, about="số, ngày ban hành")


def editable(report: Report, key: str, current: CurrentReport | None = None) -> tuple[CurrentReport, Section]:
    """The report as it stands and one section of it, or Refused."""
    if not report.is_editable:
        raise Refused(LOCKED)
    return looked_at(report, key, current)


def looked_at(report: Report, key: str, current: CurrentReport | None = None) -> tuple[CurrentReport, Section]:
    """The same of a report that may be locked by now: what was typed into its editor is still shown."""
    current = current or current_report(report.period)
    section = current.section(key)
    if section is None:
        raise Refused("Đề cương của báo cáo không có mục này.")
    return current, section


def named(section: Section) -> str:
    return f"mục {section.number}. {section.title}"
