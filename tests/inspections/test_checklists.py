"""Versions of the checklist: copied, edited until used, then kept as they are."""

from datetime import date

import pytest
from factories import an_inspection
from sqlalchemy import select

from intranet.inspections.checklist_operations import ChecklistLine, Placed, arranged
from intranet.inspections.models import Checklist, ChecklistItem
from intranet.kernel.db import db

NEW = {"name": "Bảng kiểm năm 2027", "effective_from": "2027-01-01"}


def a_line(text: str) -> ChecklistLine:
    return ChecklistLine(text, "", "", True)


def placed(*rows: tuple[str, int | None, int | None]) -> list[str]:
    return [line.text for line in arranged([Placed(a_line(text), stands, wanted) for text, stands, wanted in rows])]


def test_what_nobody_moves_stays_in_order():
    assert placed(("a", 1, 1), ("b", 2, 2), ("c", 3, 3)) == ["a", "b", "c"]


def test_a_moved_line_takes_the_place_it_was_given():
    assert placed(("a", 1, 3), ("b", 2, 2), ("c", 3, 3), ("d", 4, 4)) == ["b", "c", "a", "d"]
    assert placed(("a", 1, 1), ("b", 2, 2), ("c", 3, 1)) == ["c", "a", "b"]


def test_two_lines_change_places():
    assert placed(("a", 1, 2), ("b", 2, 1), ("c", 3, 3)) == ["b", "a", "c"]


def test_a_new_line_goes_to_the_end_or_to_its_place():
    assert placed(("a", 1, 1), ("b", 2, 2), ("new", None, None)) == ["a", "b", "new"]
    assert placed(("a", 1, 1), ("b", 2, 2), ("new", None, 2)) == ["a", "new", "b"]


def test_an_emptied_place_means_no_move():
    assert placed(("a", 1, None), ("b", 2, 2)) == ["a", "b"]


@pytest.fixture
def draft(app):
    """A version of three criteria that no inspection uses."""
    items = [ChecklistItem(position=at, text=text, basis="Căn cứ") for at, text in enumerate(("Một", "Hai", "Ba"), 1)]
    checklist = Checklist(name="Bản đang sửa", effective_from=date(2030, 1, 1), items=items)
    db.session.add(checklist)
    db.session.flush()
    return checklist


def typed(*rows: dict[str, str], **change: str) -> dict[str, str]:
    form = {"name": "Bản đang sửa", "effective_from": "2030-01-01"} | change
    return form | {f"row-{at}-{name}": value for at, row in enumerate(rows) for name, value in row.items()}


def row(text: str, stands: int | str = "", wanted: int | str = "", **more: str) -> dict[str, str]:
    return {"text": text, "stands": str(stands), "wanted": str(wanted), "basis": "", "shown_by": ""} | more


def texts(checklist_id: int) -> list[str]:
    db.session.expire_all()
    return [item.text for item in db.session.get(Checklist, checklist_id).items]


def test_the_office_begins_with_25_criteria_whose_bases_are_to_be_confirmed(app):
    (first,) = db.session.scalars(select(Checklist)).all()
    assert [item.position for item in first.items] == list(range(1, 26))
    assert all(item.text and item.basis and item.shown_by and item.to_confirm for item in first.items)
    assert first.effective_from == date(2025, 7, 1)


def test_replaced_texts_are_never_cited_as_in_force(app):
    bases = " ".join(item.basis for item in db.session.scalars(select(ChecklistItem)))
    assert not any(old in bases for old in ("61/2018", "01/2018", "107/2021"))


def test_only_the_controller_opens_the_checklists(as_user, draft):
    for username in ("an", "dung", "quan"):
        assert as_user(username).get("/checklists/").status_code == 403
        assert as_user(username).post(f"/checklists/{draft.id}/edit", data=typed(row("Một", 1))).status_code == 403


def test_what_is_not_there_is_not_found(as_user):
    assert as_user("chi").get("/checklists/99").status_code == 404
    assert as_user("chi").get("/checklists/99/edit").status_code == 404


