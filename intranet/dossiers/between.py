"""What stands between the rows of a list and is no dossier: captions of groups, totals, feet of pages. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from intranet.dossiers.lists import DossierList
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.vocabulary import MOMENTS, ExportColumn
from intranet.kernel.search import fold
from intranet.kernel.tables.cells import text_of
from intranet.kernel.tables.furniture import LIKE_A_CODE, TOTAL, WORDS, Furniture
from intranet.kernel.tables.headings import key

FIRST_SERIAL, LAST_SERIAL = 36_526, 73_415  # the days of 2000 to 2100 as spreadsheets count them
FEWEST_TOLD = 5  # filled cells that are more than a signature or a note
FEWEST_COLUMNS = 3  # of the list, filled with more than numbers: more than those who sign below a total
DAY = re.compile(r"[0-9][/.-][0-9]|^[0-9]{5}(?:[.,][0-9]+)?$")
# A text about a day, as "Trang 1/3" or "Từ ngày 01/01/2026": other words before it than moments have.
OF_MOMENTS = re.compile(r"\b(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|ngay|luc|sang|chieu)\b")
PROSE = re.compile(r"[^0-9]*\b[^\W\d_]{2,}")
NUMBERING = re.compile(r"\(?(?:[0-9]{1,6}|[IVXLC]{1,6}|[A-ZĐ])[.)]{0,2}")
PROCEDURE_CODE = re.compile(r"[0-9]\.[0-9]{3,6}")
ROUND_DASHES = re.compile(r"\s*([-–—.])\s*")
SIGNED = re.compile(
    r"(?:ky ten|ky|nguoi|can bo|chu tich|pho chu tich|thu truong|giam doc|pho giam doc|truong phong|pho truong phong"
    r"|ke toan|tm|kt|tl|tuq|uy ban nhan dan|ubnd|xac nhan|kiem tra|phe duyet|noi nhan)\b.*"
    r"|.*\bngay (?:[0-9]+ )?thang (?:[0-9]+ )?nam(?: [0-9]+)?"
)


class Between(Furniture):
    """Asked of the rows of a list in their order, and only of those that could not be read.

    Whatever might be a dossier is none of it: a row with a code, a day, a status, or many cells. `caption` is the text
    of the last row asked about, where it was a caption.
    """

    def __init__(self, at: Mapping[ExportColumn, int], of: DossierList, remembered: Remembered) -> None:
        super().__init__(
            of.header.texts,
            of.header.row,
            code=at[ExportColumn.CODE],
            dated=at[ExportColumn.RECEIVED_AT],
            ordinal=at.get(ExportColumn.ORDINAL),
            repeated=of.header_rows,
        )
        self.columns = [place for column, place in at.items() if column is not ExportColumn.ORDINAL]
        self.status, self.procedure = at[ExportColumn.STATUS], at.get(ExportColumn.PROCEDURE_CODE)
        self.moments = [place for column, place in at.items() if column in MOMENTS]
        self.remembered = remembered
        self.caption = ""
        self.is_total = False

    def holds(self, row: int, cells: Sequence[Any]) -> bool:
        texts = [text_of(cell) for cell in cells]
        filled = [text for at, text in enumerate(texts) if text and not (at == self.ordinal and numbers(text))]
        worded = [text for text in filled if WORDS.search(text)]
        self.caption, self.is_total = "", False
        is_blank = not any(map(key, filled)) and not self.lacks_value(cells, texts)
        if is_blank or filled == self.headings or self.numbers_columns(row, filled):
            return True
        if worded and TOTAL.fullmatch(key(worded[0])) and not self.is_dated(cells, texts):
            self.is_total = self.is_below_total = True
            return True
        if self.might_be_dossier(cells, texts, len(filled)):
            return False
        if worded and all(SIGNED.fullmatch(key(text)) for text in worded):
            self.is_below_total = True
            return True
        if len(worded) == 1:
            self.caption = worded[0]
            return True
        return self.is_below_total and not (worded and self.is_like_row(texts))

    def is_like_row(self, texts: Sequence[str]) -> bool:
        """Whether it is numbered, or tells under several headings: more than names and places do."""
        is_numbered = self.text(texts, self.ordinal).isdecimal()
        return is_numbered or sum(self.text(texts, at) != "" for at in self.columns) >= FEWEST_COLUMNS

    def might_be_dossier(self, cells: Sequence[Any], texts: Sequence[str], filled: int) -> bool:
        code, status = self.text(texts, self.code), self.text(texts, self.status)
        return (
            filled >= FEWEST_TOLD
            or self.lacks_value(cells, texts)
            or LIKE_A_CODE.fullmatch(ROUND_DASHES.sub(r"\1", code)) is not None
            or PROCEDURE_CODE.fullmatch(self.text(texts, self.procedure)) is not None
            or (status != "" and self.remembered.status(status) is not None)
            or any(is_moment(cells[at], texts[at]) for at in self.moments if at < len(cells))
        )

    def lacks_value(self, cells: Sequence[Any], texts: Sequence[str]) -> bool:
        """Whether something stands where every dossier has something, and cannot be told as a text."""
        places = (at for at in (self.code, self.dated, self.status) if at < len(cells))
        return any(not texts[at] and not isinstance(cells[at], str | None) for at in places)

    def text(self, texts: Sequence[str], at: int | None) -> str:
        return texts[at] if at is not None and at < len(texts) else ""


def numbers(text: str) -> bool:
    """Whether a cell below "STT" only numbers its row, and is no caption that begins there."""
    return NUMBERING.fullmatch(text) is not None


def is_moment(cell: Any, text: str) -> bool:
    """Whether a day stands in a cell, however it is written; a text about a day is none."""
    if isinstance(cell, int | float):
        return FIRST_SERIAL <= cell <= LAST_SERIAL
    is_prose = PROSE.match(OF_MOMENTS.sub("", fold(text))) is not None
    return isinstance(cell, date) or (DAY.search(text) is not None and not is_prose)
