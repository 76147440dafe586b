"""Where the sheets of an .ods file merge cells downward, and which of their cells have no value. Pure."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from intranet.kernel.tables.cells import ERROR, CellFault
from intranet.kernel.tables.filling import Places
from intranet.kernel.tables.limits import CONTENT, MOST_COLUMNS, MOST_ROWS, chunks
from intranet.kernel.tables.markup import NoDefinitions, read_xml

NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s"
TABLE, ROW, CELL, COVERED, NAME, FORMULA, ROWS_REPEATED, COLUMNS_REPEATED, SPANNED = (
    NAMES % ("table", name)
    for name in (
        "table",
        "table-row",
        "table-cell",
        "covered-table-cell",
        "name",
        "formula",
        "number-rows-repeated",
        "number-columns-repeated",
        "number-rows-spanned",
    )
)
TYPE = NAMES % ("office", "value-type")
CELLS = frozenset({CELL, COVERED})
SIGNS = re.compile(rb""":formula=|number-rows-spanned=["'](?!1["'])""")


def has_places(text: bytes) -> bool:
    """Whether some of the content may hold anything that is looked for here."""
    return SIGNS.search(text) is not None


def places_of_sheets(data: bytes) -> dict[str, Places]:
    """By the name of the sheet."""
    content = Content()
    with ZipFile(BytesIO(data)) as parts:
        read_xml(chunks(parts, parts.getinfo(CONTENT)), content)
    return content.sheets


class Content(NoDefinitions):
    """What the file holds, tag by tag."""

    def __init__(self) -> None:
        self.sheets: dict[str, Places] = {}
        self.sheet = Places()
        self.row, self.column, self.rows, self.columns = 1, 0, 1, 1
        self.formula: list[str] | None = None  # the texts of the cell that is open, of one with a formula
        self.has_value = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in CELLS:
            self.columns = number(attributes, COLUMNS_REPEATED)
            self.formula = [] if FORMULA in attributes else None
            self.has_value = TYPE in attributes
            down = number(attributes, SPANNED)
            if down > 1:
                self.sheet.add_merged(self.row, self.column, self.row + down - 1)
        elif tag == ROW:
            self.column, self.rows = 0, number(attributes, ROWS_REPEATED)
        elif tag == TABLE:
            self.sheet = self.sheets.setdefault(attributes.get(NAME, ""), Places())
            self.row = 1

    def end(self, tag: str) -> None:
        if tag in CELLS:
            if self.formula is not None:
                self.add_fault("".join(self.formula))
            self.formula = None
            self.column += self.columns
        elif tag == ROW:
            self.row += self.rows

    def add_fault(self, shown: str) -> None:
        """Where a formula has no value, or one that only tells an error."""
        is_error = bool(ERROR.fullmatch(shown)) or shown.startswith("Err:")
        if self.has_value and not is_error:
            return
        fault = CellFault(shown if is_error else "")
        for row in range(self.row, min(self.row + self.rows, MOST_ROWS + 1)):
            for column in range(self.column, min(self.column + self.columns, MOST_COLUMNS)):
                self.sheet.add_fault(row, column, fault)

    def data(self, text: str) -> None:
        if self.formula is not None:
            self.formula.append(text)

    def comment(self, text: str) -> None:
        """Says nothing of the cells."""

    def close(self) -> None:
        """Everything is read."""


def number(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1
