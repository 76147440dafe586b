"""The pages that say from which day each register is in use: who is kept out, what is invalid, what happens."""

from datetime import date

import pytest
from factories import a_training

from intranet.figures.registers import uses
from intranet.kernel.db import db
from intranet.kernel.use import Use

INDEX, PAGE = "/figures/registers/", "/figures/registers/trainings"


@pytest.mark.parametrize("username", ["an", "quan"])
def test_only_controllers_and_directors_see_the_days(as_user, username):
    assert as_user(username).get(INDEX).status_code == 403


def test_only_the_controller_sets_a_day(as_user):
    director = as_user("dung")
    assert director.get(INDEX).status_code == 200
    assert director.get(PAGE).status_code == 403
    assert director.post(PAGE, data={"used_from": "2025-12-15", "version": "0"}).status_code == 403


def test_a_register_that_is_none_is_not_found(as_user):
    assert as_user("chi").get("/figures/registers/nothing").status_code == 404


def test_the_list_tells_the_first_record_and_the_proposed_day(as_user, cast):
    a_training(cast("an"), started_on=date(2026, 2, 3), ended_on=date(2026, 2, 3))
    db.session.commit()
    page = as_user("dung").get(INDEX).text
    assert "03/02/2026" in page and "15/12/2025" in page and "đề xuất theo mục đầu tiên" in page
    assert "Chưa dùng" in page


def test_the_controller_sets_a_day_and_takes_it_back(as_user):
    client = as_user("chi")
    assert client.post(PAGE, data={"used_from": "2025-12-15", "version": "0"}).status_code == 303
    assert uses()["trainings"] == Use(date(2025, 12, 15), is_set=True)
    page = client.get(INDEX).text
    assert "đã đặt" in page and "Dùng từ ngày: (trống) → 15/12/2025" in page
    assert client.post(PAGE, data={"used_from": "", "version": "1"}).status_code == 303
    assert uses()["trainings"] == Use(None)


@pytest.mark.parametrize("day", ["1899-01-01", "31/02/2026", "hôm qua"])
def test_a_day_that_is_none_is_refused_and_stays_in_its_field(as_user, day):
    answer = as_user("chi").post(PAGE, data={"used_from": day, "version": "0"})
    assert answer.status_code == 422 and day in answer.text
    assert uses()["trainings"] == Use(None)


def test_of_two_who_set_a_day_the_second_is_asked_again(as_user):
    client = as_user("chi")
    client.post(PAGE, data={"used_from": "2025-12-15", "version": "0"})
    second = client.post(PAGE, data={"used_from": "2026-03-15", "version": "0"})
    assert second.status_code == 409
    assert uses()["trainings"] == Use(date(2025, 12, 15), is_set=True)
