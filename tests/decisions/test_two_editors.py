"""Two editors, two tabs, a session that ends: no save puts aside what somebody wrote."""

import html
import re

import pytest
from factories import PASSWORD, a_report, a_user, waive_errors
from sqlalchemy.exc import IntegrityError

from intranet.accounts.models import Role
from intranet.decisions import operations
from intranet.kernel.db import db
from intranet.records import operations as records
from intranet.reports.models import Report

KEY = "text.funding"
SECTION = f"/reports/2026-Q1/sections/{KEY}"
FIRST, SECOND, THIRD = "Kinh phí chi cho kiểm tra.", "Kinh phí chi cho tập huấn.", "Kinh phí chi cho niêm yết."
BASE = "\n".join([FIRST, SECOND, THIRD])


def kept():
    return db.session.query(Report).one().section(KEY)


@pytest.fixture
def report(cast):
    report = a_report(cast("chi"))
    operations.edit_section(report, KEY, BASE, 0, cast("chi"))
    return report


@pytest.fixture
def em(cast):
    """A second controller."""
    return a_user("em", Role.CONTROLLER, cast("chi").unit)


def opened(page) -> dict[str, str]:
    """The form as a page shows it, to be sent."""
    fields = re.findall(r'<input[^>]* name="(version|base|csrf_token)"[^>]* value="([^"]*)"', page.text)
    text = re.findall(r'<textarea[^>]* name="(text)"[^>]*>\s*(.*?)</textarea>', page.text, re.S)
    return {name: html.unescape(value) for name, value in [*fields, *text]}


def save(client, form, **typed):
    return client.post(SECTION, data=form | typed)


# Two editors.


def test_the_editor_carries_the_text_it_was_opened_with(as_user, report):
    form = opened(as_user("chi").get(SECTION))
    assert (form["text"], form["base"].splitlines(), form["version"]) == (BASE, BASE.splitlines(), "1")


def test_two_editors_of_different_paragraphs_are_brought_together(as_user, cast, report, em):
    one, other = as_user("chi"), as_user("em")
    form, others = opened(one.get(SECTION)), opened(other.get(SECTION))
    assert save(one, form, text=BASE.replace(FIRST, "Đã chi đủ cho kiểm tra.")).status_code == 303
    answer = save(other, others, text=BASE.replace(THIRD, "Chưa chi cho niêm yết."))
    assert answer.status_code == 409 and f"{cast('chi').full_name} vừa lưu mục này" in answer.text
    proposal = opened(answer)
    assert proposal["text"] == "\n".join(["Đã chi đủ cho kiểm tra.", SECOND, "Chưa chi cho niêm yết."])
    assert "cả hai cùng sửa" not in answer.text
    assert kept().text == BASE.replace(FIRST, "Đã chi đủ cho kiểm tra.")
    assert save(other, proposal).status_code == 303
    assert kept().text == proposal["text"]
    assert kept().edited_by.username == "em"


def test_two_editors_of_one_paragraph_see_both_and_nothing_is_lost(as_user, report, em):
    one, other = as_user("chi"), as_user("em")
    form, others = opened(one.get(SECTION)), opened(other.get(SECTION))
    save(one, form, text=BASE.replace(SECOND, "Của người thứ nhất."))
    answer = save(other, others, text=BASE.replace(SECOND, "Của người thứ hai."))
    assert answer.status_code == 409 and "Có 1 chỗ cả hai cùng sửa" in answer.text
    assert opened(answer)["text"] == "\n".join([FIRST, "Của người thứ nhất.", "Của người thứ hai.", THIRD])
    assert answer.text.count("Của người thứ nhất.") >= 3, "in the proposal, beside the other one, and in the whole text"
    assert save(other, opened(answer), text=BASE.replace(SECOND, "Của cả hai.")).status_code == 303
    assert kept().text == BASE.replace(SECOND, "Của cả hai.")


