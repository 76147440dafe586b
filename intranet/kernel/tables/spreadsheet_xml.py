"""The sheets of an XML Spreadsheet 2003, which old systems write and name .xls or .xml. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from intranet.kernel.tables.cells import CellFault
from intranet.kernel.tables.filling import Places, filled, put
from intranet.kernel.tables.limits import DAMAGED, MOST_COLUMNS, MOST_ROWS, TOO_LONG, TOO_WIDE
from intranet.kernel.tables.markup import NoDefinitions, pieces, read_xml
from intranet.kernel.workflow import Refused

SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
VISIBLE = "{urn:schemas-microsoft-com:office:excel}Visible"
SHEET, ROW, CELL, DATA, COMMENT = (f"{SPREADSHEET}{name}" for name in ("Worksheet", "Row", "Cell", "Data", "Comment"))
INDEX, SPAN, DOWN, ACROSS, FORMULA, TYPE, NAME = (
    f"{SPREADSHEET}{name}" for name in ("Index", "Span", "MergeDown", "MergeAcross", "Formula", "Type", "Name")
)
HIDDEN = frozenset({"SheetHidden", "SheetVeryHidden"})
NO_DAY = "1899-12-"  # the day of a cell that tells an hour alone


class XmlSheet:
    """A sheet as it is read: only the rows that hold anything, by their numbers."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: dict[int, list[Any]] = {}
        self.places = Places()
        self.is_hidden = False

    def lines(self) -> list[list[Any]]:
        """All rows from the first one on."""
        rows = ((number, self.rows.get(number) or []) for number in range(1, max(self.rows, default=0) + 1))
        return [cells for _, cells in filled(rows, self.places)]


def sheets(text: str) -> list[XmlSheet]:
    """The sheets that are shown, in their order."""
    book = XmlBook()
    read_xml(pieces(text), book)
    return [sheet for sheet in book.sheets if not sheet.is_hidden]


class XmlBook(NoDefinitions):
    """What the file holds, tag by tag."""

    def __init__(self) -> None:
        self.sheets: list[XmlSheet] = []
        self.row = self.column = 0  # of the row and the cell that are open or come next, from 1 and from 0
        self.after_row = self.after_cell = 1
        self.type = ""
        self.has_data = self.is_formula = self.is_in_comment = False
        self.texts: list[str] | None = None  # of what is being read

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == CELL:
            self.start_cell(attributes)
        elif tag == DATA and not self.is_in_comment:
            self.type, self.texts = attributes.get(TYPE, "String"), []
        elif tag == ROW:
            self.row = number(attributes, INDEX, self.row)
            self.after_row = self.row + 1 + number(attributes, SPAN, 0)
            self.column = 0
        elif tag == SHEET:
            self.sheets.append(XmlSheet(attributes.get(NAME, "")))
            self.row = 1
        elif tag == VISIBLE:
            self.texts = []
        elif tag == COMMENT:
            self.is_in_comment = True

    def end(self, tag: str) -> None:
        if tag == DATA and not self.is_in_comment:
            self.put(value(self.type, "".join(self.texts or ())))
            self.has_data, self.texts = True, None
        elif tag == CELL:
            if self.is_formula and not self.has_data:
                self.put(CellFault())
            self.column += self.after_cell
        elif tag == ROW:
            self.row = self.after_row
        elif tag == COMMENT:
            self.is_in_comment = False
        elif tag == VISIBLE:
            self.sheets[-1].is_hidden = "".join(self.texts or ()).strip() in HIDDEN
            self.texts = None

    def data(self, text: str) -> None:
        if self.texts is not None:
            self.texts.append(text)

    def comment(self, text: str) -> None:
        """Says nothing of the sheets."""

    def close(self) -> None:
        """Everything is read."""

    def start_cell(self, attributes: Mapping[str, str]) -> None:
        self.has_data, self.is_formula = False, FORMULA in attributes
        self.column = number(attributes, INDEX, self.column + 1) - 1
        self.after_cell = 1 + number(attributes, ACROSS, 0)
        if down := number(attributes, DOWN, 0):
            self.sheets[-1].places.add_merged(self.row, self.column, self.row + down)

    def put(self, cell: Any) -> None:
        if cell == "":
            return
        if self.row > MOST_ROWS:
            raise Refused(TOO_LONG)
        if self.column >= MOST_COLUMNS:
            raise Refused(TOO_WIDE)
        put(self.sheets[-1].rows.setdefault(self.row, []), self.column, cell)


def number(attributes: Mapping[str, str], name: str, default: int) -> int:
    text = attributes.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Refused(DAMAGED)
    return int(text)


def value(kind: str, text: str) -> Any:
    """What a cell holds; what is not of its own kind stays the text it is."""
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            moment = datetime.fromisoformat(text)
            if moment.tzinfo is None:
                return moment.time() if text.startswith(NO_DAY) else moment
    except ValueError:
        return text
    if kind == "Boolean":
        return text.strip() == "1"
    return CellFault(text) if kind == "Error" else text
