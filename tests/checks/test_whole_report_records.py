"""A whole report against what stands beside it: the register of legal texts, earlier periods, records."""

import re
from datetime import date

import pytest
from checks.corpus import LEGAL
from checks.test_whole_report import FACTS, OUTLINE, QUARTER, STARTERS, TEXT
from quarter import quarter, with_earlier

from intranet.checks.paper import Awaiting, Paper
from intranet.checks.rules import problems
from intranet.figures.notes import ExportNote
from intranet.reading.manuscript import read
from intranet.reports.markup import printed
from intranet.reports.own_manuscript import manuscript_of
from intranet.reports.sections.compose import compose


def told(text: str, **known) -> set[str]:
    return {one.rule for one in problems(Paper(read(text), QUARTER, **{"facts": FACTS, "legal": LEGAL} | known))}


CITED = "theo Nghị định số 118/2025/NĐ-CP ngày 09/06/2025 của Chính phủ"
CITATIONS = [
    ("citation-superseded", CITED, "theo Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ"),
    ("citation-type", "Công điện số 220/CĐ-TTg", "Công văn số 220/CĐ-TTg"),
    ("citation-unknown", CITED, "theo Nghị định số 888/2025/NĐ-CP ngày 09/06/2025 của Chính phủ"),
]


@pytest.mark.parametrize(("rule", "right", "wrong"), CITATIONS, ids=[rule for rule, *_ in CITATIONS])
def test_a_citation_is_held_against_the_register(rule, right, wrong):
    assert rule in told(TEXT.replace(right, wrong, 1))
    assert not {"citation-superseded", "citation-type"} & told(TEXT)


def test_training_told_by_its_number_alone_is_told():
    named = re.compile(r"(Trong kỳ đã tổ chức, cử cán bộ, công chức dự 02 khóa tập huấn), với .*?:\n(?:.*ngày.*\n)+")
    assert named.search(TEXT)
    assert "trainings-without-record" in told(named.sub(r"\1.\n", TEXT)) - told(TEXT)


def test_an_opening_that_the_quarter_before_did_not_leave_is_told():
    facts = with_earlier(FACTS, previous={"dossiers.pending": 10, "dossiers.paused": 5})
    assert "opening-differs-from-closing" in told(TEXT, facts=facts) - told(TEXT)


def own(facts, **known) -> set[str]:
    """What is told of our own report of these facts."""
    manuscript = manuscript_of(printed(compose(facts, OUTLINE, STARTERS), facts))
    return {one.rule for one in problems(Paper(manuscript, facts.period, facts, is_own=True, **known))}


def test_late_dossiers_that_nobody_explained_are_told():
    assert "overdue-unexplained" in own(quarter({"overdue.explained": 7})) - own(quarter({"overdue.explained": 11}))


def test_remedies_past_their_date_are_told():
    name = "inspections.corrective_overdue"
    assert "corrective-overdue" in own(quarter({name: 2})) - own(quarter({name: 0}))


def test_records_that_wait_for_approval_are_told():
    waiting = (Awaiting(1, "Kiểm tra niêm yết", "Cuộc kiểm tra chưa được duyệt nên chưa tính vào báo cáo"),)
    assert "approval-pending" in own(quarter(), waiting=waiting) - own(quarter())


def test_exports_that_end_before_the_period_are_told():
    short, whole = (quarter(exports=(ExportNote("Hệ thống", date(2026, 3, day)),)) for day in (10, 15))
    assert "figures-stale" in own(short, today=date(2026, 3, 16)) - own(whole, today=date(2026, 3, 16))
