"""What is to be asked about a file before it can count. Pure."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from intranet.dossiers.remembered import AnswerOption as AnswerOption
from intranet.dossiers.remembered import ReadingChoice, Remembered, StatusMeaning
from intranet.dossiers.vocabulary import Channel, ExportColumn, NoDossier, Status
from intranet.kernel.labels import Labelled

ABSENT, UNKNOWN = "absent", "unknown"  # the answers that are no heading and no meaning


class QuestionKind(Labelled):
    """What a question is about."""

    COLUMN = "column", "Cột"
    STATUS = "status", "Trạng thái"
    CHANNEL = "channel", "Hình thức tiếp nhận"
    CHOICE = "choice", "Cách đọc"
    DAY = "day", "Ngày"


MEANINGS: dict[QuestionKind, tuple[StatusMeaning | Channel, ...]] = {
    QuestionKind.STATUS: (*Status, *NoDossier),
    QuestionKind.CHANNEL: tuple(Channel),
}


@dataclass(frozen=True)
class Question:
    """`key` is what the answer is known by: a column and the headings it stands in, a word, or a name of a choice.

    A decisive one stays open until a person answers: nothing can be imported on a guess. `is_remembered`: the answer
    holds for later files of the source, too, and not for this file alone.
    """

    kind: QuestionKind
    key: str
    text: str
    options: tuple[AnswerOption, ...]
    is_decisive: bool = True
    is_remembered: bool = True

    @property
    def name(self) -> str:
        """Its name in a form: the same for the same question, whatever else is asked beside it."""
        return f"{self.kind.value}-{hashlib.sha256(self.key.encode()).hexdigest()[:12]}"

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "key": self.key,
            "text": self.text,
            "options": [[option.value, option.label, option.sentence] for option in self.options],
            "is_decisive": self.is_decisive,
            "is_remembered": self.is_remembered,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Question":
        return cls(
            QuestionKind(kept["kind"]),
            kept["key"],
            kept["text"],
            tuple(AnswerOption(*option) for option in kept["options"]),
            kept["is_decisive"],
            kept["is_remembered"],
        )


def column_of(question: Question) -> ExportColumn:
    """Which column a question about one asks for."""
    return ExportColumn(question.key.partition(":")[0])


def remembered_of(questions: Sequence[Question], answers: Mapping[str, str]) -> Remembered:
    """What these answers, by the names of the questions, say about the source; an "unknown" says nothing."""
    columns: dict[str, ExportColumn | None] = {}
    absent: set[ExportColumn] = set()
    words: dict[QuestionKind, dict[str, Any]] = {kind: {} for kind in MEANINGS}
    choices: dict[str, ReadingChoice] = {}
    for question in questions:
        value = answers[question.name]
        if not question.is_remembered or value == UNKNOWN:
            continue
        if question.kind is QuestionKind.COLUMN and value == ABSENT:
            absent.add(column_of(question))
        elif question.kind is QuestionKind.COLUMN:
            columns[value] = column_of(question)
        elif question.kind is QuestionKind.CHOICE:
            choices[question.key] = ReadingChoice(value, sentence_of(question, value), question.options)
        else:
            words[question.kind][question.key] = meaning_of(question.kind, value)
    return Remembered(columns, frozenset(absent), words[QuestionKind.STATUS], words[QuestionKind.CHANNEL], choices)


def sentence_of(question: Question, value: str) -> str:
    return next(option.sentence for option in question.options if option.value == value)


def meaning_of(kind: QuestionKind, value: str) -> Any:
    """Of a word, by what the answer is stored as."""
    return next(meaning for meaning in MEANINGS[kind] if meaning.value == value)


def kept_for_the_file(questions: Sequence[Question], answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that hold for this file alone, by what they are known by: those, and words left without a meaning."""
    return {
        known_by(question): answers[question.name]
        for question in questions
        if not question.is_remembered or answers[question.name] == UNKNOWN
    }


def day_said(questions: Sequence[Question], answers: Mapping[str, str]) -> date | None:
    """The day of export, where it was asked."""
    said = [answers[question.name] for question in questions if question.kind is QuestionKind.DAY]
    return date.fromisoformat(said[0]) if said else None


def known_by(question: Question) -> str:
    return question.key if question.kind is QuestionKind.CHOICE else f"{question.kind.value}:{question.key}"
