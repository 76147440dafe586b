"""Forms: clean values, Vietnamese sentences."""

from datetime import date
from types import SimpleNamespace

import pytest
from werkzeug.datastructures import MultiDict

from intranet.accounts.models import Role
from intranet.kernel.forms import (
    EntityField,
    EnumField,
    clean,
    day,
    line,
    text,
    whole_number,
)
from intranet.kernel.versioned import VersionedForm
from intranet.kernel.workflow import Reason, Refused

UNITS = [SimpleNamespace(id=1), SimpleNamespace(id=2)]


class TripForm(VersionedForm):
    name = line("Tên", "Hãy nhập tên.", longest=20)
    story = text("Nội dung")
    on = day("Ngày", "Hãy nhập ngày.")
    count = whole_number("Số lượng")
    role = EnumField("Vai trò", Role)
    unit = EntityField("Đơn vị")


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context(method="POST"):
        yield


def trip(**typed):
    form = TripForm(MultiDict({"name": "An", "on": "2026-02-05"} | typed))
    form.unit.offer(UNITS)
    return form


def test_values_come_clean_and_typed():
    form = trip(name="  Ho\u0300a\x00 ", story="a\r\nb", role="officer", unit="2", count="3", version="7")
    assert form.validate(), form.errors
    assert form.values() == {
        "name": "Hòa",
        "story": "a\nb",
        "on": date(2026, 2, 5),
        "count": 3,
        "role": Role.OFFICER,
        "unit": UNITS[1],
    }


@pytest.mark.parametrize("typed", ["05/02/2026", "2026-02-05"])
def test_a_day_is_read_as_people_and_browsers_write_it(typed):
    assert trip(on=typed).on.data == date(2026, 2, 5)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"name": " "}, "name", "Hãy nhập tên."),
        ({"name": "x" * 21}, "name", "Hãy viết gọn lại, tối đa 20 ký tự."),
        ({"on": ""}, "on", "Hãy nhập ngày."),
        ({"on": "31/02/2026"}, "on", "Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2026."),
        ({"on": "0001-01-01"}, "on", "Hãy kiểm tra lại năm: chỉ nhận từ năm 2000 đến năm 2100."),
        ({"count": "ba"}, "count", "Hãy nhập một số nguyên, ví dụ 12."),
        ({"role": "king"}, "role", "Hãy chọn một mục trong danh sách."),
        ({"unit": "3"}, "unit", "Hãy chọn một mục trong danh sách."),
        ({"unit": "x"}, "unit", "Hãy chọn một mục trong danh sách."),
    ],
)
def test_what_is_wrong_is_said_in_vietnamese_at_its_field(typed, field, sentence):
    form = trip(**typed)
    assert not form.validate()
    assert form.errors[field] == [sentence]


def test_a_refusal_stands_at_the_field_it_names_or_above_the_form():
    form = trip()
    form.validate()
    form.refuse(Refused(Reason("Tên đã có.", "name"), Reason("Chưa được.", "elsewhere")))
    assert form.name.errors == ["Tên đã có."] and form.form_errors == ["Chưa được."]


def test_a_form_knows_that_it_was_overtaken_and_shows_what_is_stored():
    stored = SimpleNamespace(version=8, name="Bình", on=date(2026, 2, 5))
    form = trip(version="7")
    assert form.overtaken(stored)
    assert form.theirs == {"name": "Bình"}
    assert form.version.data == 8 and not form.overtaken(stored)


def test_two_who_saved_the_same_do_not_quarrel():
    stored = SimpleNamespace(version=8, name="An", on=date(2026, 2, 5))
    assert not trip(version="7").overtaken(stored)


def test_a_text_that_was_not_sent_is_empty():
    assert trip().values()["story"] == ""


def test_text_is_composed_and_free_of_control_characters():
    assert clean("vie\u0323\u0302t\x07\x00 ") == "việt"
    assert clean(None) is None
