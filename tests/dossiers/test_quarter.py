"""The two exports of the sample quarter in the database: the figures to the unit, each opening exactly its rows."""

import io
import json
import re
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from intranet.demo.reading import HERE
from intranet.dossiers import operations
from intranet.dossiers.counting import COUNTED, counts, counts_by_field
from intranet.dossiers.models import Dossier
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.search import slug

TRUTH = json.loads((Path(__file__).parent / "truth.json").read_text(encoding="utf-8"))
Q1 = Period.parse("2026-Q1")
FILES = {"tinh.xlsx": "Hệ thống tỉnh", "bo-tu-phap.xlsx": "Hệ thống Bộ Tư pháp"}
MEASURES = ("dossiers.received", "dossiers.resolved", "dossiers.resolved_late")


def take(name: str) -> tuple[int, int, int]:
    data = (HERE / "exports" / name).read_bytes()
    batch, _ = operations.import_at_once(FILES[name], data, name, None, None)
    operations.confirm(batch, False, None)
    return batch.created, batch.updated, batch.unchanged


@pytest.fixture
def imported(app):
    for name in FILES:
        take(name)
    db.session.commit()


@pytest.mark.parametrize("order", [list(FILES), list(reversed(FILES))], ids=["province first", "ministry first"])
def test_in_either_order_the_figures_are_the_true_ones(app, order):
    for name in order:
        take(name)
    found = counts(Q1)
    assert {name: found[f"dossiers.{name}"] for name in TRUTH["dossiers"]} == TRUTH["dossiers"]
    told = counts_by_field(Q1, *MEASURES)
    for field, wanted in TRUTH["by_field"].items():
        assert told[slug(field)] == {f"dossiers.{name}": count for name, count in wanted.items()}
    late = select(Dossier.code).where(COUNTED["dossiers.resolved_late"](Q1)).order_by(Dossier.code)
    assert list(db.session.scalars(late)) == TRUTH["late_codes"]


def test_importing_again_changes_nothing(imported):
    before = counts(Q1)
    for name in FILES:
        created, updated, _ = take(name)
        assert (created, updated) == (0, 0)
    assert counts(Q1) == before


@pytest.mark.parametrize("name", COUNTED)
def test_every_figure_opens_exactly_the_rows_it_counts(imported, as_user, name):
    client = as_user("chi")
    opened = client.get(f"/dossiers/counted/2026-Q1/{name}")
    assert opened.status_code == 303
    with client.get(opened.location.replace("/dossiers/?", "/dossiers/export.xlsx?")) as answer:
        sheet = openpyxl.load_workbook(io.BytesIO(answer.data), read_only=True).active
        codes = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert len(codes) == len(set(codes)) == counts(Q1)[name]
    shown = re.search(r"<strong>([^<]+)</strong> hồ sơ", client.get(opened.location).text)
    assert shown is None or shown[1] == f"{len(codes):,}".replace(",", ".")


def test_the_file_for_excel_prints_the_names_of_fields(imported, as_user):
    with as_user("chi").get("/dossiers/export.xlsx") as answer:
        head, *rows = openpyxl.load_workbook(io.BytesIO(answer.data), read_only=True).active.iter_rows(values_only=True)
    named = {dict(zip(head, row, strict=True))["Lĩnh vực"] for row in rows}
    assert {"Hộ tịch", "Chứng thực"} <= named
    assert not any(name and re.fullmatch(r"[a-z-]+", name) for name in named)


def test_the_figure_of_a_field_opens_its_rows(imported, as_user):
    opened = as_user("chi").get("/dossiers/counted/2026-Q1/dossiers.by_field.chung-thuc.resolved_late")
    assert "<strong>5</strong> hồ sơ" in as_user("chi").get(opened.location).text


@pytest.mark.parametrize(
    "path",
    [
        "/dossiers/counted/2026-Q9/dossiers.received",
        "/dossiers/counted/2026-Q1/dossiers.nothing",
        "/dossiers/counted/2026-Q1/staff.total",
        "/dossiers/999999",
    ],
)
def test_what_is_not_there_is_not_found(app, as_user, path):
    assert as_user("chi").get(path).status_code == 404


def test_an_officer_sees_the_dossiers_of_the_own_unit_alone(imported, as_user, cast):
    own, other = db.session.scalars(select(Dossier).order_by(Dossier.id).limit(2))
    own.unit_id, other.unit_id = cast("an").unit_id, cast("binh").unit_id
    db.session.commit()
    client = as_user("an")
    shown = client.get("/dossiers/").text
    assert own.code in shown and other.code not in shown and "<strong>1</strong> hồ sơ" in shown
    assert client.get(f"/dossiers/{own.id}").status_code == 200
    assert client.get(f"/dossiers/{other.id}").status_code == 403


def test_a_dossier_shows_what_each_system_says_of_it(imported, as_user):
    twice = select(Dossier).where(Dossier.code.like("%260305-0002"))
    dossier = db.session.scalar(twice)
    page = as_user("dung").get(f"/dossiers/{dossier.id}").text
    assert dossier.code in page and any(name in page for name in FILES.values()) and "dòng" in page


@pytest.mark.parametrize(
    "asked", ["figure=x", "figure=2026-Q1:nothing", "figure=:", "unit=x", "status=x", "source=x", "field=Ă", "page=-1"]
)
def test_what_makes_no_sense_in_an_address_is_ignored(imported, as_user, asked):
    answer = as_user("chi").get(f"/dossiers/?{asked}")
    assert answer.status_code == 200 and "<strong>1.662</strong> hồ sơ" in answer.text
