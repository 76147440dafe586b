"""A report for the e-office: one file with the papers, the figures and the sums to check them by."""

import hashlib
import re
import subprocess
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from factories import a_report, an_approved_report, typed_figures
from openpyxl import load_workbook
from pypdf import PdfReader

from intranet.decisions.bundle import SUMS, bundle
from intranet.figures.fact import Origin
from intranet.kernel.period import Period
from intranet.reports.current import current_report

Q1 = Period.parse("2026-Q1")
ADDRESS = "/reports/2026-Q1/bundle.zip"


@pytest.fixture
def typed(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568, satisfaction__ratings=235, satisfaction__satisfied=2)


def unpacked(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def figures_of(content: bytes) -> dict[str, tuple]:
    sheet = load_workbook(BytesIO(unpacked(content)["so-lieu-2026-Q1.xlsx"])).active
    _, *rows = sheet.iter_rows(values_only=True)
    return {name: (label, *rest) for label, name, *rest in rows}


def test_the_sums_are_those_of_every_other_file(typed):
    files = unpacked(bundle(current_report(Q1)))
    sums = dict(reversed(line.split("  ")) for line in files.pop(SUMS).decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert {"bao-cao-2026-Q1.pdf", "so-lieu-2026-Q1.xlsx"} <= set(files)


def test_the_sums_are_read_by_the_common_tool(typed, tmp_path):
    for name, content in unpacked(bundle(current_report(Q1))).items():
        (tmp_path / name).write_bytes(content)
    check = ["sha256sum", "--check", "--strict", SUMS]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True).returncode == 0
    (tmp_path / "so-lieu-2026-Q1.xlsx").write_bytes(b"changed")
    assert subprocess.run(check, cwd=tmp_path, capture_output=True).returncode == 1


def test_names_are_plain_letters_that_any_system_can_store(typed):
    for name in unpacked(bundle(current_report(Q1))):
        assert re.fullmatch(r"[A-Za-z0-9-]+\.[a-z]+", name)


def test_no_file_in_it_is_empty(typed):
    assert all(unpacked(bundle(current_report(Q1))).values())


def test_every_figure_is_in_the_sheet_with_where_it_comes_from(typed):
    told, facts = figures_of(bundle(current_report(Q1))), current_report(Q1).facts
    assert list(told) == list(facts.figures)
    assert told["dossiers.received"] == ("Tiếp nhận", 1568, "hồ sơ", "Nhập tay", 1)
    assert told["satisfaction.satisfied_rate"][1:] == (0.9, "%", "Tính ra", 2)
    assert told["dossiers.opening"][1] is None and told["dossiers.opening"][3] == "Chưa có"
    assert told["inspections.done"][1] is None, "nobody ever kept an inspection"
    assert facts.value("satisfaction.satisfied_rate") == Decimal("0.9")


def test_an_approved_report_gives_its_frozen_figures(cast, typed):
    an_approved_report(cast("chi"), cast("dung"))
    typed_figures("2026-Q1", cast("chi"), dossiers__received=9)
    assert figures_of(bundle(current_report(Q1)))["dossiers.received"][1] == 1568


def test_the_papers_are_those_of_the_report(cast, typed):
    a_report(cast("chi"))
    pdf = unpacked(bundle(current_report(Q1)))["bao-cao-2026-Q1.pdf"]
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "DỰ THẢO" in text and "1.568" in text


def test_the_files_stand_there_with_the_day_the_period_ended(typed):
    with ZipFile(BytesIO(bundle(current_report(Q1)))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 14, 0, 0, 0)}


# The page.


@pytest.mark.parametrize(("username", "status"), [("an", 403), ("quan", 403), ("chi", 200), ("dung", 200)])
def test_who_sees_reports_takes_the_bundle(as_user, username, status):
    assert as_user(username).get(ADDRESS).status_code == status


@pytest.mark.parametrize("path", ["/reports/2026-Q5/bundle.zip", "/reports/2020-Q1/bundle.zip", "/reports/2026-Q1.zip"])
def test_what_is_not_there_is_not_found(as_user, path):
    assert as_user("chi").get(path).status_code == 404


def test_the_page_of_the_report_leads_to_the_bundle_which_is_a_file(as_user, typed):
    client = as_user("chi")
    assert ADDRESS in client.get("/reports/2026-Q1").text
    answer = client.get(ADDRESS)
    assert answer.mimetype == "application/zip"
    assert "attachment; filename=bao-cao-2026-Q1.zip" in answer.headers["Content-Disposition"]
    assert SUMS in unpacked(answer.data)


def test_a_figure_nobody_knows_is_empty_and_not_zero(app):
    told, facts = figures_of(bundle(current_report(Q1))), current_report(Q1).facts
    missing = {name for name, fact in facts.figures.items() if fact.origin is Origin.MISSING}
    assert missing and {name for name, row in told.items() if row[1] is None} == missing
