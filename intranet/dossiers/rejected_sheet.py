"""The rejected rows of a file as a workbook: to be mended, and imported as it is. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

from intranet.kernel.spreadsheet import FileColumn, FileSheet, workbook

REASON = "Cần sửa"
SHEET, ROW = "Trang trong tệp", "Dòng trong tệp"


def rejected_sheet(lists: Sequence[Mapping[str, Any]], rows: Iterable[Any]) -> IO[bytes]:
    """A sheet for the rows under each header, as a list is read by its own columns.

    The columns of the file, then each row's number and reasons; a row has `sheet`, `row`, `cells` and `errors`.
    """
    under: dict[tuple[str, ...], list[Any]] = {}
    for row in rows:
        under.setdefault(headings_above(lists, row), []).append(row)
    has_sheets = len({it["sheet"] for it in lists}) > 1
    found = enumerate(under.items(), 1)
    return workbook(FileSheet(name_of(at), columns(headings, has_sheets), some) for at, (headings, some) in found)


def headings_above(lists: Sequence[Mapping[str, Any]], row: Any) -> tuple[str, ...]:
    """The last headings above the row in its sheet."""
    same = [it for it in lists if it["sheet"] == row.sheet] or lists
    return tuple(max(same, key=lambda it: header_above(it, row.row))["headings"])


def header_above(told: Mapping[str, Any], row: int) -> int:
    return max((at for at in told.get("header_rows", [told["row"]]) if at < row), default=0)


def name_of(at: int) -> str:
    return "Dòng bị từ chối" if at == 1 else f"Dòng bị từ chối {at}"


def columns(headings: Sequence[str], has_sheets: bool) -> list[FileColumn]:
    own = [FileColumn(heading, cell_at(at), 20) for at, heading in enumerate(headings)]
    sheet = [FileColumn(SHEET, lambda it: it.sheet, 16)] if has_sheets else []
    return [*own, *sheet, FileColumn(ROW, lambda it: it.row, 10), FileColumn(REASON, reasons, 60)]


def cell_at(at: int) -> Any:
    return lambda it: it.cells[at] if at < len(it.cells) else ""


def reasons(it: Any) -> str:
    return "; ".join(
        f"{error['column']}: {error['message']}" if error["column"] else error["message"] for error in it.errors
    )
