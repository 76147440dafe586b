"""A file of one source system as dossiers, errors, doubts and questions; nothing is written anywhere. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any

from intranet.dossiers.between import Between
from intranet.dossiers.columns import Columns, match
from intranet.dossiers.control_totals import ControlTotals, totals_of
from intranet.dossiers.day_columns import ListDays
from intranet.dossiers.days import look_through
from intranet.dossiers.export_day import ExportDay, day_in_name, export_day
from intranet.dossiers.extended_due import extended_due_questions, with_later_due
from intranet.dossiers.gathering import Gathered, Known
from intranet.dossiers.groups import Groups
from intranet.dossiers.lists import DossierList, UnreadPart, lay_out
from intranet.dossiers.lost_words import with_letters
from intranet.dossiers.parsing import DossierRowReader
from intranet.dossiers.plausible import Bounds, bound_of
from intranet.dossiers.questions import ABSENT, Question, QuestionKind
from intranet.dossiers.remembered import AnswerOption, Remembered, heading
from intranet.dossiers.rows import DossierRowError, Doubt, ImportedRow, place_of
from intranet.dossiers.vocabulary import REQUIRED, ExportColumn
from intranet.kernel.formats import number
from intranet.kernel.tables.cells import text_of
from intranet.kernel.tables.reading import Table, tables

EXAMPLES = 3
LOOKED_AT = 200  # rows by which columns of words are told apart
RejectedRows = Mapping[tuple[str, int], Sequence[Any]]

NO_DUE = "Tệp không có cột hạn trả nên mọi hồ sơ đã giải quyết được tính là trước hạn."
EMPTY_DUE = "{count} hồ sơ không có hạn trả nên được tính là trước hạn và không bao giờ quá hạn."


@dataclass(frozen=True)
class UnderstoodList:
    """A list of the file, what its columns hold, and the cells of its first rows, without applicants."""

    list: DossierList
    columns: Columns
    examples: tuple[Sequence[Any], ...]


@dataclass(frozen=True)
class Import:
    """A file as it was read; no row is, while anything decisive about its lists and columns is to be asked.

    `rejected` keeps the cells of the rejected rows by sheet and row number, for the workbook that goes back to whoever
    sent the file. It names no applicant. `dated` and `totals` are None while no row is read.
    """

    lists: tuple[UnderstoodList, ...]
    rows: tuple[ImportedRow, ...] = ()
    errors: tuple[DossierRowError, ...] = ()
    warnings: tuple[Doubt, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: tuple[UnreadPart, ...] = ()
    rejected: RejectedRows = field(default_factory=dict)
    dated: ExportDay | None = None
    totals: ControlTotals | None = None

    @property
    def exported_on(self) -> date | None:
        """The day its title rows tell."""
        return title_day(self.lists)

    @property
    def read(self) -> int:
        """How many dossiers were met, rejected ones too; one that is repeated counts once."""
        return len(self.rows) + len(self.rejected)

    @property
    def is_sure(self) -> bool:
        """Whether there is nothing to ask."""
        return not self.questions

    @property
    def undecided(self) -> tuple[Question, ...]:
        """What a person must answer before anything can be imported."""
        return tuple(question for question in self.questions if question.is_decisive)


def read_file(data: bytes, name: str, known: Known) -> Import:
    """The dossiers of a file by its bytes and its name; Refused tells what to do with one that is no table."""
    found, doubts = with_letters(tables(data, name), known)
    imported = read(found, known, name)
    return replace(imported, warnings=(*doubts, *imported.warnings)) if doubts else imported


def read(found: Sequence[Table], known: Known, name: str = "") -> Import:
    """The dossiers of the lists that a file of this name holds."""
    layout = lay_out(found, known.remembered)
    lists = tuple(understood(one, known.remembered) for one in layout.lists)
    questions = (*layout.questions, *column_questions(lists), *extended_due_questions(lists, known))
    missing = [doubt for it in lists for doubt in no_due(it.columns, known.remembered)]
    doubts = list(dict.fromkeys([*layout.doubts, *missing]))
    if any(question.is_decisive for question in questions):
        return Import(lists, warnings=tuple(doubts), questions=questions, unread=layout.unread)
    lists = tuple(with_later_due(it, known) for it in lists)
    bounds = Bounds(bound_of(known, title_day(lists) or day_in_name(name)))
    looked_through = [look_through(it.list, it.columns.at, known, bounds) for it in lists]
    questions = (*questions, *once(question for _, asked in looked_through for question in asked))
    if any(question.is_decisive for question in questions):
        return Import(lists, warnings=tuple(doubts), questions=questions, unread=layout.unread)
    gathered = Gathered(known)
    for it, (days, _) in zip(lists, looked_through, strict=True):
        read_rows(it, days, known, gathered)
    rows = tuple(gathered.rows.values())
    doubts += without_due(lists, rows)
    dated = export_day(known.exported_on, title_day(lists), name, rows, known.today)
    asked = (dated.question,) if dated.question else ()
    return Import(
        lists,
        rows=rows,
        errors=tuple(gathered.errors),
        warnings=(*doubts, *gathered.doubts),
        questions=(*questions, *gathered.questions(), *asked),
        unread=layout.unread,
        rejected=gathered.rejected,
        dated=dated,
        totals=totals_of(rows, dated.day, gathered.not_yet, gathered.others.count()),
    )


def title_day(lists: Iterable[UnderstoodList]) -> date | None:
    """The latest day that the title rows of a list tell: sheets of earlier months may keep theirs."""
    return max((day for it in lists if (day := it.list.header.exported_on)), default=None)


def understood(one: DossierList, remembered: Remembered) -> UnderstoodList:
    columns = match(one.header.keys, remembered, some_cells(one))
    return UnderstoodList(one, columns, first_rows(one, columns))


def some_cells(one: DossierList) -> dict[int, list[str]]:
    """The texts of the first rows by the position of their column; blank where a row is shorter."""
    rows = [cells for _, cells in islice(one.rows(), LOOKED_AT)]
    width = len(one.header.texts)
    return {at: [text_of(cells[at]) if at < len(cells) else "" for cells in rows] for at in range(width)}


def first_rows(one: DossierList, columns: Columns) -> tuple[Sequence[Any], ...]:
    filled = (cells for _, cells in one.rows() if any(cell != "" for cell in cells))
    return tuple(without_applicant(cells, columns) for cells in islice(filled, EXAMPLES))


def without_applicant(cells: Sequence[Any], columns: Columns) -> Sequence[Any]:
    column = columns.at.get(ExportColumn.APPLICANT)
    return [("" if at == column else cell) for at, cell in enumerate(cells)]


def read_rows(it: UnderstoodList, days: ListDays, known: Known, gathered: Gathered) -> None:
    """Take the rows of a list, each as a dossier, as rejected, or as what only stands between them."""
    header, at = it.list.header, it.columns.at
    read = {column: place for column, place in at.items() if is_kept(column, known)}
    reader = DossierRowReader(read, it.list, known.remembered, days)
    between, groups = Between(at, it.list, known.remembered), Groups(known.fields, known.units)
    headings = {column: header.texts[place] for column, place in at.items()}
    gathered.begin(it.list.sheet, headings, hidden=at.get(ExportColumn.APPLICANT))
    for row_number, cells in it.list.rows():
        if row := reader.read(row_number, cells):
            gathered.take(groups.given(row) if groups.names else row, cells, reader.doubts)
        elif reader.is_no_dossier:
            gathered.not_yet += 1
        elif not between.holds(row_number, cells):
            gathered.reject(row_number, cells, reader.errors)
        elif between.caption:
            groups.begin(between.caption)
        elif between.is_total:
            groups.end()


def is_kept(column: ExportColumn, known: Known) -> bool:
    return known.keeps_applicants or column != ExportColumn.APPLICANT


def column_questions(lists: Sequence[UnderstoodList]) -> list[Question]:
    """Which column holds what, asked once of each header."""
    are_several = len({it.list.header.keys for it in lists}) > 1
    return once(question for it in lists for question in questions_of_list(it, are_several))


def questions_of_list(it: UnderstoodList, are_several: bool) -> list[Question]:
    where = f" của danh sách bắt đầu ở {place_of(it.list.sheet, it.list.header.row)}" if are_several else ""
    return [column_question(it, column, places, where) for column, places in it.columns.unsure.items()]


def once(questions: Iterable[Question]) -> list[Question]:
    """The first of those that are known by the same key."""
    found: dict[str, Question] = {}
    for question in questions:
        found.setdefault(question.key, question)
    return list(found.values())


def column_question(it: UnderstoodList, column: ExportColumn, places: Sequence[int], where: str = "") -> Question:
    """The headings that may be meant, by their keys; all that are left where no word hints at one."""
    keys = it.list.header.keys
    used = set(it.columns.at.values())
    offered = places or [at for at, name in enumerate(keys) if name and at not in used]
    options = [AnswerOption(keys[at], offer(it, at), heading(keys[at], column)) for at in offered]
    if column not in REQUIRED:
        options.append(AnswerOption(ABSENT, "Tệp không có cột này"))
    return Question(
        QuestionKind.COLUMN,
        f"{column.value}:{'|'.join(keys)}",
        f"Cột nào là {column.label.lower()}{where}?",
        tuple(options),
        is_decisive=column in it.columns.missing,
    )


def offer(it: UnderstoodList, at: int) -> str:
    sample = next((text for cells in it.examples if at < len(cells) and (text := text_of(cells[at]))), "")
    return f"Cột {it.list.header.name_of(at)}" + (f" (ví dụ: {sample})" if sample else "")


def no_due(columns: Columns, remembered: Remembered) -> list[Doubt]:
    column = ExportColumn.DUE_AT
    is_told = column in columns.at or column in remembered.absent or columns.unsure.get(column)
    return [] if is_told else [Doubt(0, column.label, "", NO_DUE)]


def without_due(lists: Iterable[UnderstoodList], rows: Iterable[ImportedRow]) -> list[Doubt]:
    """How many dossiers a column of due days tells none for, and how they count."""
    column = ExportColumn.DUE_AT
    headings = [it.list.header.texts[it.columns.at[column]] for it in lists if column in it.columns.at]
    count = sum(row.due_at is None for row in rows)
    if not headings or not count:
        return []
    return [Doubt(0, headings[0], "", EMPTY_DUE.format(count=number(count)), count)]
