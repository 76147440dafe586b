"""Checks run while somebody writes: on the text in the editor, not on the one that is stored."""

import pytest
from factories import a_report, typed_figures

from intranet.checks.problem import Level
from intranet.decisions import operations, waiving
from intranet.decisions.editing_checks import while_editing
from intranet.decisions.findings import findings
from intranet.kernel.period import Period
from intranet.reports.current import current_report
from intranet.reports.models import ReportSection
from intranet.reports.section_paths import section_paths

Q1 = Period.parse("2026-Q1")
KEY = "text.funding"
EDIT = f"/reports/2026-Q1/sections/{KEY}"
WRONG = "Tiếp nhận 10 hồ sơ, gồm trực tuyến 6 hồ sơ, trực tiếp 3 hồ sơ."
RIGHT = "Tiếp nhận 10 hồ sơ, gồm trực tuyến 6 hồ sơ, trực tiếp 4 hồ sơ."
HTMX = {"HX-Request": "true", "HX-Target": "preview"}


@pytest.fixture
def report(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=10)
    return a_report(cast("chi"))


def checked(text: str, key: str = KEY):
    now = current_report(Q1)
    return while_editing(now, now.section(key), text)


def rules(matters) -> set[str]:
    return {one.problem.rule for matter in matters for one in matter.findings}


def test_what_is_wrong_in_the_text_being_written_is_told(report):
    assert "sum-dossiers-received" in rules(checked(WRONG).here)
    assert "sum-dossiers-received" not in rules(checked(RIGHT).here)
    assert report.section(KEY) is None


def test_what_the_text_makes_wrong_elsewhere_is_told_with_its_place(report, cast):
    operations.edit_section(report, "text.supervision", "Đã đôn đốc các phòng xử lý 12 phản ánh.", 0, cast("chi"))
    found = checked("Tiếp nhận 10 hồ sơ.\nTrong kỳ có 235 phiếu đánh giá, rất hài lòng 233 phiếu (99,5%).")
    assert "rate-wrong" in rules(found.here)
    here = section_paths(current_report(Q1).sections)[KEY]
    for matter in found.elsewhere:
        assert any(one.problem.section for one in matter.findings) and not matter.is_in(here)


def test_a_number_told_otherwise_in_another_section_is_told_in_both(report, cast):
    operations.edit_section(report, "text.supervision", "Trong kỳ có 235 phiếu đánh giá.", 0, cast("chi"))
    found = checked("Trong kỳ có 236 phiếu đánh giá.")
    assert "figure-repeated-differs" in rules((*found.here, *found.elsewhere))


def test_the_gravest_stand_first_and_the_summary_counts_what_is_open(report, cast):
    found = checked(f"{WRONG} Không để xảy ra những nhiễu.")
    levels = [list(Level).index(matter.level) for matter in found.here]
    assert levels == sorted(levels) and len(set(levels)) > 1
    assert found.summary.startswith("Mục này còn ") and "lỗi" in found.summary and "gợi ý" in found.summary


def test_a_text_in_order_says_so(report):
    assert checked("Kinh phí do ngân sách phường bảo đảm.").summary == "Mục này không còn điều gì phải xem lại."


def test_what_was_explained_is_shown_as_explained_and_not_counted(report, cast):
    chi = cast("chi")
    operations.edit_section(report, KEY, "Đã trả lời bà Nông Thị Bích về hồ sơ chậm.", 0, chi)
    named = next(one for one in findings(current_report(Q1)) if one.problem.rule == "personal-data")
    waiving.waive(report, [named.problem.key], "Bà Bích đồng ý nêu tên.", current_report(Q1), chi)
    found = checked("Đã trả lời bà Nông Thị Bích về hồ sơ chậm.")
    (matter,) = found.explained
    assert rules([matter]) == {"personal-data"} and matter.waiver.reason == "Bà Bích đồng ý nêu tên."
    assert "personal-data" not in rules(found.here) and "lỗi" not in found.summary


def test_the_page_tells_them_at_once_and_the_preview_as_one_writes(report, as_user):
    client = as_user("chi")
    assert "Mục này" in client.get(EDIT).text
    sent = {"text": WRONG, "version": "0", "base": ""}
    part = client.post(f"{EDIT}/preview", data=sent, headers=HTMX).text
    assert part.lstrip().startswith("<section") and 'role="status"' in part
    assert "Số hồ sơ tiếp nhận 10, nhưng trực tuyến 6 + trực tiếp 3" in part
    right = client.post(f"{EDIT}/preview", data=sent | {"text": "Kinh phí đủ."}, headers=HTMX).text
    assert "Mục này không còn điều gì phải xem lại" in right
    assert report.section(KEY) is None and not ReportSection.query.count()


def test_a_text_refused_for_an_unknown_name_is_checked_all_the_same(report, as_user):
    sent = {"text": f"{WRONG} {{{{dossiers.recieved}}}}", "version": "0", "base": ""}
    refused = as_user("chi").post(EDIT, data=sent)
    assert refused.status_code == 422 and "Mục này còn" in refused.text


def test_a_section_is_named_by_its_path(report):
    path_of = section_paths(current_report(Q1).sections)
    assert path_of[KEY] == "I.4" and path_of["simplification"] == "II.3.1"
