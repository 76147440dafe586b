"""How a report is decided on, in a real browser: remarked, sent back, changed, read again, approved, signed."""

import pytest
from factories import PASSWORD
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

REPORT = "/reports/2026-Q1"
DECIDE = f"{REPORT}/decide"
FUNDING = f"{REPORT}/sections/text.funding"
REMARK = "Nêu rõ nguồn kinh phí."
ANSWER = "Kinh phí lấy từ dự toán chi thường xuyên của phường."
REASON = "Xem góp ý về kinh phí."


def press(visitor, name):
    visitor.page.get_by_role("button", name=name, exact=True).click()


def note(visitor):
    return visitor.page.get_by_label("Ghi chú (bắt buộc khi trả lại)")


def begin(chi):
    """A quarter in which nothing happened: every figure is 0, of inspections by a register that is in use and empty."""
    type_figures(chi, "0")
    chi.go("/figures/registers/inspections")
    chi.page.get_by_label("Dùng từ ngày").fill("2025-12-15")
    press(chi, "Lưu")
    chi.sees("Đã lưu ngày bắt đầu dùng sổ kiểm tra.")
    chi.go(REPORT)
    press(chi, "Lập báo cáo")
    chi.sees("Bản nháp")
    chi.go(f"{REPORT}/texts")
    press(chi, "Đã đọc, giữ nguyên mọi nội dung chưa chọn")
    chi.sees("Mọi nội dung đã được xác nhận.")
    submit(chi)


def type_figures(chi, value, which="[data-figure]"):
    chi.go("/figures/2026-Q1")
    # At one stroke: a hundred fields filled one after the other take half a minute.
    chi.page.locator(which).evaluate_all("(fields, value) => fields.forEach((field) => (field.value = value))", value)
    press(chi, "Lưu số liệu")
    chi.sees("Đã lưu")


def submit(chi):
    chi.go(REPORT)
    press(chi, "Trình duyệt")
    chi.page.locator("#panel").get_by_text("Chờ duyệt").first.wait_for()


def write(chi, text):
    chi.go(FUNDING)
    typed = chi.page.locator(".mark-editor .cm-content")
    (typed if typed.count() else chi.page.locator("#text")).fill(text)
    press(chi, "Lưu")
    chi.page.locator("[id='text.funding']", has_text=text).wait_for()


def read_and_remark(dung):
    dung.go("/inbox")
    dung.page.get_by_role("link", name="Báo cáo Quý I/2026").first.click()
    dung.page.get_by_role("heading", name="Duyệt báo cáo Quý I/2026").wait_for()
    expect(dung.page.get_by_role("heading", name="Có thể duyệt")).to_be_visible()
    press(dung, "Tôi đã đọc báo cáo")
    dung.sees("Đã ghi nhận: bạn đã đọc các thay đổi.")
    dung.page.get_by_role("link", name="Đọc toàn văn").click()
    mark = dung.page.locator("[id='text.funding']").get_by_role("link", name="Góp ý đoạn này").first
    mark.focus()
    dung.page.keyboard.press("Enter")
    dung.page.get_by_label("Nội dung góp ý").fill(REMARK)
    press(dung, "Gửi góp ý")
    dung.sees("Đã ghi góp ý.")


def send_back(dung):
    dung.go(DECIDE)
    dung.sees("Có thể duyệt, còn 1 góp ý chưa xử lý")
    press(dung, "Trả lại")
    dung.sees("Hãy ghi rõ lý do")
    note(dung).fill(REASON)
    press(dung, "Trả lại")
    dung.sees("Đã trả lại: Báo cáo Quý I/2026.")


def answer(chi):
    chi.go(REPORT)
    chi.sees(REASON)
    write(chi, ANSWER)
    chi.page.get_by_role("link", name="Mục I.4", exact=True).click()
    thread = chi.page.locator(".thread", has_text=REMARK)
    settled = thread.get_by_label("Đã xử lý thế nào")
    if not settled.is_visible():  # with scripts, the link has opened it
        thread.get_by_text("Đánh dấu đã xử lý").click()
    settled.fill("Đã nêu.")
    press(chi, "Đã xử lý")
    chi.sees("Đã đánh dấu góp ý là đã xử lý.")
    submit(chi)


def change_it_while_it_is_read(chi, dung):
    """The director decides on a text that is another by then: nothing is decided, and the change is shown."""
    dung.go(DECIDE)
    dung.page.locator("#changes").get_by_text("Kinh phí lấy từ dự toán").first.wait_for()
    note(dung).fill("Đồng ý.")
    chi.go(REPORT)
    press(chi, "Rút lại")
    chi.page.locator("#panel").get_by_text("Bản nháp").first.wait_for()
    write(chi, ANSWER.replace("phường", "phường năm 2026"))
    submit(chi)
    press(dung, "Phê duyệt")
    dung.sees("Chưa ghi quyết định: báo cáo không còn như lúc bạn mở trang.")
    dung.page.locator("#changes ins", has_text="2026").wait_for()


