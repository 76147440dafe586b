"""Where in a file lists of dossiers stand, and what of it is not read. Pure."""

import re
import sys
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile, islice
from typing import Any

from intranet.dossiers.codes import NUMBERED, compared
from intranet.dossiers.columns import match
from intranet.dossiers.header import Header, candidates, find, known_headings
from intranet.dossiers.heads import LIKE_A_DATE, Head, heads
from intranet.dossiers.questions import AnswerOption, Question, QuestionKind
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.rows import Doubt
from intranet.dossiers.synonyms import KNOWN_COLUMNS
from intranet.dossiers.vocabulary import REQUIRED, ExportColumn
from intranet.kernel.tables.cells import text_of
from intranet.kernel.tables.headings import key
from intranet.kernel.tables.reading import Row, Table
from intranet.kernel.workflow import Refused

NO_HEADER = "Không tìm thấy dòng tiêu đề cột. Hãy kiểm tra tệp này có phải danh sách hồ sơ không."
OTHER_SHEET = "Trang tính này cũng có danh sách hồ sơ, với các cột khác, nhưng chưa được đọc."
BESIDE = "Bên phải, từ cột {column}, còn một danh sách hồ sơ nữa chưa được đọc. Hãy chuyển sang trang tính riêng."
NO_HEAD_THERE = "Trang tính này có dòng như hồ sơ nhưng không có dòng tiêu đề cột nên chưa được đọc."
LACKS = "Trang tính này có hồ sơ nhưng thiếu cột {columns} nên chưa được đọc. Hãy thêm cột đó rồi nhập lại."
TOO_MANY = "Trang “{sheet}” có quá nhiều danh sách với các cột khác nhau. Hãy chia thành nhiều trang tính."
LEFT_OUT = "Trang “{sheet}” cũng có danh sách hồ sơ, không đọc theo câu trả lời đã ghi nhớ."
# Columns a list may lack or have, and still be of the same kind.
INCIDENTAL = frozenset({ExportColumn.ORDINAL, ExportColumn.APPLICANT})
MOST_LISTS = 40  # of different columns in one sheet; each is read from the top
SHEETS, ALL, ALIKE = "sheets", "all", "alike"
# H37-0001 or 000.00.14.H37-251203-0004, and no day.
LIKE_A_CODE = re.compile(r"(?!\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$)(?=\S*\d{3})\S+[-–/]\S+")
LOOKED_AT = 200  # rows by which the codes of a file are known
DIGITS, LETTERS = re.compile("[0-9]+"), re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class DossierList:
    """One list: its sheet, its header, and the rows below it, as often as they are asked for.

    `is_text`: of a CSV file, where a separator inside a text may have moved the cells of a row. `header_rows` are the
    numbers of the last rows of its header, which may stand again, as on every printed page. Lists of one `kind` tell
    the same of dossiers. `beside` is the column in which another list begins in the same rows. One that is not filled
    has a header and no dossiers.
    """

    sheet: str
    header: Header
    rows: Callable[[], Iterator[Row]]
    is_text: bool = False
    kind: frozenset[ExportColumn] = frozenset()
    code: int | None = None
    header_rows: tuple[int, ...] = ()
    beside: str = ""
    is_filled: bool = True


@dataclass(frozen=True)
class UnreadPart:
    """What was not read though it holds a list: where it begins, and why."""

    sheet: str
    row: int
    why: str


