"""What somebody once answered about a source: what its columns are, and what its words mean. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from intranet.dossiers.synonyms import KNOWN_CHANNELS, key, status_of
from intranet.dossiers.vocabulary import Channel, Column, Status


@dataclass(frozen=True)
class Remembered:
    """Keyed by `synonyms.key` of the heading or word; it wins over what is known of all systems.

    A column of None is not read. `absent` are the columns the source does not have. The word "" is an empty cell.
    """

    columns: Mapping[str, Column | None] = field(default_factory=dict)
    absent: frozenset[Column] = frozenset()
    statuses: Mapping[str, Status] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)

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
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "columns": {name: column.value if column else None for name, column in self.columns.items()},
            "absent": sorted(column.value for column in self.absent),
            "statuses": {word: status.value for word, status in self.statuses.items()},
            "channels": {word: channel.value for word, channel in self.channels.items()},
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Remembered":
        columns = told.get("columns", {})
        return cls(
            columns={name: Column(value) if value else None for name, value in columns.items()},
            absent=frozenset(Column(value) for value in told.get("absent", ())),
            statuses={word: Status(value) for word, value in told.get("statuses", {}).items()},
            channels={word: Channel(value) for word, value in told.get("channels", {}).items()},
        )
