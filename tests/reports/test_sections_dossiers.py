"""Dossiers: every count told once, zeros in words, late ones never hidden."""

import pytest
from quarter import facts_of, nothing_known, quarter

from intranet.reports.markup import blocks
from intranet.reports.sections.dossiers import dossiers, online
from intranet.reports.sections.resolution131 import r131_limits, r131_service
from intranet.reports.tables import MEASURES, dossiers_by_field


def told(compose, facts) -> str:
    return "\n".join(block.text for block in blocks(compose(facts), facts) if block.kind != "table")


def tables(compose, facts) -> list[str]:
    return [block.caption for block in blocks(compose(facts), facts) if block.kind == "table"]


def test_the_real_quarter_is_told_from_opening_to_carried_over():
    assert told(dossiers, quarter()).splitlines() == [
        "Kỳ trước chuyển qua 69 hồ sơ. Trong kỳ tiếp nhận 1.568 hồ sơ, đều nộp trực tuyến.",
        "Đã giải quyết 1.488 hồ sơ, trong đó trước hạn 1.477 hồ sơ và quá hạn 11 hồ sơ. "
        "Không đủ điều kiện giải quyết 44 hồ sơ (bị từ chối, trả lại, rút hoặc dừng).",
        "Đến hết ngày 14/03/2026, đang giải quyết 41 hồ sơ, đều trong hạn; tạm dừng 64 hồ sơ. "
        "Chuyển sang kỳ sau 105 hồ sơ. Nguyên nhân của hồ sơ quá hạn được nêu tại phần đánh giá chung.",
    ]
    assert tables(dossiers, quarter()) == [
        "Kết quả giải quyết hồ sơ TTHC (Quý I/2026)",
        "Hồ sơ TTHC theo lĩnh vực (Quý I/2026)",
    ]


def test_without_dossiers_there_is_a_sentence_and_no_table():
    facts = facts_of({"dossiers.opening": 0, "dossiers.received": 0})
    assert told(dossiers, facts) == "Trong kỳ không phát sinh hồ sơ TTHC; không có hồ sơ từ kỳ trước chuyển qua."
    assert tables(dossiers, facts) == []


def test_without_figures_by_field_there_is_one_table():
    facts = facts_of({"dossiers.opening": 1, "dossiers.received": 2})
    assert len(tables(dossiers, facts)) == 1
    assert "{{table:dossiers_by_field}}" not in dossiers(facts)


def test_a_field_in_which_nothing_happened_has_no_row():
    nothing = {f"dossiers.by_field.ho-tich.{measure}": 0 for measure in MEASURES}
    assert [row[1] for row in dossiers_by_field(quarter(nothing)).rows] == ["Chứng thực", "Hộ kinh doanh", "Tổng cộng"]
    unknown = nothing | {"dossiers.by_field.ho-tich.resolved_late": None}
    assert dossiers_by_field(quarter(unknown)).rows[0][1] == "Hộ tịch"


def test_zeros_are_told_in_words():
    values = {"dossiers.opening": 0, "dossiers.resolved": 0, "dossiers.rejected": 0}
    text = told(dossiers, quarter(values | {"dossiers.pending": 0, "dossiers.paused": 0}))
    assert "Không có hồ sơ từ kỳ trước chuyển qua." in text
    assert "Chưa giải quyết xong hồ sơ nào. Không có hồ sơ bị từ chối, trả lại hoặc rút." in text
    assert "Không có hồ sơ chuyển sang kỳ sau." in text
    assert "00" not in text


def test_only_carried_over_dossiers_are_no_new_ones():
    text = told(dossiers, quarter({"dossiers.opening": 1, "dossiers.received": 0}))
    assert text.startswith("Kỳ trước chuyển qua 01 hồ sơ. Trong kỳ không tiếp nhận hồ sơ mới.")


def test_several_channels_are_told_each_with_its_count():
    mixed = {"dossiers.received_online": 1500, "dossiers.received_direct": 60, "dossiers.received_postal": 8}
    assert (
        "1.568 hồ sơ, trong đó nộp trực tuyến 1.500 hồ sơ, nộp trực tiếp 60 hồ sơ "
        "và nộp qua bưu chính công ích 08 hồ sơ."
    ) in told(dossiers, quarter(mixed))


