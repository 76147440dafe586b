"""The regulations themselves: assessed, published, simplified, complained about."""

import pytest
from quarter import facts_of, quarter

from intranet.reports.markup import blocks
from intranet.reports.sections.regulations import feedback, impact_assessment, publication


def told(compose, facts) -> str:
    return "\n".join(block.text for block in blocks(compose(facts), facts) if block.kind != "table")


@pytest.mark.parametrize(("assessed", "beginning"), [(0, "Trong kỳ không phát sinh"), (1, "Trong kỳ đã đánh giá")])
def test_impact_assessment(assessed, beginning):
    assert told(impact_assessment, quarter({"impact.assessed": assessed})).startswith(beginning)


def test_the_catalogue_of_the_real_quarter():
    assert told(publication, quarter()) == (
        "Tính đến hết ngày 14/03/2026, danh mục TTHC thuộc thẩm quyền giải quyết của phường có 399 thủ tục, "
        "trong đó một cửa 397 thủ tục và một cửa liên thông 02 thủ tục. "
        "Có 399 TTHC được cung cấp trực tuyến, trong đó toàn trình 122 thủ tục và một phần 277 thủ tục. "
        "Có 381 TTHC được tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích (BCCI). "
        "Toàn bộ 399 TTHC đã được công khai."
    )


@pytest.mark.parametrize(
    ("published", "sentence"),
    [(398, "Đã công khai 398 trên tổng số 399 TTHC."), (0, "Chưa có TTHC nào được công khai.")],
)
def test_procedures_not_published_are_told(published, sentence):
    assert told(publication, quarter({"procedures.published": published})).endswith(sentence)


def test_one_complaint_about_conduct():
    assert told(feedback, quarter()) == (
        "Trong kỳ tiếp nhận 01 phản ánh, kiến nghị (PAKN), về hành vi hành chính; "
        "không có PAKN từ kỳ trước chuyển qua. Đã xử lý 01 PAKN, công khai kết quả xử lý 01 PAKN. "
        "Không còn PAKN đang xử lý."
    )


def test_feedback_of_both_kinds_some_of_it_still_open():
    values = {"feedback.opening": 1, "feedback.received": 5, "feedback.on_regulation": 2, "feedback.on_conduct": 3}
    text = told(feedback, quarter(values | {"feedback.handled": 4, "feedback.published": 0, "feedback.pending": 2}))
    assert text == (
        "Trong kỳ tiếp nhận 05 phản ánh, kiến nghị (PAKN), trong đó về quy định hành chính 02 PAKN "
        "và về hành vi hành chính 03 PAKN; có 01 PAKN từ kỳ trước chuyển qua. "
        "Đã xử lý 04 PAKN, chưa công khai kết quả xử lý. Đang xử lý 02 PAKN."
    )


def test_no_feedback_at_all():
    text = told(feedback, facts_of(dict.fromkeys(("feedback.opening", "feedback.received", "feedback.pending"), 0)))
    assert text.startswith("Trong kỳ không phát sinh phản ánh, kiến nghị (PAKN)")
