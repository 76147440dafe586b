"""A new office in a real browser: from the first-run page to its first approved report."""

import re

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser

PASSWORD = "mot-mat-khau-dai-1"
FIRST = {
    "unit_code": "VP",
    "unit_name": "Văn phòng HĐND và UBND",
    "full_name": "Quàng Thị Mây",
    "username": "may",
    "password": PASSWORD,
    "again": PASSWORD,
}
OFFICE = {
    "name": "UBND xã Mường Chiên",
    "short_name": "xã Mường Chiên",
    "province": "tỉnh Sơn La",
    "superior": "UBND tỉnh Sơn La",
    "place": "Mường Chiên",
    "addressee": "UBND tỉnh Sơn La",
}
PEOPLE = {"lo": ("Lò Văn Pản", "controller"), "cam": ("Cầm Thị Dín", "director")}
REPORT = "/reports/2026-Q3"


def press(visitor, name):
    visitor.page.get_by_role("button", name=name, exact=True).first.click()


def fill(visitor, texts):
    for name, text in texts.items():
        visitor.page.locator(f"#{name}").fill(text)


def set_up(may):
    may.go("/")
    fill(may, FIRST)
    press(may, "Lập tài khoản quản trị")
    fill(may, OFFICE)
    may.page.locator("#kind").select_option(label="Xã")
    press(may, "Lưu")
    may.sees("Đã lưu")
    for username, (full_name, role) in PEOPLE.items():
        may.go("/users/new")
        fill(may, {"username": username, "full_name": full_name, "password": PASSWORD, "again": PASSWORD})
        may.page.locator("#role").select_option(role)
        may.page.locator("#unit").select_option(label=FIRST["unit_name"])
        press(may, "Thêm người dùng")
        may.sees(f"Đã thêm tài khoản “{username}”.")


def say_that_nothing_happened(lo):
    lo.go("/figures/2026-Q3")
    lo.page.locator("[data-figure]").evaluate_all("(fields) => fields.forEach((field) => (field.value = '0'))")
    press(lo, "Lưu số liệu")
    lo.sees("Đã lưu")
    lo.go("/figures/registers/inspections")
    lo.page.get_by_label("Dùng từ ngày").fill("2026-06-15")
    press(lo, "Lưu")
    lo.sees("Đã lưu ngày bắt đầu dùng sổ kiểm tra.")


def write_the_report(lo):
    lo.go(REPORT)
    press(lo, "Lập báo cáo")
    lo.page.get_by_role("link", name="Xem và xác nhận").first.click()
    press(lo, "Đã đọc, giữ nguyên mọi nội dung chưa chọn")
    lo.sees("Mọi nội dung đã được xác nhận.")
    lo.go(REPORT)
    press(lo, "Trình duyệt")
    lo.page.locator("#panel").get_by_text("Chờ duyệt").first.wait_for()


def approve(cam):
    cam.go("/inbox")
    cam.page.locator("main").get_by_role("link", name="Báo cáo Quý III/2026").first.click()
    press(cam, "Phê duyệt")
    cam.page.locator("main").get_by_text("Đã duyệt bởi").wait_for()
    with cam.page.expect_download() as waiting:
        cam.page.get_by_role("link", name="Tải PDF").click()
    return " ".join(" ".join(page.extract_text() for page in PdfReader(waiting.value.path()).pages).split())


def test_a_new_office_comes_to_its_first_approved_report(arrive):
    may = arrive()
    set_up(may)
    lo, cam = arrive(), arrive(width=390, height=844)
    lo.sign_in("lo", PASSWORD)
    say_that_nothing_happened(lo)
    write_the_report(lo)
    cam.sign_in("cam", PASSWORD)
    text = approve(cam)
    assert "UBND XÃ MƯỜNG CHIÊN" in text and "Kính gửi: UBND tỉnh Sơn La" in text
    assert "DỰ THẢO" not in text and "Chưa xác nhận" not in text
    assert "……" not in re.sub(r"Số: ……|ngày …… tháng …… năm", "", text)
