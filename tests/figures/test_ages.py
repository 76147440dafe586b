"""How far the exports of dossiers reach: on the figures page, in the report, and in what is frozen of it."""

import io
from datetime import UTC, date, datetime

import pytest
from docx import Document
from factories import a_figure, a_staged_import, a_submitted_report
from flask import Flask
from sqlalchemy import select

from intranet.dossiers import operations
from intranet.dossiers.models import ImportBatch, Source
from intranet.figures.ages import reach
from intranet.figures.collecting.collect import collect
from intranet.figures.facts import Facts
from intranet.figures.notes import ExportNote
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.pdf import render_pdf
from intranet.kernel.period import Period
from intranet.reports.checking import check, proofread
from intranet.reports.current import current_report
from intranet.reports.render import FORMATS

Q1 = Period.parse("2026-Q1")
PAGE = "/figures/2026-Q1"
AFTER, WITHIN = datetime(2026, 3, 20, 3, tzinfo=UTC), datetime(2026, 3, 2, 3, tzinfo=UTC)


@pytest.fixture
def exported(cast):
    """A system in use since the quarter began, with one export of the day given."""

    def make(day: date) -> Source:
        batch = a_staged_import(cast("chi"))
        operations.cover(batch.source, Q1.start, cast("chi"))
        operations.confirm(batch, False, cast("chi"))
        db.session.scalars(select(ImportBatch)).one().exported_on = day
        db.session.commit()
        return batch.source

    return make


def rules_at(moment: datetime) -> dict[str, str]:
    with as_of(moment):
        return {one.rule: one.level.value for one in check(current_report(Q1))}


def test_systems_are_told_by_the_day_of_their_newest_export_the_newest_first():
    first, second, third = (
        ExportNote("Hệ thống B", date(2026, 3, 16)),
        ExportNote("Hệ thống A", date(2026, 3, 18)),
        ExportNote("Hệ thống C", date(2026, 3, 18)),
    )
    assert reach((first, second, third)) == (
        "Số liệu hồ sơ đến ngày 18/03/2026 theo tệp kết xuất của Hệ thống A, Hệ thống C; "
        "đến ngày 16/03/2026 theo tệp kết xuất của Hệ thống B"
    )
    assert reach(()) == ""


def test_the_page_says_how_far_the_exports_reach(as_user, exported):
    source = exported(date(2026, 3, 16))
    with as_of(AFTER):
        page = as_user("dung").get(PAGE).text
    assert f"Số liệu hồ sơ đến ngày 16/03/2026 theo tệp kết xuất của {source.name}." in page
    assert "mới đủ kỳ" not in page and "Kỳ đang diễn ra" not in page


def test_the_page_names_the_export_that_is_still_to_come(as_user, exported):
    source = exported(date(2026, 3, 10))
    db.session.add(Source(name="Hệ thống Bộ Tư pháp", known={}))
    db.session.commit()
    with as_of(AFTER):
        page = as_user("chi").get(PAGE).text
    assert "Số liệu hồ sơ đến ngày 10/03/2026" in page
    assert f"{source.name} cần tệp kết xuất sau ngày 14/03/2026 mới đủ kỳ." in page
    assert "Hệ thống Bộ Tư pháp chưa có tệp kết xuất nào." in page


def test_while_the_period_runs_the_page_says_so_and_asks_for_nothing(as_user, exported):
    exported(date(2026, 3, 1))
    with as_of(WITHIN):
        page = as_user("chi").get(PAGE).text
    assert "Số liệu hồ sơ đến ngày 01/03/2026" in page and "Kỳ đang diễn ra nên chưa đủ hồ sơ" in page
    assert "mới đủ kỳ" not in page


def test_a_system_in_use_only_later_is_told_apart_and_never_accused(as_user, exported):
    source = exported(date(2026, 3, 10))
    source.covers_from = date(2026, 1, 1)
    db.session.commit()
    with as_of(AFTER):
        page = as_user("chi").get(PAGE).text
    assert "chỉ đủ hồ sơ" in page and "không tính cho kỳ này" in page and "Số liệu hồ sơ đến ngày" not in page
    assert not collect(Q1).exports
    assert "figures-stale" not in rules_at(AFTER)


