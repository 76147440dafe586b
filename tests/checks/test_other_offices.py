"""Whole reports of other offices, in other ways of numbering: right ones pass, each fault put into one is told."""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from intranet.checks.citation_superseded import citation_superseded
from intranet.checks.citation_type import citation_type
from intranet.checks.date_outside_period import date_outside_period
from intranet.checks.paper import Paper
from intranet.checks.period_reversed import period_reversed
from intranet.checks.period_window import period_window
from intranet.checks.personal_data import personal_data
from intranet.checks.problem import Problem
from intranet.checks.relative_date import relative_date
from intranet.checks.spelling import spelling
from intranet.checks.structure.annex_missing import annex_missing
from intranet.checks.structure.heading_gap import heading_gap
from intranet.checks.structure.heading_repeated import heading_repeated
from intranet.checks.structure.placeholder_left import placeholder_left
from intranet.checks.structure.section_empty import section_empty
from intranet.checks.terminology import terminology
from intranet.checks.window_differs import window_differs
from intranet.documents.types import DocumentType
from intranet.figures.legal_notes import LegalNote
from intranet.reading.manuscript import read
from intranet.reading.periods import title_period

REGISTER = Path(__file__).parents[2] / "migrations" / "data" / "legal_references.json"
PARTS, CENTRE, CAPITALS = "in_parts", "provincial_centre", "titles_in_capitals"
TEXTS = {
    name: (Path(__file__).parent / "offices" / f"{name}.txt").read_text("utf-8") for name in (PARTS, CENTRE, CAPITALS)
}
RULES = (
    *(period_window, period_reversed, date_outside_period, window_differs, relative_date),
    *(heading_repeated, heading_gap, section_empty, annex_missing, placeholder_left, personal_data),
    *(citation_superseded, citation_type, spelling, terminology),
)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


LEGAL = tuple(
    LegalNote(
        DocumentType(it["kind"]), it["number"], it["issuer"], day(it["issued_on"]), it["summary"],
        day(it["in_force_from"]), day(it["in_force_to"]), it["replaced_by"] or "",
    )
    for it in json.loads(REGISTER.read_text(encoding="utf-8"))
)  # fmt: skip

FAULTS = [
    (PARTS, "period-window", "đến hết ngày 14/3/2026)", "đến hết ngày 15/3/2026)"),
    (PARTS, "period-reversed", "(Số liệu từ ngày 15/12/2025", "(Số liệu từ ngày 15/12/2026"),
    (PARTS, "date-outside-period", "Đồng Tâm, ngày 17 tháng 3", "Đồng Tâm, ngày 12 tháng 3"),
    (PARTS, "date-outside-period", "11/KH-UBND ngày 08/01/2026", "11/KH-UBND ngày 08/01/2025"),
    (PARTS, "date-outside-period", "Ngày 05/02/2026, Tổ", "Ngày 05/02/2025, Tổ"),
    (PARTS, "heading-repeated", "PHẦN III\nPHƯƠNG", "PHẦN II\nPHƯƠNG"),
    (PARTS, "heading-repeated", "b) Về kinh phí", "a) Về kinh phí"),
    (PARTS, "heading-repeated", "(3) việc trả", "(2) việc trả"),
    (PARTS, "heading-gap", "6.2. Về nhân sự", "6.3. Về nhân sự"),
    (PARTS, "heading-gap", "II. KẾT QUẢ KIỂM", "III. KẾT QUẢ KIỂM"),
    (PARTS, "citation-superseded", "05/2025/TT-VPCP ngày 31/12/2025", "01/2020/TT-VPCP ngày 21/10/2020"),
    (PARTS, "citation-type", "Quyết định số 96/QĐ-UBND", "Quy định số 96/QĐ-UBND"),
    (PARTS, "personal-data", "do công chức nghỉ ốm", "do ông Lý Văn Páo bổ sung giấy tờ chậm"),
    (PARTS, "placeholder-left", "01 Phó Chủ tịch UBND xã phụ", "… Phó Chủ tịch UBND xã phụ"),
    (PARTS, "annex-missing", "hạn 32 hồ sơ.\n6.", "hạn 32 hồ sơ (Biểu II.06b kèm theo).\n6."),
    (CENTRE, "annex-missing", "Biểu số 02\nTỶ LỆ", "Biểu số 03\nTỶ LỆ"),
    (CENTRE, "heading-repeated", "II.2. Nguyên nhân", "II.1. Nguyên nhân"),
    (CENTRE, "heading-gap", "I.5. Tập huấn", "I.6. Tập huấn"),
    (CENTRE, "period-window", "từ 15/12/2025 đến 14/6/2026)", "từ 01/01/2026 đến 30/6/2026)"),
    (CENTRE, "window-differs", " (ngoài kỳ báo cáo)", ""),
    (CENTRE, "date-outside-period", "(ngày 10/3/2026, ngày", "(ngày 10/3/2025, ngày"),
    (CENTRE, "citation-type", "Chỉ thị số 04/CT-UBND", "Công văn số 04/CT-UBND"),
    (CENTRE, "section-empty", "I.2.2. Kết quả theo lĩnh vực\n", "I.2.2. Kết quả theo lĩnh vực\nI.2.3. Khác\n"),
    (CAPITALS, "period-window", "đến ngày 14/9/2025", "đến ngày 30/9/2025"),
    (CAPITALS, "date-outside-period", "ngày 16 tháng 9 năm 2025", "ngày 16 tháng 8 năm 2025"),
    (CAPITALS, "section-empty", "Không thực hiện trong quý.", "Phường tích cực rà soát theo chỉ đạo."),
    (CAPITALS, "heading-gap", "Ba là,", "Bốn là,"),
    (CAPITALS, "heading-gap", "4- Xử lý", "5- Xử lý"),
    (CAPITALS, "personal-data", "xin lỗi công dân", "xin lỗi công dân Trần Văn Hùng"),
    (CAPITALS, "relative-date", "Đã công khai 389", "Đến nay đã công khai 389"),
    (CAPITALS, "placeholder-left", "đăng 24 tin", "đăng ... tin"),
    (CAPITALS, "spelling", "trụ sở cũ", "trụ sở cũ, chưa xắp xếp"),
]


def found_in(text: str) -> list[Problem]:
    manuscript = read(text)
    paper = Paper(manuscript, title_period(manuscript), legal=LEGAL)
    return [one for rule in RULES for one in rule(paper)]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("written", ["composed", "decomposed", "with other line ends"])
def test_a_right_report_stays_silent_however_its_letters_and_lines_are_stored(name, written):
    text = TEXTS[name]
    text = unicodedata.normalize("NFD", text) if written == "decomposed" else text
    text = text.replace("\n", "\r\n") if written == "with other line ends" else text
    assert not [f"{one.rule}: {one.message}" for one in found_in(text)]


@pytest.mark.parametrize(("name", "rule", "right", "wrong"), FAULTS)
def test_each_fault_is_told_by_its_rule_and_no_other(name, rule, right, wrong):
    assert right in TEXTS[name]
    assert {one.rule for one in found_in(TEXTS[name].replace(right, wrong, 1))} == {rule}
