"""Inspections are told one by one."""

from dataclasses import replace

from quarter import BY_SYSTEM, INSPECTIONS, NOTICE_BOARD, ON_SITE, SELF_CHECK, facts_of, quarter

from intranet.reports.markup import blocks
from intranet.reports.sections.inspections import inspections


def told(facts) -> list[str]:
    return [block.text for block in blocks(inspections(facts), facts)]


def test_no_inspection_is_one_sentence():
    assert told(facts_of({"inspections.done": 0, "inspections.planned": 0})) == [
        "Trong kỳ không tổ chức cuộc kiểm tra nào."
    ]


def test_an_inspection_planned_and_not_held_is_told():
    assert told(facts_of({"inspections.done": 0, "inspections.planned": 2})) == [
        "Trong kỳ chưa hoàn thành cuộc kiểm tra nào; kế hoạch của kỳ là 02 cuộc."
    ]


def test_three_inspections_are_numbered_with_unit_days_basis_and_findings():
    opening, first, notice_board, status, second, apology, third = told(quarter())
    assert opening == (
        "Trong kỳ đã hoàn thành 03 cuộc kiểm tra việc thực hiện kiểm soát TTHC; kế hoạch của kỳ là 03 cuộc. "
        "Qua kiểm tra phát hiện 03 tồn tại, đã khắc phục 02 tồn tại."
    )
    assert first == (
        "(1) Kiểm tra niêm yết, công khai TTHC (định kỳ, trực tiếp). "
        "Đơn vị được kiểm tra: Phòng Kinh tế, Hạ tầng và Đô thị; "
        "thời gian: từ ngày 20/01/2026 đến ngày 21/01/2026; "
        "căn cứ: Kế hoạch số 12/KH-UBND ngày 05/01/2026. Tồn tại và kết quả khắc phục:"
    )
    assert notice_board == (
        "Bảng niêm yết còn thiếu TTHC mới được công bố (mức độ: nhẹ). "
        "Yêu cầu khắc phục: Bổ sung bản niêm yết theo danh mục mới nhất; "
        "đơn vị thực hiện: Phòng Kinh tế, Hạ tầng và Đô thị; hạn khắc phục: 27/02/2026; tình trạng: đã khắc phục."
    )
    assert status.startswith("Trạng thái hồ sơ cập nhật chậm trên hệ thống (mức độ: trung bình).")
    assert "thời gian: ngày 05/02/2026;" in second
    assert apology.endswith("tình trạng: chờ xác nhận.")
    assert third.startswith("(3) Tự kiểm tra") and third.endswith("Không phát hiện tồn tại.")


def test_a_single_inspection_has_no_number():
    one = {"inspections.done": 1, "inspections.planned": 1, "inspections.findings": 1, "inspections.findings_closed": 1}
    opening, inspection, _ = told(quarter(one, inspections=(replace(ON_SITE, findings=(NOTICE_BOARD,)),)))
    assert opening.endswith("Qua kiểm tra phát hiện 01 tồn tại, đã khắc phục xong.")
    assert inspection.startswith("Kiểm tra niêm yết")


def test_inspections_that_found_nothing_say_so_once():
    nothing = {"inspections.findings": 0, "inspections.findings_closed": 0}
    clean = tuple(replace(inspection, findings=()) for inspection in INSPECTIONS)
    lines = told(quarter(nothing, inspections=clean))
    assert len(lines) == 4
    assert lines[0].endswith("Qua kiểm tra không phát hiện tồn tại.")
    assert "\n".join(lines).lower().count("không phát hiện tồn tại") == 1


def test_findings_not_yet_remedied_are_told_plainly():
    lines = told(quarter({"inspections.findings_closed": 0, "inspections.corrective_overdue": 1}))
    assert lines[0].endswith(
        "phát hiện 03 tồn tại, chưa khắc phục xong. Đến hết ngày 14/03/2026, còn 01 biện pháp khắc phục quá hạn."
    )


def test_an_old_remedy_that_is_late_is_told_in_a_quarter_without_inspections():
    facts = facts_of({"inspections.done": 0, "inspections.planned": 0, "inspections.corrective_overdue": 2})
    assert told(facts)[0].endswith("còn 02 biện pháp khắc phục quá hạn.")


def test_an_inspection_without_a_basis_claims_none():
    lines = told(quarter(inspections=(BY_SYSTEM, replace(SELF_CHECK, basis=""))))
    assert "căn cứ" not in lines[-1]


def test_what_people_wrote_cannot_break_the_report():
    wild = replace(NOTICE_BOARD, text="Thiếu {{dossiers.received}}\n- dòng hai...", remedy="[[kỳ]] {{table:dossiers}};")
    facts = quarter(inspections=(replace(ON_SITE, title="- Kiểm tra\n> đột xuất.", findings=(wild,)),))
    _, inspection, finding = blocks(inspections(facts), facts)
    assert inspection.kind == "paragraph"
    assert inspection.text.startswith("Kiểm tra > đột xuất (định kỳ, trực tiếp).")
    assert finding.text.startswith("Thiếu {dossiers.received} - dòng hai (mức độ: nhẹ).")
    assert "[kỳ] {table:dossiers}; đơn vị" in finding.text
