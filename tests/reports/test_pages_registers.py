"""What the report's pages and its PDF say of the registers."""

import io
import json
import re
from datetime import UTC, date, datetime

import pytest
from factories import (
    a_cause,
    a_document,
    a_procedure,
    a_proposal,
    a_submitted_report,
    a_training,
    an_internal_tthc,
    an_overdue_case,
    typed_figures,
)
from pypdf import PdfReader
from quarter import quarter

from intranet.categories.families import by_cause
from intranet.figures import operations as figures
from intranet.figures.collecting.collect import collect
from intranet.figures.overdue_gap import gap
from intranet.figures.sources.registry import SUBJECT_OF, listed
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records
from intranet.reports.awaited import not_approved

Q1 = Period.parse("2026-Q1")
SHOW = "/reports/2026-Q1"
FEBRUARY = datetime(2026, 2, 2, 3, tzinfo=UTC)


def attention(client) -> str:
    """What the checks of the report say somebody should look at."""
    return re.sub(r"\s+", " ", client.get(f"{SHOW}/checks").text)


def late(chi, resolved: int) -> None:
    typed_figures("2026-Q1", chi, dossiers__resolved_late=resolved, dossiers__pending_late=0)


def cases(an, count: int, explained: int = 0, caused: int = 0) -> None:
    for number in range(count):
        told = {"main_cause": a_cause("HT-01")} if number < caused else {}
        told |= {"explanation": "Hệ thống lỗi."} if number < explained else {}
        an_overdue_case(an, code=f"000.00.14.H37-260105-{number:04}", **told)


# The records behind a figure.


@pytest.mark.parametrize("name", [*SUBJECT_OF, "overdue.by_cause.HT-01"])
def test_every_figure_of_a_register_has_a_page_of_its_records(as_user, one_of_each, name):
    db.session.commit()
    page = as_user("dung").get(f"{SHOW}/figures/{name}")
    assert page.status_code == 200
    for line in listed(name, Q1):
        assert line.text in page.text and f'/{line.record.id}"' in page.text


def test_the_page_of_a_sum_tells_the_sum_and_from_how_many_records(as_user, cast):
    a_training(cast("an"))
    a_training(cast("an"), title="Khóa thứ hai", hours=3)
    page = as_user("chi").get(f"{SHOW}/figures/trainings.hours").text
    assert "<strong>15 giờ</strong> từ 2 mục" in page and "12 giờ" in page and "3 giờ" in page


def test_the_page_says_where_the_typed_figure_counts_instead(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), trainings__courses=4)
    client = as_user("chi")
    page = client.get(f"{SHOW}/figures/trainings.courses").text
    assert "Theo số đã nhập tay: sổ tập huấn chưa có mục nào." in page
    a_training(cast("an"))
    page = client.get(f"{SHOW}/figures/trainings.courses").text
    assert "Theo mục trong sổ: sổ tập huấn dùng từ ngày 15/12/2025." in page and "chênh −3" in page


def test_the_list_of_figures_leads_to_the_source_of_each(as_user, cast):
    typed_figures("2026-Q1", cast("chi"), trainings__courses=4)
    a_document(cast("an"))
    page = as_user("dung").get(f"{SHOW}/figures").text
    assert f'href="{SHOW}/figures/documents.issued"' in page
    assert f'href="{SHOW}/figures/trainings.courses"' in page
    assert f'href="{SHOW}/figures/staff.total"' in page


@pytest.mark.parametrize("name", ["overdue.by_side.nobody", "overdue.by_cause.KHONG-CO", "proposals"])
def test_what_is_no_figure_has_no_such_page(as_user, name):
    assert as_user("chi").get(f"{SHOW}/figures/{name}").status_code == 404


# What somebody should look at.


def test_records_that_wait_for_approval_are_listed_for_every_register(as_user, cast):
    an = cast("an")
    with as_of(FEBRUARY):
        pending = [
            a_training(an),
            a_proposal(an),
            a_procedure(an),
            an_internal_tthc(an),
            an_overdue_case(an),
        ]
        for record in (pending[0], pending[2]):
            records.act(record, "submit", an)
    db.session.commit()
    shown = attention(as_user("dung"))
    for record in pending:
        assert record.title in shown
    assert "Khóa tập huấn chưa được duyệt, vẫn tính vào báo cáo" in shown


def test_what_is_approved_cancelled_or_of_another_period_does_not_wait(as_user, cast):
    an = cast("an")
    with as_of(FEBRUARY):
        approved = a_training(an, title="Khóa đã duyệt")
        records.act(approved, "submit", an)
        records.act(approved, "approve", cast("dung"))
        records.act(a_training(an, title="Khóa đã hủy"), "cancel", an, "Nhầm.")
        a_document(an)  # nobody approves a document
    a_training(an, title="Khóa kỳ sau", started_on=date(2026, 3, 15), ended_on=date(2026, 3, 15))
    db.session.commit()
    assert not_approved(Q1) == ()


def test_late_dossiers_without_a_case_or_a_cause_are_told_in_numbers(as_user, cast):
    late(cast("chi"), 11)
    cases(cast("an"), 10, explained=8, caused=9)
    shown = attention(as_user("dung"))
    assert "11 hồ sơ quá hạn; sổ hồ sơ quá hạn có 10 hồ sơ, 9 đã có nguyên nhân, 8 đã giải trình." in shown
    assert "sum-overdue-causes" not in shown  # said once
    client = as_user("dung")
    assert client.get(re.search(r'href="(/overdue/[^"]*)"', shown)[1]).text.count("000.00.14.H37-260105-") >= 10


