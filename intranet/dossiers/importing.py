"""A file of one source system as dossiers, errors, doubts and questions; nothing is written anywhere. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any

from intranet.dossiers.between import Between
from intranet.dossiers.columns import Columns, match
from intranet.dossiers.gathering import Gathered, Known
from intranet.dossiers.groups import Groups
from intranet.dossiers.lists import DossierList, UnreadPart, lay_out
from intranet.dossiers.lost_words import with_letters
from intranet.dossiers.parsing import DossierRowReader
from intranet.dossiers.questions import ABSENT, AnswerOption, Question, QuestionKind
from intranet.dossiers.remembered import Remembered, heading
from intranet.dossiers.rows import DossierRowError, Doubt, ImportedRow, place_of
from intranet.dossiers.vocabulary import REQUIRED, ExportColumn
from intranet.kernel.tables.cells import text_of
from intranet.kernel.tables.reading import Table, tables

EXAMPLES = 3
RejectedRows = Mapping[tuple[str, int], Sequence[Any]]

NO_DUE = "Tệp không có cột hạn trả nên mọi hồ sơ đã giải quyết được tính là trước hạn."


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
    sent the file. It names no applicant.
    """

    lists: tuple[UnderstoodList, ...]
    rows: tuple[ImportedRow, ...] = ()
    errors: tuple[DossierRowError, ...] = ()
    warnings: tuple[Doubt, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: tuple[UnreadPart, ...] = ()
    rejected: RejectedRows = field(default_factory=dict)

    @property
    def exported_on(self) -> date | None:
        """The day its title rows tell."""
        return next((day for read in self.lists if (day := read.list.header.exported_on)), None)

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
    imported = read(found, known)
    return replace(imported, warnings=(*doubts, *imported.warnings)) if doubts else imported


def read(found: Sequence[Table], known: Known) -> Import:
    """The dossiers of the lists that a file holds."""
    layout = lay_out(found, known.remembered)
    lists = tuple(understood(one, known.remembered) for one in layout.lists)
    questions = (*layout.questions, *column_questions(lists))
    missing = [doubt for it in lists for doubt in no_due(it.columns, known.remembered)]
    doubts = list(dict.fromkeys([*layout.doubts, *missing]))
    if any(question.is_decisive for question in questions):
        return Import(lists, warnings=tuple(doubts), questions=questions, unread=layout.unread)
    gathered = Gathered(known)
    for it in lists:
        read_rows(it, known, gathered)
    return Import(
        lists,
        rows=tuple(gathered.rows.values()),
        errors=tuple(gathered.errors),
        warnings=(*doubts, *gathered.doubts),
        questions=(*questions, *gathered.questions()),
        unread=layout.unread,
        rejected=gathered.rejected,
    )


def understood(one: DossierList, remembered: Remembered) -> UnderstoodList:
    columns = match(one.header.keys, remembered)
    return UnderstoodList(one, columns, first_rows(one, columns))


def first_rows(one: DossierList, columns: Columns) -> tuple[Sequence[Any], ...]:
    filled = (cells for _, cells in one.rows() if any(cell != "" for cell in cells))
    return tuple(without_applicant(cells, columns) for cells in islice(filled, EXAMPLES))


def without_applicant(cells: Sequence[Any], columns: Columns) -> Sequence[Any]:
    column = columns.at.get(ExportColumn.APPLICANT)
    return [("" if at == column else cell) for at, cell in enumerate(cells)]


def read_rows(it: UnderstoodList, known: Known, gathered: Gathered) -> None:
    """Take the rows of a list, each as a dossier, as rejected, or as what only stands between them."""
    header, at = it.list.header, it.columns.at
    read = {column: place for column, place in at.items() if is_kept(column, known)}
    reader = DossierRowReader(read, it.list, known.remembered, known.last_year)
    between, groups = Between(at, it.list, known.remembered), Groups(known.fields, known.units)
    headings = {column: header.texts[place] for column, place in at.items()}
    gathered.begin(it.list.sheet, headings, hidden=at.get(ExportColumn.APPLICANT))
    for number, cells in it.list.rows():
        if row := reader.read(number, cells):
            gathered.take(groups.given(row) if groups.names else row, cells, reader.doubts)
        elif not between.holds(number, cells):
            gathered.reject(number, cells, reader.errors)
        elif between.caption:
            groups.begin(between.caption)
        elif between.is_total:
            groups.end()


def is_kept(column: ExportColumn, known: Known) -> bool:
    return known.keeps_applicants or column != ExportColumn.APPLICANT


def column_questions(lists: Iterable[UnderstoodList]) -> list[Question]:
    """Which column holds what, asked once of each header."""
    found: dict[str, Question] = {}
    are_several = len({it.list.header.keys for it in lists}) > 1
    for it in lists:
        where = f" của danh sách bắt đầu ở {place_of(it.list.sheet, it.list.header.row)}" if are_several else ""
        for column, places in it.columns.unsure.items():
            question = column_question(it, column, places, where)
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
    is_told = column in columns.at or column in remembered.absent
    return [] if is_told else [Doubt(0, column.label, "", NO_DUE)]
