"""Pages and parts: one address, two shapes; and what every answer says to the browser."""

import pytest

from intranet.kernel.page import own_address, part_wanted, target

PART = {"HX-Request": "true", "HX-Target": "panel"}


def test_a_page_says_that_it_depends_on_htmx_headers(stranger):
    assert {"HX-Request", "HX-Target"} <= set(stranger.get("/login").vary)


def test_every_answer_protects_itself(stranger):
    for address in ("/login", "/nowhere", "/healthz"):
        headers = stranger.get(address).headers
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_scripts_run_only_by_the_nonce_of_their_own_page(stranger):
    first, second = stranger.get("/login"), stranger.get("/login")
    nonce = first.headers["Content-Security-Policy"].split("'nonce-")[1].split("'")[0]
    assert first.text.count(f'nonce="{nonce}"') == first.text.count("<script") > 0
    assert nonce not in second.text


def test_static_files_are_kept_for_a_year_and_renamed_by_content(app, stranger):
    address = stranger.get("/login").text.split('rel="stylesheet" href="')[1].split('"')[0]
    assert "?v=" in address
    with app.test_client().get(address) as answer:
        assert answer.status_code == 200 and "max-age=31536000" in answer.headers["Cache-Control"]


def test_an_expired_session_is_told_without_losing_what_was_typed(stranger):
    typed = "Một đoạn văn dài mà không ai muốn gõ lại lần thứ hai"
    answer = stranger.post("/users/new", data={"full_name": typed, "password": "bí mật rất dài không được hiện ra"})
    assert answer.status_code == 401 and typed in answer.text and "bí mật" not in answer.text
    part = stranger.post("/records/1/submit", data={"note": typed}, headers=PART)
    assert part.status_code == 401 and part.headers["HX-Reswap"] == "none"
    assert '<div id="notices" role="alert" hx-swap-oob="true">' in part.text


def test_cookies_are_secure_exactly_over_https(stranger):
    form = {"username": "an", "password": "mat-khau-1"}
    plain = stranger.post("/login", data=form)
    assert "Secure" not in plain.headers["Set-Cookie"] and "HttpOnly" in plain.headers["Set-Cookie"]
    secure = stranger.post("/login", data=form, base_url="https://localhost")
    assert "Secure" in secure.headers["Set-Cookie"] and "SameSite=Lax" in secure.headers["Set-Cookie"]


def test_what_is_not_there_is_said_in_vietnamese(stranger):
    answer = stranger.get("/khong-co")
    assert answer.status_code == 404 and "Không tìm thấy trang" in answer.text


def test_too_much_at_once_is_refused_with_what_to_do(app, stranger):
    app.config["MAX_CONTENT_LENGTH"] = 1000
    answer = stranger.post("/login", data={"username": "x" * 2000})
    assert answer.status_code == 413 and "quá lớn" in answer.text


@pytest.mark.parametrize("address", ["https://a.vn", "//a.vn", "/\\a.vn", "javascript:alert(1)", "a", "", None])
def test_only_addresses_of_this_site_are_followed(address):
    assert own_address(address) is None


def test_an_address_of_this_site_is_followed():
    assert own_address("/inspections/?q=a") == "/inspections/?q=a"


@pytest.mark.parametrize(
    ("name", "found", "part"),
    [
        ("panel", ("panel", None), "records/_panel.html"),
        ("item-12", ("item", 12), "inspections/_item.html"),
        ("item-", ("item-", None), None),
        ("item-1234567890", ("item-1234567890", None), None),
        ("../item-1", ("../item", 1), None),
        ("", ("", None), None),
    ],
)
def test_a_target_names_a_part_and_which_of_several(app, name, found, part):
    with app.test_request_context(headers={"HX-Request": "true", "HX-Target": name}):
        assert target() == found
        assert part_wanted(("records/_panel.html", "inspections/_item.html")) == part


def test_without_htmx_no_part_is_wanted(app):
    with app.test_request_context(headers={"HX-Target": "item-12"}):
        assert target() == ("", None)
