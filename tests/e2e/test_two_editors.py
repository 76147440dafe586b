"""A section edited by two people, and by one whose session ends: in a real browser, nothing typed is lost."""

import pytest
from factories import PASSWORD

pytestmark = pytest.mark.browser

SECTION = "/reports/2026-Q1/sections/text.funding"
BEFORE, AFTER = "Viết trước lời văn chung.", "Viết sau lời văn chung."


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def chi(begun, visit, request):
    """The controller, at a section of the quarter's report, which is begun."""
    visitor = visit("chi", javascript=request.param)
    visitor.go(SECTION)
    return visitor


def editor(page):
    """Where one types: the editor with chips, or the field where no script runs."""
    chips = page.locator(".mark-editor .cm-content")
    return chips if chips.count() else page.locator("#text")


def add(page, sentence: str, at: str) -> None:
    editor(page).press(f"Control+{at}")
    if at == "End":
        page.keyboard.press("Enter")
    page.keyboard.insert_text(sentence)
    if at == "Home":
        page.keyboard.press("Enter")


def save(page) -> None:
    page.get_by_role("button", name="Lưu", exact=True).click()


def sign_in_again(context, site: str) -> None:
    door = context.new_page()
    door.goto(f"{site}/login")
    door.get_by_label("Tên đăng nhập").fill("chi")
    door.get_by_label("Mật khẩu").fill(PASSWORD)
    door.get_by_role("button", name="Đăng nhập").click()
    door.get_by_role("button", name="Đăng xuất").wait_for()
    door.close()


def test_two_tabs_that_edit_one_section_are_brought_together(chi):
    tab, other = chi.page, chi.page.context.new_page()
    other.goto(chi.site + SECTION)
    add(tab, BEFORE, "Home")
    save(tab)
    chi.sees(BEFORE)
    add(other, AFTER, "End")
    save(other)
    other.get_by_text("bản gộp của hai bên").wait_for()
    assert BEFORE in other.locator("#text").input_value() and AFTER in other.locator("#text").input_value()
    save(other)
    other.wait_for_url("**/reports/2026-Q1#*")
    section = other.locator("[id='text.funding']")
    assert section.get_by_text(BEFORE).count() == section.get_by_text(AFTER).count() == 1


def test_what_was_typed_before_the_session_ended_is_opened_again_and_saved(chi):
    page, context = chi.page, chi.page.context
    add(page, AFTER, "End")
    context.clear_cookies()
    save(page)
    page.get_by_role("heading", name="Phiên đăng nhập đã hết hạn").wait_for()
    sign_in_again(context, chi.site)
    page.get_by_role("button", name="Mở lại trang đang sửa").click()
    page.get_by_text("Nội dung bạn viết còn nguyên nhưng chưa lưu").wait_for()
    assert AFTER in page.locator("#text").input_value()
    save(page)
    page.wait_for_url("**/reports/2026-Q1#*")
    chi.sees(AFTER)
