"""Where a due day that was put off has a column of its own: whether it counts is asked, once for each source. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from intranet.dossiers.plausible import YEARS_AHEAD
from intranet.dossiers.questions import Question, QuestionKind
from intranet.dossiers.remembered import AnswerOption
from intranet.dossiers.vocabulary import ExportColumn
from intranet.kernel.tables.moments import Clock
from intranet.kernel.tables.reading import Row

if TYPE_CHECKING:
    from intranet.dossiers.gathering import Known
    from intranet.dossiers.importing import UnderstoodList

LATER, FIRST = "later", "first"
AS_LATER, SAID_LATER = (
    "Theo “{later}” ở dòng có ghi, dòng khác theo “{first}”",
    "Quá hạn tính theo “{later}” nếu có ghi",
)
AS_FIRST, SAID_FIRST = "Luôn theo “{first}”", "Quá hạn luôn tính theo “{first}”"
ASKED = "Tệp có cột “{first}” và cột “{later}”. Quá hạn tính theo cột nào?"


def key_of(it: "UnderstoodList") -> str:
    return f"due:{it.list.header.keys[it.columns.at[ExportColumn.EXTENDED_AT]]}"


def extended_due_questions(lists: Iterable["UnderstoodList"], known: "Known") -> list[Question]:
    """One for each heading of such a column that nobody answered about."""
    found: dict[str, Question] = {}
    for it in lists:
        if ExportColumn.EXTENDED_AT in it.columns.at and known.choice(key_of(it)) is None:
            found.setdefault(key_of(it), question(it))
    return list(found.values())


def question(it: "UnderstoodList") -> Question:
    texts, at = it.list.header.texts, it.columns.at
    first, later = texts[at[ExportColumn.DUE_AT]], texts[at[ExportColumn.EXTENDED_AT]]
    options = (
        AnswerOption(LATER, AS_LATER.format(first=first, later=later), SAID_LATER.format(later=later)),
        AnswerOption(FIRST, AS_FIRST.format(first=first), SAID_FIRST.format(first=first)),
    )
    return Question(QuestionKind.CHOICE, key_of(it), ASKED.format(first=first, later=later), options)


def with_later_due(it: "UnderstoodList", known: "Known") -> "UnderstoodList":
    """The list with the days that were put off in place of the first ones, where they count."""
    if ExportColumn.EXTENDED_AT not in it.columns.at or known.choice(key_of(it)) != LATER:
        return it
    first, later = it.columns.at[ExportColumn.DUE_AT], it.columns.at[ExportColumn.EXTENDED_AT]

    clock = Clock(known.today.year + YEARS_AHEAD)

    def rows() -> Iterator[Row]:
        for number, cells in it.list.rows():
            told = cells[later] if later < len(cells) else ""
            yield number, ([*cells[:first], told, *cells[first + 1 :]] if tells_a_day(told, clock) else cells)

    return replace(it, list=replace(it.list, rows=rows))


def tells_a_day(cell: Any, clock: Clock) -> bool:
    """Whether a cell holds more than a sign for none, be it readable or not."""
    try:
        return clock.moment(cell) is not None
    except ValueError:
        return True
