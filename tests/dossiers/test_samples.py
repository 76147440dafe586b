"""The two exports of the sample quarter, row by row, and the figures that follow from them."""

import json
import unicodedata
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dossier_figures import Dossier, figures, late
from dossier_merging import SourceRow, dossiers

from intranet.categories.families import by_field
from intranet.dossiers import plausible
from intranet.dossiers.importing import read_file
from intranet.dossiers.vocabulary import Channel, Status
from intranet.kernel.period import Period
from intranet.kernel.search import slug

TRUTH = json.loads((Path(__file__).parent / "truth.json").read_text(encoding="utf-8"))
PERIOD = Period.parse("2026-Q1")
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
NAMES = ("tinh", "bo-tu-phap")
STATUSES = {
    "Đã trả kết quả": Status.RESOLVED,
    "Hoàn thành": Status.RESOLVED,
    "Đang xử lý": Status.PENDING,
    "Đang giải quyết": Status.PENDING,
    "Tạm dừng xử lý": Status.PAUSED,
    "Chờ công dân bổ sung": Status.PAUSED,
    "Không đủ điều kiện": Status.REJECTED,
    "Từ chối": Status.REJECTED,
}
# Where each file says what: code, procedure's code and name, field, unit, status, four moments.
PLACES = {"tinh": (1, 2, 3, 4, 12, 11, 7, 8, 9, 10), "bo-tu-phap": (0, 2, 1, 3, 10, 9, 6, 7, None, 8)}
# The title of one says 18/03/2026, and its codes tell that four dossiers came in the day after.
DOUBTS = {"tinh": [(plausible.CONFIRMED, 4)], "bo-tu-phap": []}
FIRST_ROW = {"tinh": 5, "bo-tu-phap": 2}


def moment(value: object) -> datetime | None:
    if value is None:
        return None
    day = value if isinstance(value, datetime) else datetime.strptime(str(value), "%d/%m/%Y %H:%M")
    return day.replace(tzinfo=VIETNAM)


def expected(name: str, rows: list[list[object]]) -> dict[int, tuple[object, ...]]:
    """What each row says, by its number, read in the plainest way."""
    found = {}
    code, *texts = PLACES[name][:5]
    status, *moments = PLACES[name][5:]
    for number, cells in enumerate(rows, 1):
        if number < FIRST_ROW[name] or cells[status] is None:
            continue
        words = tuple(unicodedata.normalize("NFC", str(cells[at])).strip() for at in (code, *texts))
        days = tuple(moment(cells[at]) if at is not None else None for at in moments)
        found[number] = (*words, Channel.ONLINE, STATUSES[str(cells[status])], *days)
    return found


@pytest.fixture(scope="module")
def imports(sample, known):
    return {name: read_file(sample(name), f"{name} 20260320.xlsx", known) for name in NAMES}


@pytest.fixture(scope="module")
def merged(imports):
    """The dossiers of both files, imported in the order given."""

    def merge(order: tuple[str, ...]) -> list[Dossier]:
        days = {"tinh": imports["tinh"].dated.day, "bo-tu-phap": date(2026, 3, 20)}
        rows = [SourceRow(name, days[name], row) for name in order for row in imports[name].rows]
        return [dossier(one) for one in dossiers(rows).values()]

    return merge


def dossier(one: SourceRow) -> Dossier:
    row = one.row
    return Dossier(
        row.code, row.channel, row.status, row.received_at, row.due_at, row.paused_at, row.finished_at, row.field
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_row_is_read_as_it_is_written(name, imports, sample, cells):
    found = imports[name]
    assert {row.row: row.content for row in found.rows} == expected(name, cells(sample(name)))
    assert found.read == len(found.rows) == TRUTH["rows"][name.replace("-", "_")]
    assert not found.errors and found.is_sure
    assert [(doubt.message, doubt.count) for doubt in found.warnings] == DOUBTS[name]


def test_the_day_of_export_stands_in_the_title_of_one_and_nowhere_in_the_other(imports):
    assert imports["tinh"].dated.day == date(2026, 3, 18)
    assert imports["bo-tu-phap"].exported_on is None


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["ods", "semicolons", "commas", "no-mark", "decomposed"])
def test_the_same_rows_in_another_kind_of_file_are_the_same(name, kind, imports, sample, cells, known, ods, text_file):
    rows = cells(sample(name))
    if kind == "ods":
        found = read_file(ods(rows), "a 20260320.ods", known)
    elif kind == "decomposed":
        data = text_file(rows, ",").decode("utf-8-sig")
        found = read_file(unicodedata.normalize("NFD", data).encode(), "a 20260320.csv", known)
    else:
        data = text_file(rows, "," if kind == "commas" else ";", bom=kind != "no-mark")
        found = read_file(data, "a 20260320.csv", known)
    assert [(row.row, row.content) for row in found.rows] == [(row.row, row.content) for row in imports[name].rows]
    assert found.exported_on == imports[name].exported_on
    assert not found.errors
    assert [(doubt.message, doubt.count) for doubt in found.warnings] == DOUBTS[name]


def test_dossiers_in_both_systems_are_one(imports, merged):
    codes = [{row.code for row in imports[name].rows} for name in NAMES]
    assert len(codes[0] & codes[1]) == TRUTH["rows"]["both"]
    assert len(merged(NAMES)) == TRUTH["rows"]["distinct"]


@pytest.mark.parametrize("order", [NAMES, NAMES[::-1]])
def test_the_figures_are_the_true_ones_in_either_order(order, merged):
    known = figures(merged(order), PERIOD)
    assert {name: known[f"dossiers.{name}"] for name in TRUTH["dossiers"]} == TRUTH["dossiers"]
    assert known["dossiers.carried_over"] == TRUTH["dossiers"]["pending"] + TRUTH["dossiers"]["paused"]
    for field, counts in TRUTH["by_field"].items():
        assert {measure: known[by_field(slug(field), measure)] for measure in counts} == counts, field


@pytest.mark.parametrize("order", [NAMES, NAMES[::-1]])
def test_the_late_ones_are_the_true_ones_in_either_order(order, merged):
    assert [dossier.code for dossier in late(merged(order), PERIOD)] == TRUTH["late_codes"]


def test_the_quarter_after_opens_with_what_this_one_carries_over(merged):
    found = merged(NAMES)
    opening = figures(found, PERIOD.next)["dossiers.opening"]
    assert opening == figures(found, PERIOD)["dossiers.carried_over"]
