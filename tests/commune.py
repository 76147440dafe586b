"""Nine months of a commune: what three systems export each quarter, and the figures that must come of it.

The raw layouts are not read yet, so the same rows are written in a layout and in words that the import knows.
"""

import csv
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from python_calamine import CalamineWorkbook
from sheets import to_xlsx

from intranet.dossiers import operations
from intranet.dossiers.models import ImportBatch

FILES = Path(__file__).parent / "dossiers" / "xa"
TRUTH = json.loads((FILES / "truth.json").read_text(encoding="utf-8"))
HEADINGS = {
    "Mã hồ sơ": ("Mã hồ sơ", "Số hồ sơ"),
    "Mã TTHC": ("Mã TTHC", "Mã thủ tục"),
    "Tên TTHC": ("Tên TTHC", "Thủ tục", "Tên thủ tục hành chính"),
    "Lĩnh vực": ("Lĩnh vực", "Nhóm lĩnh vực"),
    "Hình thức tiếp nhận": ("Hình thức nộp hồ sơ", "Kênh nộp", "Hình thức tiếp nhận"),
    "Ngày tiếp nhận": ("Tiếp nhận", "Thời điểm tiếp nhận", "Ngày tiếp nhận"),
    "Ngày hẹn trả": ("Hẹn trả", "Hạn xử lý", "Ngày hẹn trả"),
    "Ngày tạm dừng": ("Tạm dừng", "Ngày tạm dừng"),
    "Ngày kết thúc": ("Kết thúc", "Thời điểm hoàn thành", "Ngày kết thúc"),
    "Trạng thái": ("Trạng thái hồ sơ", "Tình trạng xử lý", "Trạng thái"),
}
WORDS = {
    "Không đủ điều kiện giải quyết": "Không đủ điều kiện",
    "Cổng DVC tỉnh": "Trực tuyến",
    "Nộp tại Bộ phận Một cửa": "Trực tiếp",
    "Dịch vụ BCCI": "Bưu chính công ích",
    "Qua BCCI": "Bưu chính công ích",
    "-": None,
    "": None,
}
WAYS_TO_WRITE_A_MOMENT = ("%Y-%m-%d %H:%M:%S", "%d-%m-%Y %H:%M")


class Export(NamedTuple):
    """One export in the known layout."""

    name: str
    source: str
    exported_on: date
    rows: list[list[Any]]


def exports() -> list[Export]:
    return [
        Export(told["file"], told["source"], date.fromisoformat(told["exported_on"]), rows_of(FILES / told["file"]))
        for told in TRUTH["files"]
    ]


def rows_of(path: Path) -> list[list[Any]]:
    """The dossiers of a file under the known headings; what is only registered is no dossier yet."""
    heads, rows = raw(path)
    places = [next(heads.index(name) for name in names if name in heads) for names in HEADINGS.values()]
    known = [[known_value(row[place]) for place in places] for row in rows]
    return [row for row in known if row[-1] != TRUTH["not_dossiers_yet"]]


def raw(path: Path) -> tuple[list[str], list[list[Any]]]:
    if path.suffix == ".csv":
        heads, *rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
        return heads, rows
    heads, *rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    if "STT" in heads or heads[0] == "Số hồ sơ":
        return heads, rows
    # Three lines of title, then headings over two lines; what has no number in front is no dossier.
    upper, lower, *rows = rows[2:]
    return [below or above for above, below in zip(upper, lower, strict=True)], [
        row for row in rows if isinstance(row[0], float)
    ]


def known_value(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    for way in WAYS_TO_WRITE_A_MOMENT:
        try:
            return datetime.strptime(value, way)
        except ValueError:
            continue
    return WORDS.get(value, value)


EXPORTS = exports()


def take(export: Export) -> ImportBatch:
    """Import an export as the product does."""
    content = to_xlsx([list(HEADINGS), *export.rows])
    batch, found = operations.import_at_once(export.source, content, f"{export.name}.xlsx", export.exported_on, None)
    assert not found.errors and batch.read == len(export.rows)
    operations.confirm(batch, False, None)
    return batch