def test_a_third_save_in_between_is_brought_in_as_well(as_user, cast, report, em):
    other = as_user("em")
    form = opened(other.get(SECTION))
    operations.edit_section(report, KEY, f"{BASE}\nMột.", 1, cast("chi"))
    proposal = opened(save(other, form, text=f"Của em.\n{BASE}"))
    operations.edit_section(report, KEY, f"{BASE}\nMột.\nHai.", 2, cast("chi"))
    again = save(other, proposal)
    assert again.status_code == 409
    assert opened(again)["text"] == f"Của em.\n{BASE}\nMột.\nHai."


def test_two_tabs_of_one_person_are_two_editors(as_user, report):
    client = as_user("chi")
    tab, other_tab = opened(client.get(SECTION)), opened(client.get(SECTION))
    assert save(client, tab, text=f"{BASE}\nTừ thẻ một.").status_code == 303
    answer = save(client, other_tab, text=f"Từ thẻ hai.\n{BASE}")
    assert answer.status_code == 409
    assert opened(answer)["text"] == f"Từ thẻ hai.\n{BASE}\nTừ thẻ một."


def test_two_who_begin_from_the_composed_text_are_brought_together(as_user, cast, em):
    a_report(cast("chi"))
    one, other = as_user("chi"), as_user("em")
    form, others = opened(one.get(SECTION)), opened(other.get(SECTION))
    assert form["version"] == "0"
    save(one, form, text=f"{form['text']}\nMột.")
    answer = save(other, others, text=f"Hai.\n{form['text']}")
    assert answer.status_code == 409
    assert opened(answer)["text"] == f"Hai.\n{form['text']}\nMột."


def test_the_same_text_saved_twice_is_no_conflict(as_user, report):
    client = as_user("chi")
    form = opened(client.get(SECTION))
    for _ in range(2):
        assert save(client, form, text="Một lời văn.").status_code == 303
    assert kept().version == 2


def test_two_first_saves_at_the_very_same_moment_are_brought_together(as_user, cast, monkeypatch):
    a_report(cast("chi"))
    client = as_user("chi")
    form = opened(client.get(SECTION))

    def the_database_takes_only_one(*arguments):
        raise IntegrityError("INSERT", {}, Exception("UNIQUE constraint failed"))

    monkeypatch.setattr(operations, "edit_section", the_database_takes_only_one)
    answer = save(client, form, text=f"Của tôi.\n{form['text']}")
    assert answer.status_code == 409 and opened(answer)["text"] == f"Của tôi.\n{form['text']}"


def test_a_text_given_up_meanwhile_is_not_written_over_without_a_word(as_user, cast, report):
    client = as_user("chi")
    form = opened(client.get(SECTION))
    operations.take_composed(report, KEY, 1, cast("chi"))
    answer = save(client, form, text=f"{BASE}\nCủa tôi.")
    assert answer.status_code == 409 and "trả về bản soạn tự động" in answer.text
    assert "Của tôi." in opened(answer)["text"] and kept() is None
    assert save(client, opened(answer)).status_code == 303


def test_a_text_given_up_and_written_anew_under_the_same_version_is_not_overwritten(as_user, cast, report):
    client = as_user("chi")
    form = opened(client.get(SECTION))
    operations.take_composed(report, KEY, 1, cast("chi"))
    operations.edit_section(report, KEY, "Người khác viết.", 0, cast("chi"))
    assert kept().version == int(form["version"])
    assert save(client, form, text=f"{BASE}\nCủa tôi.").status_code == 409
    assert kept().text == "Người khác viết."


def test_a_preview_keeps_what_the_editor_was_opened_with(as_user, report):
    client = as_user("chi")
    form = opened(client.get(SECTION))
    looked = opened(client.post(f"{SECTION}/preview", data=form | {"text": "Đang viết."}))
    assert (looked["text"], looked["version"]) == ("Đang viết.", "1")
    assert looked["base"].splitlines() == BASE.splitlines()


# A report that was submitted meanwhile.


