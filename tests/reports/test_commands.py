"""flask report facts and flask report export, as scripts use them."""

import io
import json

import pytest
from factories import a_training, an_approved_report, typed_figures
from pypdf import PdfReader

from intranet.categories.catalogue import CATALOGUE
from intranet.kernel.db import db


@pytest.fixture
def run(app):
    def invoke(*arguments: object):
        db.session.commit()
        return app.test_cli_runner().invoke(args=["report", *map(str, arguments)])

    return invoke


def test_facts_are_one_json_object_with_every_figure(run, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    result = run("facts", "2026-Q1")
    facts = json.loads(result.stdout)
    assert result.exit_code == 0 and result.stderr == ""
    assert set(CATALOGUE) < set(facts)
    assert facts["dossiers.received"] == {
        "value": 1568,
        "label": "Tiếp nhận",
        "unit": "hồ sơ",
        "sources": 1,
        "origin": "entered",
    }
    assert facts["inspections.done"]["value"] is None and facts["inspections.done"]["origin"] == "missing"
    assert facts["payments.total"]["value"] is None and facts["payments.total"]["origin"] == "missing"


def test_figures_of_a_register_say_how_many_records_stand_behind_them(run, cast):
    typed_figures("2026-Q1", cast("chi"), trainings__courses=9, documents__issued=9)
    a_training(cast("an"))
    facts = json.loads(run("facts", "2026-Q1").stdout)
    hours = {"value": 12, "label": "Số giờ tập huấn", "unit": "giờ", "sources": 1, "origin": "records"}
    assert facts["trainings.hours"] == hours
    assert (facts["trainings.courses"]["value"], facts["trainings.courses"]["origin"]) == (1, "records")
    assert (facts["documents.issued"]["value"], facts["documents.issued"]["origin"]) == (9, "entered")
    assert (facts["proposals.made"]["value"], facts["proposals.made"]["origin"]) == (None, "missing")
    assert facts["overdue.late"]["origin"] == "missing"


def test_rates_are_numbers_with_one_decimal(run, cast):
    typed_figures("2026-Q1", cast("chi"), satisfaction__ratings=235, satisfaction__very_satisfied=233)
    facts = json.loads(run("facts", "2026-Q1").stdout)
    assert facts["satisfaction.very_satisfied_rate"]["value"] == 99.1
    assert facts["satisfaction.very_satisfied_rate"]["origin"] == "computed"


def test_facts_are_live_beside_a_frozen_report(run, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1)
    an_approved_report(cast("chi"), cast("dung"))
    typed_figures("2026-Q1", cast("chi"), dossiers__received=2)
    assert json.loads(run("facts", "2026-Q1").stdout)["dossiers.received"]["value"] == 2


@pytest.mark.parametrize("command", ["facts", "export"])
@pytest.mark.parametrize("code", ["2026-Q5", "quý 1", "2026", ""])
def test_a_period_written_wrong_gets_a_sentence_and_no_output(run, tmp_path, command, code):
    more = ["-o", tmp_path / "x.pdf"] if command == "export" else []
    result = run(command, code, *more)
    assert result.exit_code in (1, 2)
    assert result.stdout == "" and "Hãy nhập kỳ báo cáo theo mẫu 2026-Q1" in result.stderr
    assert not list(tmp_path.glob("x.pdf"))


def test_a_period_never_begun_is_exported_as_it_would_be(run, tmp_path):
    result = run("export", "2026-Q1", "--format", "pdf", "-o", tmp_path / "report.pdf")
    assert result.exit_code == 0, result.stderr
    reader = PdfReader(io.BytesIO((tmp_path / "report.pdf").read_bytes()))
    assert "DỰ THẢO" in reader.pages[0].extract_text()


@pytest.mark.parametrize(("ending", "begins"), [("pdf", "%PDF-"), ("html", "<!doctype html>"), ("txt", "DỰ THẢO")])
def test_every_format_is_written(run, tmp_path, ending, begins):
    assert run("export", "2026-Q1", "--format", ending, "-o", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out").read_bytes().startswith(begins.encode())


def test_a_format_not_known_is_refused_in_words(run, tmp_path):
    result = run("export", "2026-Q1", "--format", "rtf", "-o", tmp_path / "x.rtf")
    assert result.exit_code != 0 and "pdf, docx, html, txt" in result.stderr and result.stdout == ""


def test_a_file_that_cannot_be_written_is_refused_in_words(run, tmp_path):
    result = run("export", "2026-Q1", "-o", tmp_path / "nowhere" / "x.pdf")
    assert result.exit_code != 0 and "Không ghi được tệp" in result.stderr


def test_without_a_file_to_write_it_says_so(run):
    result = run("export", "2026-Q1")
    assert result.exit_code != 0 and "Hãy nêu tệp" in result.stderr


def test_without_an_outline_in_force_it_says_so(run, tmp_path):
    result = run("export", "2020-Q1", "-o", tmp_path / "x.pdf")
    assert result.exit_code != 0 and "đề cương" in result.stderr
    assert run("facts", "2020-Q1").exit_code == 0
