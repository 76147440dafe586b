"""Minutes, notice and empty checklist as they are asked for: by whom, in which state, with what in them."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from factories import a_finding, a_ready_inspection, an_approved_inspection, an_inspection, an_item
from pypdf import PdfReader

from intranet.accounts import operations as accounts
from intranet.inspections import operations
from intranet.kernel.clock import as_of
from intranet.kernel.db import db

PAPERS = ("minutes", "notice")


def text_of(answer):
    assert answer.status_code == 200 and answer.mimetype == "application/pdf", answer.text
    pages = PdfReader(BytesIO(answer.data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def paper(client, inspection, name):
    return text_of(client.get(f"/inspections/{inspection.id}/{name}.pdf"))


def an_office(cast, **change):
    values = {"name": "Ủy ban nhân dân\nphường Tam Thanh", "place": "Tam Thanh", "archive": "VT"} | change
    accounts.change_office(values, cast("quan"))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_tells_the_inspection_under_the_offices_head(as_user, cast, name):
    an_office(cast)
    inspection = a_ready_inspection(cast("an"), inspected_unit=cast("binh").unit)
    a_finding(an_item(inspection, 2, text="Tiêu chí thứ hai"), text="Thiếu hai thủ tục", remedy="Niêm yết bổ sung")
    text = paper(as_user("an"), inspection, name)
    assert "ỦY BAN NHÂN DÂN PHƯỜNG TAM THANH" in text and "Phòng Văn hóa - Xã hội" in text
    for words in ("Nguyễn Văn Trưởng", "Thiếu hai thủ tục", "Niêm yết bổ sung", "Đơn vị thực hiện đúng quy định"):
        assert words in text


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_a_draft_until_the_inspection_is_approved(as_user, cast, name):
    client = as_user("an")
    planned, approved = an_inspection(cast("an")), an_approved_inspection(cast("an"), cast("dung"))
    assert "DỰ THẢO" in paper(client, planned, name)
    assert "DỰ THẢO" not in paper(client, approved, name)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_the_sample_office_says_so(as_user, cast, name):
    inspection = a_ready_inspection(cast("an"))
    assert "SỐ LIỆU MẪU" not in paper(as_user("an"), inspection, name)
    an_office(cast, is_sample=True)
    assert "SỐ LIỆU MẪU" in paper(as_user("an"), inspection, name)


@pytest.mark.parametrize("name", PAPERS)
def test_odd_and_long_words_still_make_a_paper(as_user, cast, name):
    odd = "<b>đậm</b> & “ngoặc” {{ x }} <img src='http://a.vn/a.png'> "
    inspection = an_inspection(cast("an"), title="T" * 300, theme=odd * 100, members="\n \nMột\n", place=odd)
    a_finding(an_item(inspection, note="dài" * 1600, samples="H" * 3000), text="tồn tại " * 600)
    db.session.refresh(inspection)
    text = paper(as_user("an"), inspection, name)
    assert "<b>đậm</b> & “ngoặc”" in text and "■" not in text


def test_the_empty_checklist_is_the_version_in_force_today(as_user):
    for username in ("an", "chi", "dung"):
        with as_of(datetime(2026, 3, 10, 2, 0, tzinfo=UTC)):
            text = text_of(as_user(username).get("/inspections/checklist.pdf"))
        assert "BẢNG KIỂM Việc thực hiện kiểm soát thủ tục hành chính" in text
        assert "25." in text and "□ Chưa đạt" in text and "DỰ THẢO" not in text
    assert as_user("quan").get("/inspections/checklist.pdf").status_code == 403


def test_before_the_first_checklist_applies_the_page_says_so(as_user):
    with as_of(datetime(2020, 1, 2, 2, 0, tzinfo=UTC)):
        answer = as_user("an").get("/inspections/checklist.pdf")
    assert answer.status_code == 404 and "Chưa có bảng kiểm nào áp dụng" in answer.text


def test_papers_follow_the_rows_of_the_inspection_not_the_template(as_user, cast):
    inspection = an_inspection(cast("an"))
    operations.start(inspection, cast("an"))
    inspection.checklist.items[0].text = "Đã đổi về sau"
    assert "Đã đổi về sau" not in paper(as_user("an"), inspection, "minutes")


@pytest.mark.parametrize(
    ("centre", "who", "post"),
    [
        ("Trung tâm Phục vụ hành chính công xã Nà Hang", None, "GIÁM ĐỐC TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ NÀ HANG"),
        ("", "Bộ phận Một cửa", "TL. CHỦ TỊCH"),
    ],
)
def test_a_notice_names_the_centre_as_the_office_calls_it_else_the_desk(as_user, cast, centre, who, post):
    an_office(cast, centre=centre, archive="")
    inspection = a_ready_inspection(cast("an"), inspected_unit=cast("binh").unit)
    a_finding(an_item(inspection, 2))
    text = paper(as_user("an"), inspection, "notice")
    assert f"kèm minh chứng, đến {who or centre}." in text
    assert post in text and ("GIÁM ĐỐC" in text) is bool(centre)
    assert "Lưu:" not in text, "where it is filed nobody said"


def test_a_centre_that_checked_itself_reports_above_and_not_to_itself(as_user, cast):
    an_office(cast, centre=cast("chi").unit.name)
    inspection = a_ready_inspection(cast("chi"))
    a_finding(an_item(inspection, 2))
    assert "kèm minh chứng, đến lãnh đạo Ủy ban nhân dân." in paper(as_user("chi"), inspection, "notice")
