"""Composing a section anew: the officer's text and the new one brought together, nothing of either lost."""

import re

import pytest
from factories import a_report, a_submitted_report, a_user, typed_figures
from sqlalchemy.orm.exc import StaleDataError

from intranet.accounts.models import Role
from intranet.decisions import operations
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.reports.awaited import outdated
from intranet.reports.current import current_report
from intranet.reports.merging import merge
from intranet.reports.models import Report

Q1 = Period.parse("2026-Q1")
SECTION = "/reports/2026-Q1/sections/dossiers"
NOTHING_NEW = "Trong kỳ không tiếp nhận hồ sơ mới"
ADDED = "Phường bố trí thêm một quầy tiếp nhận."


def composed() -> str:
    return current_report(Q1).composed["dossiers"]


def kept():
    return db.session.query(Report).one().section("dossiers")


@pytest.fixture
def edited(cast):
    """A report whose officer has added a paragraph to a composed section."""
    typed_figures("2026-Q1", cast("chi"), dossiers__received=5)
    report, chi = a_report(cast("chi")), cast("chi")
    operations.edit_section(report, "dossiers", f"{composed()}\n{ADDED}", 0, chi)
    return report


def the_system_writes_otherwise(cast) -> None:
    typed_figures("2026-Q1", cast("chi"), dossiers__received=0)


def hidden(page) -> dict[str, str]:
    return dict(re.findall(r'name="(version|merge)" value="(\w+)"', page.text))


def radios(page) -> list[str]:
    return list(dict.fromkeys(re.findall(r'type="radio" name="(\w+)"', page.text)))


# What is kept.


def test_a_text_remembers_what_it_grew_from_however_often_it_is_saved(edited, cast):
    grew_from = composed()
    the_system_writes_otherwise(cast)
    operations.edit_section(edited, "dossiers", f"{grew_from}\n{ADDED} Sửa lại.", 1, cast("chi"))
    assert kept().composed == grew_from != composed()
    assert outdated(current_report(Q1)) == {"dossiers"}


def test_a_text_grows_from_what_its_editor_was_opened_with(cast):
    report, opened = a_report(cast("chi")), composed()
    the_system_writes_otherwise(cast)
    operations.edit_section(report, "dossiers", f"{opened}\n{ADDED}", 0, cast("chi"), base=opened)
    assert kept().composed == opened
    assert outdated(current_report(Q1)) == {"dossiers"}


def test_the_merged_text_is_kept_and_leaves_old_and_new_in_the_trail(edited, cast):
    the_system_writes_otherwise(cast)
    old, new = kept().text, f"{composed()}\n{ADDED}"
    operations.take_merged(edited, "dossiers", new, 1, cast("chi"))
    assert (kept().text, kept().composed) == (new, composed())
    assert outdated(current_report(Q1)) == frozenset()
    assert edited.trail[0].summary.startswith("Đã gộp bản soạn mới vào mục 5.")
    assert edited.trail[0].changes == [["Nội dung", old, new]]


def test_keeping_all_of_ones_own_is_a_decision_too(edited, cast):
    the_system_writes_otherwise(cast)
    operations.take_merged(edited, "dossiers", kept().text, 1, cast("chi"))
    assert outdated(current_report(Q1)) == frozenset()
    assert (edited.trail[0].action, edited.trail[0].changes) == ("merge", [])


def test_merging_to_the_composed_text_gives_the_own_one_up(edited, cast):
    operations.take_merged(edited, "dossiers", composed(), 1, cast("chi"))
    assert kept() is None


def test_merging_over_a_newer_edit_is_refused(edited, cast):
    operations.edit_section(edited, "dossiers", "Khác.", 1, cast("chi"))
    with pytest.raises(StaleDataError):
        operations.take_merged(edited, "dossiers", "Cũ.", 1, cast("chi"))


def test_a_merged_text_with_a_mark_nobody_knows_is_refused(edited, cast):
    with pytest.raises(Refused, match="Hãy viết “dossiers"):
        operations.take_merged(edited, "dossiers", "Có {{dossier.received}} hồ sơ.", 1, cast("chi"))


def test_merging_into_a_submitted_report_is_refused(cast):
    report = a_submitted_report(cast("chi"))
    with pytest.raises(Refused, match="Hãy rút lại"):
        operations.take_merged(report, "dossiers", "Muộn.", 0, cast("chi"))


# The page.


def test_what_only_the_system_changed_and_what_only_the_officer_added_are_both_taken(as_user, cast, edited):
    the_system_writes_otherwise(cast)
    client = as_user("chi")
    page = client.get(f"{SECTION}/composed")
    assert "Từ bản soạn mới" in page.text and "Lời văn của tôi" in page.text and NOTHING_NEW in page.text
    assert "cùng sửa" not in page.text
    answer = client.post(f"{SECTION}/merged", data=hidden(page), follow_redirects=True)
    assert answer.status_code == 200 and "Đã gộp bản soạn mới vào mục 5." in answer.text
    assert kept().text == f"{composed()}\n{ADDED}" and NOTHING_NEW in kept().text


