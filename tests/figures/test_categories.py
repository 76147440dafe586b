"""Fields and overdue causes: added, renamed, moved, taken out of use; their codes stay."""

import re
from datetime import UTC, date, datetime

import pytest
from factories import a_figure
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from intranet.accounts.models import AccountEntry
from intranet.categories.catalogue import definitions
from intranet.categories.families import Asks, Family, Side, names_of
from intranet.categories.models import FigureCategory, categories_for, every_definition, typed_for
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period

PAGE, FIELD, CAUSE = "/categories/", "/categories/new/field", "/categories/new/cause"
NEW_FIELD = {"label": "Đăng ký biện pháp bảo đảm", "effective_from": "2026-01-01"}
NEW_CAUSE = {"label": "Mất điện diện rộng", "code": "HT-03", "side": "external", "effective_from": "2026-01-01"}
Q1 = Period.parse("2026-Q1")


def category(code: str) -> FigureCategory:
    db.session.flush()
    db.session.expire_all()
    return db.session.scalars(select(FigureCategory).where(FigureCategory.code == code)).one()


def order(family: Family) -> list[str]:
    rows = select(FigureCategory).where(FigureCategory.family == family).order_by(FigureCategory.position)
    found = db.session.scalars(rows).all()
    assert [row.position for row in found] == list(range(1, len(found) + 1))
    return [row.code for row in found]


def form_of(category: FigureCategory, **change: object) -> dict[str, object]:
    names = ("label", "position", "official_code", "effective_from", "effective_to", "side", "asks", "version")
    return {name: getattr(category, name) or "" for name in names} | change


def entries() -> list[AccountEntry]:
    return db.session.scalars(select(AccountEntry).order_by(AccountEntry.id)).all()


@pytest.mark.parametrize("username", ["an", "dung", "quan"])
def test_only_the_controller_opens_the_categories(as_user, username):
    client, field = as_user(username), category("ho-tich").id
    for address in (PAGE, FIELD, CAUSE, f"{PAGE}{field}"):
        assert client.get(address).status_code == 403
    for address, form in ((FIELD, NEW_FIELD), (CAUSE, NEW_CAUSE), (f"{PAGE}{field}", NEW_FIELD)):
        assert client.post(address, data=form).status_code == 403
    assert not entries()


@pytest.mark.parametrize("address", ["999", "new", "new/causes", "new/"])
def test_what_is_not_there_is_not_found(as_user, address):
    assert as_user("chi").get(PAGE + address).status_code == 404
    assert as_user("chi").post(PAGE + address, data=NEW_CAUSE).status_code == 404


def test_both_families_are_listed_in_their_order(as_user):
    shown = as_user("chi").get(PAGE).text
    places = [shown.index(f">{label}<") for label in ("Hộ tịch", "Y tế", "Công chức, phòng chuyên môn xử lý chậm")]
    assert places == sorted(places)
    for words in ("KH-99", "Khách quan", "Ghi rõ nguyên nhân", "Nêu thủ tục, văn bản và vướng mắc", "từ 01/07/2025"):
        assert words in shown
    assert shown.count("Chưa có") == 26


def test_a_new_field_takes_its_code_from_its_name_and_stands_last(as_user):
    assert as_user("chi").post(FIELD, data=NEW_FIELD).status_code == 303
    assert order(Family.FIELD)[-1] == "dang-ky-bien-phap-bao-dam"
    made = category("dang-ky-bien-phap-bao-dam")
    assert (made.side, made.asks, made.official_code, made.effective_to) == (None, None, "", None)
    assert set(names_of(made.family, made.code)) <= set(typed_for(categories_for(Q1)))
    (entry,) = entries()
    assert (entry.action, entry.subject) == ("create_category", "Đăng ký biện pháp bảo đảm")
    assert "Mã: dang-ky-bien-phap-bao-dam" in entry.note and "Dùng từ ngày: 01/01/2026" in entry.note


