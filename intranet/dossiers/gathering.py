"""The rows of one file together: which are kept, which are rejected, what is odd in them. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from intranet.dossiers.codes import other_shapes
from intranet.dossiers.offices import OwnNames
from intranet.dossiers.other_offices import OtherOffices
from intranet.dossiers.parsing import UNKNOWN_CHANNEL, UNKNOWN_STATUS
from intranet.dossiers.questions import MEANINGS, UNKNOWN, Question, QuestionKind
from intranet.dossiers.remembered import AnswerOption, Remembered
from intranet.dossiers.rows import DossierRowError, Doubt, ImportedRow, place_of
from intranet.dossiers.vocabulary import ExportColumn
from intranet.kernel.search import fold
from intranet.kernel.tables.headings import key
from intranet.procedures.codes import mended

MOST_WORDS = 50  # of status and channel; more of them are no words but another column
SECOND = "Mã hồ sơ này đã có ở {place} với nội dung khác. Hãy chỉ giữ lại dòng đúng."
IN_SHEETS = (
    "Có {count} hồ sơ ở nhiều trang tính với nội dung khác nhau, như {code} ở {first} và {place}. Lấy theo trang nào?"
)
REPEATED, EARLIER, LATER = "repeated", "earlier", "later"
UNKNOWN_PROCEDURE = "Mã TTHC này chưa có trong danh mục."
MENDED_PROCEDURE = "Mã TTHC này bị bảng tính bỏ mất số 0 hoặc dấu chấm, được hiểu là mã trong danh mục."
SPOILED_PROCEDURE = "Mã TTHC này không theo dạng 1.000123, có thể bảng tính đã bỏ mất số 0 hoặc dấu chấm."
NO_CHANNEL = "Chưa rõ hình thức tiếp nhận này. Hãy chọn nghĩa trên trang nhập hồ sơ hoặc sửa lại ô này."
UNKNOWN_FIELD = "Lĩnh vực này chưa có trong danh mục."
UNKNOWN_UNIT = "Đây không phải đơn vị của cơ quan nên hồ sơ được giao cho đơn vị phụ trách lĩnh vực."


@dataclass(frozen=True)
class Known:
    """What the office knows when it reads a file. Fields and units are folded names; None: not known, not doubted.

    `answers` were given about this file alone, by what they are known by (questions.py). `exported_on` is the day that
    a person says. `numberings` are those of the dossiers imported before. `asks_nobody`: a command reads the file, so
    that a channel nobody knows rejects its rows.
    """

    today: date
    remembered: Remembered = field(default_factory=Remembered)
    procedures: Collection[str] | None = None
    fields: Collection[str] | None = None
    units: Collection[str] | None = None
    keeps_applicants: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    exported_on: date | None = None
    own_names: OwnNames = field(default_factory=OwnNames)
    numberings: Collection[tuple[str, ...]] = ()
    asks_nobody: bool = False

    def choice(self, name: str) -> str | None:
        """How something is to be read that can be read in several ways: as somebody said, of this file or of all."""
        remembered = self.remembered.choices.get(name)
        return self.answers.get(name) or (remembered.value if remembered else None)


LEFT_OPEN = {
    QuestionKind.STATUS: "Chưa rõ: các dòng này chưa nhập được",
    QuestionKind.CHANNEL: "Chưa rõ: không tính vào hình thức nào",
}


class Gathered:
    """Takes the rows of each list in their order; each code once."""

    def __init__(self, known: Known) -> None:
        self.sheet = ""
        self.headings: dict[ExportColumn, str] = {}
        self.hidden: int | None = None
        self.rows: dict[str, ImportedRow] = {}
        self.errors: list[DossierRowError] = []
        self.of_columns: set[DossierRowError] = set()
        self.rejected: dict[tuple[str, int], list[Any]] = {}
        self.first: dict[tuple[str, str, str], tuple[str, int]] = {}
        self.counts: Counter[tuple[str, str, str]] = Counter()
        self.offices: set[str] = set()  # what stands before the day in the codes
        self.offices_alike = cache(other_shapes)
        self.sheet_that_holds = known.choice(REPEATED)
        self.clashes: list[tuple[ImportedRow, ImportedRow]] = []  # of one code in two sheets
        self.is_procedure = test(known.procedures, str)
        self.is_field = test(known.fields, fold)
        self.is_unit = test(known.units, fold)
        self.is_own_name = cache(known.own_names.are_ours)
        self.asks_nobody = known.asks_nobody
        self.others = OtherOffices(known.own_names, known.numberings, known.choice)
        self.not_yet = 0

    def begin(self, sheet: str, headings: Mapping[ExportColumn, str], hidden: int | None) -> None:
        """Go on with the next list; the cell at `hidden` is not kept of rejected rows."""
        self.sheet, self.hidden = sheet, hidden
        self.headings = {column: headings.get(column, column.label) for column in ExportColumn}

    def take(self, row: ImportedRow, cells: Sequence[Any], doubts: Sequence[Doubt]) -> None:
        """Keep a row, leave out the repetition of one, reject another that claims the same code."""
        if self.others.are_left_out(row):
            return
        if self.asks_nobody and any(is_unknown_word(doubt) for doubt in doubts):
            self.refuse_channel(row, cells, doubts)
            return
        if not self.is_procedure(row.procedure_code):
            row = self.with_mended_procedure(row)
        written = row.code
        row = self.with_first_shape(row)
        first = self.rows.setdefault(row.code, row)
        if first is row:
            self.others.take(row)
            for doubt in doubts:
                self.doubted(doubt.row, doubt.column, doubt.value, doubt.message)
            self.compare(row)
        elif first.content != row.content and not self.is_settled(first, row):
            message = SECOND.format(place=place_of(first.sheet, first.row))
            error = DossierRowError(row.row, self.headings[ExportColumn.CODE], written, message, row.sheet)
            self.reject(row.row, cells, [error])

    def with_first_shape(self, row: ImportedRow) -> ImportedRow:
        """By the code that was met first, where the same office's same number of the same minute was in another shape.

        As in joining.py, only the minute makes it sure.
        """
        office, _, rest = row.code.partition("-")
        self.offices.add(office)
        for other in self.offices_alike(office):
            if other in self.offices:
                first = self.rows.get(f"{other}-{rest}")
                if first and first.received_at == row.received_at:
                    return replace(row, code=first.code)
        return row

    def is_settled(self, first: ImportedRow, row: ImportedRow) -> bool:
        """Whether somebody said which sheet holds for a dossier that stands in two; that one's row is kept."""
        if first.sheet == row.sheet:
            return False
        if self.sheet_that_holds == LATER:
            self.rows[row.code] = row
        elif self.sheet_that_holds != EARLIER:
            self.clashes.append((first, row))
        return self.sheet_that_holds in (EARLIER, LATER)

    def reject(self, row: int, cells: Sequence[Any], errors: Iterable[DossierRowError]) -> None:
        """Keep why a row is left out; what is wrong with a whole column is said once, at the first row it rejects."""
        self.rejected[self.sheet, row] = ["" if at == self.hidden else cell for at, cell in enumerate(cells)]
        for error in errors:
            if error.row:
                self.errors.append(error)
            elif error not in self.of_columns:
                self.of_columns.add(error)
                self.errors.append(replace(error, row=row))

    def refuse_channel(self, row: ImportedRow, cells: Sequence[Any], doubts: Sequence[Doubt]) -> None:
        doubt = next(filter(is_unknown_word, doubts))
        self.reject(row.row, cells, [DossierRowError(row.row, doubt.column, doubt.value, NO_CHANNEL, row.sheet)])

    def with_mended_procedure(self, row: ImportedRow) -> ImportedRow:
        """As the catalogue has the code, where a spreadsheet took it for a number."""
        whole = mended(row.procedure_code)
        if whole is None or not self.is_procedure(whole):
            return row
        self.unknown(row, ExportColumn.PROCEDURE_CODE, row.procedure_code, MENDED_PROCEDURE)
        return replace(row, procedure_code=whole)

    def compare(self, row: ImportedRow) -> None:
        """Doubt what the office does not know by this name; a row need not tell its unit."""
        if not self.is_procedure(row.procedure_code):
            message = (
                UNKNOWN_PROCEDURE if row.procedure_code == "" or not mended(row.procedure_code) else SPOILED_PROCEDURE
            )
            self.unknown(row, ExportColumn.PROCEDURE_CODE, row.procedure_code, message)
        if not self.is_field(row.field):
            self.unknown(row, ExportColumn.FIELD, row.field, UNKNOWN_FIELD)
        if row.unit and not self.is_unit(row.unit) and not self.is_own_name(row.unit):
            self.unknown(row, ExportColumn.UNIT, row.unit, UNKNOWN_UNIT)

    def unknown(self, row: ImportedRow, column: ExportColumn, value: str, message: str) -> None:
        self.doubted(row.row, self.headings[column], value, message)

    def doubted(self, row: int, column: str, value: str, message: str) -> None:
        """Say one thing once, and of how many rows."""
        about = (column, value, message)
        self.first.setdefault(about, (self.sheet, row))
        self.counts[about] += 1

    @property
    def doubts(self) -> list[Doubt]:
        """Each thing that is odd, where it stands first, and in how many rows."""
        return [Doubt(row, *about, self.counts[about], sheet) for about, (sheet, row) in self.first.items()]

    def questions(self) -> list[Question]:
        """What the unknown words mean, the most frequent first, each column's by themselves."""
        statuses = ((error.value, 1) for error in self.errors if error.message == UNKNOWN_STATUS)
        refused = ((error.value, 1) for error in self.errors if error.message == NO_CHANNEL)
        doubted = ((doubt.value, doubt.count) for doubt in self.doubts if doubt.message == UNKNOWN_CHANNEL)
        channels = (*refused, *doubted)
        words = [*word_questions(QuestionKind.STATUS, statuses), *word_questions(QuestionKind.CHANNEL, channels)]
        sheets = [which_holds(self.clashes)] if self.clashes else []
        return [*words, *sheets, *self.others.questions()]


