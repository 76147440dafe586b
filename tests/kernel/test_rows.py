"""Several lines of one kind in one form."""

import pytest
from werkzeug.datastructures import MultiDict

from intranet.kernel.forms import day, line, whole_number
from intranet.kernel.rows import MOST, SPARE, RowForm, RowsField
from intranet.kernel.versioned import VersionedForm
from intranet.kernel.workflow import Reason


class StepForm(RowForm):
    task = line("Việc", "Hãy ghi việc của bước.")
    hours = whole_number("Số giờ", "Hãy nhập số giờ.")
    until = day("Đến ngày")


class PlanForm(VersionedForm):
    class Meta(VersionedForm.Meta):
        csrf = False

    steps = RowsField(StepForm, "Các bước")


@pytest.fixture
def sent(app):
    """A form over what was sent; over what is stored where nothing was."""

    def form(data=None, **stored):
        with app.test_request_context(method="POST" if data is not None else "GET", data=data):
            made = PlanForm(formdata=MultiDict(data) if data is not None else None, **stored)
            made.is_valid = made.validate()
            return made

    return form


STORED = [{"task": "Tiếp nhận", "hours": 4, "until": None}, {"task": "Thẩm định", "hours": 8, "until": None}]


def test_what_is_stored_stands_above_some_empty_lines(sent):
    form = sent(steps=STORED)
    assert [row.task.data for row in form.steps.rows][:2] == ["Tiếp nhận", "Thẩm định"]
    assert len(form.steps.rows) == len(STORED) + SPARE
    assert form.values() == {"steps": STORED}


def test_lines_come_back_in_their_order_without_the_empty_ones(sent):
    form = sent({"steps-2-task": "Ký", "steps-2-hours": "2", "steps-0-task": "Nhận", "steps-0-hours": "1",
                 "steps-1-task": "", "steps-1-hours": ""})  # fmt: skip
    assert form.is_valid
    assert [(row["task"], row["hours"]) for row in form.values()["steps"]] == [("Nhận", 1), ("Ký", 2)]


def test_what_is_wrong_names_its_line_and_keeps_what_was_typed(sent):
    form = sent({"steps-0-task": "Nhận", "steps-0-hours": "hai", "steps-1-hours": "3"})
    assert not form.is_valid
    assert form.errors["steps"] == [
        "Dòng 1: Hãy nhập một số nguyên, ví dụ 12.",
        "Dòng 2: Hãy ghi việc của bước.",
    ]
    assert form.steps.rows[0].hours.raw_data == ["hai"]


def test_no_more_lines_are_taken_than_a_page_can_bear(sent):
    form = sent({f"steps-{number}-task": "Việc" for number in range(MOST + 50)})
    assert len(form.steps.rows) == MOST


def test_more_lines_are_given_below_what_was_typed(sent):
    typed = {"steps-0-task": "Nhận", "steps-0-hours": "hai"}
    form = sent(typed | {"more-steps": "1"})
    assert [row.task.data for row in form.steps.rows] == ["Nhận", *[None] * SPARE]
    assert form.steps.rows[0].hours.raw_data == ["hai"]
    assert not form.steps.is_full and sent({f"steps-{number}-task": "Việc" for number in range(MOST)}).steps.is_full


def test_who_asks_for_more_lines_is_not_told_what_is_missing(app):
    typed = {"steps-0-hours": "hai"}
    for asked, is_told in (({}, True), ({"more-steps": "1"}, False), ({"more-other": "1"}, True)):
        with app.test_request_context(method="POST", data=typed | asked):
            form = PlanForm()
            assert form.validate_on_submit() is False
            assert bool(form.errors) is is_told, asked


def test_asking_for_more_lines_of_what_is_right_saves_nothing(app):
    with app.test_request_context(
        method="POST", data={"steps-0-task": "Nhận", "steps-0-hours": "2", "more-steps": "1"}
    ):
        assert PlanForm().validate_on_submit() is False
    with app.test_request_context(method="POST", data={"steps-0-task": "Nhận", "steps-0-hours": "2"}):
        assert PlanForm().validate_on_submit() is True


def test_a_doubt_is_asked_until_exactly_it_is_confirmed(app):
    doubt = (Reason("Chi phí tăng. Có đúng không?", "after"),)
    with app.test_request_context(method="POST", data={}):
        form = PlanForm()
        assert form.confirms(()) and not form.confirms(doubt)
        answer = form.question
    with app.test_request_context(method="POST", data={"confirmed": answer}):
        assert PlanForm().confirms(doubt)
        assert not PlanForm().confirms((*doubt, Reason("Thời gian tăng. Có đúng không?")))