@dataclass(frozen=True)
class FileLayout:
    """The lists to be read in their order, what is left aside, what is odd, and what has to be asked about it."""

    lists: tuple[DossierList, ...]
    unread: tuple[UnreadPart, ...] = ()
    questions: tuple[Question, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def lay_out(tables: Sequence[Table], remembered: Remembered) -> FileLayout:
    """All lists of one kind, in however many sheets; those with other columns where somebody said so.

    Where no header is sure, the sheet that looks most like a list of dossiers; Refused where none does.
    """
    sheets = [lists_of(table, remembered) for table in tables]
    if any(one.is_filled for lists in sheets for one in lists):
        sheets = [[one for one in lists if one.is_filled] for lists in sheets]
    found = [one for lists in sheets for one in lists]
    if not found:
        return FileLayout((likeliest(tables, remembered),))
    best = max(sheets, key=lambda lists: max((len(one.kind) for one in lists), default=0))
    alike = [one for lists in sheets if kinds(lists) <= kinds(best) for one in lists]
    others = [lists[0] for lists in sheets if not kinds(lists) <= kinds(best)]
    aside = Aside(max(kinds(best), key=len), shapes_of(found), remembered)
    unread = [part for table, lists in zip(tables, sheets, strict=True) for part in aside.of(table, lists)]
    choice = remembered.choices.get(SHEETS)
    if others and choice is None:
        others_aside = [UnreadPart(one.sheet, one.header.row, OTHER_SHEET) for one in others]
        return FileLayout(tuple(alike), (*others_aside, *unread), (which_sheets(alike, others),))
    if others and choice and choice.value == ALIKE:
        doubts = tuple(Doubt(0, "", one.sheet, LEFT_OUT.format(sheet=one.sheet)) for one in others)
        return FileLayout(tuple(alike), tuple(unread), doubts=doubts)
    return FileLayout(tuple(found), tuple(unread))


def likeliest(tables: Sequence[Table], remembered: Remembered) -> DossierList:
    """The sheet whose header names most; what its columns hold has to be asked."""
    headers = [(table, header) for table in tables if (header := find(table, remembered))]
    if not headers:
        raise Refused(NO_HEADER)
    table, header = max(headers, key=lambda it: known_headings(it[1].texts, remembered))
    head = Head(header.row, header, header.keys)
    return list_below(table, [head], [head], remembered)


def lists_of(table: Table, remembered: Remembered) -> list[DossierList]:
    """The lists of a sheet; one whose header stands again goes on below it."""
    found = heads(table, remembered)
    alike: dict[tuple[str, ...], list[Head]] = {}
    for head in found:
        alike.setdefault(head.keys, []).append(head)
    if len(alike) > MOST_LISTS:
        raise Refused(TOO_MANY.format(sheet=table.name))
    return [list_below(table, found, own, remembered) for own in alike.values()]


def list_below(table: Table, found: Sequence[Head], own: Sequence[Head], remembered: Remembered) -> DossierList:
    """What lies below one header, wherever it stands among those of its sheet."""
    header = own[0].header
    width = width_of(header.texts)

    def rows() -> Iterator[Row]:
        everything = rows_below(table, found, own)
        return everything if width == len(header.texts) else ((number, cells[:width]) for number, cells in everything)

    at = match(header.keys, remembered).at
    return DossierList(
        table.name,
        replace(header, texts=header.texts[:width]),
        rows,
        table.is_text,
        kind=frozenset(at.keys() - INCIDENTAL),
        code=at.get(ExportColumn.CODE),
        header_rows=tuple(head.header.row for head in own),
        is_filled=any(head.is_filled for head in own),
        beside=header.name_of(width) if width < len(header.texts) else "",
    )


def rows_below(table: Table, found: Sequence[Head], own: Sequence[Head]) -> Iterator[Row]:
    if len(found) == 1:
        return dropwhile(lambda row: row[0] <= own[0].header.row, table.rows())
    return rows_between(table, found, {head.first for head in own})


def rows_between(table: Table, found: Sequence[Head], own: Container[int]) -> Iterator[Row]:
    """The rows below each header that begins in one of the rows `own`, up to the next header."""
    begins = iter([*((head.first, head.header.row) for head in found), (sys.maxsize, sys.maxsize)])
    is_own, last, (first, end) = False, 0, next(begins)
    for number, cells in table.rows():
        if number >= first:
            is_own, last = first in own, end
            first, end = next(begins)
        if is_own and number > last:
            yield number, cells


def width_of(texts: Sequence[str]) -> int:
    """How many columns the list takes: all, or those before a second list in the same rows begins."""
    columns = [KNOWN_COLUMNS.get(key(text)) for text in texts]
    for at, column in enumerate(columns):
        before = set(columns[:at])
        if column and column in before and before >= REQUIRED and set(columns[at:]) >= REQUIRED:
            return at
    return len(texts)


def kinds(lists: Sequence[DossierList]) -> set[frozenset[ExportColumn]]:
    return {one.kind for one in lists}


def shape(code: str) -> str:
    """How a code is built, whatever its numbers and letters are."""
    return LETTERS.sub("A", DIGITS.sub("0", compared(code)))


def shapes_of(lists: Sequence[DossierList]) -> set[str]:
    """How the first codes of each list are built."""
    return {
        shape(text)
        for one in lists
        if one.code is not None
        for _, cells in islice(one.rows(), LOOKED_AT)
        if one.code < len(cells) and (text := text_of(cells[one.code])) and DIGITS.search(text)
    }


@dataclass(frozen=True)
class Aside:
    """Finds what cannot be read of a file whose first list tells `kind`, with codes of these `shapes`."""

    kind: frozenset[ExportColumn]
    shapes: set[str]
    remembered: Remembered

    def of(self, table: Table, lists: Sequence[DossierList]) -> Iterator[UnreadPart]:
        """Of one sheet: a list beside another one, one that lacks a column, dossiers without a header."""
        for one in lists:
            if one.beside:
                yield UnreadPart(one.sheet, one.header.row, BESIDE.format(column=one.beside))
        if not lists and (part := self.lacking(table) or self.headless(table)):
            yield part

    def lacking(self, table: Table) -> UnreadPart | None:
        """A list whose header names a code and a receipt, or most of what the first list's does."""
        head = table.head()
        for number, texts in candidates(head):
            at = match(Header(number, texts).keys, self.remembered).at
            is_list = {ExportColumn.CODE, ExportColumn.RECEIVED_AT} <= at.keys()
            if not is_list and len(at.keys() & self.kind) * 2 <= len(self.kind):
                continue
            if any(self.tells_code_and_day(cells, at.get(ExportColumn.CODE)) for row, cells in head if row > number):
                missing = [f"“{column.label}”" for column in ExportColumn if column in REQUIRED - at.keys()]
                return UnreadPart(table.name, number, LACKS.format(columns=", ".join(missing)))
        return None

    def headless(self, table: Table) -> UnreadPart | None:
        for number, cells in table.head():
            if self.tells_dossier(cells):
                return UnreadPart(table.name, number, NO_HEAD_THERE)
        return None

    def tells_code_and_day(self, cells: Sequence[Any], code: int | None) -> bool:
        """Whether a row holds a day, and a code: below its heading, or anywhere where none is known."""
        texts = [text_of(cell) for cell in cells]
        own = texts if code is None else texts[code : code + 1]
        is_coded = any(LIKE_A_CODE.fullmatch(text) or (text and shape(text) in self.shapes) for text in own)
        return is_coded and tells_day(cells, texts)

    def tells_dossier(self, cells: Sequence[Any]) -> bool:
        """Whether a row without a header holds what only dossiers have together: a day, a code, or like one a status.

        Documents have days and numbers, too; theirs are built otherwise than the codes of this file.
        """
        texts = [text_of(cell) for cell in cells]
        like_codes = [text for text in texts if LIKE_A_CODE.fullmatch(text)]
        if not like_codes or not tells_day(cells, texts):
            return False
        is_own = any(shape(text) in self.shapes or NUMBERED.fullmatch(compared(text)) for text in like_codes)
        return is_own or any(text and self.remembered.status(text) for text in texts)


def tells_day(cells: Sequence[Any], texts: Sequence[str]) -> bool:
    return any(isinstance(cell, date) or LIKE_A_DATE.search(text) for cell, text in zip(cells, texts, strict=True))


def which_sheets(alike: Sequence[DossierList], others: Sequence[DossierList]) -> Question:
    """Whether lists with other columns are read, too; the answer holds whatever the sheets are named."""
    first = ", ".join(f"“{name}”" for name in dict.fromkeys(one.sheet for one in alike))
    rest = ", ".join(f"“{one.sheet}”" for one in others)
    count = len({one.sheet for one in (*alike, *others)})
    return Question(
        QuestionKind.CHOICE,
        SHEETS,
        f"Tệp có {count} trang tính có hồ sơ, với các cột khác nhau: {first} và {rest}. Đọc trang nào?",
        (
            AnswerOption(ALL, "Đọc tất cả các trang", "Đọc mọi trang tính có hồ sơ"),
            AnswerOption(ALIKE, f"Chỉ đọc {first}", "Chỉ đọc các trang tính có đủ cột nhất"),
        ),
        is_decisive=False,
    )
