"""What somebody once answered about a source: what its columns are, and what its words mean. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from intranet.dossiers.synonyms import KNOWN_CHANNELS, status_of
from intranet.dossiers.vocabulary import Channel, ExportColumn, Status
from intranet.kernel.tables.headings import key


@dataclass(frozen=True)
class ReadingChoice:
    """How a file of the source is read where several ways are possible, and the sentence that says so."""

    value: str
    sentence: str


@dataclass(frozen=True)
class Answer:
    """One thing that was answered: its key, by which it can be forgotten, and the sentence it makes."""

    key: str
    sentence: str


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
    statuses: Mapping[str, Status] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    choices: Mapping[str, ReadingChoice] = field(default_factory=dict)

    def status(self, text: str) -> Status | None:
        word = key(text)
        return self.statuses.get(word) or status_of(word)

    def channel(self, text: str) -> Channel | None:
        word = key(text)
        return self.channels.get(word) or KNOWN_CHANNELS.get(word)

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
        """Each answer by itself, as a person reads it."""
        columns = [Answer(f"columns:{name}", heading(name, column)) for name, column in self.columns.items()]
        absent = [Answer(f"absent:{column}", f"Không có cột {column.label.lower()}") for column in sorted(self.absent)]
        words = [
            Answer(f"{family}:{word}", f"“{word or 'ô trống'}” là {meaning.label.lower()}")
            for family, known in (("statuses", self.statuses), ("channels", self.channels))
            for word, meaning in known.items()
        ]
        choices = [Answer(f"choices:{name}", choice.sentence) for name, choice in self.choices.items()]
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

    def to_json(self) -> dict[str, Any]:
        return {
            "columns": {name: column.value if column else None for name, column in self.columns.items()},
            "absent": sorted(column.value for column in self.absent),
            "statuses": {word: status.value for word, status in self.statuses.items()},
            "channels": {word: channel.value for word, channel in self.channels.items()},
            "choices": {name: [choice.value, choice.sentence] for name, choice in self.choices.items()},
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Remembered":
        columns = told.get("columns", {})
        return cls(
            columns={name: ExportColumn(value) if value else None for name, value in columns.items()},
            absent=frozenset(ExportColumn(value) for value in told.get("absent", ())),
            statuses={word: Status(value) for word, value in told.get("statuses", {}).items()},
            channels={word: Channel(value) for word, value in told.get("channels", {}).items()},
            choices={name: ReadingChoice(*choice) for name, choice in told.get("choices", {}).items()},
        )