def test_another_officers_words_are_not_called_ones_own(as_user, cast, edited):
    a_user("em", Role.CONTROLLER, cast("chi").unit)
    page = as_user("em").get(f"{SECTION}/composed")
    assert f"Lời văn của {cast('chi').full_name}" in page.text and "của tôi" not in page.text


@pytest.fixture
def in_conflict(edited, cast):
    """Officer and system have both rewritten the first paragraph: the officer's, and the rest of the section."""
    mine, *rest = kept().text.splitlines()
    mine = mine.replace("Kỳ trước", "Quý trước")
    operations.edit_section(edited, "dossiers", "\n".join([mine, *rest]), 1, cast("chi"))
    the_system_writes_otherwise(cast)
    return mine, rest


@pytest.mark.parametrize("choice", ["", "mine", "new", "both"])
def test_where_both_rewrote_a_paragraph_the_officer_chooses_and_keeps_ones_own_by_default(
    as_user, cast, in_conflict, choice
):
    mine, rest = in_conflict
    new = composed().splitlines()[0]
    client = as_user("chi")
    page = client.get(f"{SECTION}/composed")
    (name,) = radios(page)
    assert "Có 1 chỗ cả hai bên cùng sửa" in page.text
    assert f'name="{name}" value="mine" checked' in page.text
    decided = hidden(page) | ({name: choice} if choice else {})
    assert client.post(f"{SECTION}/merged", data=decided).status_code == 303
    first = {"new": [new], "both": [mine, new]}.get(choice, [mine])
    assert kept().text.splitlines() == [*first, *rest]
    assert kept().composed == composed()


def test_a_composition_that_changed_meanwhile_is_shown_anew_with_the_choices_that_still_apply(
    as_user, cast, in_conflict
):
    client = as_user("chi")
    page = client.get(f"{SECTION}/composed")
    (name,) = radios(page)
    before = kept().text
    typed_figures("2026-Q1", cast("chi"), dossiers__resolved=0)
    answer = client.post(f"{SECTION}/merged", data=hidden(page) | {name: "new"})
    assert answer.status_code == 409 and "vừa thay đổi" in answer.text
    assert f'name="{name}" value="new" checked' in answer.text
    assert kept().text == before
    assert client.post(f"{SECTION}/merged", data=hidden(answer) | {name: "new"}).status_code == 303
    assert NOTHING_NEW in kept().text


def test_a_choice_about_texts_that_are_no_more_does_not_apply(as_user, cast, in_conflict):
    client = as_user("chi")
    page = client.get(f"{SECTION}/composed")
    (name,) = radios(page)
    operations.edit_section(
        db.session.query(Report).one(), "dossiers", kept().text.replace("Quý trước", "Quý liền trước"), 2, cast("chi")
    )
    answer = client.post(f"{SECTION}/merged", data=hidden(page) | {name: "new"})
    assert answer.status_code == 409 and name not in radios(answer)
    assert 'value="mine" checked' in answer.text and 'value="new" checked' not in answer.text


def test_giving_up_ones_text_is_refused_where_it_was_written_anew_under_the_same_version(as_user, cast, edited):
    client = as_user("chi")
    page = client.get(f"{SECTION}/composed")
    operations.take_composed(edited, "dossiers", 1, cast("chi"))
    operations.edit_section(edited, "dossiers", "Người khác viết.", 0, cast("chi"))
    assert client.post(f"{SECTION}/composed", data=hidden(page)).status_code == 409
    assert kept().text == "Người khác viết."


def test_merging_what_somebody_gave_up_meanwhile_says_so_and_keeps_nothing(as_user, cast, edited):
    client = as_user("chi")
    page = client.get(f"{SECTION}/composed")
    operations.take_composed(edited, "dossiers", 1, cast("chi"))
    answer = client.post(f"{SECTION}/merged", data=hidden(page))
    assert answer.status_code == 409 and "đang dùng bản soạn tự động" in answer.text
    assert kept() is None


def test_where_the_system_writes_nothing_new_there_is_nothing_to_merge(as_user, edited):
    page = as_user("chi").get(f"{SECTION}/composed")
    assert "không có gì mới để gộp" in page.text and "Dùng bản đã gộp" not in page.text
    assert "Bỏ hết phần sửa" in page.text


def test_a_paragraph_taken_out_is_shown_as_taken_out(as_user, cast, edited):
    first = kept().text.splitlines()[0]
    operations.edit_section(edited, "dossiers", kept().text.removeprefix(f"{first}\n"), 1, cast("chi"))
    the_system_writes_otherwise(cast)
    page = as_user("chi").get(f"{SECTION}/composed")
    assert "Bỏ đoạn này." in page.text and len(radios(page)) == 1
    assert merge(kept().composed, kept().text, composed()).conflicts[0].mine == ()


def test_nobody_but_the_controller_merges(as_user, edited):
    for username in ("an", "dung", "quan"):
        assert as_user(username).post(f"{SECTION}/merged").status_code == 403
    assert as_user("chi").post("/reports/2026-Q1/sections/nowhere/merged").status_code == 422
    assert as_user("chi").post("/reports/2026-Q2/sections/dossiers/merged").status_code == 404
