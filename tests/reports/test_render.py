"""The report as a file: what it says read back, what it is marked with."""

import io
import re
from datetime import date

import pytest
from docx import Document
from factories import a_finding, a_ready_inspection, a_report, an_approved_report, an_item, typed_figures, waive_errors
from page_client import parsed
from pypdf import PdfReader

from intranet.accounts.operations import change_office
from intranet.decisions import operations
from intranet.inspections.workflow import Severity
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records
from intranet.reports.current import current_report
from intranet.reports.file_text import word_text
from intranet.reports.render import FORMATS

Q1 = Period.parse("2026-Q1")
OFFICE = {
    "name": "Ủy ban nhân dân\nphường Tam Thanh",
    "place": "Tam Thanh",
    "addressee": "Ủy ban nhân dân tỉnh Lạng Sơn",
    "recipients": "Trung tâm Phục vụ hành chính công tỉnh (B/c)\nLãnh đạo Ủy ban nhân dân phường",
    "archive": "VT, TTPVHCC",
    "signing_authority": "TM. ỦY BAN NHÂN DÂN",
    "signatory_post": "CHỦ TỊCH",
    "signatory_name": "Nguyễn Văn Chủ",
}
LONG = " ".join(f"chữ{number}" for number in range(1500))


@pytest.fixture
def quarter(cast):
    """The office, some figures, and an inspection with a finding."""
    change_office(OFFICE, cast("chi"))
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568, dossiers__opening=69)
    inspection = a_ready_inspection(cast("an"), title="Kiểm tra bộ phận Tư pháp")
    a_finding(an_item(inspection, 2), text="Sổ theo dõi chưa đóng dấu giáp lai", severity=Severity.SERIOUS)
    db.session.refresh(inspection)
    records.act(inspection, "submit", cast("an"))
    records.act(inspection, "approve", cast("dung"))


def written(ending: str, period: Period = Q1) -> str:
    """A format's text, read back from its bytes, on one line."""
    document = FORMATS[ending].render(current_report(period))
    if ending == "pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)
    elif ending == "html":
        text = parsed(document.decode()).select_one("body").text(" ")
    elif ending == "docx":
        header = Document(io.BytesIO(document)).sections[0].header.paragraphs[0].text
        text = f"{header} {word_text(document)}"
    else:
        text = document.decode()
    return " ".join(text.split())


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_says_the_same(quarter, ending):
    text = written(ending)
    for said in (
        "BÁO CÁO" if ending != "html" else "Báo cáo",
        "Số: ……/BC-UBND",
        "Kính gửi: Ủy ban nhân dân tỉnh Lạng Sơn",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "3.2. Cắt giảm, đơn giản hóa quy định",
        "Trong kỳ tiếp nhận 1.568 hồ sơ",
        "Sổ theo dõi chưa đóng dấu giáp lai",
        "nghiêm trọng",
        "V. PHƯƠNG HƯỚNG, NHIỆM VỤ 9 THÁNG CUỐI NĂM 2026",
        "CHỦ TỊCH",
        "Nguyễn Văn Chủ",
    ):
        assert said in text, said
    assert "{{" not in text and "[[" not in text and "■" not in text


@pytest.mark.parametrize("ending", FORMATS)
def test_a_report_is_a_draft_until_it_is_approved(quarter, cast, ending):
    assert "DỰ THẢO" in written(ending)
    report = a_report(cast("chi"))
    waive_errors(report, cast("chi"))
    records.act(report, "submit", cast("chi"))
    assert "DỰ THẢO" in written(ending)
    records.act(report, "approve", cast("dung"))
    assert "DỰ THẢO" not in written(ending)


@pytest.mark.parametrize("ending", FORMATS)
def test_sample_data_is_marked_and_real_data_is_not(quarter, cast, ending):
    assert "SỐ LIỆU MẪU" not in written(ending)
    change_office({"is_sample": True}, cast("chi"))
    assert "SỐ LIỆU MẪU" in written(ending)


@pytest.mark.parametrize("ending", FORMATS)
def test_number_and_date_are_printed_when_known(quarter, cast, ending):
    assert "ngày …… tháng …… năm 2026" in written(ending)
    report = an_approved_report(cast("chi"), cast("dung"))
    operations.issue(report, "235", date(2026, 3, 18), cast("chi"))
    text = written(ending)
    assert "Số: 235/BC-UBND" in text and "Tam Thanh, ngày 18 tháng 3 năm 2026" in text


@pytest.mark.parametrize("ending", FORMATS)
def test_a_long_text_is_there_whole(quarter, cast, ending):
    operations.edit_section(a_report(cast("chi")), "text.funding", LONG, 0, cast("chi"))
    words = re.findall(r"chữ\d+", written(ending))
    assert words == LONG.split()


@pytest.mark.parametrize("ending", FORMATS)
def test_what_a_person_types_is_text_and_nothing_else(quarter, cast, ending):
    operations.edit_section(a_report(cast("chi")), "text.funding", "<b>5 < 6 & 7</b> <img src=x>", 0, cast("chi"))
    assert "<b>5 < 6 & 7</b> <img src=x>" in written(ending)


@pytest.mark.parametrize("ending", FORMATS)
def test_an_empty_database_has_its_report_too(app, ending):
    assert "……" in written(ending)


def test_the_page_that_stands_alone_asks_for_nothing(quarter):
    page = FORMATS["html"].render(current_report(Q1)).decode()
    assert not re.search(r"<(script|link|img|iframe)|https?://|url\(", page)


def test_the_pdf_carries_its_title_and_its_fonts(quarter):
    reader = PdfReader(io.BytesIO(FORMATS["pdf"].render(current_report(Q1))))
    assert "Quý I/2026" in reader.metadata.title
    fonts = {font for page in reader.pages for font in map(str, page["/Resources"]["/Font"])}
    assert fonts and len(reader.pages) > 4


@pytest.mark.parametrize("period", Period.of_year(2026), ids=lambda period: period.code)
def test_every_kind_of_period_has_its_pdf(quarter, period):
    assert period.label in written("pdf", period)