def test_a_new_cause_may_stand_anywhere_and_is_coded_in_capitals(as_user):
    form = NEW_CAUSE | {"code": "ht-03", "position": "1", "asks": "text", "official_code": "06g-7"}
    assert as_user("chi").post(CAUSE, data=form).status_code == 303
    assert order(Family.CAUSE)[:2] == ["HT-03", "CQ-01"]
    made = category("HT-03")
    assert (made.side, made.asks, made.official_code) == (Side.EXTERNAL, Asks.TEXT, "06g-7")
    shown = as_user("chi").get(PAGE).text
    assert "06g-7" in shown and "Đã thêm “Mất điện diện rộng”" in shown


def test_a_category_counts_from_the_period_that_ends_after_its_day(as_user):
    assert as_user("chi").post(CAUSE, data=NEW_CAUSE | {"effective_from": "2026-03-15"}).status_code == 303
    assert "overdue.by_cause.HT-03" not in typed_for(categories_for(Q1))
    assert "overdue.by_cause.HT-03" in typed_for(categories_for(Q1.next))
    with as_of(datetime(2026, 3, 14, 16, 59, tzinfo=UTC)):
        assert "Chưa đến ngày dùng" in as_user("chi").get(PAGE).text
    with as_of(datetime(2026, 3, 14, 17, tzinfo=UTC)):
        assert "Chưa đến ngày dùng" not in as_user("chi").get(PAGE).text


