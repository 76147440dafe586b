"""The day a file was exported: as a person says, as its title or its name tells, or not sure. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from intranet.dossiers.questions import Question, QuestionKind
from intranet.dossiers.remembered import AnswerOption
from intranet.dossiers.rows import ImportedRow
from intranet.kernel.formats import date_text
from intranet.kernel.labels import Labelled
from intranet.kernel.tables.cells import day_of

KEY = "exported_on"
YEAR_FIRST = re.compile(
    r"(?<![0-9])(20[0-9]{2})([-._ ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?:[0-9]{6})?(?![0-9])"
)
DAY_FIRST = re.compile(r"(?<![0-9])(0?[1-9]|[12][0-9]|3[01])([-._ ])(0?[1-9]|1[0-2])\2(20[0-9]{2})(?![0-9])")
DAY_FIRST_IN_ONE = re.compile(r"(?<![0-9])(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])(20[0-9]{2})(?![0-9])")

ASKED = "Tệp này được kết xuất ngày nào? Tệp và tên tệp không ghi rõ."
IN_FUTURE = "Tệp ghi ngày kết xuất {day}, sau hôm nay {today}. Tệp này được kết xuất ngày nào?"
NEWEST = "Hồ sơ mới nhất trong tệp: {day}."


class DatedBy(Labelled):
    """Where the day of an export comes from."""

    PERSON = "person", "Do người nhập ghi"
    TITLE = "title", "Theo tiêu đề hoặc tên tệp"
    TODAY = "today", "Lấy theo ngày nhập vì tệp không ghi"


@dataclass(frozen=True)
class ExportDay:
    """The day, where it comes from, and what is to be asked about it."""

    day: date
    dated_by: DatedBy
    question: Question | None = None


def export_day(
    said: date | None, title: date | None, file_name: str, rows: Sequence[ImportedRow], today: date
) -> ExportDay:
    """What a person says goes before the title, the title before the name."""
    newest = newest_day(rows, today)
    if said:
        return ExportDay(said, DatedBy.PERSON)
    if title and title > today:
        sentence = IN_FUTURE.format(day=date_text(title), today=date_text(today))
        return ExportDay(today, DatedBy.TODAY, asking(sentence, newest or today, is_decisive=True))
    if title:
        return ExportDay(title, DatedBy.TITLE)
    named = day_in_name(file_name)
    if named and named <= today:
        return ExportDay(named, DatedBy.TITLE)
    sentence = f"{ASKED} {NEWEST.format(day=date_text(newest))}" if newest else ASKED
    return ExportDay(today, DatedBy.TODAY, asking(sentence, newest or today, is_decisive=False))


def asking(sentence: str, proposed: date, is_decisive: bool) -> Question:
    options = (AnswerOption(proposed.isoformat(), date_text(proposed)),)
    return Question(QuestionKind.DAY, KEY, sentence, options, is_decisive=is_decisive, is_remembered=False)


def day_in_name(name: str) -> date | None:
    """The day a file's name tells, where it tells one and not a range."""
    found = {day for day in days_in(name) if day}
    return found.pop() if len(found) == 1 else None


def days_in(name: str) -> Iterable[date | None]:
    for match in YEAR_FIRST.finditer(name):
        yield made(int(match[1]), int(match[3]), int(match[4]))
    for match in DAY_FIRST.finditer(name):
        yield made(int(match[4]), int(match[3]), int(match[1]))
    for match in DAY_FIRST_IN_ONE.finditer(name):
        yield made(int(match[3]), int(match[2]), int(match[1]))


def made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def newest_day(rows: Iterable[ImportedRow], today: date) -> date | None:
    """The day of the newest receipt, pause or end; a later one than today is a fault of its own."""
    moments = (moment for it in rows for moment in (it.received_at, it.paused_at, it.finished_at) if moment)
    newest = max(moments, default=None)
    return min(day_of(newest), today) if newest else None
