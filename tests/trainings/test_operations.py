"""Recording a training and changing who took part; what the database never lets be."""

from datetime import UTC, date, datetime

import pytest
from factories import a_training
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from intranet.accounts.models import Unit
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused
from intranet.records import operations as records
from intranet.records.approval import State
from intranet.trainings import operations
from intranet.trainings.models import Attendance, Attendee, Training


@pytest.fixture
def an(cast):
    return cast("an")


@pytest.fixture
def vh(app):
    return db.session.query(Unit).filter_by(code="VH").one()


def person(name, unit, result=""):
    return Attendee(unit, name, 1, result)


def names(training):
    db.session.expire(training)
    return [it.full_name for it in training.attendances]


def last_change(training):
    return {label: (old, new) for label, old, new in training.trail[0].changes}


def test_a_course_counts_for_its_last_day(an):
    training = a_training(an)
    assert training.occurs_on == date(2026, 1, 21)
    operations.change(training, {"ended_on": date(2026, 1, 22)}, an)
    assert training.occurs_on == date(2026, 1, 22)


def test_participants_are_the_named_and_the_counted(an, vh):
    training = a_training(an, person("Lê Văn An", an.unit), Attendee(vh, "", 4, ""), Attendee(vh, "", 2, "đợt hai"))
    assert training.participants == 7


def test_the_trail_tells_who_came_and_who_went(an, vh):
    training = a_training(an, person("Lê Văn An", an.unit), Attendee(vh, "", 4, ""))
    now = [person("Lê Văn An", an.unit, "Giỏi"), Attendee(vh, "", 6, "")]
    operations.change(training, {"attendees": now, "hours": 14}, an)
    assert last_change(training) == {
        "Người tham dự": (
            "Lê Văn An (Bộ phận Tư pháp)\n4 người (Phòng Văn hóa - Xã hội)",
            "Lê Văn An (Bộ phận Tư pháp): Giỏi\n6 người (Phòng Văn hóa - Xã hội)",
        ),
        "Thời lượng (giờ)": ("12", "14"),
    }


def test_of_sixty_people_the_trail_tells_only_who_changed(an):
    sixty = [person(f"Học viên {number:02}", an.unit) for number in range(1, 61)]
    training = a_training(an, *sixty)
    operations.change(training, {"attendees": [*sixty[:-1], person("Lê Văn An", an.unit)]}, an)
    kept = "(59 dòng khác giữ nguyên)"
    told = (f"Học viên 60 (Bộ phận Tư pháp)\n{kept}", f"Lê Văn An (Bộ phận Tư pháp)\n{kept}")
    assert last_change(training) == {"Người tham dự": told}


def test_the_same_people_again_change_nothing(an, vh):
    people = [person("Lê Văn An", an.unit), Attendee(vh, "", 4, "")]
    training = a_training(an, *people)
    operations.change(training, {"attendees": people}, an)
    assert [entry.action for entry in training.trail] == ["create"]


def test_people_stand_in_the_order_they_were_typed_in(an, vh):
    first, second = person("Lê Văn An", an.unit), person("Trần Thị Bình", vh)
    training = a_training(an, first, second)
    rows = {it.full_name: it.id for it in training.attendances}
    operations.change(training, {"attendees": [person("Vũ Văn Mới", vh), second, first]}, an)
    assert names(training) == ["Vũ Văn Mới", "Trần Thị Bình", "Lê Văn An"]
    assert {it.full_name: it.id for it in training.attendances if it.full_name in rows} == rows, (
        "who stays is no new row"
    )


def test_who_is_left_out_is_gone_from_the_database_and_from_searches(an):
    training = a_training(an, person("Lê Văn An", an.unit), person("Trần Thị Bình", an.unit))
    operations.change(training, {"attendees": [person("Lê Văn An", an.unit)]}, an)
    assert db.session.query(Attendance).count() == 1
    assert "le van an" in training.search and "binh" not in training.search


@pytest.mark.parametrize("approved", [False, True])
def test_what_is_submitted_or_approved_keeps_its_people(an, cast, approved):
    training = a_training(an)
    records.act(training, "submit", an)
    if approved:
        records.act(training, "approve", cast("dung"))
    with pytest.raises(Refused):
        operations.change(training, {"attendees": []}, an)
    training.attendances[0].result = "Giỏi"
    with pytest.raises(Refused):
        db.session.flush()


def test_a_decision_names_the_people_it_decided_on(an):
    training = a_training(an)
    before = training.fingerprint()
    operations.change(training, {"attendees": [person("Nguyễn Văn Học", an.unit, "Đạt")]}, an)
    assert training.fingerprint() != before


def test_the_same_course_again_is_doubted_whichever_unit_recorded_it(an, cast):
    a_training(an)
    again = a_training(cast("binh"), title="kỹ năng số hoá hồ sơ")
    (doubt,) = operations.doubts(again)
    assert doubt.anchor == "title" and "đã có trong sổ" in doubt.message
    assert operations.doubts(a_training(an, ended_on=date(2026, 1, 22))) == ()


def test_what_was_cancelled_is_no_course_already_recorded(an):
    mistaken = a_training(an)
    records.act(mistaken, "cancel", an, "Ghi nhầm")
    assert operations.doubts(a_training(an)) == ()


def test_a_course_that_ends_ahead_is_doubted_and_not_submitted(an):
    with as_of(datetime(2026, 1, 20, 3, tzinfo=UTC)):
        training = a_training(an)
        assert [doubt.anchor for doubt in operations.doubts(training)] == ["ended_on"]
        with pytest.raises(Refused, match="chưa kết thúc"):
            records.act(training, "submit", an)
    with as_of(datetime(2026, 1, 21, 3, tzinfo=UTC)):
        records.act(training, "submit", an)
    assert training.state is State.SUBMITTED


@pytest.mark.parametrize(
    ("broken", "constraint"),
    [
        ("UPDATE trainings SET hours = 0", "takes_time"),
        ("UPDATE trainings SET ended_on = '2020-01-01'", "ends_after_start"),
        ("UPDATE trainings SET organiser = ''", "has_organiser"),
        ("UPDATE trainings SET mode = 'by_post'", "mode"),
        ("UPDATE attendances SET headcount = 0", "counts_somebody"),
        ("UPDATE attendances SET headcount = 2", "a_name_is_one"),
        ("UPDATE attendances SET name_key = ''", "a_name_has_its_key"),
        ("UPDATE attendances SET position = 0", "position_from_one"),
    ],
)
def test_the_database_refuses_what_cannot_be(an, broken, constraint):
    a_training(an)
    with pytest.raises(IntegrityError, match=constraint):
        db.session.execute(text(broken))


def test_the_database_refuses_the_same_person_twice_but_not_two_groups(an):
    a_training(an, Attendee(an.unit, "", 3, ""), Attendee(an.unit, "", 3, ""))
    with pytest.raises(IntegrityError):
        a_training(an, person("Lê Văn An", an.unit), person("lê văn AN", an.unit), title="Khóa hai")
    db.session.rollback()


def test_lines_trade_places_units_and_names_in_one_save(an, vh):
    """Changing the unit of one line and the name of another in one save never stands in its own way."""
    training = a_training(an, person("Lê Văn An", an.unit), person("Trần Thị Bình", an.unit))
    swapped = [person("Trần Thị Bình", an.unit), person("Lê Văn An", vh), person("LÊ VĂN AN", an.unit)]
    operations.change(training, {"attendees": swapped}, an)
    assert names(training) == ["Trần Thị Bình", "Lê Văn An", "LÊ VĂN AN"]
    assert db.session.query(Training).one().participants == 3
