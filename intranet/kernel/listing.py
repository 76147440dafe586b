"""Lists: searched, filtered, sorted, paged and exported from one declaration by each register.

However many rows there are, a page costs about the same. Rows are counted only up to COUNTED: whoever
sees "hơn 1.000" narrows the list rather than reading on. Where there are no more, these are found first
and then sorted. Where there are more, the list is walked in its order, each row tested until a page is
full. Only the rows of one page are loaded.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Label, Select, and_, func, select, true
from sqlalchemy.sql import operators

from intranet.kernel.db import db
from intranet.kernel.forms import clean
from intranet.kernel.found import Found, Query
from intranet.kernel.labels import Labelled
from intranet.kernel.wordsearch import WordCondition

PER_PAGE = 20
COUNTED = 1000
CHUNK = 500
LONGEST_SEARCH = 200

T = TypeVar("T")
Condition = ColumnElement[bool]


@dataclass(frozen=True)
class ListColumn:
    """A column on the screen. What it is sorted by, upwards, may lie in tables that `joins` tie to the list's own."""

    key: str
    label: str
    sort: tuple[ColumnElement[Any], ...] = ()
    joins: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Filter:
    """A choice that narrows the list; `condition` raises ValueError at what is none of its values.

    One that offers no `choices` is not shown: links alone set it, and then it offers what they chose.

    `leads`: an index leads to the rows of a choice. `along`: the column whose order that index keeps, too.
    """

    name: str
    label: str
    choices: Callable[[str], Iterable[tuple[str, str]]]
    condition: Callable[[str], Condition]
    joins: tuple[Condition, ...] = ()
    leads: bool = False
    along: str = ""

    @classmethod
    def among(cls, name: str, label: str, kind: type[Labelled], column: Any, **more: Any) -> "Filter":
        """By the members of an enumeration that the column holds."""
        members = [(member.value, member.label) for member in kind]
        return cls(name, label, lambda chosen: members, lambda value: column == kind(value), **more)


@dataclass(frozen=True)
class Listing:
    """A register's list. `load` gets ids and gives their rows, each with its `id`, in whatever order.

    `counted`: up to how many rows are counted to the last one, where that is not COUNTED.
    """

    key: ColumnElement[int]
    of: Condition
    columns: tuple[ListColumn, ...]
    filters: tuple[Filter, ...]
    order: str
    search: Callable[[str], WordCondition | None]
    load: Callable[[Sequence[int]], Iterable[Any]]
    per_page: int = PER_PAGE
    counted: int | None = None

    @property
    def bound(self) -> int:
        return self.counted or COUNTED

    def find(self, args: Mapping[str, str], visible: Condition, path: str) -> Found:
        """One page of what `args` ask for. What is odd in them is ignored; behind the last page lies the last."""
        query = self.read(args)
        matching = Matching(self, query, visible)
        ids = matching.page(query.page)
        if not ids and query.page > 1:
            query = replace(query, page=matching.last_page())
            ids = matching.page(query.page)
        rows = tuple(self.rows(ids[: self.per_page]))
        counted = min(matching.count, self.bound)
        return Found(self, query, path, rows, counted, matching.is_many, len(ids) > self.per_page)

    def every(self, args: Mapping[str, str], visible: Condition) -> Iterator[Any]:
        """All rows that `args` ask for, in their order, for export."""
        ids = Matching(self, self.read(args), visible).all()
        for start in range(0, len(ids), CHUNK):
            yield from self.rows(ids[start : start + CHUNK])

    def rows(self, ids: Sequence[int]) -> Iterator[Any]:
        loaded = {row.id: row for row in self.load(ids)} if ids else {}
        return (loaded[key] for key in ids)

    def read(self, args: Mapping[str, str]) -> Query:
        """What an address asks for, as far as it makes sense."""
        chosen = {it.name: args[it.name] for it in self.filters if args.get(it.name) and understood(it, args[it.name])}
        sortable = {sign + column.key for column in self.columns if column.sort for sign in ("", "-")}
        sort = args.get("sort", "")
        page = args.get("page", "")
        return Query(
            search=" ".join((clean(args.get("q")) or "").split())[:LONGEST_SEARCH],
            chosen=chosen,
            sort=sort if sort in sortable else self.order,
            page=max(int(page), 1) if page.isdecimal() and len(page) < 10 else 1,
        )


def as_fields(**columns: ColumnElement[Any]) -> list[Label[Any]]:
    """Columns of a query under the names that the fields of its rows have."""
    return [column.label(name) for name, column in columns.items()]


def read_rows(kind: Callable[..., T], query: Select[Any], ids: Sequence[int]) -> Iterator[T]:
    """The rows with these ids, each field from the column of its name."""
    return (kind(**row) for row in db.session.execute(query, {"ids": ids}).mappings())


def understood(filter: Filter, value: str) -> bool:
    try:
        filter.condition(value)
    except ValueError:
        return False
    return True


def reverse(order: ColumnElement[Any]) -> ColumnElement[Any]:
    is_downwards = getattr(order, "modifier", None) is operators.desc_op
    return order.element.asc() if is_downwards else order.desc()


class Matching:
    """The rows one query matches, as ids."""

    def __init__(self, listing: Listing, query: Query, visible: Condition):
        self.listing = listing
        self.column = next(column for column in listing.columns if column.key == query.sort.lstrip("-"))
        self.is_upwards = not query.sort.startswith("-")
        filters = [it for it in listing.filters if it.name in query.chosen]
        conditions = {it: it.condition(query.chosen[it.name]) for it in filters}
        words = listing.search(query.search) if query.search else None
        searched = [] if words is None else [words.condition]
        self.joins = tuple({join: None for it in filters for join in it.joins})
        self.along = [conditions[it] for it in filters if it.along == self.column.key]
        self.across = [visible, *searched, *(conditions[it] for it in filters if it.along != self.column.key)]
        self.leading = [conditions[it] for it in filters if it.leads] + (searched if words and words.leads else [])
        self.following = [visible, *(conditions[it] for it in filters if not it.leads)]
        self.following += [] if words is None or words.leads else searched
        self.some = self.unsorted().limit(self.listing.bound + 1).subquery()
        self.count = db.session.scalar(select(func.count()).select_from(self.some)) or 0

    @property
    def is_many(self) -> bool:
        return self.count > self.listing.bound

    def unsorted(self) -> Select[int]:
        rest = [as_test(*self.following)] if self.leading else self.following
        return select(self.listing.key).where(self.listing.of, *self.joins, *self.leading, *rest)

    def in_order(self) -> Select[int]:
        order = self.column.sort if self.is_upwards else map(reverse, self.column.sort)
        query = select(self.listing.key).where(*self.column.joins).order_by(*order)
        if not self.is_many:
            return query.where(self.listing.key.in_(select(self.some)))
        joins = (join for join in self.joins if join not in self.column.joins)
        return query.where(self.listing.of, *joins, *self.along, as_test(*self.across))

    def page(self, number: int) -> Sequence[int]:
        """The ids of a page and one more, if there is one."""
        size = self.listing.per_page
        return db.session.scalars(self.in_order().limit(size + 1).offset((number - 1) * size)).all()

    def last_page(self) -> int:
        count = self.count
        if self.is_many:
            count = db.session.scalar(select(func.count()).select_from(self.unsorted().subquery())) or 0
        return max(1, -(-count // self.listing.per_page))

    def all(self) -> Sequence[int]:
        return db.session.scalars(self.in_order()).all()


def as_test(*conditions: Condition) -> Condition:
    """All of them, to be tested row by row: not taken for an index to start from, whose rows would all be sorted."""
    return and_(*conditions).is_(true())
