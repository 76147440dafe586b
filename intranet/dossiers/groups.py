"""What the captions between rows say of the rows below them: their field, their unit. Pure."""

import re
from collections.abc import Collection
from dataclasses import replace

from intranet.dossiers.rows import ImportedRow
from intranet.kernel.search import fold

NUMBERING = re.compile(r"^\s*(?:[IVXLC]+|[A-ZĐ]|[0-9]+(?:\.[0-9]+)*)\s*[.)/:-]+\s*")
COUNT = re.compile(r"\s*[:(–-]*\s*(?:[0-9][0-9.]*\s*(?:hồ sơ|hs)?)\s*\)?\s*$", re.IGNORECASE)
NAMES_FIELD = re.compile(r"(?:tên |nhóm )?lĩnh vực\s*[:–-]?\s*", re.IGNORECASE)
NAMES_UNIT = re.compile(
    r"(?:đơn vị|cơ quan|phòng ban)(?: (?:xử lý|giải quyết|thụ lý|thực hiện))?\s*[:–-]\s*", re.IGNORECASE
)
# Such a caption says nothing of fields and units: what was said above still holds.
ASIDE = re.compile(r"(?:thang|quy|nam|tuan|ky|ngay|tu ngay|trang|ghi chu|luu y|danh sach|thu tuc)\b.*")


class Groups:
    """The field and the unit that the caption above a row names; the row's own go before.

    Which of the two is the outer one shows by which is named first: a new outer one ends the inner one.
    """

    def __init__(self, fields: Collection[str] | None, units: Collection[str] | None) -> None:
        self.fields, self.units = fields or (), units or ()
        self.names: dict[str, str] = {}

    def begin(self, caption: str) -> None:
        """Take what a caption names; one that is not understood ends what was named before it."""
        text = COUNT.sub("", NUMBERING.sub("", caption)).strip()
        field, unit = NAMES_FIELD.match(text), NAMES_UNIT.match(text)
        if field or fold(text) in self.fields:
            self.name("field", text[field.end() :] if field else text)
        elif unit or fold(text) in self.units:
            self.name("unit", text[unit.end() :] if unit else text)
        elif not ASIDE.match(fold(text)):
            self.end()

    def name(self, kind: str, text: str) -> None:
        kinds = list(self.names)
        inner = kinds[kinds.index(kind) + 1 :] if kind in kinds else []
        self.names = {name: said for name, said in self.names.items() if name not in inner} | {kind: text}

    def end(self) -> None:
        self.names.clear()

    def given(self, row: ImportedRow) -> ImportedRow:
        """The row with what it does not tell itself."""
        missing = {name: said for name, said in self.names.items() if not getattr(row, name)}
        return replace(row, **missing) if missing else row  # type: ignore[arg-type]
