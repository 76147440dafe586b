"""Typing the figures of a period, in a real browser."""

import pytest

pytestmark = pytest.mark.browser

BALANCE = {"opening": "69", "received": "1568", "resolved": "1488", "pending": "41", "rejected": "44", "paused": "0"}


def field(visitor, name):
    return visitor.page.locator(f"[id='{name}']")


def focused(visitor):
    return visitor.page.evaluate("document.activeElement.id")


@pytest.mark.parametrize("width", [1366, 390])
def test_sums_follow_the_typing_and_the_typing_is_not_disturbed(visit, width):
    chi = visit("chi", width=width)
    chi.go("/figures/2026-Q1")
    for name, text in BALANCE.items():
        field(chi, f"dossiers.{name}").fill(text)
    chi.sees("= 1.573: thiếu 64.")
    assert focused(chi) == "dossiers.paused"
    field(chi, "dossiers.paused").fill("64")
    chi.sees("đều khớp")
    assert focused(chi) == "dossiers.paused"
    assert field(chi, "dossiers.received").input_value() == "1.568"
    assert chi.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    chi.page.get_by_role("button", name="Lưu số liệu").click()
    chi.sees("Đã lưu 6 số liệu của Quý I/2026.")


def test_a_refused_page_keeps_the_focus_where_one_goes_on_typing(visit):
    chi = visit("chi")
    chi.go("/figures/2026-Q1")
    field(chi, "staff.desk").fill("bốn")
    chi.page.get_by_role("button", name="Lưu số liệu").click()
    chi.sees("Chưa lưu được.")
    field(chi, "staff.desk").fill("4")
    chi.sees("Còn thiếu 91/92")
    assert focused(chi) == "staff.desk"


def test_enter_goes_on_to_the_next_figure_and_shows_it_plain(visit):
    chi = visit("chi")
    chi.go("/figures/2026-Q1")
    field(chi, "dossiers.received").fill("1568")
    field(chi, "dossiers.received").press("Enter")
    assert focused(chi) == "dossiers.received_online"
    field(chi, "dossiers.received").focus()
    assert field(chi, "dossiers.received").input_value() == "1568"
    assert chi.page.url.endswith("/figures/2026-Q1")


def test_leaving_with_figures_not_saved_is_asked_about(visit):
    chi = visit("chi")
    chi.go("/figures/2026-Q1")
    field(chi, "staff.desk").press_sequentially("4")
    asked = []
    chi.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    chi.page.get_by_role("link", name="Quý II/2026").click()
    chi.page.wait_for_timeout(300)
    assert asked == ["beforeunload"] and chi.page.url.endswith("/figures/2026-Q1")
    assert field(chi, "staff.desk").input_value() == "4"
    chi.page.get_by_role("button", name="Lưu số liệu").click()
    chi.sees("Đã lưu 1 số liệu")
    assert asked == ["beforeunload"]


def test_leaving_a_refused_page_is_asked_about_too(visit):
    chi = visit("chi")
    chi.go("/figures/2026-Q1")
    field(chi, "staff.desk").fill("bốn")
    chi.page.get_by_role("button", name="Lưu số liệu").click()
    chi.sees("Chưa lưu được.")
    asked = []
    chi.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    field(chi, "staff.total").click()
    chi.page.get_by_role("link", name="Quý II/2026").click()
    chi.page.get_by_role("heading", name="Số liệu Quý II/2026").wait_for()
    assert asked == ["beforeunload"]


def test_without_scripts_sums_are_checked_by_a_button_and_enter_saves(visit):
    chi = visit("chi", javascript=False)
    chi.go("/figures/2026-Q1")
    for name, text in BALANCE.items():
        field(chi, f"dossiers.{name}").fill(text)
    chi.page.locator("button[formaction]").click()
    chi.sees("chưa lưu")
    chi.sees("= 1.573: thiếu 64.")
    field(chi, "dossiers.paused").fill("64")
    field(chi, "dossiers.paused").press("Enter")
    chi.sees("Đã lưu 6 số liệu của Quý I/2026.")
