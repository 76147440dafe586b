"""Rows of a table that tell one figure. Pure."""

import re

from intranet.reading.letters import small
from intranet.reading.numerals import Numeral, parsed

FIGURE_CELL = re.compile(r"\d+(?:[.,]\d+)*")
ORDINAL_CELL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[a-zđ])[.)]?|-|\+|STT|TT")


def row_figure(text: str) -> tuple[str, Numeral] | None:
    """The words of a row in small letters and the one number beside them; rows of several numbers tell none here."""
    cells = text.split("\t")
    body = cells[1:] if len(cells) > 2 and ORDINAL_CELL.fullmatch(cells[0]) else cells
    counts = [cell for cell in body if FIGURE_CELL.fullmatch(cell)]
    label = small(" ".join(cell for cell in body if not FIGURE_CELL.fullmatch(cell)))
    if len(counts) != 1 or not label:
        return None
    start = text.rindex(counts[0])
    return label, Numeral(start, start + len(counts[0]), parsed(counts[0])[0])