def test_one_dossier_is_not_told_as_all_of_them():
    one = {"dossiers.received": 1, "dossiers.received_online": 1}
    assert "tiếp nhận 01 hồ sơ, nộp trực tuyến." in told(dossiers, quarter(one))
    assert told(online, quarter(one)).startswith("01 hồ sơ tiếp nhận trong kỳ được nộp trực tuyến.")


def test_pending_late_dossiers_are_told():
    text = told(dossiers, quarter({"dossiers.pending_in_time": 38, "dossiers.pending_late": 3}))
    assert "đang giải quyết 41 hồ sơ, gồm trong hạn 38 hồ sơ và quá hạn 03 hồ sơ; tạm dừng" in text


def test_without_late_dossiers_no_cause_is_announced():
    text = told(dossiers, quarter({"dossiers.resolved_late": 0}))
    assert "Nguyên nhân" not in text


@pytest.mark.parametrize(
    ("through", "sentence"),
    [
        (1568, "Toàn bộ 1.568 hồ sơ tiếp nhận trong kỳ được nộp trực tuyến."),
        (1500, "Trong kỳ có 1.500 trên tổng số 1.568 hồ sơ được nộp trực tuyến."),
        (0, "Trong kỳ không có hồ sơ nộp trực tuyến."),
        (None, "Trong kỳ có …… trên tổng số 1.568 hồ sơ được nộp trực tuyến."),
    ],
)
def test_how_many_came_on_line(through, sentence):
    assert told(online, quarter({"dossiers.received_online": through})).startswith(sentence)


def test_fields_with_late_dossiers_are_told_with_their_share():
    assert told(r131_service, quarter()).endswith(
        "Tỷ lệ giải quyết trước hạn và đúng hạn: lĩnh vực Hộ tịch 99,5% trên 407 hồ sơ "
        "và lĩnh vực Hộ kinh doanh 99,3% trên 140 hồ sơ. Các lĩnh vực còn lại không có hồ sơ giải quyết quá hạn."
    )


def test_fields_without_late_dossiers_are_told_together():
    none_late = {"dossiers.by_field.ho-tich.resolved_late": 0, "dossiers.by_field.ho-kinh-doanh.resolved_late": 0}
    assert told(r131_service, quarter(none_late)).endswith(
        "Các lĩnh vực có hồ sơ giải quyết trong kỳ đều không có hồ sơ quá hạn."
    )


def test_of_a_field_not_filled_in_nothing_is_claimed():
    unknown = {"dossiers.by_field.chung-thuc.resolved_late": None, "dossiers.by_field.ho-tich.resolved_late": 0}
    text = told(r131_service, quarter(unknown))
    assert "lĩnh vực Hộ kinh doanh 99,3%" in text
    assert "còn lại" not in text
    assert "lĩnh vực" not in told(r131_service, nothing_known())


@pytest.mark.parametrize(
    ("online_payments", "total", "sentence"),
    [
        (212, 212, "Toàn bộ 212 giao dịch nộp phí, lệ phí trong kỳ được thanh toán trực tuyến (đạt 100%), "),
        (1, 1, "01 giao dịch nộp phí, lệ phí trong kỳ được thanh toán trực tuyến (đạt 100%), "),
        (53, 212, "Trong kỳ có 53 trên tổng số 212 giao dịch nộp phí, lệ phí được thanh toán trực tuyến (đạt 25%), "),
        (0, 212, "Trong kỳ chưa có giao dịch nộp phí, lệ phí nào được thanh toán trực tuyến."),
        (0, 0, "Trong kỳ không phát sinh giao dịch nộp phí, lệ phí."),
    ],
)
def test_payments(online_payments, total, sentence):
    facts = quarter({"payments.online": online_payments, "payments.total": total})
    assert sentence in told(r131_service, facts)
    assert ("18.025.000 đồng" in told(r131_service, facts)) == (online_payments > 0)


def test_late_dossiers_limit_the_resolution_too():
    assert "để quá hạn 11 hồ sơ" in told(r131_limits, quarter())
    assert r131_limits(quarter({"dossiers.resolved_late": 0})) == ""
