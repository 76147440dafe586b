"""The office's own work: direction, the one-stop unit, training."""

from dataclasses import replace
from datetime import date

import pytest
from quarter import FROM_ABOVE, LETTER, OFFICE, PLAN, facts_of, nothing_known, quarter

from intranet.figures.facts import PrintedOffice
from intranet.figures.notes import TrainingNote
from intranet.reports.markup import blocks
from intranet.reports.sections.directing import cited, directives, focal_officers
from intranet.reports.sections.one_stop import digitisation, on_site, one_stop, one_stop_unit
from intranet.reports.sections.other import other


def told(compose, facts) -> str:
    return "\n".join(block.text for block in blocks(compose(facts), facts) if block.kind != "table")


SUBJECT = "chỉ đạo, triển khai công tác kiểm soát thủ tục hành chính (TTHC)"
THE_PLAN = "Kế hoạch số 53/KH-UBND ngày 11/02/2026 của UBND phường Tam Thanh (kiểm soát TTHC năm 2026)"
FROM_THE_PROVINCE = "Kế hoạch số 38/KH-UBND ngày 05/02/2026 của UBND tỉnh Lạng Sơn"


def test_directives_are_cited_with_what_they_carry_out_and_letters_in_a_note():
    assert told(directives, quarter()).splitlines() == [
        f"Thực hiện {FROM_THE_PROVINCE}, trong kỳ đã ban hành 03 văn bản {SUBJECT}, trong đó có: {THE_PLAN}.",
        "Các công văn: Công văn số 110a/UBND-TTPVHCC ngày 20/02/2026 của UBND phường Tam Thanh "
        "(chọn TTHC để rà soát); Công văn số 383/UBND-TTPVHCC ngày 10/03/2026 của UBND phường Tam Thanh "
        "(chọn TTHC để rà soát).",
    ]
    assert [block.kind for block in blocks(directives(quarter()), quarter())] == ["paragraph", "note"]


def test_letters_alone_are_the_directives():
    facts = quarter({"documents.issued": 2}, documents=(LETTER, replace(LETTER, symbol="383/UBND")))
    opening, *letters = blocks(directives(facts), facts)
    assert opening.text == f"Trong kỳ đã ban hành 02 văn bản {SUBJECT}:"
    assert [letter.kind for letter in letters] == ["item", "item"]


def test_one_directive_needs_no_list():
    facts = quarter({"documents.issued": 1}, documents=(PLAN,))
    assert told(directives, facts) == f"Trong kỳ đã ban hành 01 văn bản {SUBJECT}: {THE_PLAN}."


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_many_directives_from_above_stand_in_a_note(count):
    received = tuple(replace(FROM_ABOVE, symbol=f"{number}/KH-UBND") for number in range(1, count + 1))
    lines = told(directives, quarter({"documents.issued": 1}, documents=(PLAN, *received))).splitlines()
    assert ("các văn bản của cấp trên, trong kỳ" in lines[0]) is (count > 2)
    assert ("\n".join(lines[1:]).startswith("Văn bản của cấp trên: ")) is (count > 2)
    assert all("\n".join(lines).count(f"số {one.symbol} ngày") == 1 for one in received)


def test_directives_from_above_are_told_where_none_was_issued():
    lines = told(directives, quarter({"documents.issued": 0}, documents=(FROM_ABOVE,))).splitlines()
    assert lines[0].startswith(f"Trong kỳ phường thực hiện văn bản của cấp trên: {FROM_THE_PROVINCE} (")
    assert lines[1] == f"Phường chưa ban hành văn bản {SUBJECT}."


def test_directives_that_are_only_counted_end_with_the_count():
    assert told(directives, facts_of({"documents.issued": 2})) == f"Trong kỳ đã ban hành 02 văn bản {SUBJECT}."
    assert directives(facts_of({"documents.issued": 0})).startswith("Trong kỳ không phát sinh văn bản")


def test_focal_officers_that_are_not_there_are_not_told():
    assert told(focal_officers, quarter()) == (
        "Đầu mối kiểm soát TTHC gồm 01 lãnh đạo UBND phường; "
        "01 lãnh đạo, 01 công chức Trung tâm Phục vụ hành chính công phường Tam Thanh; "
        "03 phòng chuyên môn có công chức làm đầu mối."
    )
    leader = {"focal.centre_leaders": 0, "focal.centre_officers": 0, "focal.units": 0}
    assert told(focal_officers, quarter(leader)) == "Đầu mối kiểm soát TTHC gồm 01 lãnh đạo UBND phường."
    assert focal_officers(facts_of(dict.fromkeys(leader, 0) | {"focal.ward_leaders": 0})).startswith("Chưa bố trí")


def test_without_a_centre_the_focal_officers_are_those_of_the_desk_every_office_has():
    commune = PrintedOffice(name="UBND xã Nà Hang", short_name="UBND xã Nà Hang")
    assert told(focal_officers, quarter(office=commune)).startswith(
        "Đầu mối kiểm soát TTHC gồm 01 lãnh đạo UBND xã Nà Hang; 01 lãnh đạo, 01 công chức Bộ phận Một cửa; "
    )


def test_the_one_stop_unit_has_an_address_where_the_office_gave_one():
    assert "đặt tại Trung tâm Phục vụ hành chính công phường Tam Thanh, số 759" in one_stop(quarter())
    assert one_stop(quarter(office=PrintedOffice(centre=OFFICE.centre))).endswith("phường Tam Thanh.")
    assert one_stop(quarter(office=PrintedOffice())) == ""


def test_procedures_done_on_site():
    assert told(on_site, quarter()).startswith("Có 02 TTHC được thực hiện theo cơ chế “4 tại chỗ”")
    assert told(on_site, quarter({"procedures.on_site": 0})).startswith("Trong kỳ không có TTHC")