def test_a_new_version_copies_the_newest_and_is_told_in_the_history(as_user):
    chi = as_user("chi")
    made = chi.post("/checklists/new", data=NEW)
    assert made.status_code == 303
    old, new = db.session.scalars(select(Checklist).order_by(Checklist.effective_from)).all()
    assert [item.text for item in new.items] == [item.text for item in old.items]
    assert {item.id for item in new.items}.isdisjoint(item.id for item in old.items)
    listed = chi.get("/checklists/").text
    assert "Đã lập “Bảng kiểm năm 2027”" in listed and "25 tiêu chí, chép từ" in listed


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": " "}, "Hãy nhập tên phiên bản."),
        ({"effective_from": ""}, "Hãy nhập ngày bắt đầu áp dụng."),
        ({"effective_from": "mai"}, "Hãy nhập ngày theo dạng"),
        ({"effective_from": "2025-07-01"}, "Hãy chọn ngày khác."),
    ],
)
def test_a_version_needs_a_name_and_a_day_of_its_own(as_user, change, sentence):
    refused = as_user("chi").post("/checklists/new", data=NEW | change)
    assert refused.status_code == 422 and sentence in refused.text
    assert (NEW | change)["name"].strip() in refused.text


def test_criteria_are_changed_moved_added_and_dropped_in_one_save(as_user, draft):
    rows = [
        row("Một", 1, 1, is_dropped="y"),
        row("Hai", 2, 2, basis="Căn cứ mới"),
        row("Ba, sửa lại", 3, 2),
        row("Bốn", to_confirm="y"),
        row(""),
    ]
    saved = as_user("chi").post(f"/checklists/{draft.id}/edit", data=typed(*rows, name="Bản mới"))
    assert saved.status_code == 303
    assert texts(draft.id) == ["Hai", "Ba, sửa lại", "Bốn"]
    assert [item.to_confirm for item in draft.items] == [False, False, True]
    assert draft.name == "Bản mới"
    history = as_user("chi").get("/checklists/").text
    for told in ("thêm: Ba, sửa lại | Bốn", "bỏ: Một | Ba", "sửa căn cứ, minh chứng của: Hai"):
        assert told in history


def test_the_edit_page_shows_every_criterion_and_empty_rows_to_add_more(as_user, draft):
    shown = as_user("chi").get(f"/checklists/{draft.id}/edit").text
    assert all(text in shown for text in ("Một", "Hai", "Ba"))
    assert shown.count("(thêm mới)") == 3


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([row("", 1, 1), row("Hai", 2, 2)], "Dòng 1: Hãy ghi tiêu chí"),
        ([row("Một", 1, 1), row("", basis="Có căn cứ")], "Dòng 2: Hãy ghi tiêu chí"),
        ([row("Một", 1, "đầu")], "Dòng 1: Hãy nhập một số nguyên"),
        ([row("Một", 1, 0)], "Dòng 1: Hãy nhập số thứ tự từ 1"),
        ([row("Một", 1, 1, is_dropped="y")], "ít nhất một tiêu chí"),
        ([row("d" * 1001, 1, 1)], "tối đa 1000 ký tự"),
    ],
)
def test_a_wrong_row_is_told_and_nothing_typed_is_lost(as_user, draft, rows, sentence):
    rows = [*rows, row("Một dòng vừa gõ thêm")]
    if sentence.startswith("ít nhất"):
        rows.pop()
    refused = as_user("chi").post(f"/checklists/{draft.id}/edit", data=typed(*rows))
    assert refused.status_code == 422 and sentence in refused.text
    assert all(value in refused.text for each in rows for name, value in each.items() if name in ("text", "basis"))
    assert texts(draft.id) == ["Một", "Hai", "Ba"]


def test_a_used_version_says_so_and_shows_the_way_out(as_user, cast, draft):
    an_inspection(cast("an"), checklist=draft)
    chi = as_user("chi")
    shown = chi.get(f"/checklists/{draft.id}").text
    assert "đã dùng trong 1 cuộc kiểm tra" in shown and 'href="/checklists/new"' in shown
    assert f"/checklists/{draft.id}/edit" not in shown
    for refused in (chi.get(f"/checklists/{draft.id}/edit"), chi.post(f"/checklists/{draft.id}/edit", data=typed())):
        assert refused.status_code == 422 and "Hãy lập phiên bản mới." in refused.text
    assert texts(draft.id) == ["Một", "Hai", "Ba"]