def is_unknown_word(doubt: Doubt) -> bool:
    """Whether a cell holds a word for a channel that nobody knows; an empty one holds none."""
    return doubt.message == UNKNOWN_CHANNEL and doubt.value != ""


def which_holds(clashes: Sequence[tuple[ImportedRow, ImportedRow]]) -> Question:
    """Which of the sheets that tell differently of a dossier is to be believed."""
    first, row = clashes[0]
    places = {"first": place_of(first.sheet, first.row), "place": place_of(row.sheet, row.row)}
    sentence = "Hồ sơ có ở nhiều trang tính được lấy theo trang đứng {}"
    return Question(
        QuestionKind.CHOICE,
        REPEATED,
        IN_SHEETS.format(count=len({first.code for first, _ in clashes}), code=first.code, **places),
        (
            AnswerOption(EARLIER, "Trang đứng trước", sentence.format("trước")),
            AnswerOption(LATER, "Trang đứng sau", sentence.format("sau")),
            AnswerOption(UNKNOWN, "Chưa rõ: các dòng ở trang sau chưa nhập được"),
        ),
        is_decisive=False,
    )


def word_questions(kind: QuestionKind, found: Iterable[tuple[str, int]]) -> list[Question]:
    """One for each word, from its spellings and in how many rows each stands."""
    counts: Counter[str] = Counter()
    spellings: dict[str, str] = {}
    for text, count in found:
        word = key(text)
        spellings.setdefault(word, text)
        counts[word] += count
    return [word_question(kind, word, spellings[word], count) for word, count in counts.most_common(MOST_WORDS)]


def word_question(kind: QuestionKind, word: str, text: str, count: int) -> Question:
    said = f"Từ “{text}”" if text else "Ô để trống"
    meanings = tuple(AnswerOption(member.value, member.label) for member in MEANINGS[kind])
    return Question(
        kind,
        word,
        f"{said} ở mục {kind.label.lower()} ({count} dòng) nghĩa là gì?",
        (*meanings, AnswerOption(UNKNOWN, LEFT_OPEN[kind])),
        is_decisive=False,
    )


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
