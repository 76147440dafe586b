"""A text read for its figures: what each counts, what it is a part of, whether it tells the whole."""

import pytest

from intranet.reading.manuscript import read
from intranet.reading.reader import reader_of


def told(text):
    """(name, value) of every figure of the whole."""
    return [(one.name, int(one.value)) for one in reader_of(read(text)).mentions if one.is_whole]


def test_a_label_may_stand_before_or_after_its_number():
    assert told("Trước hạn 1.477 hồ sơ.") == told("Có 1.477 hồ sơ giải quyết trước hạn.")


def test_what_stands_after_trong_do_divides_what_was_told_last():
    reader = reader_of(read("Đã giải quyết 1.488 hồ sơ, trong đó trước hạn 1.477 hồ sơ và quá hạn 11 hồ sơ."))
    assert [(one.name, one.parent) for one in reader.mentions] == [
        ("dossiers.resolved", None),
        ("dossiers.resolved_early", 0),
        ("dossiers.resolved_late", 0),
    ]


def test_a_list_goes_on_with_the_sentence_that_opens_it():
    resolved = "- Đã giải quyết: 100 hồ sơ, trong đó:\n+ Quá hạn: 04 hồ sơ;"
    text = f"{resolved}\n- Đang giải quyết: 30 hồ sơ, gồm:\n+ Quá hạn: 02 hồ sơ."
    assert ("dossiers.resolved_late", 4) in told(text)
    assert ("dossiers.pending_late", 2) in told(text)


def test_late_dossiers_alone_may_be_resolved_or_pending():
    assert told("Trong kỳ có 11 hồ sơ quá hạn.") == [("overdue.late", 11)]


def test_a_total_with_what_was_carried_over_is_more_than_what_was_received():
    text = "Tổng số hồ sơ tiếp nhận 1.637 hồ sơ (kỳ trước chuyển qua 69 hồ sơ, tiếp nhận mới 1.568 hồ sơ)."
    assert told(text) == [("dossiers.total", 1637), ("dossiers.opening", 69), ("dossiers.received", 1568)]


def test_rows_of_a_table_are_read():
    rows = "1\tKỳ trước chuyển qua\t69\n2\tTiếp nhận trong kỳ\t1.568\n\tTiếp nhận trực tuyến\t1.568"
    assert told(rows) == [("dossiers.opening", 69), ("dossiers.received", 1568), ("dossiers.received_online", 1568)]


@pytest.mark.parametrize(
    "text",
    [
        "Lĩnh vực Hộ tịch tiếp nhận 433 hồ sơ.",
        "Cùng kỳ năm 2025 tiếp nhận 1.300 hồ sơ.",
        "Tiếp nhận 433 hồ sơ hộ tịch.",
        "Phòng Kinh tế tiếp nhận 120 hồ sơ.",
        "Bình quân mỗi ngày tiếp nhận 20 hồ sơ.",
    ],
)
def test_a_part_of_the_office_or_another_time_is_not_the_whole(text):
    assert not told(text)


def test_the_same_digits_may_count_two_things():
    text = "Báo cáo số 235/BC-UBND nêu 235 phiếu đánh giá mức độ hài lòng."
    assert told(text) == [("satisfaction.ratings", 235)]


def test_none_is_a_figure_as_well():
    (claim,) = reader_of(read("Trong kỳ không có hồ sơ giải quyết quá hạn.")).mentions
    assert (claim.name, claim.value, claim.is_claim) == ("dossiers.resolved_late", 0, True)


def test_an_empty_text_tells_nothing():
    assert not reader_of(read("")).mentions
