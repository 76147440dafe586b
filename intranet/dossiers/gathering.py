"""The rows of one file together: which are kept, which are rejected, what is odd in them. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from intranet.dossiers.parsing import UNKNOWN_CHANNEL, UNKNOWN_STATUS
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.rows import DossierRowError, Doubt, ImportedRow
from intranet.dossiers.vocabulary import ExportColumn
from intranet.kernel.search import fold
from intranet.kernel.tables.headings import key

SECOND = "Mã hồ sơ này đã có ở dòng {row} với nội dung khác. Hãy chỉ giữ lại dòng đúng."
UNKNOWN_PROCEDURE = "Mã TTHC này chưa có trong danh mục."
UNKNOWN_FIELD = "Lĩnh vực này chưa có trong danh mục."
UNKNOWN_UNIT = "Đây không phải đơn vị của cơ quan nên hồ sơ được giao cho đơn vị phụ trách lĩnh vực."


@dataclass(frozen=True)
class Known:
    """What the office knows when it reads a file. Fields and units are folded names; None: not known, not doubted."""

    today: date
    remembered: Remembered = field(default_factory=Remembered)
    procedures: Collection[str] | None = None
    fields: Collection[str] | None = None
    units: Collection[str] | None = None
    keeps_applicants: bool = False

    @property
    def last_year(self) -> int:
        """The last year a date may lie in."""
        return self.today.year + 1


@dataclass(frozen=True)
class WordQuestion:
    """A word for status or channel whose meaning nobody told yet: where it stands first, and in how many rows.

    `word` is a key for `Remembered`, "" an empty cell; `text` is the word as the file writes it.
    """

    column: ExportColumn
    word: str
    text: str
    row: int
    count: int


class Gathered:
    """Takes rows in their order; each code once."""

    def __init__(self, known: Known, headings: Mapping[ExportColumn, str]) -> None:
        self.headings = {column: headings.get(column, column.label) for column in ExportColumn}
        self.rows: dict[str, ImportedRow] = {}
        self.errors: list[DossierRowError] = []
        self.rejected: dict[int, list[Any]] = {}
        self.first: dict[tuple[str, str, str], int] = {}
        self.counts: Counter[tuple[str, str, str]] = Counter()
        self.is_procedure = test(known.procedures, str)
        self.is_field = test(known.fields, fold)
        self.is_unit = test(known.units, fold)

    def take(self, row: ImportedRow, cells: Sequence[Any], doubts: Iterable[Doubt]) -> None:
        """Keep a row, leave out the repetition of one, reject another that claims the same code."""
        first = self.rows.setdefault(row.code, row)
        if first is row:
            for doubt in doubts:
                self.doubt(doubt)
            self.compare(row)
        elif first.content != row.content:
            message = SECOND.format(row=first.row)
            self.reject(row.row, cells, [DossierRowError(row.row, self.headings[ExportColumn.CODE], row.code, message)])

    def reject(self, row: int, cells: Sequence[Any], errors: Iterable[DossierRowError]) -> None:
        self.rejected[row] = list(cells)
        self.errors.extend(errors)

    def compare(self, row: ImportedRow) -> None:
        """Doubt what the office does not know by this name; a row need not tell its unit."""
        if not self.is_procedure(row.procedure_code):
            self.unknown(row, ExportColumn.PROCEDURE_CODE, row.procedure_code, UNKNOWN_PROCEDURE)
        if not self.is_field(row.field):
            self.unknown(row, ExportColumn.FIELD, row.field, UNKNOWN_FIELD)
        if row.unit and not self.is_unit(row.unit):
            self.unknown(row, ExportColumn.UNIT, row.unit, UNKNOWN_UNIT)

    def unknown(self, row: ImportedRow, column: ExportColumn, value: str, message: str) -> None:
        self.doubted(row.row, self.headings[column], value, message)

    def doubt(self, doubt: Doubt) -> None:
        """Say one thing once, and of how many rows."""
        self.doubted(doubt.row, doubt.column, doubt.value, doubt.message)

    def doubted(self, row: int, column: str, value: str, message: str) -> None:
        about = (column, value, message)
        self.first.setdefault(about, row)
        self.counts[about] += 1

    @property
    def doubts(self) -> list[Doubt]:
        """Each thing that is odd, where it stands first, and in how many rows."""
        return [Doubt(row, *about, self.counts[about]) for about, row in self.first.items()]

    def words(self) -> list[WordQuestion]:
        """The unknown words, the most frequent first, each column's by themselves."""
        found: dict[tuple[ExportColumn, str], WordQuestion] = {}
        for error in self.errors:
            if error.message == UNKNOWN_STATUS:
                ask(found, ExportColumn.STATUS, error.value, error.row, 1)
        for doubt in self.doubts:
            if doubt.message == UNKNOWN_CHANNEL:
                ask(found, ExportColumn.CHANNEL, doubt.value, doubt.row, doubt.count)
        return sorted(found.values(), key=lambda question: (question.column, -question.count, question.row))


def ask(
    found: dict[tuple[ExportColumn, str], WordQuestion], column: ExportColumn, text: str, row: int, count: int
) -> None:
    word = key(text)
    earlier = found.get((column, word), WordQuestion(column, word, text, row, 0))
    found[column, word] = replace(earlier, count=earlier.count + count)


def test(known: Collection[str] | None, spelling: Callable[[str], str]) -> Callable[[str], bool]:
    """Whether a text is among the known ones; each text is looked at once. Everything is where nothing is known."""
    answers: dict[str, bool] = {}

    def is_known(text: str) -> bool:
        if known is None:
            return True
        if text not in answers:
            answers[text] = spelling(text) in known
        return answers[text]

    return is_known
