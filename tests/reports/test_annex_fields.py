"""The forms of the sample quarter, counted from its dossiers: every cell opens exactly what it counts."""

import re

import pytest
from factories import a_cause, an_overdue_case, typed_figures
from sqlalchemy import select

from intranet.demo.reading import HERE
from intranet.dossiers import operations
from intranet.dossiers.counting import COUNTED
from intranet.dossiers.models import Dossier
from intranet.figures.collecting.collect import collect
from intranet.figures.fact import Origin
from intranet.figures.sources.dossiers import MEASURES
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.reports.annexes.dossiers import ALL
from intranet.reports.annexes.forms import printed_form

Q1 = Period.parse("2026-Q1")
FILES = {"tinh.xlsx": "Hệ thống tỉnh", "bo-tu-phap.xlsx": "Hệ thống Bộ Tư pháp"}


@pytest.fixture
def imported(app):
    for name, source in FILES.items():
        batch, _ = operations.import_at_once(source, (HERE / "exports" / name).read_bytes(), name, None, None)
        operations.confirm(batch, False, None)
    db.session.commit()


def rows() -> list[tuple[str, list[int]]]:
    printed = printed_form("II.06b", collect(Q1))
    return [(r.cells[1].text, [int(c.text.replace(".", "")) for c in r.cells[2:]]) for r in printed.parts[0].rows]


def test_the_quarter_is_told_by_field_to_the_unit(imported):
    *fields, (_, totals) = rows()
    assert totals == [1637, 1568, 0, 69, 1532, 1477, 44, 11, 105, 105, 0]
    assert [sum(column) for column in zip(*(figures for _, figures in fields), strict=True)] == totals
    assert len(fields) == 12 and dict(fields)["Chứng thực"][7] == 5


def test_fields_have_every_measure_once_dossiers_tell_them_and_none_of_it_before(app, imported):
    figures = collect(Q1).figures
    told = {name.rpartition(".")[2] for name in figures if name.startswith("dossiers.by_field.ho-tich.")}
    assert told == {name.removeprefix("dossiers.") for name in MEASURES} | {"in_time_rate"}
    assert figures["dossiers.by_field.ho-tich.paused"].label == "Tạm dừng lĩnh vực Hộ tịch"
    assert figures["dossiers.by_field.ho-tich.paused"].origin is Origin.RECORDS


def test_typed_figures_alone_give_a_field_no_more_than_was_typed(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=5)
    told = {name.rpartition(".")[2] for name in collect(Q1).figures if name.startswith("dossiers.by_field.ho-tich.")}
    assert told == {"received", "resolved", "resolved_late", "in_time_rate"}


@pytest.mark.parametrize("leaf", ALL)
def test_a_fields_figure_opens_exactly_what_it_counts(imported, as_user, leaf):
    client, name = as_user("chi"), f"dossiers.by_field.chung-thuc.{leaf}"
    first = client.get(f"/reports/2026-Q1/figures/{name}")
    shown = client.get(client.get(first.location).location).text
    value = collect(Q1).value(name)
    assert re.search(r"<strong>([^<]+)</strong> hồ sơ", shown)[1] == str(value) if value else "Không có hồ sơ" in shown


def test_a_measure_nobody_counts_is_not_found(imported, as_user):
    assert as_user("chi").get("/reports/2026-Q1/figures/dossiers.by_field.chung-thuc.lost").status_code == 404


def test_the_page_of_the_form_leads_to_the_dossiers(imported, as_user):
    page = as_user("chi").get("/reports/2026-Q1/annexes/II.06b").text
    assert "/reports/2026-Q1/figures/dossiers.by_field.chung-thuc.resolved_late" in page


def test_a_late_dossier_is_told_under_its_field(imported, cast):
    late = select(Dossier).where(COUNTED["dossiers.resolved_late"](Q1), Dossier.field == "chung-thuc")
    dossier = db.session.scalars(late).first()
    days = {"received_on": dossier.received_on, "due_on": dossier.due_on, "finished_on": dossier.finished_on}
    an_overdue_case(cast("an"), code=dossier.code, main_cause=a_cause("HT-01"), explanation="Hệ thống lỗi.", **days)
    (note,) = collect(Q1).overdue
    assert (note.field, note.cause) == ("chung-thuc", "HT-01")
    printed = printed_form("II.06g", collect(Q1))
    first, rest, total = ([cell.text for cell in row.cells] for row in printed.parts[0].rows)
    assert first[1:3] == ["Chứng thực", "1"] and rest[2:4] == ["10", "Chưa được giải trình"] and total[2] == "11"
