"""Minutes, notice and empty checklist of an inspection, as they leave the printer."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from paper import an_office, fonts, printed, runs, texts

from intranet.inspections.workflow import Kind, Method, Result, Severity

TEMPLATES = ("minutes", "notice", "blank_checklist")
LONG = " ".join(f"chữ{number}" for number in range(2000))
DESK = SimpleNamespace(name="Bộ phận Một cửa")
TAX = SimpleNamespace(name="Phòng Kinh tế")


def a_finding(**change: Any) -> SimpleNamespace:
    values = {
        "text": "Bảng niêm yết còn 07 thủ tục bản cũ.",
        "severity": Severity.MODERATE,
        "basis": "Thông tư số 02/2017/TT-VPCP",
        "responsible_unit": TAX,
        "remedy": "Thay bản niêm yết cũ",
        "due_on": date(2026, 3, 20),
    }
    return SimpleNamespace(**values | change)


def an_item(position: int, result: Result | None = None, **change: Any) -> SimpleNamespace:
    values = {
        "position": position,
        "text": f"Tiêu chí số {position}",
        "basis": "Nghị định số 118/2025/NĐ-CP",
        "result": result,
        "note": "",
        "samples": "",
        "finding": None,
    }
    return SimpleNamespace(**values | change)


def checked_items(finding: SimpleNamespace | None = None) -> list[SimpleNamespace]:
    return [
        an_item(1, Result.PASSED, note="Bảng tin rõ, dễ đọc"),
        an_item(2, Result.PASSED, samples="H37-0001, H37-0002"),
        an_item(3, Result.FAILED, finding=finding or a_finding()),
        an_item(4, Result.NOT_APPLICABLE),
    ]


def an_inspection(**change: Any) -> SimpleNamespace:
    values = {
        "title": "Kiểm tra niêm yết thủ tục hành chính",
        "kind": Kind.AD_HOC,
        "method": Method.ON_SITE,
        "theme": "Công khai thủ tục hành chính",
        "basis": "Kế hoạch số 53/KH-UBND ngày 11/2/2026\nThông tư số 03/2025/TT-VPCP",
        "inspected_unit": DESK,
        "place": "Số 759 đường Trần Đăng Ninh",
        "leader": "Trần Thị Bình",
        "secretary": "Lê Văn Cường",
        "members": ["Hoàng Thị Dung"],
        "representatives": ["Đỗ Văn Giang, Phó Giám đốc"],
        "started_on": date(2026, 2, 5),
        "ended_on": date(2026, 2, 6),
        "opened_at": datetime(2026, 2, 5, 1, 5),
        "closed_at": datetime(2026, 2, 6, 9, 30),
        "concluded_on": date(2026, 2, 12),
        "conclusion": "Đơn vị làm tốt.\nCần thay bản niêm yết cũ.",
        "items": checked_items(),
    }
    return SimpleNamespace(**values | change)


def just_planned(**change: Any) -> SimpleNamespace:
    nothing = dict.fromkeys(("theme", "basis", "place", "leader", "secretary", "conclusion"), "")
    unknown = dict.fromkeys(("started_on", "ended_on", "opened_at", "closed_at", "concluded_on"))
    items = [an_item(position) for position in range(1, 4)]
    return an_inspection(**nothing | unknown | {"members": [], "representatives": [], "items": items} | change)


def pdf(name: str, inspection: SimpleNamespace | None = None, **change: Any) -> Any:
    context = {"office": an_office(), "draft": False, "sample": False, "inspection": inspection or an_inspection()}
    return printed(f"inspections/{name}.html", **context | change)


def words(name: str, inspection: SimpleNamespace | None = None, **change: Any) -> str:
    return " ".join(texts(pdf(name, inspection, **change)))


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("inspection", [an_inspection(), just_planned()], ids=["done", "planned"])
def test_each_document_has_the_head_and_only_tinos(name, inspection):
    document = pdf(name, inspection)
    first = texts(document)[0]
    assert "ỦY BAN NHÂN DÂN PHƯỜNG TAM THANH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first
    assert "Bộ phận Một cửa" in first and "None" not in first and "■" not in first
    assert all(name.split("+")[-1].startswith("Tinos-") and embedded for name, embedded in fonts(document).items())


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("draft", [True, False])
def test_each_page_is_marked_as_long_as_it_is_a_draft(name, draft):
    pages = texts(pdf(name, an_inspection(items=checked_items() * 12), draft=draft, sample=not draft))
    assert len(pages) > 1
    assert [("DỰ THẢO" in page, "SỐ LIỆU MẪU" in page) for page in pages] == [(draft, not draft)] * len(pages)


@pytest.mark.parametrize("name", ["minutes", "notice"])
def test_results_are_counted_by_kind(name):
    counted = "đánh giá 04/04 nội dung của bảng kiểm: 02 nội dung đạt, 01 nội dung chưa đạt, 01 nội dung không áp dụng."
    assert counted in words(name)


@pytest.mark.parametrize("name", ["minutes", "notice"])
def test_items_not_yet_judged_are_counted_apart(name):
    items = [an_item(1, Result.PASSED), an_item(2), an_item(3)]
    text = words(name, an_inspection(items=items))
    assert "đánh giá 01/03 nội dung" in text and "còn 02 nội dung chưa đánh giá." in text
    assert "Không phát hiện tồn tại" not in text


@pytest.mark.parametrize("name", ["minutes", "notice"])
def test_a_finding_says_who_mends_it_how_and_by_when(name):
    text = words(name)
    for part in (
        "Tồn tại thứ 1 (nội dung số 3 của bảng kiểm; mức độ: trung bình)",
        "Bảng niêm yết còn 07 thủ tục bản cũ.",
        "Căn cứ đối chiếu: Thông tư số 02/2017/TT-VPCP;",
        "Đơn vị chịu trách nhiệm: Phòng Kinh tế;",
        "Biện pháp khắc phục: Thay bản niêm yết cũ;",
        "Thời hạn hoàn thành: ngày 20 tháng 3 năm 2026.",
    ):
        assert part in text, part


@pytest.mark.parametrize("name", ["minutes", "notice"])
def test_a_finding_of_2000_words_is_whole_and_not_shrunk(name):
    document = pdf(name, an_inspection(items=checked_items(a_finding(text=LONG))))
    text = " ".join(texts(document)) + " "
    assert all(f"chữ{number} " in text for number in range(2000))
    sizes = {round(run.size, 1) for page in document.pages for run in runs(page) if "chữ" in run.text}
    assert sizes == {14.0}


@pytest.mark.parametrize("name", ["minutes", "notice"])
def test_an_inspection_without_findings_says_so(name):
    text = words(name, an_inspection(items=[an_item(1, Result.PASSED)]))
    assert "Không phát hiện tồn tại, hạn chế" in text
    assert "Tồn tại thứ" not in text


@pytest.mark.parametrize("name", TEMPLATES)
def test_text_never_becomes_markup(name):
    evil = "<b>đậm</b> <img src='http://127.0.0.1/x.png'> & <pdf:pagenumber>"
    items = [an_item(1, Result.FAILED, text=evil, note=evil, basis=evil, finding=a_finding(text=evil, remedy=evil))]
    inspection = an_inspection(title=evil, leader=evil, members=[evil], theme=evil, conclusion=evil, items=items)
    assert evil in words(name, inspection)


def test_minutes_carry_all_that_minutes_need():
    text = words("minutes")
    for part in (
        "BIÊN BẢN Kiểm tra niêm yết thủ tục hành chính",
        "Số: ……/BB-UBND",
        "Căn cứ Kế hoạch số 53/KH-UBND ngày 11/2/2026; Căn cứ Thông tư số 03/2025/TT-VPCP.",
        "Thời gian bắt đầu: 08:05 ngày 05/02/2026.",
        "Địa điểm: Số 759 đường Trần Đăng Ninh.",
        "Chủ trì: Trần Thị Bình, Trưởng đoàn; - Thư ký: Lê Văn Cường; - Thành viên: Hoàng Thị Dung.",
        "Đỗ Văn Giang, Phó Giám đốc.",
        "từ ngày 05 tháng 02 năm 2026 đến ngày 06 tháng 02 năm 2026 (loại kiểm tra: đột xuất; cách thức: trực tiếp)",
        "1. Tiêu chí số 1: đạt. - Ghi nhận: Bảng tin rõ, dễ đọc.",
        "2. Tiêu chí số 2: đạt. - Hồ sơ đã xem: H37-0001, H37-0002.",
        "3. Tiêu chí số 3: chưa đạt.",
        "Đơn vị làm tốt. Cần thay bản niêm yết cũ.",
        "kết thúc lúc 16:30 ngày 06/02/2026.",
        "./. ",
        "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA (Ký, ghi rõ họ tên) THƯ KÝ (Ký, ghi rõ họ tên) TRƯỞNG ĐOÀN",
        "Nơi nhận: - Bộ phận Một cửa;",
    ):
        assert part in text, part


def test_minutes_have_no_place_and_date():
    assert "Tam Thanh, ngày" not in words("minutes")


def test_those_who_sign_the_minutes_stand_on_one_level():
    found = {run.text: run for run in runs(pdf("minutes").pages[-1])}
    assert found["Lê Văn Cường"].y == found["Trần Thị Bình"].y
    assert found["THƯ KÝ"].y - found["Lê Văn Cường"].y > 60, "room to sign"


def test_minutes_before_the_inspection_leave_room_to_write():
    text = words("minutes", just_planned())
    assert "Thời gian bắt đầu: …… giờ …… ngày …… tháng …… năm ……" in text
    assert "đánh giá ……/03 nội dung" in text
    assert "1. Tiêu chí số 1: ……" in text


def test_people_may_come_one_a_line():
    inspection = an_inspection(members="Hoàng Thị Dung\n\nPhạm Văn Em\n", representatives="Đỗ Văn Giang\n")
    text = words("minutes", inspection)
    assert "- Thành viên: Hoàng Thị Dung; - Thành viên: Phạm Văn Em." in text
    assert "- Đỗ Văn Giang." in text


def test_the_notice_tells_results_remedies_and_the_duty_to_report():
    text = words("notice")
    for part in (
        "Số: ……/TB-UBND",
        "Tam Thanh, ngày 12 tháng 02 năm 2026",
        "THÔNG BÁO Kết luận kiểm tra niêm yết thủ tục hành chính",
        "3. Nội dung đạt yêu cầu - Tiêu chí số 1; - Tiêu chí số 2.",
        "4. Nội dung không áp dụng - Tiêu chí số 4.",
        "Trong thời hạn 30 ngày làm việc kể từ ngày nhận được Thông báo này, Bộ phận Một cửa gửi báo cáo",
        "./. Nơi nhận: - Bộ phận Một cửa; - Phòng Kinh tế; - Lãnh đạo Ủy ban nhân dân (để báo cáo);",
        "- Lưu: VT, TTPVHCC.",
        "TL. CHỦ TỊCH GIÁM ĐỐC TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG TAM THANH",
    ):
        assert part in text, part


def test_the_notice_takes_number_date_and_signature_from_outside():
    signed = {"signing_authority": "KT. GIÁM ĐỐC", "signatory_post": "Phó Giám đốc", "signatory_name": "Vũ Thị Hoa"}
    text = words("notice", number="8", dated=date(2026, 3, 2), **signed)
    assert "Số: 08/TB-UBND" in text and "Tam Thanh, ngày 02 tháng 3 năm 2026" in text
    assert "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Vũ Thị Hoa" in text


def test_a_notice_not_yet_concluded_leaves_its_date_to_fill():
    assert "Tam Thanh, ngày …… tháng …… năm 2026" in words("notice", an_inspection(concluded_on=None))


def test_a_notice_without_findings_asks_for_no_report():
    text = words("notice", an_inspection(items=[an_item(1, Result.PASSED)]))
    assert "30 ngày làm việc" not in text and "tiếp tục duy trì" in text


def test_the_checklist_offers_three_boxes_and_lines_for_each_item():
    items = [an_item(position) for position in range(1, 26)]
    document = pdf("blank_checklist", just_planned(items=items))
    text = " ".join(texts(document))
    assert text.count("□ Đạt □ Chưa đạt □ Không áp dụng Ghi chú:") == 25
    for item in items:
        assert f"{item.position}. {item.text} (căn cứ: {item.basis})" in text
    assert len(document.pages) < 10


def test_an_item_of_the_checklist_is_not_cut_by_the_page():
    pages = texts(pdf("blank_checklist", just_planned(items=[an_item(position) for position in range(1, 26)])))
    for page in pages:
        assert page.count("Tiêu chí số") == page.count("Không áp dụng") == page.count("Ghi chú:")


def test_the_checklist_shows_which_basis_is_not_confirmed_yet():
    items = [an_item(1, to_confirm=True), an_item(2, to_confirm=False)]
    assert words("blank_checklist", just_planned(items=items)).count("cần đối chiếu") == 1
