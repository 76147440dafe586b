"""What was submitted is printed as it was then, whatever the product would write by now."""

import hashlib
import io
import json
import re
from datetime import date

import pytest
from docx import Document
from factories import a_register_in_use, a_report, a_submitted_report, an_approved_report, typed_figures
from flask import render_template
from flask_migrate import downgrade, upgrade
from frozen_reports import NAMES, expected, in_lines, put_back, said, stored
from sqlalchemy.exc import IntegrityError

from intranet.decisions import signed
from intranet.decisions.changes import ReportState
from intranet.decisions.models import ReportVersion
from intranet.decisions.signed_text import passages
from intranet.decisions.versions import print_in, version_of
from intranet.figures.facts import Facts
from intranet.kernel import formats
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.records import operations as records
from intranet.records.approval import State as Step
from intranet.reports import pieces, printing, tables, wording
from intranet.reports.annexes import annex
from intranet.reports.charts import chart as charts
from intranet.reports.checking import check
from intranet.reports.current import CurrentReport, current_report
from intranet.reports.marks import citations as citing
from intranet.reports.marks import figures as figure_marks
from intranet.reports.models import Report
from intranet.reports.printing import Print
from intranet.reports.render import FORMATS, context
from intranet.reports.tables import ReportTable

Q1 = Period.parse("2026-Q1")
PRINTED = [name for name in NAMES if stored(name).get("print")]
PAGE = "/reports/2026-Q1"
BEFORE_PRINTS = "022"  # the last revision of the schema without them


@pytest.fixture
def kept(cast):
    """A report that is the stored one of this name."""

    def put(name: str) -> Report:
        report = a_submitted_report(cast("chi"))
        put_back(report, stored(name))
        return report

    return put


@pytest.fixture
def other_words(monkeypatch):
    """Let the product word, count, lay out and date everything otherwise from now on."""

    def change() -> None:
        for place in (formats, wording, citing, annex):
            monkeypatch.setattr(place, "date_text", lambda day: f"{day:%Y/%m/%d}")
        for place in (wording, figure_marks):
            monkeypatch.setattr(place, "figure_text", lambda fact: "SỐ KHÁC")
            monkeypatch.setattr(place, "cell_text", lambda fact: "Ô KHÁC")
        monkeypatch.setattr(annex, "number", lambda value: "BIỂU KHÁC")
        for name in wording.TOKENS:
            monkeypatch.setitem(wording.TOKENS, name, lambda period: "KỲ KHÁC")
        monkeypatch.setattr(citing, "full", lambda note: "VĂN BẢN KHÁC")
        other_table = ReportTable("BẢNG KHÁC", ("Cột khác",), (("{{dossiers.received}}",),))
        for name in tables.TABLES:
            monkeypatch.setitem(tables.TABLES, name, lambda facts: other_table)
        monkeypatch.setitem(
            charts.CHARTS, "comparison", lambda facts: charts.Chart("HÌNH KHÁC", ("a",), (("b", (1,)),))
        )
        monkeypatch.setattr(pieces, "with_words", lambda line, facts: f"LỜI KHÁC {line}")
        monkeypatch.setattr(printing, "TITLE", "TIÊU ĐỀ KHÁC")

    return change


