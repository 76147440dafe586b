"""A whole quarter in a real browser: from an inspection to the PDF of the approved report."""

import re

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser

TITLE = "Kiểm tra niêm yết tại Bộ phận Tư pháp"
FOUND = "Bảng niêm yết thiếu hai thủ tục mới ban hành"
PLAN = {
    "title": TITLE,
    "theme": "Việc niêm yết, công khai thủ tục hành chính",
    "basis": "Kế hoạch số 12/KH-UBND ngày 05/01/2026",
    "started_on": "2026-02-03",
    "ended_on": "2026-02-04",
    "leader": "Nguyễn Văn Trưởng",
    "secretary": "Trần Thị Ký",
}
FIGURES = {"opening": "69", "received": "1568", "resolved": "1488", "pending": "41", "rejected": "44", "paused": "64"}
PARTS = {
    "received_online": "1568",
    "by_field.ho-tich.received": "1568",
    "resolved_early": "1488",
    "by_field.ho-tich.resolved": "1488",
    "pending_in_time": "40",  # one of the 41 is nowhere
}
WHY = "Một hồ sơ chuyển từ hệ thống cũ, chưa rõ còn hạn hay quá hạn."


def press(visitor, name, **which):
    visitor.page.get_by_role("button", name=name, exact=True, **which).click()


def plan_an_inspection(an):
    an.go("/inspections/")
    an.page.get_by_role("link", name="Thêm cuộc kiểm tra").first.click()
    for name, text in PLAN.items():
        an.page.locator(f"#{name}").fill(text)
    for name, label in (("inspection_kind", "Định kỳ"), ("method", "Trực tiếp"), ("inspected_unit", "Bộ phận Tư pháp")):
        an.page.locator(f"#{name}").select_option(label=label)
    press(an, "Lưu")
    press(an, "Bắt đầu kiểm tra")
    an.sees("0/25")


def answer_the_checklist(an):
    """All rows pass with one click each, but the last: it fails, and the finding is written into it."""
    for position in range(1, 25):
        an.page.get_by_role("button", name=re.compile(rf"^Đạt ?: tiêu chí {position}$")).click()
        an.sees(f"{position}/25")
    row = an.page.locator("#checklist .item").last
    if not row.get_by_label("Chưa đạt").is_visible():
        row.locator("summary").first.click()
    row.get_by_label("Chưa đạt").check()
    row.locator("[name=text]").fill(FOUND)
    row.locator("[name=remedy]").fill("Niêm yết bổ sung đủ thủ tục")
    row.locator("[name=severity]").select_option(label="Trung bình")
    row.get_by_role("button", name="Lưu tiêu chí 25").click()
    an.sees("25/25")


def conclude_and_submit(an):
    an.page.locator("#concluded_on").fill("2026-02-10")
    an.page.locator("#conclusion").fill("Đơn vị cơ bản thực hiện đúng; còn một tồn tại cần khắc phục.")
    press(an, "Lưu kết luận")
    press(an, "Trình duyệt")
    an.page.locator("#panel").get_by_text("Chờ duyệt").first.wait_for()


def open_from_inbox(visitor, text=TITLE):
    visitor.go("/inbox")
    visitor.page.locator("main").get_by_role("link", name=text).first.click()


def send_back(dung):
    open_from_inbox(dung)
    dung.page.locator("#panel summary", has_text="Trả lại").click()
    dung.page.locator("#note-send_back").fill("Nêu rõ tên hai thủ tục còn thiếu")
    dung.page.locator("#panel details[open] button").click()
    dung.page.locator("#panel").get_by_text("Bị trả lại").first.wait_for()


def correct_and_submit_again(an):
    open_from_inbox(an)
    an.sees("Nêu rõ tên hai thủ tục còn thiếu")
    row = an.page.locator("#checklist .item").last
    if not row.locator("[name=note]").is_visible():
        row.locator("summary").first.click()
    row.locator("[name=note]").fill("Thiếu thủ tục cấp bản sao và thủ tục chứng thực chữ ký")
    row.get_by_role("button", name="Lưu tiêu chí 25").click()
    an.page.locator(".item-saved, .alert-success").first.wait_for()
    press(an, "Trình duyệt")
    an.page.locator("#panel").get_by_text("Chờ duyệt").first.wait_for()


def approve(dung, text=TITLE):
    open_from_inbox(dung, text)
    press(dung, "Phê duyệt")
    dung.page.locator("main").get_by_text("Đã duyệt bởi").wait_for()


def report_the_remedy(an, tmp_path):
    proof = tmp_path / "bang-niem-yet.pdf"
    proof.write_bytes(b"%PDF-1.7\n%%EOF\n")
    an.go("/corrective-actions/")
    an.page.locator("main").get_by_role("link", name=FOUND[:20]).first.click()
    an.page.locator("[name=text]").fill("Đã niêm yết đủ hai thủ tục")
    an.page.locator("[name=done_on]").fill("2026-02-20")
    an.page.locator("[name=file]").set_input_files(proof)
    press(an, "Gửi báo cáo khắc phục")
    an.sees("bang-niem-yet.pdf")


