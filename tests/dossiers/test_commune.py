"""Nine months of a commune, from three systems that export each quarter: in any order the true figures of each quarter.

The raw layouts are not read yet, so the same rows are written in a layout and in words that the import knows.
"""

import csv
import json
import random
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from intranet.dossiers import operations, publishing
from intranet.dossiers.counting import COUNTED, counts, counts_by_field
from intranet.dossiers.models import Dossier, DossierState, ImportBatch, Source
from intranet.figures.fact import Origin
from intranet.figures.figures_of import figures_of
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.search import slug

FILES = Path(__file__).parent / "xa"
TRUTH = json.loads((FILES / "truth.json").read_text(encoding="utf-8"))
QUARTERS = [Period.parse(code) for code in ("2026-Q1", "2026-Q2", "2026-Q3")]
OF_FIELD = ("dossiers.received", "dossiers.resolved", "dossiers.resolved_late")
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
ORDERS = {"as they came": EXPORTS, "backwards": EXPORTS[::-1]} | {
    f"shuffled by {seed}": random.Random(seed).sample(EXPORTS, len(EXPORTS)) for seed in (1, 2)
}


@pytest.fixture(scope="module")
def files(xlsx) -> dict[str, bytes]:
    return {export.name: xlsx([list(HEADINGS), *export.rows]) for export in EXPORTS}


@pytest.fixture
def take(app, files):
    """Imports an export as the product does."""

    def imported(export: Export) -> ImportBatch:
        batch, found = operations.import_at_once(
            export.source, files[export.name], f"{export.name}.xlsx", export.exported_on, None
        )
        assert not found.errors and batch.read == len(export.rows)
        operations.confirm(batch, False, None)
        return batch

    with as_of(datetime(2026, 9, 18, 3).astimezone()):
        yield imported


def is_true(period: Period) -> None:
    told = TRUTH["periods"][period.code]
    found = counts(period)
    assert {name: found[f"dossiers.{name}"] for name in told["dossiers"]} == told["dossiers"], period.code
    by_field = counts_by_field(period, *OF_FIELD)
    wanted = {
        slug(field): {f"dossiers.{name}": count for name, count in of_field.items()}
        for field, of_field in told["by_field"].items()
    }
    assert {field: of_field for field, of_field in by_field.items() if any(of_field.values())} == wanted, period.code


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("code", ["2026-H1", "2026-9M"])
def test_in_any_order_the_half_year_and_nine_months_have_their_true_figures(take, code, order):
    for export in ORDERS[order]:
        take(export)
    for source in db.session.scalars(select(Source)):
        operations.cover(source, QUARTERS[0].start, None)
    figures = figures_of(Period.parse(code))
    told = TRUTH["periods"][code]
    assert {name: figures[f"dossiers.{name}"].value for name in told["dossiers"]} == told["dossiers"]
    found = {
        field: {name: figures[f"dossiers.by_field.{slug(field)}.{name}"].value for name in of_field}
        for field, of_field in told["by_field"].items()
    }
    assert found == told["by_field"]
    assert {figures[f"dossiers.{name}"].origin for name in told["dossiers"]} <= {Origin.COMPUTED, Origin.RECORDS}


def states() -> set[tuple]:
    table = DossierState.__table__
    return {tuple(row) for row in db.session.execute(select(table))}


def test_the_files_hold_what_is_told_of_them():
    assert Counter(export.source for export in EXPORTS) == {"tinh": 3, "bo-tu-phap": 3, "bo-xay-dung": 3}
    sources_of: dict[str, set[str]] = {}
    for export in EXPORTS:
        for row in export.rows:
            sources_of.setdefault(row[0], set()).add(export.source)
    # The truth speaks of one more, which no file holds twice.
    assert sum(len(sources) > 1 for sources in sources_of.values()) == TRUTH["same_in_two_systems"] - 1


@pytest.mark.parametrize("order", ORDERS)
def test_in_any_order_each_quarter_has_its_true_figures(take, order):
    for export in ORDERS[order]:
        take(export)
    for period in QUARTERS:
        is_true(period)


def test_each_quarter_is_true_as_soon_as_its_exports_are_there_and_stays_so(take):
    for number in range(1, len(QUARTERS) + 1):
        for export in EXPORTS[3 * number - 3 : 3 * number]:
            take(export)
        for period in QUARTERS[:number]:
            is_true(period)


def test_taking_the_exports_of_the_middle_quarter_back_and_in_again_changes_nothing(take):
    first, middle, last = EXPORTS[:3], EXPORTS[3:6], EXPORTS[6:]
    for export in first + last:
        take(export)
    without = states()
    batches = [take(export) for export in middle]
    whole = states()
    assert whole != without
    for batch in reversed(batches):
        publishing.undo(batch)
    assert states() == without
    for export in middle:
        take(export)
    assert states() == whole
    for period in QUARTERS:
        is_true(period)


def test_every_figure_lists_as_many_dossiers_as_it_counts(take):
    for export in EXPORTS:
        take(export)
    for period in QUARTERS:
        found = counts(period)
        for name, condition in COUNTED.items():
            assert len(db.session.scalars(select(Dossier.id).where(condition(period))).all()) == found[name], name