def paper(now: CurrentReport) -> list[str]:
    """What every format says; the PDF by the page it is drawn from."""
    page = render_template("reports/print.html", **context(now))
    word = Document(io.BytesIO(FORMATS["docx"].render(now)))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return [said(now), page, "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])]


@pytest.mark.parametrize("name", NAMES)
def test_what_any_version_froze_is_printed_as_it_was(kept, name):
    kept(name)
    assert said(current_report(Q1)) == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_what_any_version_froze_keeps_the_names_that_decisions_know_it_by(kept, name):
    frozen = stored(name)
    assert kept(name).fingerprint() == frozen["fingerprint"]
    both = json.dumps([frozen["facts"], frozen["sections"]], ensure_ascii=False, sort_keys=True)
    assert hashlib.sha256(both.encode()).hexdigest() == frozen["digest"]


@pytest.mark.parametrize("name", NAMES)
def test_what_any_version_froze_is_read_back_with_nothing_lost(name):
    frozen = stored(name)
    state = ReportState.from_json(frozen["facts"], frozen["sections"])
    assert holds(state.facts.to_json(), frozen["facts"])
    assert holds(state.sections_json(), frozen["sections"])
    if frozen.get("print"):
        assert holds(Print.from_json(frozen["print"]).to_json(), frozen["print"])


def holds(whole: object, part: object) -> bool:
    """Whether all that is in one plain value is in the other, which may have fields more."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return all(name in whole and holds(whole[name], value) for name, value in part.items())
    if isinstance(whole, list) and isinstance(part, list):
        return len(whole) == len(part) and all(map(holds, whole, part))
    return whole == part


@pytest.mark.parametrize("name", PRINTED)
def test_another_wording_changes_nothing_of_what_is_frozen(kept, other_words, name):
    report = kept(name)
    before, found = paper(current_report(Q1)), [problem.key for problem in check(current_report(Q1))]
    other_words()
    assert paper(current_report(Q1)) == before
    assert [problem.key for problem in check(current_report(Q1))] == found
    assert report.fingerprint() == stored(name)["fingerprint"]


def test_another_wording_does_change_a_report_that_is_still_written(cast, other_words):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    for register in ("inspections", "internal-procedures", "proposals"):
        a_register_in_use(register)
    a_report(cast("chi"))
    before = said(current_report(Q1))
    other_words()
    after = said(current_report(Q1))
    for word in ("SỐ KHÁC", "Ô KHÁC", "BIỂU KHÁC", "KỲ KHÁC", "LỜI KHÁC", "BẢNG KHÁC", "TIÊU ĐỀ KHÁC", "2025/12/15"):
        assert word in after
        assert word not in before


def test_the_pages_show_what_is_frozen(kept, other_words, as_user):
    kept("2-everything")
    client = as_user("chi")
    addresses = [PAGE, f"{PAGE}/annexes/II.06b"]
    before = [report_of(client.get(address)) for address in addresses]
    other_words()
    assert [report_of(client.get(address)) for address in addresses] == before


def report_of(response) -> str:
    """The paper within a page."""
    return in_lines("<body>" + re.findall(r"<article.*?</article>", response.text, re.DOTALL)[0])


def test_printed_figures_still_lead_to_what_they_count(kept, as_user):
    kept("2-everything")
    text = as_user("chi").get(PAGE).text
    assert f'href="{PAGE}/figures/dossiers.received"' in text
    assert "ghi riêng, lý do: đã rà soát lại" in text


def test_submitting_freezes_what_is_printed_and_returning_gives_it_back(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    report = a_submitted_report(cast("chi"))
    live = current_report(Q1).print
    assert Print.from_json(report.print) == live
    assert current_report(Q1).frozen_print == live
    records.act(report, "withdraw", cast("chi"))
    assert report.print is None
    assert current_report(Q1).frozen_print is None


def test_the_name_of_a_decision_covers_what_is_printed(cast):
    report = a_submitted_report(cast("chi"))
    before = report.fingerprint()
    forged = report.print | {"subject": "Chủ đề khác"}
    db.session.execute(db.update(Report.__table__).values(print=forged))
    db.session.expire_all()
    assert report.fingerprint() != before
    with pytest.raises(Refused, match="khác với lúc trình"):
        records.act(report, "approve", cast("dung"))


def test_a_version_keeps_its_print_and_a_signed_copy_is_held_against_it(cast, other_words):
    report = an_approved_report(cast("chi"), cast("dung"))
    version = version_of(report, report.fingerprint())
    assert version.print == report.print
    told = passages(print_in(version, report))
    other_words()
    assert passages(print_in(version, report)) == told
    pages = ["\n".join(passage.text for passage in told)]
    assert not signed.compare(report, report.fingerprint(), pages).differences


def test_a_version_older_than_prints_is_compared_in_the_words_of_today(kept):
    report, frozen = kept("1-sample"), stored("1-sample")
    moment = report.created_at
    version = ReportVersion(content_hash="a" * 64, submitted_at=moment, facts=frozen["facts"], print={})
    version.sections, version.report_id = frozen["sections"], report.id
    assert print_in(version, report).sections == current_report(Q1).print.sections


def test_number_and_date_come_after_the_print(cast):
    report = an_approved_report(cast("chi"), cast("dung"))
    report.number, report.issued_on = "235", date(2026, 3, 18)
    db.session.flush()
    text = FORMATS["txt"].render(current_report(Q1)).decode()
    assert "Số: 235/BC-UBND" in text
    assert "ngày 18 tháng 3 năm 2026" in text


def test_a_print_changes_with_the_state_alone(cast):
    report = a_submitted_report(cast("chi"))
    report.print = report.print | {"subject": "Chủ đề khác"}
    with pytest.raises(Refused, match="chỉ được chốt khi trình"):
        db.session.flush()


def test_approving_writes_nothing_over_what_is_frozen(cast):
    report, director = a_submitted_report(cast("chi")), cast("dung")
    report.approved_by, report.approved_at = director, report.created_at
    report.state, report.print = Step.APPROVED, report.print | {"subject": "Chủ đề khác"}
    with pytest.raises(Refused, match="chỉ được chốt khi trình"):
        db.session.flush()


def test_a_draft_holds_no_print(cast):
    report = a_report(cast("chi"))
    report.print = {"subject": "Chủ đề"}
    with pytest.raises(Refused, match="chỉ được chốt khi trình"):
        db.session.flush()


def test_nothing_is_submitted_without_its_print(cast):
    report = a_report(cast("chi"))
    report.facts, report.texts, report.print = {"figures": {}}, {}, {}
    report.state = Step.SUBMITTED
    with pytest.raises(Refused, match="chỉ được chốt khi trình"):
        db.session.flush()


def test_a_version_is_never_written_over(cast):
    report = a_submitted_report(cast("chi"))
    version = version_of(report, report.fingerprint())
    version.print = {}
    with pytest.raises(Refused, match="giữ nguyên"):
        db.session.flush()


def test_the_database_holds_no_facts_without_a_print(cast):
    a_submitted_report(cast("chi"))
    with pytest.raises(IntegrityError, match="is_frozen_as_printed"):
        db.session.execute(db.update(Report.__table__).values(print=db.null()))


def test_the_database_holds_no_print_without_facts(cast):
    a_report(cast("chi"))
    with pytest.raises(IntegrityError, match="is_frozen_as_printed"):
        db.session.execute(db.update(Report.__table__).values(print={}))


def test_what_was_frozen_before_prints_keeps_its_facts_word_for_word_and_gets_none(cast):
    report = a_submitted_report(cast("chi"))
    a_report(cast("chi"), "2026-Q2")
    put_back(report, stored("1-sample"))
    db.session.commit()
    before = frozen_columns()
    db.session.remove()
    downgrade(revision=BEFORE_PRINTS)
    upgrade()
    assert frozen_columns() == before
    (row, draft) = db.session.execute(db.text("SELECT print FROM reports ORDER BY id")).scalars()
    assert (row, draft) == ("{}", None)
    assert db.session.execute(db.text("SELECT print FROM report_versions")).scalars().all() == ["{}"]
    assert db.session.get(Report, before[0][0]).fingerprint() == stored("1-sample")["fingerprint"]


def frozen_columns() -> list[tuple[int, str, str]]:
    """What the database holds, letter for letter."""
    rows = db.session.execute(db.text("SELECT id, facts, texts FROM reports ORDER BY id"))
    return [tuple(row) for row in rows]


def test_facts_of_a_frozen_report_stay_what_figures_are_compared_with(kept):
    kept("2-sample")
    assert current_report(Q1).facts == Facts.from_json(stored("2-sample")["facts"])