def test_a_text_typed_while_the_report_was_submitted_is_refused_and_still_on_the_page(as_user, cast, report):
    client = as_user("chi")
    form = opened(client.get(SECTION))
    waive_errors(report, cast("chi"))
    records.act(report, "submit", cast("chi"))
    for path in (SECTION, f"{SECTION}/preview"):
        answer = client.post(path, data=form | {"text": "Muộn."})
        assert opened(answer)["text"] == "Muộn."
    answer = save(client, form, text="Muộn.")
    assert answer.status_code == 422 and "Hãy rút lại" in answer.text
    assert kept().text == BASE
    records.act(db.session.query(Report).one(), "withdraw", cast("chi"))
    assert save(client, opened(answer)).status_code == 303
    assert kept().text == "Muộn."


# A session that ended.


@pytest.fixture
def guarded(app):
    app.config["WTF_CSRF_ENABLED"] = True


def sign_in(client, username="chi"):
    page = client.get("/login")
    token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page.text)[1]
    answer = client.post("/login", data={"username": username, "password": PASSWORD, "csrf_token": token})
    assert answer.status_code == 303


def hidden_fields(page) -> dict[str, str]:
    main = page.text.split("<main")[1]
    found = re.findall(r'<input type="hidden" name="([\w.]+)" value="([^"]*)">', main)
    return {name: html.unescape(value) for name, value in found}


def test_a_save_after_the_sign_in_expired_is_opened_again_as_it_was_typed(guarded, stranger, report):
    sign_in(stranger)
    form = opened(stranger.get(SECTION))
    stranger.delete_cookie("session")
    answer = save(stranger, form, text="Ngắn.")
    assert answer.status_code == 401 and "Đăng nhập ở thẻ mới" in answer.text and kept().text == BASE
    sent = hidden_fields(answer)
    assert (sent["text"], sent["version"]) == ("Ngắn.", "1")
    sign_in(stranger)
    again = stranger.post(SECTION, data=sent)
    assert again.status_code == 400 and "chưa lưu" in again.text
    assert opened(again)["text"] == "Ngắn." and kept().text == BASE
    assert save(stranger, opened(again)).status_code == 303
    assert kept().text == "Ngắn."


def test_who_is_still_signed_out_is_asked_again_and_nothing_is_lost(guarded, stranger, report):
    answer = stranger.post(SECTION, data={"text": "Ngắn.", "version": 1, "base": BASE})
    again = stranger.post(SECTION, data=hidden_fields(answer))
    assert again.status_code == 401 and hidden_fields(again)["text"] == "Ngắn."


def test_what_somebody_saved_while_one_signed_in_again_is_brought_in(guarded, stranger, cast, report):
    sign_in(stranger)
    form = opened(stranger.get(SECTION))
    stranger.delete_cookie("session")
    sent = hidden_fields(save(stranger, form, text=f"Của tôi.\n{BASE}"))
    operations.edit_section(report, KEY, f"{BASE}\nCủa người khác.", 1, cast("chi"))
    sign_in(stranger)
    answer = save(stranger, opened(stranger.post(SECTION, data=sent)))
    assert answer.status_code == 409
    assert opened(answer)["text"] == f"Của tôi.\n{BASE}\nCủa người khác."


def test_a_token_that_expired_opens_the_editor_as_it_was_typed(guarded, as_user, report):
    client = as_user("chi")
    form = opened(client.get(SECTION)) | {"csrf_token": "hết hạn"}
    for path in (SECTION, f"{SECTION}/preview"):
        answer = client.post(path, data=form | {"text": "Ngắn."})
        assert answer.status_code == 400 and opened(answer)["text"] == "Ngắn."
    assert kept().text == BASE
    assert save(client, opened(answer)).status_code == 303


def test_a_token_that_expired_opens_nothing_for_who_may_not_edit(guarded, as_user, report):
    for username in ("an", "dung"):
        answer = as_user(username).post(SECTION, data={"text": "Một lời văn dài hơn hai mươi chữ cái."})
        assert answer.status_code == 400 and 'name="text"' not in answer.text
        assert "Một lời văn dài hơn" in answer.text
    missing = as_user("chi").post(f"{SECTION}.nowhere", data={"text": "Một lời văn dài hơn hai mươi chữ cái."})
    assert missing.status_code == 400 and "Một lời văn dài hơn" in missing.text
