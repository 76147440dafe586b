"""The rejected rows of a file as a workbook: to be mended, and imported as it is. Pure."""

from collections.abc import Iterable, Sequence
from typing import IO, Any

from intranet.kernel.spreadsheet import FileColumn, spreadsheet

REASON = "Cần sửa"
ROW = "Dòng trong tệp"


def rejected_sheet(headings: Sequence[str], rows: Iterable[Any]) -> IO[bytes]:
    """The columns of the file, then each row's number and reasons; a row has `row`, `cells` and `errors`."""
    own = [FileColumn(heading, cell_at(at), 20) for at, heading in enumerate(headings)]
    added = [FileColumn(ROW, lambda it: it.row, 10), FileColumn(REASON, reasons, 60)]
    return spreadsheet("Dòng bị từ chối", [*own, *added], rows)


def cell_at(at: int) -> Any:
    return lambda it: it.cells[at] if at < len(it.cells) else ""


def reasons(it: Any) -> str:
    return "; ".join(
        f"{error['column']}: {error['message']}" if error["column"] else error["message"] for error in it.errors
    )
