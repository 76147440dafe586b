"""The sheet of a proposal, as it leaves the printer."""

import re
from decimal import Decimal
from io import BytesIO

import pytest
from factories import a_proposal
from paper import fonts, runs, texts
from pypdf import PdfReader

from intranet.proposals.models import Amended
from intranet.proposals.workflow import Measure
from intranet.records.operations import act

LONG = " ".join(f"chữ{number}" for number in range(1500))


@pytest.fixture
def sheet(as_user):
    def read(proposal):
        answer = as_user("an").get(f"/proposals/{proposal.id}/paper.pdf")
        assert answer.mimetype == "application/pdf"
        return PdfReader(BytesIO(answer.data))

    return read


def whole(pdf):
    return " ".join(texts(pdf))


def test_it_has_the_head_of_an_office_paper_and_every_part(sheet, cast):
    text = whole(sheet(a_proposal(cast("an"), is_business=True)))
    parts = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "PHƯƠNG ÁN ĐƠN GIẢN HÓA", "mã 2.000884", "hoạt động kinh doanh",
             "1. Quy định hiện hành", "2. Vướng mắc", "3. Nội dung đề xuất", "4. Lý do", "5. Văn bản cần sửa",
             "khoản 1 Điều 24 Nghị định số 23/2015/NĐ-CP", "6. Chi phí tuân thủ", "40.000 đồng", "./.")  # fmt: skip
    place = 0
    for part in parts:
        place = text.find(part, place)
        assert place >= 0, part


def test_numbers_stand_before_and_after(sheet, cast):
    text = whole(sheet(a_proposal(cast("an"), hours_before=Decimal("80.5"), days_after=3)))
    assert "80,5 72" in text and "32.200.000 28.800.000" in text
    assert "Tiết kiệm một năm 3.400.000 đồng (10,6%), bớt 2 ngày giải quyết" in text


def test_costs_that_rise_are_told_as_they_are(sheet, cast):
    text = whole(sheet(a_proposal(cast("an"), hours_after=Decimal(90), days_after=3)))
    assert "Chi phí một năm tăng 4.000.000 đồng, bớt 2 ngày giải quyết./." in text and "-4" not in text


def test_what_is_abolished_costs_nothing_after(sheet, cast):
    text = whole(sheet(a_proposal(cast("an"), measure=Measure.ABOLISH)))
    assert "32.000.000 0" in text and "(100%)" in text


def test_it_is_marked_as_a_draft_on_every_page_until_it_is_approved(sheet, cast):
    proposal = a_proposal(cast("an"), problem=LONG)
    pages = texts(sheet(proposal))
    assert len(pages) > 2 and all("DỰ THẢO" in page for page in pages)
    act(proposal, "submit", cast("an"))
    act(proposal, "approve", cast("dung"))
    assert "DỰ THẢO" not in whole(sheet(proposal))
    assert cast("dung").full_name in whole(sheet(proposal))


def test_a_long_text_is_neither_cut_nor_shrunk(sheet, cast):
    pdf = sheet(a_proposal(cast("an"), present_rule=LONG, amended=[Amended("Điều 9", "Nghị định X", LONG[:400])]))
    printed = re.findall(r"chữ\d+", whole(pdf))
    assert printed[:1500] == LONG.split() and "■" not in whole(pdf)
    sizes = {round(run.size) for page in pdf.pages for run in runs(page) if re.search(r"chữ\d", run.text)}
    assert sizes == {14}
    assert all(fonts(pdf).values()), "every font is in the file"


def test_what_is_not_written_yet_leaves_lines_to_write_on(sheet, cast):
    text = whole(sheet(a_proposal(cast("an"), present_rule="", problem="", reason="", amended=[])))
    assert "4. Văn bản cần sửa, bổ sung Không có. 5. Chi phí tuân thủ" in text and "Lý do" not in text


def test_markup_that_somebody_typed_is_only_text(sheet, cast):
    text = whole(sheet(a_proposal(cast("an"), problem="<b>Nhanh</b> & <img src=x> {{ config }}")))
    assert "<b>Nhanh</b> & <img src=x> {{ config }}" in text