def test_of_an_office_without_imports_and_of_a_period_to_come_nothing_is_said(as_user, exported):
    with as_of(AFTER):
        assert "figures-reach" not in as_user("chi").get(PAGE).text
        exported(date(2026, 3, 16))
        assert "figures-reach" not in as_user("chi").get("/figures/2026-Q4").text


def test_exports_that_end_early_are_a_warning_afterwards_and_a_hint_meanwhile(exported):
    exported(date(2026, 2, 20))
    assert rules_at(AFTER)["figures-stale"] == "warning"
    assert rules_at(WITHIN)["figures-stale"] == "info"


def test_an_export_after_the_end_is_no_finding(exported):
    exported(date(2026, 3, 15))
    assert "figures-stale" not in rules_at(AFTER)


def test_a_system_that_is_no_longer_expected_is_not_asked(exported):
    exported(date(2026, 3, 10)).is_expected = False
    assert "figures-stale" not in rules_at(AFTER)


def test_every_form_of_the_report_says_it_under_its_title(as_user, exported):
    exported(date(2026, 3, 16))
    now = current_report(Q1)
    said = now.print.reach
    assert said.startswith("(Số liệu hồ sơ đến ngày 16/03/2026 theo tệp kết xuất của ")
    assert said in FORMATS["txt"].render(now).decode()
    assert said in FORMATS["html"].render(now).decode()
    assert said in [it.text for it in Document(io.BytesIO(FORMATS["docx"].render(now))).paragraphs]
    assert said in as_user("chi").get("/reports/2026-Q1").text


def test_the_pdf_says_it_too(app: Flask, exported, monkeypatch):
    exported(date(2026, 3, 16))
    pages = []
    monkeypatch.setattr("intranet.reports.render.render_pdf", lambda page: pages.append(page) or render_pdf(page))
    assert FORMATS["pdf"].render(current_report(Q1)).startswith(b"%PDF")
    assert "(Số liệu hồ sơ đến ngày 16/03/2026" in pages[0]


def test_what_the_report_says_of_it_is_nothing_its_own_reader_objects_to(exported):
    exported(date(2026, 3, 16))
    now = current_report(Q1)
    text = FORMATS["txt"].render(now).decode()
    assert now.print.reach in text
    without = text.replace(now.print.reach, "")
    assert [one.rule for one in proofread(text, Q1, False)] == [one.rule for one in proofread(without, Q1, False)]


def test_a_report_of_typed_figures_does_not_say_they_come_from_exports(as_user, cast, exported):
    exported(date(2026, 3, 10))
    a_figure(cast("chi"), "dossiers.received", 5)
    db.session.commit()
    assert current_report(Q1).print.reach == ""
    page = as_user("chi").get("/reports/2026-Q1").text
    assert "tệp kết xuất ngày 10/03/2026" in page and "số liệu hồ sơ trong báo cáo không lấy từ đó" in page


def test_a_submitted_report_keeps_the_day_of_then(cast, exported):
    exported(date(2026, 3, 16))
    report = a_submitted_report(cast("chi"))
    db.session.scalars(select(ImportBatch)).one().exported_on = date(2026, 4, 2)
    db.session.flush()
    assert collect(Q1).exports[0].newest == date(2026, 4, 2)
    assert current_report(Q1).facts.exports[0].newest == date(2026, 3, 16)
    assert "16/03/2026" in current_report(Q1).print.reach
    assert Facts.from_json(report.facts).to_json() == report.facts


def test_what_was_frozen_before_facts_told_of_exports_is_stored_the_same_again(app):
    plain = collect(Q1).to_json()
    assert "exports" not in plain and "are_by_exports" not in plain
    assert Facts.from_json(plain).to_json() == plain


def test_a_longer_period_says_how_far_its_last_quarter_reaches(exported):
    exported(date(2026, 6, 16))
    half = Period.parse("2026-H1")
    assert collect(half).are_by_exports and [it.newest for it in collect(half).exports] == [date(2026, 6, 16)]
