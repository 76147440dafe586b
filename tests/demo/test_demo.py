"""The sample quarter: loaded into an empty database alone, right in every figure, complete on paper."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from conftest import build, over
from flask import Flask
from flask_migrate import upgrade
from pypdf import PdfReader
from sqlalchemy import func, select

from intranet.accounts.models import SAMPLE_PASSWORD, User
from intranet.accounts.operations import sign_in
from intranet.checks.problem import Level
from intranet.decisions.operations import edit_section
from intranet.decisions.waiving import findings
from intranet.demo import legal_texts, load, people
from intranet.demo.reading import json_of
from intranet.documents.models import LegalReference
from intranet.documents.types import DocumentType
from intranet.figures.collecting.collect import collect
from intranet.inspections.models import Finding, Inspection
from intranet.inspections.workflow import Remedy, Result
from intranet.kernel.clock import VIETNAM
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.overdue.models import OverdueCase
from intranet.procedures.models import InternalProcedure
from intranet.proposals.models import Proposal
from intranet.records import inbox
from intranet.records.approval import State
from intranet.records.models import AuditEntry, Record
from intranet.records.visibility import visible_to
from intranet.reports.awaited import awaited, not_approved
from intranet.reports.current import current_report, report_of
from intranet.trainings.models import Training

QUARTER = Period.parse("2026-Q1")
ACCOUNTS = ("dau-moi", "dau-moi-2", "kiem-soat", "giam-doc", "quan-tri")
REAL = {
    "dossiers.opening": 69,
    "dossiers.received": 1568,
    "dossiers.received_online": 1568,
    "dossiers.resolved": 1488,
    "dossiers.resolved_early": 1477,
    "dossiers.resolved_late": 11,
    "dossiers.pending": 41,
    "dossiers.rejected": 44,
    "dossiers.paused": 64,
    "dossiers.carried_over": 105,
    "dossiers.by_field.chung-thuc.resolved_late": 5,
    "procedures.total": 399,
    "procedures.online_total": 399,
    "overdue.late": 11,
    "overdue.explained": 11,
    "overdue.unexplained": 0,
    "overdue.apologies": 6,
    "overdue.by_cause.HT-01": 5,
    "overdue.by_side.internal": 6,
    "documents.issued": 3,
    "trainings.courses": 3,
    "proposals.made": 3,
    "proposals.approved": 2,
    "internal_procedures.effective": 1,
    "internal_procedures.drafting": 1,
    "inspections.done": 3,
    "inspections.planned": 3,
    "inspections.findings": 7,
    "inspections.findings_closed": 3,
    "inspections.corrective_overdue": 0,
    "feedback.on_conduct": 1,
    "staff.total": 6,
    "satisfaction.ratings": 235,
    "digitisation.done": 8141,
    "payments.amount": 18_025_000,
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the migrations leave it."""
    path = tmp_path_factory.mktemp("demo") / "empty.db"
    app = build(path)
    with app.app_context():
        upgrade()
        db.engine.dispose()
    return path


@pytest.fixture(scope="module")
def loaded(empty: Path) -> Path:
    """The sample quarter as the command leaves it."""
    path = empty.with_name("loaded.db")
    shutil.copy(empty, path)
    app = build(path)
    with app.app_context():
        answer = app.test_cli_runner().invoke(args=["demo"])
        assert answer.exit_code == 0, answer.output
        assert all(name in answer.stdout for name in (*ACCOUNTS, SAMPLE_PASSWORD))
        db.session.remove()
        db.engine.dispose()
    return path


@pytest.fixture
def app(shared: Flask, loaded: Path) -> Iterator[Flask]:
    """The app over a copy of the loaded sample quarter."""
    with over(shared, loaded) as app:
        yield app


@pytest.fixture
def bare(shared: Flask, empty: Path) -> Iterator[Flask]:
    """The app over a copy of the empty database."""
    with over(shared, empty) as app:
        yield app


def person(username: str) -> User:
    return db.session.scalars(select(User).where(User.username == username)).one()


def titled(words: str) -> Inspection:
    return db.session.scalars(select(Inspection).where(Inspection.title.contains(words))).one()


