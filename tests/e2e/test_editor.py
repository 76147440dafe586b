"""The editor of a report's text: figures are chips in the sentence, and what is posted is the plain text."""

import pytest

pytestmark = pytest.mark.browser

EDIT = "/reports/2026-Q1/sections/text.review"
EVERY_MARK = "\n".join(
    [
        "Tiếp nhận {{dossiers.received}} hồ sơ, quá hạn {{ dossiers.resolved_late : chữ }} hồ sơ trong [[kỳ]].",
        "",
        "- một ý, {{dossiers.resolved_late = 12 | Cổng tỉnh chốt muộn: [1] một ngày}};",
        "  - ý thụt vào và  hai dấu cách, {{payments.amount:tiền}}",
        "> chú thích {{phụ lục:II.06b}}; dấu {đơn} [đơn] <b> & \\ “ngoặc”",
        "{{table:dossiers}}",
        "{{sai.tên}}{{dossiers.received}}{{dossiers.received}} [[kỳ tới]]",
        "",
    ]
)


@pytest.fixture
def chi(begun, visit):
    """Somebody at the editor of an empty section, with two figures typed."""
    return at_the_editor(visit("chi"))


def at_the_editor(visitor):
    visitor.go(EDIT)
    return visitor


def box(visitor):
    return visitor.page.get_by_role("textbox", name="Nội dung")


def chips(visitor):
    return visitor.page.locator(".chip").all_inner_texts()


def posted(visitor):
    """What a save would send."""
    return visitor.page.locator("#text").input_value()


def save(visitor):
    visitor.page.get_by_role("button", name="Lưu", exact=True).click()


def write(visitor, text):
    box(visitor).click()
    visitor.page.keyboard.type(text)


