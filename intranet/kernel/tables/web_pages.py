"""The tables of an HTML page, as old systems write them and name them .xls. Pure."""

import re
from collections.abc import Mapping

from intranet.kernel.tables.cells import CellFault, cell_of_text
from intranet.kernel.tables.limits import MOST_COLUMNS, MOST_ROWS, TOO_LONG, TOO_WIDE
from intranet.kernel.tables.markup import END, read_page
from intranet.kernel.workflow import Refused

FEWEST_COLUMNS = 3  # a table whose rows hold fewer texts is a title, or holds the page's parts in their places

CUT = "Trang web này bị cắt giữa chừng nên có thể thiếu dòng. Hãy kết xuất lại từ hệ thống nguồn."

SILENT = frozenset({"script", "style", "title", "xml", "template"})
CELLS = frozenset({"td", "th"})
BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "caption", "center"})

SPAN = re.compile(r"\s*([0-9]{1,6})")
CLOSING = ("</table", "</body", "</html")
TAIL = 1000  # letters at the end of a page within which it closes its table or itself
MOST_KNOWN = 10_000  # texts that are kept once, however often they are repeated

Cell = str | CellFault
Cells = list[Cell]


def lists(text: str) -> list[list[Cells]]:
    """The rows of each list a page holds; none of a page to sign in, or of one that only says something."""
    page = PageTables()
    read_page(text, page)
    if page.is_cut(text):
        raise Refused(CUT)
    return [] if page.is_login else page.tables


class PageTables:
    """What a page holds, tag by tag: `tables` are the rows of each table that is a list.

    The texts before such a table are its first rows, each in a row of its own, as a spreadsheet shows the page.
    """

    def __init__(self) -> None:
        self.tables: list[list[Cells]] = []
        self.titles: list[tuple[Cells, bool]] = []  # rows before the next list, and whether a table held them
        self.open: list[Grid] = []  # the tables around this place, the innermost last
        self.line: list[str] = []  # pieces of a text outside of tables
        self.known: dict[str, Cell] = {}
        self.silent = ""
        self.is_login = self.is_ended = self.is_closed = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.silent:
            return
        if tag in CELLS:
            if self.open:
                self.open[-1].start_cell(attributes)
        elif tag == "tr":
            if self.open:
                self.open[-1].start_row()
        elif tag == "table":
            self.end_line()
            self.open.append(Grid(self.known))
        elif tag in BREAKS:
            self.end_line()
        elif tag in SILENT:
            self.silent = tag
        elif tag == "input" and attributes.get("type", "").lower() == "password":
            self.is_login = True

    def end(self, tag: str) -> None:
        if self.silent:
            self.silent = "" if tag == self.silent else self.silent
        elif tag in CELLS:
            if self.open:
                self.open[-1].end_cell()
        elif tag == "table":
            if self.open:
                self.end_table(self.open.pop())
        elif tag in BREAKS:
            self.end_line()

    def data(self, text: str) -> None:
        if self.silent:
            return
        pieces = self.open[-1].pieces if self.open else self.line
        if pieces is not None:
            pieces.append(text)

    def comment(self, text: str) -> None:
        if text == END:
            self.is_ended, self.is_closed = True, not self.open

    def close(self) -> None:
        """Nothing follows: of the texts below the last list those that stood in a table are one."""
        while self.open:
            self.end_table(self.open.pop())
        if rows := [row for row, is_of_table in self.titles if is_of_table]:
            self.tables.append(rows)

    def end_line(self) -> None:
        """Whatever follows stands on a new line, which inside a cell is a space."""
        if self.open:
            self.data(" ")
        else:
            self.titles += [([line], False)] if (line := plain(self.line)) else []
            self.line = []

    def end_table(self, grid: "Grid") -> None:
        grid.end_row()
        if grid.is_list:
            outer = [row for around in self.open for row in around.give_titles()]
            self.tables.append([*(row for row, _ in self.titles), *outer, *grid.rows])
            self.titles = []
        elif self.open and self.open[-1].pieces is not None:
            self.data(f" {grid.as_text()} ")
        else:
            self.titles += [(row, True) for row in grid.rows if row]

    def is_cut(self, text: str) -> bool:
        """Whether the page breaks off: inside a tag, a comment, or a table that nothing after it closes."""
        tail = text[-TAIL:].lower()
        return not self.is_ended or not (self.is_closed or any(tag in tail for tag in CLOSING))


