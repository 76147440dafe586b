"""What was achieved, what was not; why dossiers were late, by counts that add up to them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quarter import CAUSES, OVERDUE, nothing_known, quarter

from intranet.categories.families import by_cause
from intranet.reports.markup import blocks
from intranet.reports.sections.assessment import FEW, control_limits, control_results

CLERKS, SYSTEM, FORCE = (by_cause(cause.code) for cause in CAUSES)


def told(facts) -> list[str]:
    return [block.text for block in blocks(control_limits(facts), facts) if block.kind != "table"]


def rows(facts) -> list[tuple[str, ...]]:
    return [row for block in blocks(control_limits(facts), facts) for row in block.rows]


def test_late_dossiers_are_told_with_their_causes_what_was_done_and_what_is_unexplained():
    assert told(quarter()) == [
        "Trong kỳ có 11 hồ sơ quá hạn, đều đã giải quyết xong. Đã gửi 04 thư xin lỗi, hẹn lại ngày trả kết quả.",
        "Theo nguyên nhân chính, có 04 hồ sơ do nguyên nhân chủ quan và 07 hồ sơ do nguyên nhân khách quan.",
        "Còn 01 hồ sơ quá hạn chưa được giải trình.",
        "Biện pháp đã thực hiện:",
        "Báo lỗi cho đơn vị quản lý hệ thống;",
        "Trả kết quả, cập nhật lại trạng thái.",
        "Biện pháp phòng ngừa: Đối chiếu danh sách hồ sơ đến hạn mỗi ngày.",
    ]
    assert rows(quarter()) == [
        ("I", "Nguyên nhân chủ quan", "4"),
        ("1", "Cập nhật, kết thúc hồ sơ trên hệ thống chậm hoặc sai trạng thái", "4"),
        ("II", "Nguyên nhân khách quan", "7"),
        ("1", "Lỗi hệ thống, đồng bộ hoặc liên thông dữ liệu", "7"),
        ("", "Tổng số hồ sơ quá hạn", "11"),
    ]


def test_dossiers_without_a_cause_are_counted_too():
    facts = quarter({SYSTEM: 5})
    assert told(facts)[1].endswith(
        "04 hồ sơ do nguyên nhân chủ quan, 05 hồ sơ do nguyên nhân khách quan và 02 hồ sơ chưa xác định nguyên nhân."
    )
    assert rows(facts)[-2:] == [("", "Chưa xác định nguyên nhân", "2"), ("", "Tổng số hồ sơ quá hạn", "11")]


def test_one_side_alone_is_numbered_from_one():
    facts = quarter({CLERKS: 0, SYSTEM: 9, FORCE: 2})
    assert told(facts)[1] == "Theo nguyên nhân chính, có 11 hồ sơ do nguyên nhân khách quan."
    assert [row[0] for row in rows(facts)] == ["I", "1", "2", ""]


def test_one_cause_of_all_is_a_sentence_without_a_table():
    facts = quarter({CLERKS: 0, SYSTEM: 11})
    assert told(facts)[1] == (
        "Nguyên nhân quá hạn: Lỗi hệ thống, đồng bộ hoặc liên thông dữ liệu (nguyên nhân khách quan)."
    )
    assert rows(facts) == []


def test_causes_frozen_without_a_side_are_told_without_one():
    plain = tuple(replace(cause, side=None) for cause in CAUSES)
    figures = {name: fact for name, fact in quarter().figures.items() if ".by_side." not in name}
    facts = quarter(causes=plain, figures=figures)
    assert told(facts)[1] == "Còn 01 hồ sơ quá hạn chưa được giải trình."
    assert [row[0] for row in rows(facts)] == ["1", "2", ""]
    one = quarter({CLERKS: 11, SYSTEM: 0}, causes=plain)
    assert told(one)[1] == "Nguyên nhân quá hạn: Cập nhật, kết thúc hồ sơ trên hệ thống chậm hoặc sai trạng thái."


@given(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30)), st.integers(0, 90))
def test_what_the_table_tells_adds_up_to_the_late_dossiers(causes, late):
    facts = quarter(dict(zip((CLERKS, SYSTEM, FORCE), causes, strict=True)) | {"dossiers.resolved_late": late})
    found = rows(facts)
    if found and sum(causes) <= late:
        counted = [int(row[2]) for row in found[:-1] if row[0] in ("I", "II") or row[1].startswith("Chưa")]
        assert sum(counted) == int(found[-1][2]) == late


def test_late_dossiers_without_any_cause_are_told_plainly():
    values = {CLERKS: None, SYSTEM: None, "overdue.explained": 0, "overdue.apologies": 0}
    assert told(quarter(values, overdue=())) == [
        "Trong kỳ có 11 hồ sơ quá hạn, đều đã giải quyết xong. Chưa có thư xin lỗi nào được gửi.",
        "Nguyên nhân quá hạn chưa được xác định.",
        "Các hồ sơ quá hạn này chưa được giải trình.",
    ]


def test_causes_that_nobody_typed_are_a_blank_and_not_undetermined():
    values = {CLERKS: None, SYSTEM: None, FORCE: None, "overdue.explained": None}
    assert told(quarter(values, overdue=()))[1] == "Nguyên nhân quá hạn: ……."
    none_late = {CLERKS: 0, SYSTEM: 0, FORCE: 0, "overdue.explained": None}
    assert told(quarter(none_late, overdue=()))[1] == "Nguyên nhân quá hạn chưa được xác định."


@pytest.mark.parametrize(
    ("resolved", "pending", "sentence"),
    [
        (11, 2, "Trong kỳ có 13 hồ sơ quá hạn, gồm 11 hồ sơ đã giải quyết xong và 02 hồ sơ đang giải quyết."),
        (0, 2, "Trong kỳ có 02 hồ sơ quá hạn, đều đang giải quyết."),
        (1, 0, "Trong kỳ có 01 hồ sơ quá hạn, đã giải quyết xong."),
        (0, 1, "Trong kỳ có 01 hồ sơ quá hạn, đang giải quyết."),
        (0, 0, "Trong kỳ không có hồ sơ quá hạn."),
    ],
)
def test_late_dossiers_are_resolved_or_pending(resolved, pending, sentence):
    late = {"dossiers.resolved_late": resolved, "dossiers.pending_late": pending}
    assert told(quarter(late))[0].startswith(sentence)


def test_one_late_dossier_that_nobody_explained():
    lines = told(quarter({"dossiers.resolved_late": 1, "overdue.explained": 0}, overdue=()))
    assert lines[-1] == "Hồ sơ quá hạn này chưa được giải trình."


def test_all_explained_leaves_nothing_to_say():
    assert "giải trình" not in "".join(told(quarter({"overdue.explained": 11})))


def test_more_explained_than_late_is_no_negative_number():
    facts = quarter({"overdue.explained": 15})
    assert facts.value("overdue.unexplained") == 0 and "giải trình" not in "".join(told(facts))


def test_an_explanation_not_counted_yet_is_a_blank():
    assert "Còn …… hồ sơ quá hạn chưa được giải trình." in told(quarter({"overdue.explained": None}))


def test_the_measures_said_most_often_stand_for_the_rest():
    said = [replace(OVERDUE[0], remedy=f"việc {number}", prevention="") for number in range(FEW + 4)]
    again = [replace(OVERDUE[0], remedy="  Việc 9. ", prevention="")] * 2
    lines = told(quarter(overdue=(*said, *again)))
    assert lines[-FEW - 1 :][:2] == ["Biện pháp đã thực hiện:", "Việc 9;"]
    assert not any("phòng ngừa" in line for line in lines)


def test_results_are_those_above_zero():
    facts = quarter({"inspections.done": 0, "trainings.courses": None})
    text = "\n".join(block.text for block in blocks(control_results(facts), facts))
    assert "cuộc kiểm tra" not in text and "tập huấn" not in text
    assert "Giải quyết 1.488 hồ sơ TTHC;" in text and "Áp dụng 12 quy trình nội bộ giải quyết TTHC." in text
    assert control_results(nothing_known()) == ""