def approve(dung):
    assert note(dung).input_value() == "Đồng ý."
    press(dung, "Phê duyệt")
    dung.sees("Đã phê duyệt: Báo cáo Quý I/2026.")


def issue_and_sign(chi, folder):
    chi.go(REPORT)
    chi.page.get_by_role("link", name="Ghi số và ngày").click()
    chi.page.get_by_label("Số", exact=True).fill("125")
    press(chi, "Lưu")
    chi.sees("Số: 125.")
    with chi.page.expect_download() as waiting:
        chi.page.get_by_role("link", name="Tải PDF").click()
    paper = folder / "bao-cao-da-ky.pdf"
    waiting.value.save_as(paper)
    chi.page.get_by_role("link", name="Đính kèm và đối chiếu").click()
    chi.page.locator("[name=file]").set_input_files(paper)
    press(chi, "Đính kèm và đối chiếu")
    chi.sees("Mọi đề mục, đoạn văn và dòng bảng của báo cáo đã duyệt đều có trong bản đã ký")


def change_a_figure_and_reopen(chi, dung):
    """What was approved stays as it was; opened anew, it follows the figures, and every decision stays."""
    type_figures(chi, "3", "[id='feedback.received'], [id='feedback.on_conduct'], [id='feedback.pending']")
    chi.go(REPORT)
    chi.page.locator("#drift summary").click()
    expect(chi.page.locator("#drift").get_by_role("row", name="PAKN tiếp nhận")).to_contain_text("03")
    dung.go(REPORT)
    dung.page.locator("#panel summary", has_text="Mở lại").click()
    dung.page.get_by_label("Lý do").fill("Bổ sung PAKN nhận muộn.")
    dung.page.locator("#panel details[open] button").click()
    dung.sees("Đã mở lại: Báo cáo Quý I/2026.")
    dung.go(DECIDE)
    for kept in ("Đã mở lại", "Đã phê duyệt", "Đã rút lại", "Đã trả lại"):
        expect(dung.page.locator(".trail").get_by_text(kept, exact=True)).to_have_count(1)


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_from_the_first_reading_to_the_signed_copy(visit, tmp_path, javascript):
    chi, dung = (visit(username, javascript=javascript) for username in ("chi", "dung"))
    begin(chi)
    read_and_remark(dung)
    send_back(dung)
    answer(chi)
    change_it_while_it_is_read(chi, dung)
    approve(dung)
    issue_and_sign(chi, tmp_path)
    change_a_figure_and_reopen(chi, dung)


def test_a_note_outlives_the_session_it_was_typed_in(visit):
    begin(visit("chi"))
    dung = visit("dung")
    dung.go(DECIDE)
    note(dung).fill(REASON)
    dung.page.context.clear_cookies()
    press(dung, "Trả lại")
    dung.sees("Phiên đăng nhập đã hết hạn")
    with dung.page.context.expect_page() as opened:
        dung.page.get_by_role("link", name="Đăng nhập ở thẻ mới").click()
    door = opened.value
    door.get_by_label("Tên đăng nhập").fill("dung")
    door.get_by_label("Mật khẩu").fill(PASSWORD)
    door.get_by_role("button", name="Đăng nhập").click()
    door.get_by_role("button", name="Đăng xuất").wait_for()
    press(dung, "Mở lại trang đang sửa")
    expect(note(dung)).to_have_value(REASON)
    press(dung, "Trả lại")
    dung.sees("Đã trả lại: Báo cáo Quý I/2026.")


def test_the_decision_is_one_tap_away_on_a_phone(visit):
    begin(visit("chi"))
    dung = visit("dung", width=390, height=844)
    dung.go(REPORT)
    dung.page.get_by_role("link", name="Xem và quyết định").click()
    expect(dung.page.get_by_role("heading", name="Có thể duyệt")).to_be_in_viewport()
    dung.page.get_by_role("link", name="Quyết định", exact=True).click()
    expect(dung.page.locator("#decision-title")).to_be_in_viewport()
    assert dung.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_remark_shows_only_to_who_points_at_its_paragraph_or_comes_to_it_by_keyboard(visit):
    begin(visit("chi"))
    dung = visit("dung")
    dung.go(REPORT)
    section = dung.page.locator("[id='text.funding']")
    paragraph, mark = section.locator("p").first, section.get_by_role("link", name="Góp ý đoạn này").first
    expect(mark).to_have_css("opacity", "0")
    paragraph.hover()
    expect(mark).to_have_css("opacity", "1")
    dung.page.mouse.move(0, 0)
    expect(mark).to_have_css("opacity", "0")
    section.get_by_role("link", name="Góp ý mục I.4").focus()
    dung.page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    expect(mark).to_have_css("opacity", "1")
