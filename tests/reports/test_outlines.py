"""Outlines: their versions, and what may still change of them."""

from datetime import date

import pytest
from factories import a_report, a_submitted_report, an_approved_report, an_outline
from flask_migrate import downgrade, upgrade
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from intranet.accounts.models import AccountEntry
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.records import operations as records
from intranet.reports.current import current_report
from intranet.reports.models import Outline, Report, outline_for
from intranet.reports.outlines import operations as outlines
from intranet.reports.outlines.headings import parse

TEXT = "# Mở đầu {text.opening}\n## Hồ sơ {dossiers}\n# Kết {text.closing}\nLời kết."


def form(**change: object) -> dict[str, object]:
    values = {"name": "Đề cương mới", "subject": "Kết quả [[kỳ]]", "effective_from": "2026-06-01", "text": TEXT}
    return values | change


def values(**change: object) -> dict[str, object]:
    return form(effective_from=date(2026, 6, 1)) | {"is_for_year": False} | change


def the_outline() -> Outline:
    """The one for every period."""
    return db.session.query(Outline).filter_by(is_for_year=False).one()


def the_years_outline() -> Outline:
    return db.session.query(Outline).filter_by(is_for_year=True).one()


def test_the_first_outline_is_the_one_of_the_province_and_numbers_right(app):
    outline = the_outline()
    assert outline.effective_from == date(2025, 7, 1)
    parts = [heading.number for heading in parse(outline.text) if heading.level == 1]
    assert parts == ["I", "II", "III", "IV", "V", "VI"]
    assert "Nghị quyết số 131/NQ-CP" in outline.subject


@pytest.mark.parametrize(
    ("code", "name"), [("2025-Q2", None), ("2025-Q3", "Thứ nhất"), ("2026-Q1", "Thứ hai"), ("2026-Q2", "Thứ hai")]
)
def test_the_newest_outline_in_force_on_the_last_day_counts(app, code, name):
    the_outline().name = "Thứ nhất"
    an_outline(date(2026, 3, 14), name="Thứ hai")
    found = outline_for(Period.parse(code))
    assert (found.name if found else None) == name


def test_a_year_follows_the_newest_outline_of_its_own_and_before_there_is_one_the_general(app):
    year, seeded = Period.parse("2026-Y"), the_years_outline()
    general = an_outline(date(2026, 6, 1), name="Chung, mới hơn")
    assert outline_for(year) is seeded
    newer = an_outline(date(2026, 12, 14), name="Năm, mới hơn", is_for_year=True)
    assert outline_for(year) is newer and outline_for(Period.parse("2025-Y")) is seeded
    assert outline_for(Period.parse("2026-Q4")) is general
    seeded.effective_from, newer.effective_from = date(2026, 12, 15), date(2026, 12, 16)
    assert outline_for(year) is general


def test_a_report_of_a_year_is_begun_under_the_years_outline_and_keeps_it(cast):
    report, seeded = a_report(cast("chi"), "2026-Y"), the_years_outline()
    an_outline(date(2026, 12, 1), name="Năm, mới hơn", is_for_year=True)
    assert report.outline is seeded
    titles = [section.title for section in current_report(Period.parse("2026-Y")).sections]
    assert "Kết quả cả năm, so sánh với năm trước" in titles and "Mục tiêu, kế hoạch kiểm soát TTHC" in titles
    assert "Phương hướng, nhiệm vụ năm 2027" in titles


def test_one_outline_of_each_kind_may_begin_on_a_day(cast):
    outlines.create(values(), cast("chi"))
    outlines.create(values(is_for_year=True), cast("chi"))
    with pytest.raises(Refused, match="cùng loại"):
        outlines.create(values(is_for_year=True), cast("chi"))
    with pytest.raises(IntegrityError, match="effective_from"):
        an_outline(date(2026, 6, 1), is_for_year=True)


# What an office had before there was an outline of the year's own.


def migrated_again() -> list[tuple[str, bool]]:
    """Back before the year had its own outline, and on again: the outlines then."""
    db.session.commit()
    db.session.remove()
    downgrade(revision="030")
    upgrade()
    return db.session.execute(select(Outline.name, Outline.is_for_year).order_by(Outline.id)).all()


