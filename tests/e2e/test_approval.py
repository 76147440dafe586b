"""How a report is decided on, in a real browser: remarked, sent back, changed, read again, approved, signed."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

REPORT = "/reports/2026-Q1"
FUNDING = f"{REPORT}/sections/text.funding"
REMARK = "Nêu rõ nguồn kinh phí."
ANSWER = "Kinh phí lấy từ dự toán chi thường xuyên của phường."


def press(visitor, name):
    visitor.page.get_by_role("button", name=name, exact=True).click()


def begin(chi):
    """A quarter in which nothing happened: every figure is 0."""
    chi.go("/figures/2026-Q1")
    for field in chi.page.locator("[data-figure]").all():
        field.fill("0")
    press(chi, "Lưu số liệu")
    chi.sees("Đã lưu")
    chi.go(REPORT)
    press(chi, "Lập báo cáo")
    chi.sees("Bản nháp")
    submit(chi)


def submit(chi):
    chi.go(REPORT)
    press(chi, "Trình duyệt")
    chi.page.locator("#panel").get_by_text("Chờ duyệt").first.wait_for()


def remark_and_send_back(dung):
    dung.go("/inbox")
    dung.page.get_by_role("link", name="Báo cáo Quý I/2026").first.click()
    dung.page.get_by_role("heading", name="Duyệt báo cáo Quý I/2026").wait_for()
    press(dung, "Tôi đã đọc báo cáo")
    dung.sees("Đã ghi nhận: bạn đã đọc các thay đổi.")
    dung.page.get_by_role("link", name="Đọc toàn văn").click()
    dung.page.locator("[id='text.funding']").get_by_role("link", name="Góp ý mục 4").click()
    dung.page.get_by_label("Nội dung góp ý").fill(REMARK)
    press(dung, "Gửi góp ý")
    dung.sees("Đã ghi góp ý.")
    dung.go(f"{REPORT}/decide")
    dung.sees("Góp ý chưa xử lý (1)")
    dung.page.get_by_label("Lý do trả lại").fill("Xem góp ý về kinh phí.")
    press(dung, "Trả lại")
    dung.sees("Bị trả lại")


def answer(chi):
    chi.go(FUNDING)
    typed = chi.page.locator(".mark-editor .cm-content")
    (typed if typed.count() else chi.page.locator("#text")).fill(ANSWER)
    press(chi, "Lưu")
    thread = chi.page.locator(".thread", has_text=REMARK)
    thread.get_by_text("Đánh dấu đã xử lý").click()
    thread.get_by_label("Đã xử lý thế nào").fill("Đã nêu.")
    press(chi, "Đã xử lý")
    chi.sees("Đã đánh dấu góp ý là đã xử lý.")
    submit(chi)


def see_what_changed_and_approve(dung):
    dung.go(f"{REPORT}/decide")
    changes = dung.page.locator("#changes")
    changes.get_by_text("Kinh phí lấy từ dự toán").first.wait_for()
    dung.sees("Góp ý chưa xử lý (0)")
    press(dung, "Phê duyệt")
    dung.sees("Đã duyệt")


def sign(chi, folder):
    chi.go(REPORT)
    with chi.page.expect_download() as waiting:
        chi.page.get_by_role("link", name="Tải PDF").click()
    paper = folder / "bao-cao-da-ky.pdf"
    waiting.value.save_as(paper)
    chi.go(f"{REPORT}/signed")
    chi.page.locator("[name=file]").set_input_files(paper)
    press(chi, "Đính kèm và đối chiếu")
    chi.sees("Mọi đề mục, đoạn văn và dòng bảng của báo cáo đã duyệt đều có trong bản đã ký")


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_from_the_first_reading_to_the_signed_copy(visit, tmp_path, javascript):
    chi, dung = (visit(username, javascript=javascript) for username in ("chi", "dung"))
    begin(chi)
    remark_and_send_back(dung)
    answer(chi)
    see_what_changed_and_approve(dung)
    sign(chi, tmp_path)


def test_the_decision_is_one_tap_away_on_a_phone(visit):
    begin(visit("chi"))
    dung = visit("dung", width=390, height=844)
    dung.go(f"{REPORT}/decide")
    dung.page.locator(".problems-summary").wait_for()
    dung.page.get_by_role("link", name="Quyết định", exact=True).click()
    expect(dung.page.locator("#decision-title")).to_be_in_viewport()
    assert dung.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
