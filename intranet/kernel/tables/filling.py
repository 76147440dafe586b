"""Rows in which a value that is merged over several of them stands in each, and a cell without one tells why. Pure."""

from collections.abc import Iterable, Iterator
from typing import Any

from intranet.kernel.tables.cells import CellFault
from intranet.kernel.workflow import Refused

Row = tuple[int, list[Any]]


MOST_FAULTS = 1_000_000
TOO_MANY = "Tệp có quá nhiều ô báo lỗi hoặc công thức chưa có kết quả. Hãy mở bằng Excel, bấm Lưu rồi tải lại tệp."

Faults = dict[int, dict[int, CellFault]]  # by row, then by column
Merged = dict[int, list[tuple[int, int]]]  # by the first row: the column, and the last row it is merged down to


class Places:
    """What stands where in a sheet, by the numbers of rows from 1 and of columns from 0."""

    def __init__(self) -> None:
        self.faults: Faults = {}
        self.merged: Merged = {}
        self.count = 0

    def add_fault(self, row: int, column: int, fault: CellFault) -> None:
        self.count += 1
        if self.count > MOST_FAULTS:
            raise Refused(TOO_MANY)
        self.faults.setdefault(row, {})[column] = fault

    def add_merged(self, row: int, column: int, last: int) -> None:
        self.merged.setdefault(row, []).append((column, last))

    def __bool__(self) -> bool:
        return bool(self.faults or self.merged)


def filled(rows: Iterable[Row], places: Places) -> Iterator[Row]:
    """The rows with all that."""
    if places.faults:
        rows = with_faults(rows, places.faults)
    return filled_down(rows, places.merged) if places.merged else iter(rows)


def with_faults(rows: Iterable[Row], faults: Faults) -> Iterator[Row]:
    """Rows with faults in their cells, and after them those that hold nothing else."""
    number = 0
    for number, cells in rows:
        for column, fault in faults.get(number, {}).items():
            put(cells, column, fault)
        yield number, cells
    if faults and number < max(faults):
        yield from with_faults(((below, []) for below in range(number + 1, max(faults) + 1)), faults)


def filled_down(rows: Iterable[Row], merged: Merged) -> Iterator[Row]:
    hanging: dict[int, tuple[int, Any]] = {}
    for number, cells in rows:
        for column, (last, value) in list(hanging.items()):
            if number > last:
                del hanging[column]
            else:
                put(cells, column, value)
        for column, last in merged.get(number, ()):
            if column < len(cells) and cells[column] != "":
                hanging[column] = (last, cells[column])
        yield number, cells


def put(cells: list[Any], column: int, value: Any) -> None:
    cells.extend([""] * (column + 1 - len(cells)))
    cells[column] = value