def paste(visitor, text):
    visitor.page.evaluate(
        """text => {
            const content = document.querySelector(".mark-editor").shadowRoot.querySelector(".cm-content");
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def test_what_is_pasted_is_posted_as_it_is_and_seen_with_its_values(chi):
    box(chi).click()
    paste(chi, EVERY_MARK.replace("\n", "\r\n"))
    assert posted(chi) == EVERY_MARK
    assert chips(chi) == [
        *("1.568", "mười một", "Quý I/2026", "12", "……", "Biểu số II.06b"),
        *("Kết quả giải quyết hồ sơ TTHC", "1.568", "1.568", "9 tháng cuối năm 2026"),
    ]
    assert chi.page.locator(".wrong").all_inner_texts() == ["{{sai.tên}}"]
    chi.page.keyboard.press("Control+z")
    assert posted(chi) == "" and chips(chi) == []
    chi.page.keyboard.press("Control+y")
    assert posted(chi) == EVERY_MARK


def test_what_was_stored_without_scripts_is_opened_and_stored_again_unchanged(begun, visit):
    text = EVERY_MARK.replace("{{sai.tên}}", "").strip()
    plain = at_the_editor(visit("chi", javascript=False))
    box(plain).fill(text)
    save(plain)
    chi = visit("chi")
    chi.go(EDIT)
    assert posted(chi) == text
    box(chi).click()
    chi.page.keyboard.press("Control+End")
    chi.page.keyboard.type("Hết.")
    save(chi)
    chi.page.locator(".report").wait_for()
    plain.go(EDIT)
    assert box(plain).input_value() == text + "Hết."


def test_a_typed_mark_becomes_a_chip_that_is_deleted_like_one_letter(chi):
    write(chi, "Quá hạn {{dossiers.resolved_late}}")
    assert chips(chi) == ["11"]
    chi.page.keyboard.type("!")
    chi.page.wait_for_timeout(600)  # what is done in quick succession is undone together
    for _ in range(2):
        chi.page.keyboard.press("Backspace")
    assert posted(chi) == "Quá hạn " and chips(chi) == []
    chi.page.keyboard.press("Control+z")
    assert chips(chi) == ["11"]


def test_the_cursor_steps_over_a_chip_and_is_told_what_it_is(chi):
    write(chi, "{{dossiers.resolved_late}} hồ sơ")
    chi.page.keyboard.press("Home")
    status = chi.page.get_by_role("status").get_by_text("Giải quyết quá hạn: 11 hồ sơ")
    status.wait_for()
    chi.page.keyboard.press("ArrowRight")
    chi.page.keyboard.type("+")
    assert posted(chi) == "{{dossiers.resolved_late}}+ hồ sơ"


def test_a_chip_is_opened_to_be_given_a_value_of_its_own(chi):
    write(chi, "{{dossiers.resolved_late}}")
    chi.page.keyboard.press("F2")
    assert chips(chi) == []
    chi.page.keyboard.type(" = 12 | Cổng tỉnh chốt muộn")
    chi.page.keyboard.press("End")
    assert posted(chi) == "{{dossiers.resolved_late = 12 | Cổng tỉnh chốt muộn}}"
    assert chips(chi) == ["12"]
    assert "theo số liệu: 11 hồ sơ" in chi.page.locator(".chip.one-off").get_attribute("title")
    save(chi)
    figure = chi.page.locator("a.one-off")
    figure.wait_for()
    assert "Cổng tỉnh chốt muộn" in figure.get_attribute("title")
    figure.click()
    chi.sees("Ai đã nhập")


def test_a_button_writes_all_of_a_value_of_its_own_but_the_reason(chi):
    write(chi, "[[kỳ]] {{dossiers.resolved_late:chữ}}")
    chi.page.get_by_role("button", name="Ghi giá trị riêng").click()
    assert posted(chi) == "[[kỳ]] {{dossiers.resolved_late:chữ = 11 | }}"
    assert chi.page.locator(".wrong").count() == 1
    chi.page.keyboard.type("Cổng chốt muộn")
    chi.page.keyboard.press("Home")
    chi.page.keyboard.press("ArrowRight")
    assert chips(chi) == ["Quý I/2026", "11"]
    assert chi.page.get_by_role("button", name="Ghi giá trị riêng").count() == 0


def test_a_figure_is_found_without_diacritics_and_put_where_the_cursor_is(chi):
    write(chi, "Có  hồ sơ")
    for _ in range(6):
        chi.page.keyboard.press("ArrowLeft")
    chi.page.keyboard.type("{{giai quyet qua han")
    option = chi.page.get_by_role("option", name="Giải quyết quá hạn: 11 hồ sơ")
    option.wait_for()
    assert box(chi).get_attribute("aria-controls")
    chi.page.wait_for_timeout(150)  # what is typed at once after the list opens is not taken for a choice
    chi.page.keyboard.press("Enter")
    assert posted(chi) == "Có {{dossiers.resolved_late}} hồ sơ"


def test_after_a_colon_the_list_offers_the_other_formats(chi):
    write(chi, "{{giai quyet qua han:chu")
    chi.page.get_by_role("option", name="Giải quyết quá hạn: mười một hồ sơ").click()
    assert posted(chi) == "{{dossiers.resolved_late:chữ}}" and chips(chi) == ["mười một"]


def test_the_button_opens_the_list(chi):
    chi.page.get_by_role("button", name="Chèn số liệu").click()
    chi.page.get_by_role("option").first.wait_for()
    chi.page.keyboard.type("[")
    assert posted(chi) == "{{["


def test_the_list_below_is_narrowed_and_inserts_too(chi):
    write(chi, "Có ")
    chi.page.get_by_text("Số liệu, bảng và tên kỳ").click()
    chi.page.get_by_label("Tìm theo tên số liệu").fill("quá hạn")
    chi.page.keyboard.press("Enter")
    rows = chi.page.locator("#offers tr[data-mark]:visible")
    assert 0 < rows.count() < chi.page.locator("#offers tr[data-mark]").count() / 2
    chi.page.get_by_role("button", name="Chèn Giải quyết quá hạn, {{dossiers.resolved_late}}").click()
    chi.page.keyboard.type(" hồ sơ")
    assert posted(chi) == "Có {{dossiers.resolved_late}} hồ sơ"


def test_the_preview_follows_what_is_typed(chi):
    write(chi, "Nhận {{dossiers.received}} hồ sơ, {{dossiers.receved}}.")
    chi.page.locator("#preview .report").get_by_text("Nhận 1.568 hồ sơ").wait_for()
    chi.page.locator("#preview").get_by_text("Hãy viết “dossiers.received”").wait_for()


def test_the_label_leads_to_the_editor(chi):
    chi.page.locator("label[for=text]").click()
    chi.page.keyboard.type("chữ")
    assert posted(chi) == "chữ"


def test_the_keyboard_leaves_the_editor_as_it_leaves_any_field(chi):
    box(chi).click()
    chi.page.keyboard.press("Tab")
    assert chi.page.get_by_role("button", name="Chèn số liệu").evaluate("it => it === document.activeElement")


def test_a_refused_text_is_still_there_and_the_refusal_leads_to_the_editor(chi):
    write(chi, "Có {{dossiers.receved}} hồ sơ")
    save(chi)
    chi.sees("Chưa lưu được")
    assert posted(chi) == "Có {{dossiers.receved}} hồ sơ"
    chi.page.get_by_role("link", name="Nội dung", exact=True).click()
    chi.page.keyboard.press("Control+End")
    chi.page.keyboard.type(".")
    assert posted(chi) == "Có {{dossiers.receved}} hồ sơ."


def test_on_a_telephone_nothing_is_wider_than_the_screen(begun, visit):
    chi = at_the_editor(visit("chi", width=390, height=844))
    write(chi, "{{qua han")
    chi.page.get_by_role("option").first.wait_for()
    chi.page.get_by_text("Số liệu, bảng và tên kỳ").click()
    assert chi.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_without_scripts_the_list_is_narrowed_and_what_was_typed_is_kept(begun, visit):
    chi = at_the_editor(visit("chi", javascript=False))
    box(chi).fill("Đang viết dở {{dossiers.received}}")
    chi.page.get_by_text("Số liệu, bảng và tên kỳ").click()
    chi.page.get_by_label("Tìm theo tên số liệu").fill("qua han")
    chi.page.keyboard.press("Enter")
    chi.page.get_by_text("{{dossiers.resolved_late}}", exact=True).wait_for()
    assert chi.page.get_by_text("{{staff.total}}", exact=True).count() == 0
    assert box(chi).input_value() == "Đang viết dở {{dossiers.received}}"
    chi.go(EDIT)
    assert box(chi).input_value() == ""
