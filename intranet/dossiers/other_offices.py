"""Which rows of a file are another office's dossiers: asked about once for each office, and remembered. Pure."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from intranet.dossiers.codes import office_of
from intranet.dossiers.offices import OwnNames
from intranet.dossiers.questions import Question, QuestionKind
from intranet.dossiers.remembered import AnswerOption
from intranet.dossiers.rows import ImportedRow

COUNT, LEAVE_OUT = "count", "leave_out"
ASKED_BY_NAME = "{count} hồ sơ ghi đơn vị “{name}”, không phải cơ quan mình. Có tính các hồ sơ này không?"
ASKED_BY_CODE = "{count} hồ sơ có mã của cơ quan khác (ví dụ {name}). Có tính các hồ sơ này không?"
COUNTED, LEFT_OUT = "Hồ sơ {of} được tính", "Hồ sơ {of} được để ngoài"


@dataclass(frozen=True)
class OtherOffice:
    """An office that is not ours: by what the answer about it is known, how it is asked, how it is called."""

    key: str
    asked: str
    of: str


class OtherOffices:
    """Looks at each row's unit and at whose numbers its code is from.

    The name of a unit goes before the code. Where neither the settings nor earlier imports tell which is ours, the one
    is that most of the file's rows have.
    """

    def __init__(
        self, own: OwnNames, numberings: Collection[tuple[str, ...]], choice: Callable[[str], str | None]
    ) -> None:
        self.own, self.choice = own, choice
        self.numberings = frozenset(numberings)
        self.by_unit: dict[str, tuple[bool, str]] = {}
        self.by_prefix: dict[str, tuple[str, ...]] = {}
        self.left_out = 0
        self.own_numberings: set[tuple[str, ...]] = set()
        self.named: Counter[str] = Counter()
        self.numbered: Counter[tuple[str, ...]] = Counter()
        self.examples: dict[str | tuple[str, ...], str] = {}

    def are_left_out(self, row: ImportedRow) -> bool:
        """Whether somebody said that the dossiers of the office of this row are not to be taken."""
        commune, numbering = self.places(row)
        keys = [name for name, tells in ((by_name(commune), commune), (by_code(numbering), numbering)) if tells]
        is_left_out = any(self.choice(name) == LEAVE_OUT for name in keys)
        self.left_out += is_left_out
        return is_left_out

    def take(self, row: ImportedRow) -> None:
        """Note a row that is kept."""
        is_ours, commune = self.unit(row.unit)
        numbering = self.numbering(row.code)
        if is_ours:
            self.own_numberings.add(numbering)
        elif commune:
            self.named[commune] += 1
            self.examples.setdefault(commune, row.unit)
        elif numbering:
            self.numbered[numbering] += 1
            self.examples.setdefault(numbering, row.code)

    def places(self, row: ImportedRow) -> tuple[str, tuple[str, ...]]:
        """The other commune that the unit names, and whose numbers the code is from, where the unit is not ours."""
        is_ours, commune = self.unit(row.unit)
        return commune, () if is_ours else self.numbering(row.code)

    def unit(self, name: str) -> tuple[bool, str]:
        """Whether it is ours, and the other commune it names."""
        if name not in self.by_unit:
            self.by_unit[name] = (self.own.are_ours(name), self.own.other_commune(name))
        return self.by_unit[name]

    def numbering(self, code: str) -> tuple[str, ...]:
        prefix, _, day = code.rpartition("-")[0].rpartition("-")
        if len(day) != 6 or not day.isdigit():
            return ()
        if prefix not in self.by_prefix:
            self.by_prefix[prefix] = office_of(prefix)
        return self.by_prefix[prefix]

    def questions(self) -> list[Question]:
        """One for each office that nobody answered about."""
        named = [
            self.question(by_name(commune), ASKED_BY_NAME, count, self.examples[commune], f"của “{commune}”")
            for commune, count in self.named.most_common()
        ]
        numbered = [
            self.question(by_code(it), ASKED_BY_CODE, count, self.examples[it], f"có mã như “{self.examples[it]}”")
            for it, count in self.numbered_elsewhere()
        ]
        return [question for question in (*named, *numbered) if self.choice(question.key) is None]

    def count(self) -> int:
        """How many rows are other offices', left out or counted."""
        return self.left_out + self.named.total() + sum(count for _, count in self.numbered_elsewhere())

    def numbered_elsewhere(self) -> list[tuple[tuple[str, ...], int]]:
        ours = self.numberings or (self.own_numberings - {()}) or self.most_frequent()
        return [(it, count) for it, count in self.numbered.most_common() if ours and it not in ours]

    def most_frequent(self) -> frozenset[tuple[str, ...]]:
        """Whose numbers more than half of the rows are from that tell it."""
        (best, count), *_ = self.numbered.most_common(1) or [((), 0)]
        return frozenset({best}) if 2 * count > self.numbered.total() else frozenset()

    def question(self, name: str, asked: str, count: int, example: str, of: str) -> Question:
        options = (
            AnswerOption(COUNT, "Tính vào số liệu của cơ quan", COUNTED.format(of=of)),
            AnswerOption(LEAVE_OUT, "Để ngoài, không nhập", LEFT_OUT.format(of=of)),
        )
        return Question(QuestionKind.CHOICE, name, asked.format(count=count, name=example), options)


def by_name(commune: str) -> str:
    return f"office:{commune}"


def by_code(numbering: tuple[str, ...]) -> str:
    return f"numbering:{'.'.join(numbering)}"
