"""What somebody once answered about a source: what its columns are, and what its words mean. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from intranet.dossiers.synonyms import channel_of, status_of
from intranet.dossiers.vocabulary import Channel, ExportColumn, NoDossier, Status
from intranet.kernel.tables.headings import key

StatusMeaning = Status | NoDossier


def status_meaning(value: str) -> StatusMeaning:
    """By what it is stored as."""
    return NoDossier(value) if value in set(NoDossier) else Status(value)


@dataclass(frozen=True)
class AnswerOption:
    """One answer to choose: its value, how it is offered, and the sentence it makes once it is remembered."""

    value: str
    label: str
    sentence: str = ""


@dataclass(frozen=True)
class ReadingChoice:
    """How a file of the source is read where several ways are possible, the sentence that says so, and the others."""

    value: str
    sentence: str
    options: tuple[AnswerOption, ...] = ()


@dataclass(frozen=True)
class Answer:
    """One thing that was answered: its key, the sentence it makes, its value, and what it can be changed to."""

    key: str
    sentence: str
    value: str
    options: tuple[AnswerOption, ...]

    def can_be(self, value: str) -> bool:
        return any(option.value == value for option in self.options)


NOT_READ, NOT_THERE = "not_read", "not_there"
OF_COLUMNS = (
    *(AnswerOption(column.value, column.label) for column in ExportColumn),
    AnswerOption(NOT_READ, "Không dùng"),
)
OF_STATUSES = tuple(AnswerOption(meaning.value, meaning.label) for meaning in (*Status, *NoDossier))
OF_CHANNELS = tuple(AnswerOption(channel.value, channel.label) for channel in Channel)


def heading(name: str, column: ExportColumn | None) -> str:
    return f"Cột “{name}” là {column.label.lower()}" if column else f"Cột “{name}” không dùng"


@dataclass(frozen=True)
class Remembered:
    """Keyed by `synonyms.key` of the heading or word; it wins over what is known of all systems.

    A column of None is not read. `absent` are the columns the source does not have. The word "" is an empty cell.
    `choices` are keyed as their question is (questions.py).
    """

    columns: Mapping[str, ExportColumn | None] = field(default_factory=dict)
    absent: frozenset[ExportColumn] = frozenset()
    statuses: Mapping[str, StatusMeaning] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    choices: Mapping[str, ReadingChoice] = field(default_factory=dict)

    def status(self, text: str) -> StatusMeaning | None:
        word = key(text)
        return self.statuses.get(word) or status_of(word)

    def channel(self, text: str) -> Channel | None:
        word = key(text)
        return self.channels.get(word) or channel_of(word)

    def with_answers(self, other: "Remembered") -> "Remembered":
        """Both together; the other's answers win, and a column it found is no longer absent."""
        columns = {**self.columns, **other.columns}
        return replace(
            self,
            columns=columns,
            absent=(self.absent | other.absent) - {column for column in other.columns.values() if column},
            statuses={**self.statuses, **other.statuses},
            channels={**self.channels, **other.channels},
            choices={**self.choices, **other.choices},
        )

    def answers(self) -> list["Answer"]:
        """Each answer by itself, as a person reads it, and what else it could be."""
        columns = [
            Answer(f"columns:{name}", heading(name, column), column.value if column else NOT_READ, OF_COLUMNS)
            for name, column in self.columns.items()
        ]
        absent = [
            Answer(f"absent:{column}", f"Không có cột {column.label.lower()}", NOT_THERE, ())
            for column in sorted(self.absent)
        ]
        families = (("statuses", self.statuses, OF_STATUSES), ("channels", self.channels, OF_CHANNELS))
        words = [
            Answer(f"{family}:{word}", f"“{word or 'ô trống'}” là {meaning.label.lower()}", meaning.value, options)
            for family, known, options in families
            for word, meaning in known.items()
        ]
        choices = [
            Answer(f"choices:{name}", choice.sentence, choice.value, choice.options)
            for name, choice in self.choices.items()
        ]
        return [*columns, *absent, *words, *choices]

    def without(self, keys: Collection[str]) -> "Remembered":
        """What is left when these answers are forgotten."""

        def left(family: str, known: Mapping[str, Any]) -> dict[str, Any]:
            return {name: meaning for name, meaning in known.items() if f"{family}:{name}" not in keys}

        return Remembered(
            left("columns", self.columns),
            frozenset(column for column in self.absent if f"absent:{column}" not in keys),
            left("statuses", self.statuses),
            left("channels", self.channels),
            left("choices", self.choices),
        )

    def changed(self, key: str, value: str) -> "Remembered":
        """The same with one answer changed to another of its options."""
        family, _, name = key.partition(":")
        if family == "columns":
            return replace(self, columns={**self.columns, name: None if value == NOT_READ else ExportColumn(value)})
        if family == "statuses":
            return replace(self, statuses={**self.statuses, name: status_meaning(value)})
        if family == "channels":
            return replace(self, channels={**self.channels, name: Channel(value)})
        options = self.choices[name].options
        chosen = next(option for option in options if option.value == value)
        return replace(self, choices={**self.choices, name: ReadingChoice(value, chosen.sentence, options)})

    def to_json(self) -> dict[str, Any]:
        return {
            "columns": {name: column.value if column else None for name, column in self.columns.items()},
            "absent": sorted(column.value for column in self.absent),
            "statuses": {word: status.value for word, status in self.statuses.items()},
            "channels": {word: channel.value for word, channel in self.channels.items()},
            "choices": {name: choice_told(choice) for name, choice in self.choices.items()},
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Remembered":
        columns = told.get("columns", {})
        return cls(
            columns={name: ExportColumn(value) if value else None for name, value in columns.items()},
            absent=frozenset(ExportColumn(value) for value in told.get("absent", ())),
            statuses={word: status_meaning(value) for word, value in told.get("statuses", {}).items()},
            channels={word: Channel(value) for word, value in told.get("channels", {}).items()},
            choices={name: choice_of(*kept) for name, kept in told.get("choices", {}).items()},
        )


def choice_told(choice: ReadingChoice) -> list[Any]:
    return [choice.value, choice.sentence, [[it.value, it.label, it.sentence] for it in choice.options]]


def choice_of(value: str, sentence: str, options: Sequence[Sequence[str]] = ()) -> ReadingChoice:
    return ReadingChoice(value, sentence, tuple(AnswerOption(*option) for option in options))