def verify_the_remedy(chi):
    chi.go("/corrective-actions/?state=all")
    chi.page.locator("main").get_by_role("link", name=FOUND[:20]).first.click()
    press(chi, "Xác nhận đã khắc phục")
    chi.sees("Đã xác nhận khắc phục")


def type_figures(chi):
    chi.go("/figures/2026-Q1")
    for name, text in (FIGURES | PARTS).items():
        chi.page.locator(f"[id='dossiers.{name}']").fill(text)
    # The rest at one stroke: a hundred fields filled one after the other take half a minute.
    chi.page.locator("[data-figure]").evaluate_all("(fields) => fields.forEach((field) => (field.value ||= '0'))")
    press(chi, "Lưu số liệu")
    chi.sees("Đã lưu")


def write_the_report(chi):
    chi.go("/reports/2026-Q1")
    press(chi, "Lập báo cáo")
    chi.sees(FOUND)
    chi.go("/reports/2026-Q1/sections/text.supervision")
    chi.page.get_by_role("textbox", name="Nội dung").fill(
        "Trung tâm đôn đốc các phòng xử lý {{dossiers.received}} hồ sơ tiếp nhận trong kỳ."
    )
    press(chi, "Lưu")
    chi.sees("Trung tâm đôn đốc các phòng xử lý")


def answer_for_what_is_taken_over(chi):
    """One text is answered by itself, the others are kept after they were read."""
    chi.page.get_by_role("link", name="Xem và xác nhận").first.click()
    chi.page.locator("[id='text-text.funding']").get_by_label("Không phát sinh").check()
    press(chi, "Đã đọc, giữ nguyên mọi nội dung chưa chọn")
    chi.sees("Mọi nội dung đã được xác nhận.")
    chi.go("/reports/2026-Q1")
    press(chi, "Trình duyệt")
    chi.sees("Còn 1 việc cần sửa hoặc giải trình")


def explain_what_does_not_add_up(chi):
    chi.go("/reports/2026-Q1/checks")
    chi.sees("Còn 1 việc cần sửa")
    error = chi.page.locator(".level-error .problem-list > li").first
    error.get_by_text("Giữ nguyên và giải trình").click()
    error.get_by_label("Lý do giữ nguyên").fill(WHY)
    error.get_by_role("button", name="Ghi giải trình").click()
    chi.sees("Không còn việc nào cần sửa")
    chi.go("/reports/2026-Q1")
    press(chi, "Trình duyệt")
    chi.page.locator("#panel").get_by_text("Chờ duyệt").first.wait_for()


def download_pdf(dung):
    with dung.page.expect_download() as waiting:
        dung.page.get_by_role("link", name="Tải PDF").click()
    return " ".join(" ".join(page.extract_text() for page in PdfReader(waiting.value.path()).pages).split())


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_from_an_inspection_to_the_approved_report(visit, tmp_path, javascript):
    an, dung, chi = (visit(username, javascript=javascript) for username in ("an", "dung", "chi"))
    plan_an_inspection(an)
    answer_the_checklist(an)
    conclude_and_submit(an)
    send_back(dung)
    correct_and_submit_again(an)
    approve(dung)
    report_the_remedy(an, tmp_path)
    verify_the_remedy(chi)
    type_figures(chi)
    write_the_report(chi)
    answer_for_what_is_taken_over(chi)
    explain_what_does_not_add_up(chi)
    approve(dung, "Báo cáo Quý I/2026")
    text = download_pdf(dung)
    assert "1.568 hồ sơ tiếp nhận trong kỳ" in text and FOUND in text
    assert "DỰ THẢO" not in text and "./." in text


def test_a_reason_leads_to_the_row_it_speaks_of(visit):
    an = visit("an", width=390, height=844)
    plan_an_inspection(an)
    press(an, "Trình duyệt")
    an.page.get_by_role("link", name="Tiêu chí 3 chưa có kết quả").click()
    row = an.page.locator("#checklist .item").nth(2)
    assert row.bounding_box()["y"] < 844
    assert an.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_refusal_is_read_even_where_the_panel_was_replaced_while_the_click_was_on_its_way(visit):
    an = visit("an")
    plan_an_inspection(an)
    an.page.locator("#panel [name=version]").first.evaluate("(version) => (version.value = 999)")

    def replace_the_panel(route):
        an.page.evaluate("const old = document.querySelector('#panel'); old.replaceWith(old.cloneNode(true))")
        route.continue_()

    an.page.route("**/submit", replace_the_panel)
    press(an, "Trình duyệt")
    an.page.locator("#notices[role=alert] .alert-danger:focus").wait_for()