class Grid:
    """One table as it is read; blank cells at the end of a row are not kept."""

    def __init__(self, known: dict[str, Cell]) -> None:
        self.known = known
        self.rows: list[Cells] = []
        self.row: Cells | None = None
        self.at = 0  # the column of the next cell
        self.pieces: list[str] | None = None  # the texts of the cell that is open
        self.down = self.across = 1
        self.hanging: dict[int, tuple[int, Cell]] = {}  # by column: in how many more rows a cell stands
        self.most = 0  # texts in one row

    @property
    def is_list(self) -> bool:
        return self.most >= FEWEST_COLUMNS

    def start_row(self) -> None:
        self.end_row()
        if len(self.rows) >= MOST_ROWS:
            raise Refused(TOO_LONG)
        self.row, self.at = [], 0
        for column, (more, cell) in sorted(self.hanging.items()):
            if more:
                self.place(column, cell)
                self.hanging[column] = (more - 1, cell)
            else:
                del self.hanging[column]

    def start_cell(self, attributes: Mapping[str, str]) -> None:
        if self.pieces is not None:
            self.end_cell()
        if self.row is None:
            self.start_row()
        while self.at in self.hanging:
            self.at += 1
        self.pieces = []
        self.down = span(attributes, "rowspan") if "rowspan" in attributes else 1
        self.across = span(attributes, "colspan") if "colspan" in attributes else 1

    def end_cell(self) -> None:
        if self.pieces is None:
            return
        text = plain(self.pieces)
        cell = (self.known.get(text) or self.kept(text)) if text else ""
        self.pieces = None
        self.place(self.at, cell)
        end = self.at + self.across
        if self.down > 1:
            self.hanging |= dict.fromkeys(range(self.at, min(end, MOST_COLUMNS)), (self.down - 1, ""))
            self.hanging[self.at] = (self.down - 1, cell)
        self.at = end

    def end_row(self) -> None:
        self.end_cell()
        if self.row is not None:
            self.most = max(self.most, len(self.row) - self.row.count(""))
            self.rows.append(self.row)
        self.row = None

    def place(self, column: int, cell: Cell) -> None:
        row = self.row
        if row is None or cell == "":
            return
        if column == len(row) < MOST_COLUMNS:
            row.append(cell)
        elif column >= MOST_COLUMNS:
            raise Refused(TOO_WIDE)
        elif column < len(row):
            row[column] = cell
        else:
            row.extend([""] * (column - len(row)))
            row.append(cell)

    def kept(self, text: str) -> Cell:
        """The cell of a text; of a text that is repeated, the same one."""
        cell = cell_of_text(text)
        if len(self.known) < MOST_KNOWN:
            self.known[text] = cell
        return cell

    def give_titles(self) -> list[Cells]:
        """What stands around a list: handed over to it, and no longer here; nothing of what is a list itself."""
        if self.is_list:
            return []
        rows = [row for row in (*self.rows, self.row or []) if row]
        if line := plain(self.pieces or []):
            rows.append([line])
        self.rows, self.row = [], None if self.row is None else []
        self.pieces = None if self.pieces is None else []
        return rows

    def as_text(self) -> str:
        cells = (cell for row in self.rows for cell in row)
        return " ".join(cell for cell in cells if isinstance(cell, str))


def plain(pieces: list[str]) -> str:
    """One line of them, as a page shows it."""
    return " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())


def span(attributes: Mapping[str, str], name: str) -> int:
    match = SPAN.match(attributes.get(name, ""))
    return max(int(match[1]), 1) if match else 1
