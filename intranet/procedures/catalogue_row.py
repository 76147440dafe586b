"""One row of a published list as a procedure, or why it is none. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from intranet.kernel.search import slug
from intranet.kernel.tables.cells import CellFault, day_of, text_of
from intranet.kernel.tables.moments import Clock
from intranet.procedures.catalogue_words import CatalogueColumn, meaning
from intranet.procedures.codes import is_published, without_number_format

LAST_YEAR = 2100
LONGEST_CODE, LONGEST_TEXT, LONGEST_LIMIT = 50, 500, 999
DECIMALS = 6  # of a code that a spreadsheet took for a number
LIKE_A_NUMBER = re.compile(r"[0-9.,]+")
LIMIT = re.compile(r"([0-9]{1,3})(?: ngày)?(?: làm việc)?", re.IGNORECASE)

FILL = "Hãy ghi nội dung cột “{column}”."
WRONG_FORM = "Mã TTHC phải có dạng 1.001193: một chữ số, dấu chấm và sáu chữ số. Hãy ghi lại mã này."
TOO_LONG = "Nội dung dài quá {longest} ký tự. Hãy viết gọn lại."
ODD_LIMIT = "Hãy ghi số ngày làm việc là số nguyên từ 1 đến 999, hoặc để trống."
UNKNOWN = {
    CatalogueColumn.HANDLING: "Chưa rõ cơ chế này. Hãy ghi “Một cửa”, “Một cửa liên thông” hoặc “Không qua một cửa”.",
    CatalogueColumn.ONLINE: "Chưa rõ mức độ này. Hãy ghi “Toàn trình”, “Một phần” hoặc “Chưa trực tuyến”.",
}
NO_WORD = "Hãy ghi tên lĩnh vực bằng chữ."
YES_OR_NO = "Hãy ghi “Có” hoặc “Không”."
ENDS_FIRST = "Ngày hết hiệu lực đang trước ngày có hiệu lực. Hãy kiểm tra lại hai ngày này."


@dataclass(frozen=True)
class CatalogueRowError:
    """What is to be mended in which cell, by Excel's row number and the heading."""

    row: int
    column: str
    value: str
    message: str


class CatalogueRowReader:
    """Reads the rows of one table, one after the other."""

    def __init__(self, at: Mapping[CatalogueColumn, int], headings: Sequence[str]) -> None:
        self.at, self.headings = at, headings
        self.clock = Clock(LAST_YEAR)
        self.row = 0
        self.cells: Sequence[Any] = ()
        readers: dict[CatalogueColumn, Callable[[CatalogueColumn], Any]] = {
            CatalogueColumn.CODE: self.code,
            CatalogueColumn.NAME: self.needed,
            CatalogueColumn.FIELD_NAME: self.field,
            CatalogueColumn.TIME_LIMIT: self.limit,
            CatalogueColumn.DECISION: self.text,
            CatalogueColumn.EFFECTIVE_FROM: self.first_day,
            CatalogueColumn.EFFECTIVE_TO: self.day,
        }
        self.readers = {
            column: readers.get(column, self.word) for column in at if column is not CatalogueColumn.ORDINAL
        }

    def read(self, row: int, cells: Sequence[Any]) -> tuple[dict[str, Any], list[CatalogueRowError]]:
        """What the row says by column, and what is wrong with it; of one with faults the values are not to be used."""
        self.row, self.cells = row, cells
        values: dict[str, Any] = {}
        errors = []
        for column, reader in self.readers.items():
            cell = self.cell(column)
            try:
                if isinstance(cell, CellFault):
                    raise ValueError(cell.message)
                values[column.value] = reader(column)
            except ValueError as fault:
                errors.append(self.error(column, str(fault)))
        since, until = values.get("effective_from"), values.get("effective_to")
        if since and until and until < since:
            errors.append(self.error(CatalogueColumn.EFFECTIVE_TO, ENDS_FIRST))
        return values, errors

    def error(self, column: CatalogueColumn, message: str) -> CatalogueRowError:
        cell = self.cell(column)
        value = cell.shown if isinstance(cell, CellFault) else text_of(cell)
        return CatalogueRowError(self.row, self.headings[self.at[column]], value, message)

    def cell(self, column: CatalogueColumn) -> Any:
        at = self.at[column]
        return self.cells[at] if at < len(self.cells) else ""

    def text(self, column: CatalogueColumn, longest: int = LONGEST_TEXT) -> str:
        text = text_of(self.cell(column))
        if len(text) > longest:
            raise ValueError(TOO_LONG.format(longest=longest))
        return text

    def needed(self, column: CatalogueColumn, longest: int = LONGEST_TEXT) -> str:
        text = self.text(column, longest)
        if not text:
            raise ValueError(FILL.format(column=self.headings[self.at[column]]))
        return text

    def field(self, column: CatalogueColumn) -> str:
        text = self.needed(column)
        if not slug(text):
            raise ValueError(NO_WORD)
        return text

    def code(self, column: CatalogueColumn) -> str:
        """As it is published: 1.0001 and 1001193, which spreadsheets make of 1.000100 and 1.001193, are mended."""
        cell = self.cell(column)
        code = self.needed(column, LONGEST_CODE)
        if isinstance(cell, float) and round(cell, DECIMALS) == cell != int(cell):
            code = f"{cell:.{DECIMALS}f}"
        code = without_number_format(code) or code
        if LIKE_A_NUMBER.fullmatch(code) and not is_published(code):
            raise ValueError(WRONG_FORM)
        return code

    def word(self, column: CatalogueColumn) -> Any:
        value = meaning(column, text_of(self.cell(column)))
        if value is None:
            raise ValueError(UNKNOWN.get(column, YES_OR_NO))
        return value

    def limit(self, column: CatalogueColumn) -> int | None:
        text = text_of(self.cell(column))
        match = LIMIT.fullmatch(text)
        if text and (match is None or int(match[1]) == 0):
            raise ValueError(ODD_LIMIT)
        return int(match[1]) if match else None

    def day(self, column: CatalogueColumn) -> date | None:
        moment = self.clock.moment(self.cell(column))
        return day_of(moment) if moment else None

    def first_day(self, column: CatalogueColumn) -> date:
        day = self.day(column)
        if day is None:
            raise ValueError("Hãy ghi ngày có hiệu lực.")
        return day