def everything() -> dict[str, int]:
    """How many rows each table holds."""
    tables = db.metadata.sorted_tables
    return {table.name: db.session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def test_a_second_load_is_refused_and_changes_nothing(app: Flask):
    before = everything()
    answer = app.test_cli_runner().invoke(args=["demo"])
    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert "Cơ sở dữ liệu đã có dữ liệu" in answer.stderr
    assert everything() == before


def test_if_empty_leaves_a_filled_database_alone_without_complaint(app: Flask):
    before = everything()
    answer = app.test_cli_runner().invoke(args=["demo", "--if-empty"])
    assert answer.exit_code == 0
    assert "không nạp quý mẫu" in answer.stdout and answer.stderr == ""
    assert everything() == before


def test_if_empty_loads_an_empty_database(bare: Flask):
    answer = bare.test_cli_runner().invoke(args=["demo", "--if-empty"])
    assert answer.exit_code == 0
    assert report_of(QUARTER) is not None


def test_a_load_that_fails_midway_leaves_the_database_empty(bare: Flask, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RuntimeError("no report today")

    monkeypatch.setattr(load.report, "write", fail)
    before = everything()
    assert isinstance(bare.test_cli_runner().invoke(args=["demo"]).exception, RuntimeError)
    db.session.rollback()
    assert everything() == before


@pytest.mark.parametrize("username", ACCOUNTS)
def test_each_sample_account_signs_in_but_not_in_production(app: Flask, username: str):
    assert sign_in(username, SAMPLE_PASSWORD, "127.0.0.1", production=False).is_sample
    with pytest.raises(Exception, match="chưa đúng"):
        sign_in(username, SAMPLE_PASSWORD, "127.0.0.1", production=True)


def test_the_figures_are_those_of_the_quarter(app: Flask):
    facts = collect(QUARTER)
    assert {name: facts.value(name) for name in REAL} == REAL
    assert [str(day) for day in facts.windows["digitisation"]] == ["2025-09-11", "2026-03-15"]


def test_every_cause_together_explains_every_late_dossier(app: Flask):
    facts = collect(QUARTER)
    assert sum(facts.value(f"overdue.by_cause.{cause.code}") for cause in facts.causes) == 11


def test_nothing_is_missing_or_contradicts_and_what_waits_is_named(app: Flask):
    now = current_report(QUARTER)
    assert not [finding.problem for finding in findings(now) if finding.problem.level is Level.ERROR]
    pending = [(type(record), record.state) for group in not_approved(QUARTER) for record in group.records]
    assert pending == [
        (Training, State.SUBMITTED),
        (Proposal, State.SUBMITTED),
        (OverdueCase, State.SUBMITTED),
        (OverdueCase, State.DRAFT),
        (OverdueCase, State.DRAFT),
        (InternalProcedure, State.DRAFT),
    ]
    assert awaited(now).outdated == frozenset()


def test_every_criterion_of_an_approved_inspection_is_answered(app: Flask):
    approved = db.session.scalars(select(Inspection).where(Inspection.state == State.APPROVED)).all()
    assert len(approved) == 3
    for inspection in approved:
        assert len(inspection.items) == 25
        assert all(item.result and item.note for item in inspection.items)
        assert inspection.findings and any(item.samples for item in inspection.items)
        failed = [item for item in inspection.items if item.result is Result.FAILED]
        assert [item.finding for item in failed] == inspection.findings
        assert not inspection.is_concluded_late


def test_remedies_stand_at_every_step(app: Flask):
    states = db.session.scalars(select(Finding.state)).all()
    assert {Remedy.OPEN, Remedy.REPORTED, Remedy.VERIFIED} <= set(states)


def test_the_director_finds_one_of_most_registers_to_decide_on(app: Flask):
    waiting, *_ = inbox.folders(person("giam-doc"))
    assert [(type(record), str(record.occurs_on)) for record in waiting.records] == [
        (Inspection, "2026-03-17"),
        (Training, "2026-03-12"),
        (Proposal, "2026-03-11"),
        (OverdueCase, "2026-03-09"),
    ]
    assert len(titled("hồ sơ hộ tịch").findings) == 1


def test_the_director_approves_it_and_the_quarter_stays_as_it_is(app: Flask, as_user):
    waiting = titled("hồ sơ hộ tịch")
    answer = as_user("giam-doc").post(f"/records/{waiting.id}/approve", data={"version": waiting.version})
    assert answer.status_code == 303
    db.session.expire_all()
    assert titled("hồ sơ hộ tịch").state is State.APPROVED
    assert collect(QUARTER).value("inspections.done") == 3


def test_trails_carry_moments_of_the_quarter_in_working_hours(app: Flask):
    moments = [at.astimezone(VIETNAM) for at in db.session.scalars(select(AuditEntry.at))]
    assert all("2025-12-15" <= str(at.date()) <= "2026-03-20" for at in moments)
    assert all(at.weekday() < 5 and 7 <= at.hour < 17 for at in moments)
    for record in db.session.scalars(select(Record)):
        trail = [entry.at for entry in reversed(record.trail)]
        assert trail == sorted(trail), record.title


def test_the_other_officer_sees_what_concerns_their_unit(app: Flask):
    officer = person("dau-moi-2")
    inspected = visible_to(officer, lambda unit_id: Inspection.inspected_unit_id == unit_id)
    seen = db.session.scalars(select(Inspection).where(inspected)).all()
    assert {inspection.title for inspection in seen} == {
        titled("bảo trợ xã hội").title,
        titled("Tự kiểm tra việc niêm yết").title,
    }


def test_the_other_officer_is_kept_from_the_rest(app: Flask, as_user):
    client = as_user("dau-moi-2")
    assert client.get(f"/inspections/{titled('bảo trợ xã hội').id}").status_code == 200
    for words in ("Bộ phận Một cửa", "hộ kinh doanh", "hồ sơ hộ tịch"):
        assert client.get(f"/inspections/{titled(words).id}").status_code == 403, words
    assert client.get("/reports/2026-Q1").status_code == 403


@pytest.mark.parametrize("username", ACCOUNTS)
def test_every_first_page_opens_and_says_that_the_data_is_a_sample(app: Flask, as_user, username: str):
    assert "Số liệu mẫu" in as_user(username).get("/", follow_redirects=True).text


def test_the_report_is_a_draft_that_the_controller_may_still_edit(app: Flask):
    report = report_of(QUARTER)
    assert report.state is State.DRAFT and report.author == person("kiem-soat")
    before = report.section("text.funding")
    edit_section(report, "text.funding", "Không phát sinh.", before.version, person("kiem-soat"))
    assert current_report(QUARTER).section("text.funding").text == "Không phát sinh."


def test_written_sections_name_their_figures_and_are_not_the_starter(app: Flask):
    now = current_report(QUARTER)
    for row in report_of(QUARTER).sections:
        assert row.text != now.composed[row.key], row.key
    written = " ".join(row.text for row in report_of(QUARTER).sections)
    assert "{{dossiers.resolved}}" in written and "{composed}" not in written


def test_the_report_on_paper_is_complete(app: Flask, as_user):
    answer = as_user("kiem-soat").get("/reports/2026-Q1.pdf")
    assert answer.mimetype == "application/pdf"
    pages = [page.extract_text() for page in PdfReader(BytesIO(answer.data)).pages]
    for page in pages:
        assert "DỰ THẢO" in page and "SỐ LIỆU MẪU" in page
    text = " ".join(" ".join(pages).split())
    head, body = text.split("I. CÔNG TÁC CHỈ ĐẠO", 1)
    assert head.count("……") == 3, "number, day and month are left to fill in"
    assert "……" not in body and "■" not in text and "{{" not in text
    figures = ("1.568 hồ sơ", "1.488 hồ sơ", "105 hồ sơ", "18.025.000 đồng", "99,1%", "từ ngày 24/02/2026")
    told = ("38/KH-UBND", "110a/UBND-TTPVHCC", "03 khóa tập huấn", "03 phương án", "06 hồ sơ do nguyên nhân chủ quan")
    for words in (*figures, *told):
        assert words in body, words
    assert body.count("Đơn vị được kiểm tra:") == 3
    assert "./." in body and "CHỦ TỊCH" in body


def test_headings_on_paper_are_numbered_without_gap_or_repetition(app: Flask, as_user):
    pdf = PdfReader(BytesIO(as_user("kiem-soat").get("/reports/2026-Q1.pdf").data))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    place = 0
    for section in current_report(QUARTER).printed():
        title = section.title.upper() if section.level == 1 else section.title
        place = text.find(f"{section.number}. {title}", place)
        assert place >= 0, f"{section.number}. {title}"
    top = [section.number for section in current_report(QUARTER).printed() if section.level == 1]
    assert top == ["I", "II", "III", "IV", "V", "VI"]


def test_the_sample_names_no_citizen_and_holds_no_number_of_a_person():
    for path in sorted(Path(load.__file__).parent.iterdir()):
        if path.suffix in {".json", ".txt"}:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\b(?:[Ôô]ng|[Bb]à|[Cc]ông dân) [A-ZĐ]|(?<![\d.-])\d{9,}", text), path.name


def test_texts_of_the_province_and_the_ward_come_with_the_sample_alone(bare):
    told = [text["number"] for text in json_of("legal_texts.json")]
    assert not db.session.scalars(select(LegalReference).where(LegalReference.number.in_(told))).all()


def test_a_register_that_was_sown_with_them_before_is_told_whose_they_are(bare):
    db.session.add(LegalReference(kind=DocumentType.PLAN, number="157/KH-UBND", issuer="UBND"))
    db.session.flush()
    legal_texts.record(*people.settle())
    (plan,) = db.session.scalars(select(LegalReference).where(LegalReference.number == "157/KH-UBND"))
    assert plan.issuer == "UBND tỉnh Lạng Sơn" and not plan.is_checked


def test_every_text_the_sample_report_cites_says_whose_it_is(app):
    told = " ".join(block.text for section in current_report(QUARTER).printed() for block in section.blocks)
    assert "của UBND phường Tam Thanh và Quyết định số 301/QĐ-UBND" in told
    assert not re.search(r"của (?:UBND|HĐND)(?:[.;,]| và | về |$)", told)