def test_people_equipment_and_what_citizens_think():
    assert told(one_stop_unit, quarter()).splitlines() == [
        "Bộ phận Một cửa có 06 người, gồm 01 lãnh đạo, 01 cán bộ kiểm soát TTHC và 04 công chức tiếp nhận hồ sơ. "
        "Trang thiết bị gồm 07 máy tính, 05 máy quét và 06 máy in.",
        "Trong kỳ có 235 phiếu đánh giá mức độ hài lòng của tổ chức, cá nhân, "
        "trong đó rất hài lòng 233 phiếu (99,1%) và hài lòng 02 phiếu (0,9%). Không có phiếu không hài lòng.",
    ]


def test_unhappy_citizens_are_not_hidden():
    text = told(one_stop_unit, quarter({"satisfaction.dissatisfied": 2}))
    assert "không hài lòng 02 phiếu" in text
    assert "Không có phiếu không hài lòng" not in text


def test_without_ratings_there_is_no_table():
    assert "{{table" not in one_stop_unit(quarter({"satisfaction.ratings": 0}))


def test_digitisation_tells_its_own_window():
    assert told(digitisation, quarter()) == (
        "Từ ngày 11/09/2025 đến ngày 15/03/2026, phường đã số hóa toàn bộ 8.141 hồ sơ phải số hóa, đạt 100%. "
        "Số liệu số hóa được tính theo khoảng thời gian nêu trên, "
        "khác với kỳ báo cáo (từ ngày 15/12/2025 đến ngày 14/03/2026)."
    )


@pytest.mark.parametrize(
    ("done", "due", "ending"),
    [
        (800, 1000, "phường đã số hóa 800 trên tổng số 1.000 hồ sơ phải số hóa, đạt 80%."),
        (0, 1000, "phường chưa số hóa hồ sơ nào trong tổng số 1.000 hồ sơ phải số hóa."),
        (1, 1, "phường đã số hóa 01 hồ sơ phải số hóa, đạt 100%."),
        (0, 0, "không phát sinh hồ sơ phải số hóa."),
    ],
)
def test_digitisation_within_the_period_says_nothing_of_another_window(done, due, ending):
    window = {"digitisation": (date(2025, 12, 15), date(2026, 3, 14))}
    facts = quarter({"digitisation.done": done, "digitisation.due": due}, windows=window)
    assert told(digitisation, facts) == f"Từ ngày 15/12/2025 đến ngày 14/03/2026, {ending}"


def test_training_is_told_course_by_course():
    assert told(other, quarter()).splitlines() == [
        "Trong kỳ đã tổ chức, cử cán bộ, công chức dự 02 khóa tập huấn, với 46 lượt người, thời lượng 08 giờ:",
        "Hướng dẫn nộp hồ sơ trực tuyến, ngày 14/01/2026, trực tuyến, do Sở Nội vụ tổ chức, 34 lượt người, 04 giờ;",
        "Nghiệp vụ kiểm soát TTHC, từ ngày 24/02/2026 đến ngày 25/02/2026, tập trung, "
        "do UBND tỉnh Lạng Sơn tổ chức, 12 lượt người, 04 giờ.",
        "Về khen thưởng, kỷ luật trong công tác kiểm soát TTHC: 01 cán bộ, công chức được khen thưởng; "
        "không có cán bộ, công chức bị kỷ luật.",
    ]


def test_a_course_of_which_little_is_known_claims_no_more():
    course = TrainingNote("Số hóa hồ sơ", date(2026, 1, 5), date(2026, 1, 5))
    nobody = {"trainings.courses": 1, "trainings.hours": 0, "trainings.participants": 0}
    text = told(other, quarter(nobody, trainings=(course,)))
    assert text.startswith(
        "Trong kỳ đã tổ chức, cử cán bộ, công chức dự 01 khóa tập huấn: Số hóa hồ sơ, ngày 05/01/2026.\n"
    )


def test_courses_that_are_only_counted_end_with_the_count():
    text = told(other, quarter(trainings=()))
    assert "02 khóa tập huấn, với 46 lượt người, thời lượng 08 giờ.\n" in text


def test_nobody_praised_or_disciplined_and_no_course():
    assert told(other, facts_of({"trainings.courses": 0, "discipline.rewarded": 0, "discipline.disciplined": 0})) == (
        "Trong kỳ không có khóa tập huấn nào.\n"
        "Trong kỳ không có cán bộ, công chức được khen thưởng hoặc bị kỷ luật trong công tác kiểm soát TTHC."
    )


def test_discipline_is_told():
    text = told(other, quarter({"discipline.rewarded": 0, "discipline.disciplined": 1}))
    assert text.endswith("không có cán bộ, công chức được khen thưởng; 01 cán bộ, công chức bị kỷ luật.")


def test_blanks_are_told_as_blanks():
    counted = facts_of({"staff.total": 6})
    assert "Bộ phận Một cửa có 06 người, gồm …… lãnh đạo" in told(one_stop_unit, counted)
    assert "Trang thiết bị gồm …… máy tính" in told(one_stop_unit, counted)
    assert told(one_stop_unit, nothing_known()).startswith("Bộ phận Một cửa có …… người.\n")


@pytest.mark.parametrize(
    ("summary", "ending"),
    [("Về kiểm soát TTHC.", " về kiểm soát TTHC"), ("kiểm soát TTHC", " (kiểm soát TTHC)"), ("", OFFICE.body_lines[0])],
)
def test_a_document_is_cited_with_what_it_is_about_however_that_was_written(summary, ending):
    assert cited(replace(PLAN, issuer=OFFICE.body_lines[0], summary=summary)).endswith(ending)
