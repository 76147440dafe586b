"""Finding rows by words, over the full-text index of a table with folded text, or by any part of a code.

Both indexes are made by hand in a migration: on SQLite an FTS5 table with the name of the index, kept in step by
triggers; on PostgreSQL a GIN index, over to_tsvector('simple', text), or of trigrams where pg_trgm may be had.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, column, func, literal, literal_column, select, table
from sqlalchemy.orm import InstrumentedAttribute

from intranet.kernel.db import db
from intranet.kernel.search import fold, words

MOST_WORDS = 10
FEW = 10_000  # up to here, listing the hits first is quicker than testing row after row
LETTERS = 3  # of a part that the index of parts finds
TELLING = 5  # letters: the end of a part tells more than its beginning, which all codes of a place have
LISTED = 500  # keys that are written into a query, lest they be looked for again


@dataclass(frozen=True)
class WordCondition:
    """The condition that a row has the words; `leads`: it finds the rows itself and need not be tested row by row."""

    condition: ColumnElement[bool]
    leads: bool


def containing(text: ColumnElement[str], typed: str) -> WordCondition | None:
    """That a short text, as a code, has what was typed anywhere in it, whatever case; None where nothing was."""
    part = fold(typed).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return WordCondition(text.ilike(f"%{part}%", escape="\\"), False) if part else None


@dataclass(frozen=True)
class PartIndex:
    """The index `name` of every three letters in a row of `text`, which is unique; `key` is the row's id."""

    name: str
    key: ColumnElement[int]
    text: ColumnElement[str]

    def matching(self, typed: str) -> WordCondition | None:
        """The row whose text was typed whole; where there is none, those that have it anywhere. None: nothing typed.

        One or two letters are in nearly every text: rows are tested one after the other until there are enough.
        """
        whole = self.text.in_([typed, typed.upper()])
        if db.session.scalar(select(self.key).where(whole).limit(1)) is not None:
            return WordCondition(whole, True)
        anywhere, part = containing(self.text, typed), fold(typed)
        if anywhere is None or len(part) < LETTERS:
            return anywhere
        if db.engine.dialect.name != "sqlite":
            return WordCondition(anywhere.condition, True)
        for sought in (part[-TELLING:], part):
            hits = matched(self.name, quoted(sought))
            keys = db.session.scalars(hits.limit(FEW + 1)).all()
            if len(keys) <= FEW:
                found = self.key.in_(keys if len(keys) <= LISTED else hits)
                return WordCondition(and_(found, anywhere.condition), True)
        return anywhere


@dataclass(frozen=True)
class WordIndex:
    """The index `name` over `text`, which holds nothing but words and single spaces; `key` is the row's id."""

    name: str
    key: InstrumentedAttribute[int]
    text: InstrumentedAttribute[str]

    def matching(self, typed: str) -> WordCondition | None:
        """Rows that have every word typed, each as the beginning of a word, in any order. None: nothing to find."""
        sought = list(dict.fromkeys(words(typed)))[:MOST_WORDS]
        if not sought:
            return None
        if db.engine.dialect.name != "sqlite":
            return WordCondition(self._in_postgres(sought), True)
        hits = matched(self.name, " ".join(f"{quoted(word)}*" for word in sought))
        if are_few(hits):
            return WordCondition(self.key.in_(hits), True)
        padded = literal(" ").concat(self.text)
        return WordCondition(and_(*(func.instr(padded, f" {word}") > 0 for word in sought)), False)

    def _in_postgres(self, sought: list[str]) -> ColumnElement[bool]:
        """The same words as the index was made with, so that it is used; a quoted word is no syntax here either."""
        simple: ColumnElement[Any] = literal_column("'simple'")
        query = " & ".join(f"'{word}':*" for word in sought)
        return func.to_tsvector(simple, self.text).bool_op("@@")(func.to_tsquery(simple, query))


def quoted(text: str) -> str:
    """What is quoted is never syntax of FTS5, whatever somebody types."""
    return '"' + text.replace('"', '""') + '"'


def matched(name: str, query: str) -> Any:
    """The keys of all hits in an index of SQLite's."""
    index = table(name, column("rowid"), column(name))
    return select(index.c.rowid).where(index.c[name].bool_op("MATCH")(query))


def are_few(hits: Any) -> bool:
    counted = select(func.count()).select_from(hits.limit(FEW + 1).subquery())
    return (db.session.scalar(counted) or 0) <= FEW