def test_a_register_of_more_cases_than_late_dossiers_is_told_too(as_user, cast):
    late(cast("chi"), 1)
    cases(cast("an"), 2, explained=2, caused=2)
    assert "1 hồ sơ quá hạn; sổ hồ sơ quá hạn có 2 hồ sơ" in attention(as_user("dung"))


def test_late_dossiers_and_an_empty_register_are_told(as_user, cast):
    late(cast("chi"), 11)
    assert "11 hồ sơ quá hạn; sổ hồ sơ quá hạn chưa có hồ sơ nào." in attention(as_user("dung"))


def test_a_register_that_accounts_for_every_late_dossier_is_left_in_peace(as_user, cast):
    late(cast("chi"), 3)
    cases(cast("an"), 3, explained=3, caused=3)
    assert "overdue-unexplained" not in attention(as_user("dung"))


def test_typed_causes_that_do_not_add_up_are_told_as_before(as_user, cast):
    late(cast("chi"), 11)
    causes = {by_cause(cause.code): 0 for cause in collect(Q1).causes}
    figures.enter(Q1, causes | {"overdue.explained": 11}, {}, {}, cast("chi"))
    shown = attention(as_user("dung"))
    assert "overdue-unexplained" not in shown and "thiếu 11" in shown


@pytest.mark.parametrize("resolved_late", [None, 0, 11])
def test_of_typed_causes_nothing_is_said_about_a_register(resolved_late):
    assert gap(quarter({"dossiers.resolved_late": resolved_late})) == ""


# The text of the report.


def printed(client) -> str:
    reader = PdfReader(io.BytesIO(client.get(f"{SHOW}.pdf").data))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_report_on_paper_tells_every_register(as_user, cast, one_of_each):
    late(cast("chi"), 2)
    db.session.commit()
    text = printed(as_user("dung"))
    for words in (
        "Thực hiện Kế hoạch số 38/KH-UBND ngày 11/02/2026 của UBND phường Tam Thanh, trong kỳ đã ban hành 01 văn bản",
        "Kế hoạch số 53/KH-UBND ngày 11/02/2026 của UBND phường Tam Thanh về kiểm soát thủ tục hành chính năm 2026",
        "các đơn vị đã trình 01 phương án đơn giản hóa TTHC. Có 01 phương án đơn giản hóa được phê duyệt.",
        "giảm từ 32.000.000 đồng xuống 28.800.000 đồng, tiết kiệm 3.200.000 đồng (cắt giảm 10%)",
        "Rút ngắn thời gian chứng thực chữ ký (TTHC Chứng thực chữ ký; rút ngắn thời gian; Bộ phận Tư pháp)",
        "Trong kỳ không phát sinh phương án cắt giảm, đơn giản hóa quy định liên quan đến hoạt động kinh doanh",
        "Có 01 quy trình nội bộ giải quyết TTHC đang được áp dụng.",
        "Đang xây dựng 01 quy trình nội bộ: Đăng ký lại khai sinh (QT-TP-02)",
        "dự 01 khóa tập huấn, với 01 lượt người, thời lượng 12 giờ: Kỹ năng số hóa hồ sơ",
        "tập trung, do Trung tâm Phục vụ hành chính công tỉnh tổ chức, 01 lượt người, 12 giờ.",
        "hồ sơ quá hạn, đều đã giải quyết xong (Biểu số II.06g kèm theo). Đã gửi 01 thư xin lỗi",
        "có 01 hồ sơ do nguyên nhân khách quan và 01 hồ sơ chưa xác định nguyên nhân.",
        "Lỗi hệ thống, đồng bộ hoặc liên thông dữ liệu 1",
        "Tổng số hồ sơ quá hạn 2",
        "Còn 01 hồ sơ quá hạn chưa được giải trình.",
        "Biện pháp đã thực hiện: Đã trả kết quả.",
    ):
        assert words in text, words
    for hidden in ("Khóa đã hủy", "Còn là bản nháp"):
        assert hidden not in text


def test_a_submitted_report_keeps_what_the_registers_said(as_user, cast, one_of_each):
    report = a_submitted_report(cast("chi"))
    db.session.commit()
    before = printed(as_user("dung"))
    with as_of(FEBRUARY):
        a_training(cast("an"), title="Khóa ghi sau")
    db.session.commit()
    assert printed(as_user("dung")) == before
    assert json.loads(json.dumps(report.facts))["proposals"][0]["stage"] == "Đã duyệt"


def test_the_report_costs_no_more_queries_with_more_records(as_user, cast, one_of_each, count_queries):
    db.session.commit()
    client = as_user("dung")
    few = count_queries(lambda: client.get(SHOW))
    an = cast("an")
    with as_of(FEBRUARY):
        for number in range(5):
            a_document(an, symbol=f"{number}/KH-UBND")
            a_training(an, title=f"Khóa {number}")
            a_procedure(an, code=f"QT-{number}")
            an_overdue_case(an, code=f"H37-{number}", main_cause=a_cause("HT-01"), explanation="Lỗi.")
            records.act(a_proposal(an, title=f"Phương án {number}"), "submit", an)
    db.session.commit()
    assert count_queries(lambda: client.get(SHOW)) == few
