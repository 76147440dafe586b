"""The rejected rows of a file as a workbook: to be mended, and imported as it is. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

from intranet.kernel.spreadsheet import FileColumn, spreadsheet

REASON = "Cần sửa"
SHEET, ROW = "Trang trong tệp", "Dòng trong tệp"


def rejected_sheet(lists: Sequence[Mapping[str, Any]], rows: Iterable[Any]) -> IO[bytes]:
    """The columns of the file, then each row's number and reasons; a row has `sheet`, `row`, `cells` and `errors`."""
    own = [FileColumn(heading, cell_at(at), 20) for at, heading in enumerate(lists[0]["headings"])]
    sheet = [FileColumn(SHEET, lambda it: it.sheet, 16)] if len(lists) > 1 else []
    added = [FileColumn(ROW, lambda it: it.row, 10), FileColumn(REASON, reasons, 60)]
    return spreadsheet("Dòng bị từ chối", [*own, *sheet, *added], rows)


def cell_at(at: int) -> Any:
    return lambda it: it.cells[at] if at < len(it.cells) else ""


def reasons(it: Any) -> str:
    return "; ".join(
        f"{error['column']}: {error['message']}" if error["column"] else error["message"] for error in it.errors
    )