def test_an_outline_as_it_came_gets_one_of_the_year_beside_it_and_reports_keep_theirs(cast):
    report = a_report(cast("chi")).id
    assert [is_for_year for _, is_for_year in migrated_again()] == [False, True]
    assert db.session.get(Report, report).outline is the_outline()


def test_an_office_with_outlines_of_its_own_is_given_none(app):
    an_outline(date(2026, 3, 1), name="Của xã")
    assert [is_for_year for _, is_for_year in migrated_again()] == [False, False]


def test_an_office_that_changed_the_first_outline_is_given_none(cast):
    outlines.change(the_outline(), values(effective_from=date(2025, 7, 1)), cast("chi"))
    assert migrated_again() == [("Đề cương mới", False)]


def test_a_report_of_a_year_follows_the_general_outline_once_there_is_no_other(cast):
    report = a_report(cast("chi"), "2026-Y").id
    assert [is_for_year for _, is_for_year in migrated_again()] == [False]
    assert db.session.get(Report, report).outline is the_outline()


def test_a_new_outline_is_kept_with_a_line_in_the_history(cast):
    outlines.create(values(), cast("chi"))
    entry = db.session.query(AccountEntry).order_by(AccountEntry.id.desc()).first()
    assert (entry.action, entry.subject, entry.actor) == ("create_outline", "Đề cương mới", cast("chi"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("# A {text.a}\n### B {text.b}", "Dòng 2: đề mục nhảy cấp"),
        ("# A {text.a}\n# B {text.a}", "Dòng 2: khóa “text.a” đã dùng ở dòng 1"),
        ("# A {dosiers}", "Dòng 1: không có mục tự soạn “dosiers”. Hãy viết “dossiers”."),
        ("# A {text.a}\nCó {{dossier.received}} hồ sơ.", "Dòng 2: không có số liệu “dossier.received”"),
        ("# A {text.a}\n{{table:dossier}}", "Dòng 2: không có bảng “dossier”"),
    ],
)
def test_every_mistake_is_told_with_its_line(cast, text, sentence):
    with pytest.raises(Refused) as refusal:
        outlines.create(values(text=text), cast("chi"))
    assert any(reason.message.startswith(sentence) and reason.anchor == "text" for reason in refusal.value.reasons)


def test_two_outlines_do_not_begin_on_one_day(cast):
    with pytest.raises(Refused, match="Ngày này đã có đề cương") as refusal:
        outlines.create(values(effective_from=date(2025, 7, 1)), cast("chi"))
    assert refusal.value.reasons[0].anchor == "effective_from"


def test_a_draft_follows_its_outline(cast):
    a_report(cast("chi"))
    outlines.change(the_outline(), values(effective_from=date(2025, 7, 1)), cast("chi"))
    titles = [section.title for section in current_report(Period.parse("2026-Q1")).sections]
    assert titles == ["Mở đầu", "Hồ sơ", "Kết"]


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_an_outline_that_a_report_was_decided_on_stays_as_it_was(cast, state):
    if state == "submitted":
        a_submitted_report(cast("chi"))
    else:
        an_approved_report(cast("chi"), cast("dung"))
    with pytest.raises(Refused, match="Báo cáo Quý I/2026 nên được giữ nguyên"):
        outlines.change(the_outline(), values(), cast("chi"))


def test_an_outline_is_free_again_once_its_report_is_returned(cast):
    report = a_submitted_report(cast("chi"))
    records.act(report, "send_back", cast("dung"), "Đổi đề cương.")
    outlines.change(the_outline(), values(), cast("chi"))
    assert the_outline().text == TEXT


# The pages.


def test_outlines_are_the_controllers(as_user):
    for username in ("an", "dung", "quan"):
        for path in ("/outlines/", "/outlines/new", "/outlines/1"):
            assert as_user(username).get(path).status_code == 403
    assert as_user("chi").get("/outlines/99").status_code == 404
    assert as_user("chi").get("/outlines/new?copy=99").status_code == 404


