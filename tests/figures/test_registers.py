"""Figures that a register gives: the page shows them with their records, asks for nothing, and hides nothing typed."""

import re
from datetime import date

import pytest
from factories import a_cause, a_document, a_figure, a_training, an_overdue_case

from intranet.figures.models import FigureEntry, current_values
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records

Q1 = Period.parse("2026-Q1")
PAGE = "/figures/2026-Q1"


def group(page: str, key: str) -> str:
    """A group of the page, its marks of language as words parted by one space."""
    found = re.search(rf'<(fieldset|details)[^>]* id="group-{key}">.*?</\1>', page, flags=re.S)
    assert found, key
    return re.sub(r"\s+", " ", found[0])


@pytest.mark.parametrize("username", ["chi", "dung"])
def test_a_register_in_use_shows_its_figure_with_a_link_to_the_records(as_user, cast, username):
    a_training(cast("an"))
    client = as_user(username)
    shown = group(client.get(PAGE).text, "trainings")
    assert "<input" not in shown and "lấy từ hồ sơ hoặc sổ, không nhập tay" in shown
    assert re.search(r'id="trainings.hours">Số giờ tập huấn</span>.*?<span class="fig-value">12</span>', shown)
    assert 'href="/reports/2026-Q1/figures/trainings.hours">1 mục trong sổ' in shown
    records_page = client.get("/reports/2026-Q1/figures/trainings.hours")
    assert records_page.status_code == 200 and "<strong>12 giờ</strong> từ 1 mục" in records_page.text


def test_a_register_not_in_use_leaves_the_inputs_and_says_so(as_user):
    shown = group(as_user("chi").get(PAGE).text, "trainings")
    assert shown.count(" data-figure ") == 3
    assert "Báo cáo dùng số nhập tay vì sổ tập huấn chưa có mục nào." in shown


def test_other_groups_are_asked_for_as_before(as_user, cast):
    a_training(cast("an"))
    page = as_user("chi").get(PAGE).text
    assert page.count(" data-figure ") == 118 - 3
    assert "mục trong sổ" not in group(page, "staff") and "sổ theo dõi" not in group(page, "staff").lower()


def test_what_was_typed_before_is_compared_and_stays_in_the_history(as_user, cast):
    a_figure(cast("chi"), "trainings.courses", 5)
    a_figure(cast("chi"), "trainings.hours", 12)
    a_training(cast("an"))
    client = as_user("dung")
    shown = group(client.get(PAGE).text, "trainings")
    assert "Đã nhập tay 5, khác với số này." in shown
    assert "Số đã nhập tay giống số này." in shown
    history = "/figures/2026-Q1/history?name=trainings.courses"
    assert f'href="{history}"' in shown
    assert "<td>5</td>" in client.get(history).text


def test_a_register_that_is_emptied_again_gives_the_figure_back(as_user, cast):
    a_figure(cast("chi"), "trainings.courses", 5)
    training = a_training(cast("an"))
    records.act(training, "cancel", cast("an"), "Ghi nhầm.")
    shown = group(as_user("chi").get(PAGE).text, "trainings")
    assert re.search(r'id="trainings.courses"[^>]* value="5"', shown)


def test_the_register_of_a_later_quarter_leaves_this_one_alone(as_user, cast):
    a_training(cast("an"), started_on=date(2026, 3, 15), ended_on=date(2026, 3, 15))
    client = as_user("chi")
    assert "<input" in group(client.get(PAGE).text, "trainings")
    assert "<input" not in group(client.get("/figures/2026-Q2").text, "trainings")


def test_saving_writes_nothing_of_what_a_register_gives(as_user, cast):
    a_figure(cast("chi"), "trainings.courses", 5)
    a_training(cast("an"))
    client = as_user("chi")
    seen = str(db.session.query(FigureEntry).count())
    saved = client.post(PAGE, data={"seen": seen, "staff.desk": "4", "trainings.courses": "9"})
    assert saved.status_code == 303
    assert current_values(Q1) == {"trainings.courses": 5, "staff.desk": 4}
    page = client.get(PAGE).text
    assert "nay đã có số liệu này nên số vừa nhập không được lưu: Khóa tập huấn đã tổ chức." in page


def test_a_source_is_asked_for_only_where_something_is_typed(as_user, cast):
    a_document(cast("an"))
    page = as_user("chi").get(PAGE).text
    assert 'name="source.documents"' not in page and 'name="source.trainings"' in page


def test_only_what_must_be_typed_is_counted_as_missing(as_user, cast):
    page = as_user("chi").get(PAGE).text
    assert "Còn thiếu 92/92 số liệu." in page and "<strong>0/92</strong>" in page
    as_user("chi").post(PAGE, data={"trainings.courses": "3"})
    a_training(cast("an"))
    assert "Còn thiếu 92/92 số liệu." in as_user("chi").get(PAGE).text


def test_causes_of_the_register_stand_in_their_table_with_what_was_typed(as_user, cast):
    a_figure(cast("chi"), "overdue.by_cause.HT-01", 3)
    an_overdue_case(cast("an"), main_cause=a_cause("HT-01"), explanation="Hệ thống lỗi.")
    client = as_user("chi")
    shown = group(client.get(PAGE).text, "overdue")
    assert "<input" not in shown and "Đã nhập tay 3" in shown
    link = 'href="/reports/2026-Q1/figures/overdue.by_cause.HT-01">1<span'
    assert re.search(rf'id="overdue.by_cause.HT-01" {re.escape(link)}', shown)
    assert client.get("/reports/2026-Q1/figures/overdue.by_cause.HT-01").status_code == 200


def test_the_sums_take_what_the_register_gives(as_user, cast):
    an_overdue_case(cast("an"), main_cause=a_cause("HT-01"), explanation="Hệ thống lỗi.")
    client = as_user("chi")
    late = {"dossiers.resolved_late": "2", "dossiers.pending_late": "0"}
    checked = client.post(f"{PAGE}/check", data=late, headers={"HX-Request": "true", "HX-Target": "sums"}).text
    assert "nhưng cộng 14 nguyên nhân được 1" in checked and 'href="#table-overdue"' in checked
    right = client.post(f"{PAGE}/check", data=late | {"dossiers.resolved_late": "1"}).text
    assert "nguyên nhân được" not in right


def test_a_cause_out_of_use_stays_on_the_page_where_a_case_names_it(as_user, cast):
    cause = a_cause("KQ-01")
    cause.effective_to = date(2026, 2, 1)
    client = as_user("chi")
    assert "Bất khả kháng" not in client.get(PAGE).text
    an_overdue_case(cast("an"), main_cause=cause, explanation="Bão.")
    assert "Bất khả kháng" in client.get(PAGE).text
