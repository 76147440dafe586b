"""What a list page shows: the rows of one page, and the addresses that lead on from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from intranet.kernel.formats import number


@dataclass(frozen=True)
class Query:
    """What an address asks of a list: words, a value by filter, "-date" for a column downwards, a page from 1."""

    search: str
    chosen: Mapping[str, str]
    sort: str
    page: int = 1

    @property
    def is_narrow(self) -> bool:
        return bool(self.search or self.chosen)


@dataclass(frozen=True)
class ColumnHead:
    """The head of a column: where a click on it leads ("" where it does not sort), and how it sorts now."""

    key: str
    label: str
    address: str = ""
    direction: str = ""


@dataclass(frozen=True)
class Found:
    """One page of a list. `counted` is how many rows match; where `is_many`, there are more than that."""

    listing: Any
    query: Query
    path: str
    rows: tuple[Any, ...]
    counted: int
    is_many: bool
    has_next: bool

    @property
    def count(self) -> str:
        return f"Hơn {number(self.counted)}" if self.is_many else number(self.counted)

    @property
    def pages(self) -> str:
        """How many pages there are; "" where the rows are too many to be counted."""
        return "" if self.is_many else number(-(-self.counted // self.listing.per_page))

    @property
    def heads(self) -> Iterator[ColumnHead]:
        sort = self.query.sort
        for column in self.listing.columns:
            if not column.sort:
                yield ColumnHead(column.key, column.label)
            elif sort == column.key:
                yield ColumnHead(column.key, column.label, self.sorted_by(f"-{column.key}"), "ascending")
            else:
                direction = "descending" if sort == f"-{column.key}" else ""
                yield ColumnHead(column.key, column.label, self.sorted_by(column.key), direction)

    @property
    def sort(self) -> str:
        """The order asked for; "" where it is the list's own."""
        return "" if self.query.sort == self.listing.order else self.query.sort

    def chosen(self, filter: Any) -> str:
        return self.query.chosen.get(filter.name, "")

    @property
    def here(self) -> str:
        return self.address(self.query)

    @property
    def previous(self) -> str:
        return self.address(replace(self.query, page=self.query.page - 1)) if self.query.page > 1 else ""

    @property
    def next(self) -> str:
        return self.address(replace(self.query, page=self.query.page + 1)) if self.has_next else ""

    def sorted_by(self, sort: str) -> str:
        return self.address(replace(self.query, sort=sort, page=1))

    def all_at(self, path: str) -> str:
        """The same choice and order at another address, on no page: for export."""
        return self.address(replace(self.query, page=1), path)

    def address(self, query: Query, path: str = "") -> str:
        """A list's address says only what differs from the list as it opens."""
        sort = query.sort if query.sort != self.listing.order else ""
        page = str(query.page) if query.page > 1 else ""
        said = {"q": query.search, **query.chosen, "sort": sort, "page": page}
        asked = urlencode({name: value for name, value in said.items() if value})
        return f"{path or self.path}?{asked}" if asked else path or self.path