def test_the_list_shows_versions_and_their_reports(as_user, cast):
    a_report(cast("chi"))
    page = as_user("chi").get("/outlines/")
    assert "Đề cương báo cáo kiểm soát TTHC cấp xã" in page.text and "01/07/2025" in page.text
    assert "Quý I/2026" in page.text and "Đang áp dụng" in page.text


def test_a_new_version_begins_as_a_copy(as_user):
    client = as_user("chi")
    page = client.get("/outlines/new?copy=1")
    assert "Công tác chỉ đạo, điều hành {text.direction}" in page.text
    answer = client.post("/outlines/new", data=form())
    assert (answer.status_code, answer.location) == (303, "/outlines/")
    assert outline_for(Period.parse("2026-Q2")).name == "Đề cương mới"
    assert "Đề cương mới" in client.get("/outlines/").text


def test_an_outline_of_the_years_own_is_chosen_on_the_page_and_told_in_the_list(as_user):
    client = as_user("chi")
    assert client.post("/outlines/new", data=form(is_for_year="y")).status_code == 303
    assert outline_for(Period.parse("2026-Y")).name == "Đề cương mới"
    assert outline_for(Period.parse("2026-Q2")) is the_outline()
    page = client.get("/outlines/").text
    assert page.count("Đang áp dụng") == 2 and "Báo cáo năm</td>" in page and "Mọi kỳ</td>" in page
    assert "checked" in client.get(f"/outlines/{outline_for(Period.parse('2026-Y')).id}").text


def test_a_mistake_is_told_and_nothing_typed_is_lost(as_user):
    answer = as_user("chi").post("/outlines/new", data=form(text="# Mở đầu"))
    assert answer.status_code == 422
    assert "Dòng 1: đề mục chưa có khóa" in answer.text and "# Mở đầu</textarea>" in answer.text
    assert "Đề cương mới" in answer.text
    assert db.session.query(Outline).count() == 2


@pytest.mark.parametrize("field", ["name", "subject", "effective_from", "text"])
def test_every_field_is_needed(as_user, field):
    answer = as_user("chi").post("/outlines/new", data=form(**{field: ""}))
    assert answer.status_code == 422 and f'id="{field}-error"' in answer.text


def test_the_numbering_is_shown_before_saving(as_user):
    headers = {"HX-Request": "true", "HX-Target": "numbering"}
    client = as_user("chi")
    part = client.post("/outlines/numbering", data=form(), headers=headers)
    assert part.status_code == 200 and part.text.lstrip().startswith('<section id="numbering"')
    assert "I. Mở đầu" in part.text and "1. Hồ sơ" in part.text and "II. Kết" in part.text
    whole = client.post("/outlines/numbering?outline=1", data=form(text="# Mở đầu"))
    assert "Dòng 1: đề mục chưa có khóa" in whole.text and 'action="/outlines/1"' in whole.text
    assert db.session.query(Outline).count() == 2


def test_an_outline_nobody_used_is_changed(as_user):
    client = as_user("chi")
    assert client.post("/outlines/1", data=form(version=1)).status_code == 303
    assert the_outline().name == "Đề cương mới"


def test_a_used_outline_says_the_way_out(as_user, cast):
    an_approved_report(cast("chi"), cast("dung"))
    client = as_user("chi")
    page = client.get("/outlines/1")
    assert "được giữ nguyên" in page.text and "/outlines/new?copy=1" in page.text
    answer = client.post("/outlines/1", data=form(version=1))
    assert answer.status_code == 422 and "Hãy thêm bản mới từ bản sao" in answer.text
    assert the_outline().name != "Đề cương mới"


def test_a_stale_save_is_a_conflict_with_both_texts(as_user):
    client = as_user("chi")
    assert client.post("/outlines/1", data=form(version=1, name="Của người kia")).status_code == 303
    answer = client.post("/outlines/1", data=form(version=1, name="Của tôi"))
    assert answer.status_code == 409
    assert "Của người kia" in answer.text and 'value="Của tôi"' in answer.text
    assert the_outline().name == "Của người kia"