@pytest.mark.parametrize(
    ("address", "form", "field", "sentence"),
    [
        (FIELD, NEW_FIELD | {"label": " "}, "label", "Hãy nhập tên."),
        (FIELD, NEW_FIELD | {"label": "x" * 151}, "label", "tối đa 150 ký tự"),
        (FIELD, NEW_FIELD | {"label": "…"}, "code", "Hãy nhập mã"),
        (FIELD, NEW_FIELD | {"code": "hộ tịch"}, "code", "Hãy dùng chữ không dấu"),
        (FIELD, NEW_FIELD | {"code": "a.b"}, "code", "Hãy dùng chữ không dấu"),
        (FIELD, NEW_FIELD | {"code": "-a"}, "code", "Hãy dùng chữ không dấu"),
        (FIELD, NEW_FIELD | {"code": "a" * 41}, "code", "tối đa 40 ký tự"),
        (FIELD, NEW_FIELD | {"code": "Ho-Tich"}, "code", "Mã ho-tich đã dùng cho “Hộ tịch”. Hãy nhập mã khác."),
        (FIELD, NEW_FIELD | {"label": "Hộ tịch"}, "code", "Mã ho-tich đã dùng cho “Hộ tịch”."),
        (FIELD, NEW_FIELD | {"label": "Hộ tịch", "code": "ho-tich-2"}, "label", "Hãy đặt tên khác."),
        (FIELD, NEW_FIELD | {"position": "0"}, "position", "Hãy nhập số thứ tự từ 1"),
        (FIELD, NEW_FIELD | {"position": "cuối"}, "position", "Hãy nhập một số nguyên"),
        (FIELD, NEW_FIELD | {"effective_from": ""}, "effective_from", "Hãy nhập ngày bắt đầu dùng."),
        (FIELD, NEW_FIELD | {"effective_to": "2025-12-31"}, "effective_to", "không sớm hơn ngày bắt đầu"),
        (CAUSE, NEW_CAUSE | {"code": ""}, "code", "Hãy nhập mã, ví dụ CQ-07."),
        (CAUSE, NEW_CAUSE | {"code": "cq-01"}, "code", "Mã CQ-01 đã dùng cho"),
        (CAUSE, NEW_CAUSE | {"side": ""}, "side", "Hãy chọn chủ quan hay khách quan."),
        (CAUSE, NEW_CAUSE | {"side": "both"}, "side", "Hãy chọn một mục trong danh sách."),
        (CAUSE, NEW_CAUSE | {"asks": "money"}, "asks", "Hãy chọn một mục trong danh sách."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(as_user, address, form, field, sentence):
    before = db.session.query(FigureCategory).count()
    refused = as_user("chi").post(address, data=form)
    assert refused.status_code == 422
    assert re.search(rf'id="{field}-error".*?{re.escape(sentence)}', refused.text), sentence
    assert form["label"].strip() in refused.text
    assert db.session.query(FigureCategory).count() == before and not entries()


def test_a_field_and_a_cause_may_share_a_code(as_user):
    assert as_user("chi").post(FIELD, data=NEW_FIELD | {"code": "cq-01"}).status_code == 303
    assert db.session.query(FigureCategory).filter_by(family=Family.FIELD, code="cq-01").count() == 1


def test_a_category_is_renamed_and_told_old_to_new_and_keeps_its_code(as_user):
    field = category("ho-tich")
    form = form_of(field, label="Hộ tịch, quốc tịch", official_code="G01", code="khac")
    assert as_user("chi").post(f"{PAGE}{field.id}", data=form).status_code == 303
    field = category("ho-tich")
    assert (field.label, field.official_code) == ("Hộ tịch, quốc tịch", "G01")
    assert "Hộ tịch, quốc tịch" in typed_for(categories_for(Q1))["dossiers.by_field.ho-tich.received"].label
    (entry,) = entries()
    assert (entry.action, entry.subject) == ("change_category", "Hộ tịch, quốc tịch")
    assert entry.note == "Tên: Hộ tịch → Hộ tịch, quốc tịch; Mã chính thức: (trống) → G01"


def test_a_cause_changes_its_side_and_what_it_asks(as_user):
    cause = category("KH-99")
    assert as_user("chi").post(f"{PAGE}{cause.id}", data=form_of(cause, side="internal", asks="")).status_code == 303
    assert (category("KH-99").side, category("KH-99").asks) == (Side.INTERNAL, None)
    notes = entries()[0].note
    assert "Nhóm nguyên nhân: Khách quan → Chủ quan" in notes and "Hỏi thêm: Ghi rõ nguyên nhân → (trống)" in notes


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("1", ["ho-kinh-doanh", "ho-tich", "chung-thuc", "dat-dai"]),
        ("2", ["ho-tich", "ho-kinh-doanh", "chung-thuc", "dat-dai"]),
        ("4", ["ho-tich", "chung-thuc", "dat-dai", "ho-kinh-doanh"]),
        ("", ["ho-tich", "chung-thuc", "ho-kinh-doanh", "dat-dai"]),
    ],
)
def test_a_moved_category_takes_its_place_and_the_others_make_room(as_user, wanted, first):
    field = category("ho-kinh-doanh")
    assert as_user("chi").post(f"{PAGE}{field.id}", data=form_of(field, position=wanted)).status_code == 303
    assert order(Family.FIELD)[:4] == first
    assert [entry.note for entry in entries()] == ([f"Thứ tự: 3 → {wanted}"] if wanted else [])


def test_a_place_behind_the_last_is_the_last(as_user):
    field = category("ho-tich")
    assert as_user("chi").post(f"{PAGE}{field.id}", data=form_of(field, position="999")).status_code == 303
    assert order(Family.FIELD)[-1] == "ho-tich" and category("ho-tich").position == 12
    assert entries()[0].note == "Thứ tự: 1 → 12"


def test_saving_what_stands_is_not_noted(as_user):
    cause = category("QD-01")
    assert as_user("chi").post(f"{PAGE}{cause.id}", data=form_of(cause)).status_code == 303
    assert not entries() and category("QD-01").version == 1


def test_a_category_taken_out_of_use_leaves_later_periods_and_keeps_its_code(as_user):
    field, chi = category("y-te"), as_user("chi")
    assert chi.post(f"{PAGE}{field.id}", data=form_of(field, effective_to="2026-03-14")).status_code == 303
    assert "y-te" in {each.code for each in categories_for(Q1)}
    assert "y-te" not in {each.code for each in categories_for(Q1.next)}
    assert "dossiers.by_field.y-te.received" in every_definition()
    again = NEW_FIELD | {"label": "Y tế", "effective_from": "2026-03-15"}
    assert chi.post(FIELD, data=again).status_code == 422
    assert chi.post(FIELD, data=again | {"code": "y-te-moi"}).status_code == 303


def test_what_was_out_of_use_is_said_in_the_list(as_user):
    category("y-te").effective_to = date(2025, 12, 31)
    category("noi-vu").effective_from = date(2099, 1, 1)
    shown = as_user("chi").get(PAGE).text
    assert "01/07/2025 – 31/12/2025" in shown
    assert shown.count("Đã ngừng") == 1 and shown.count("Chưa đến ngày dùng") == 1


def test_days_that_leave_out_typed_figures_are_asked_about(as_user, cast):
    field, chi = category("y-te"), as_user("chi")
    a_figure(cast("chi"), "dossiers.by_field.y-te.received", 5)
    a_figure(cast("chi"), "dossiers.by_field.y-te.received", 7, "2026-Q2")
    a_figure(cast("chi"), "dossiers.by_field.y-te.received", None, "2026-Q2")
    form = form_of(field, effective_to="2026-03-13")
    asked = chi.post(f"{PAGE}{field.id}", data=form)
    assert asked.status_code == 422 and "Quý I/2026 đã có số liệu của mục này" in asked.text
    assert category("y-te").effective_to is None
    answer = re.search(r'name="confirmed" value="(\d+)"', asked.text)[1]
    assert chi.post(f"{PAGE}{field.id}", data=form | {"confirmed": answer}).status_code == 303
    assert category("y-te").effective_to == date(2026, 3, 13)


def test_a_save_over_somebody_elses_shows_both_and_a_second_one_stands(as_user):
    field, chi = category("ho-tich"), as_user("chi")
    form = form_of(field, label="Tên của tôi")
    field.label = "Tên của người khác"
    stale = chi.post(f"{PAGE}{field.id}", data=form)
    assert stale.status_code == 409 and "Tên của tôi" in stale.text and "Tên của người khác" in stale.text
    assert category("ho-tich").label == "Tên của người khác"
    assert chi.post(f"{PAGE}{field.id}", data=form | {"version": 2}).status_code == 303
    assert category("ho-tich").label == "Tên của tôi"


def test_a_place_others_moved_meanwhile_is_not_taken_unseen(as_user):
    field, chi = category("chung-thuc"), as_user("chi")
    stale = form_of(field, label="Chứng thực, sao y")
    last = category("y-te")
    assert chi.post(f"{PAGE}{last.id}", data=form_of(last, position="1")).status_code == 303
    assert chi.post(f"{PAGE}{field.id}", data=stale).status_code == 409
    assert order(Family.FIELD)[:3] == ["y-te", "ho-tich", "chung-thuc"]


def test_the_figures_of_a_category_are_those_it_is_known_by(app):
    every = definitions(categories_for(Q1))
    named = {name for each in categories_for(Q1) for name in names_of(each.family, each.code)}
    assert named == {name for name in every if ".by_field." in name or ".by_cause." in name}


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE figure_categories SET code = 'chung-thuc' WHERE code = 'ho-tich'",
        "UPDATE figure_categories SET code = '' WHERE code = 'ho-tich'",
        "UPDATE figure_categories SET label = '' WHERE code = 'ho-tich'",
        "UPDATE figure_categories SET side = 'internal' WHERE code = 'ho-tich'",
        "UPDATE figure_categories SET side = NULL WHERE code = 'CQ-01'",
        "UPDATE figure_categories SET side = 'both' WHERE code = 'CQ-01'",
        "UPDATE figure_categories SET asks = 'text' WHERE code = 'ho-tich'",
        "UPDATE figure_categories SET effective_to = '2025-06-30' WHERE code = 'ho-tich'",
    ],
)
def test_the_database_itself_refuses_what_must_never_be(app, wrong):
    with pytest.raises(IntegrityError):
        db.session.execute(text(wrong))
