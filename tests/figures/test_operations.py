"""Entering figures: only what changed is written, and what others typed meanwhile is not overwritten unseen."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from intranet.figures import operations
from intranet.figures.models import FigureEntry, current_entries, current_values
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused

Q1 = Period.parse("2026-Q1")
OWN = (date(2025, 9, 11), date(2026, 3, 15))


@pytest.fixture
def chi(cast):
    return cast("chi")


def enter(actor, windows=None, documents=None, seen=None, **values):
    """`staff__desk` stands for staff.desk."""
    typed = {name.replace("__", "."): value for name, value in values.items()}
    return operations.enter(Q1, typed, windows or {}, documents or {}, actor, seen)


def names(saved):
    return [entry.name for entry in saved.entries]


def last():
    return db.session.scalar(select(func.max(FigureEntry.id))) or 0


def test_what_was_typed_is_kept_with_who_and_when(chi):
    moment = datetime(2026, 3, 16, 2, 30, tzinfo=UTC)
    with as_of(moment):
        (entry,) = enter(chi, staff__desk=4).entries
    assert (entry.period_code, entry.name, entry.value) == ("2026-Q1", "staff.desk", 4)
    assert (entry.entered_by, entry.entered_at) == (chi, moment)


def test_one_save_has_one_moment(chi):
    saved = enter(chi, staff__desk=4, staff__total=6, focal__units=3)
    assert len({entry.entered_at for entry in saved.entries}) == 1


def test_only_what_changed_is_written(chi):
    enter(chi, staff__desk=4, staff__total=6)
    assert names(enter(chi, staff__desk=4, staff__total=7, staff__leaders=None)) == ["staff.total"]
    assert names(enter(chi, staff__desk=4, staff__total=7)) == []


def test_zero_is_a_figure_and_nothing_is_none(chi):
    enter(chi, staff__desk=0, staff__total=None)
    assert current_values(Q1) == {"staff.desk": 0}


def test_a_figure_can_be_taken_back_and_both_entries_stay(chi):
    enter(chi, staff__desk=4)
    assert names(enter(chi, staff__desk=None)) == ["staff.desk"]
    assert current_values(Q1) == {}
    assert db.session.scalars(select(FigureEntry.value).order_by(FigureEntry.id)).all() == [4, None]


def test_window_and_source_hold_for_the_figures_of_their_group(chi):
    saved = enter(
        chi,
        {"digitisation": OWN},
        {"staff": "Sổ nhân sự"},
        digitisation__due=9,
        digitisation__done=8,
        staff__desk=4,
    )
    kept = {entry.name: (entry.window, entry.source_document) for entry in saved.entries}
    assert kept == {
        "digitisation.due": (OWN, ""),
        "digitisation.done": (OWN, ""),
        "staff.desk": (None, "Sổ nhân sự"),
    }


def test_another_window_is_another_entry_and_a_group_left_out_keeps_its_own(chi):
    enter(chi, {"digitisation": OWN}, digitisation__due=9)
    (entry,) = enter(chi, digitisation__due=10).entries
    assert entry.window == OWN
    (entry,) = enter(chi, {"digitisation": None}, digitisation__due=10).entries
    assert entry.window is None


@pytest.mark.parametrize("name", ["inspections__done", "satisfaction__satisfied_rate", "nothing", "dossiers__by_field"])
def test_what_nobody_types_is_refused(chi, name):
    with pytest.raises(Refused, match="Không có số liệu nhập tay nào tên là"):
        enter(chi, **{name: 1})


def test_two_people_with_different_figures_both_stand(chi, cast):
    enter(chi, staff__desk=4, staff__total=6)
    seen = last()
    enter(cast("dung"), staff__desk=5, staff__total=6)
    saved = enter(chi, seen=seen, staff__desk=4, staff__total=7)
    assert names(saved) == ["staff.total"] and saved.theirs == ("staff.desk",) and saved.conflicts == ()
    assert current_values(Q1) == {"staff.desk": 5, "staff.total": 7}


def test_two_people_with_the_same_figure_the_second_is_told_and_the_rest_is_written(chi, cast):
    enter(chi, staff__desk=4, staff__total=6)
    seen = last()
    enter(cast("dung"), staff__desk=5)
    saved = enter(chi, seen=seen, staff__desk=3, staff__total=7)
    (conflict,) = saved.conflicts
    assert (conflict.stored.value, conflict.stored.entered_by.username, conflict.typed.value) == (5, "dung", 3)
    assert current_values(Q1) == {"staff.desk": 5, "staff.total": 7}


def test_who_has_seen_both_may_replace_the_other(chi, cast):
    enter(cast("dung"), staff__desk=5)
    assert enter(chi, seen=last(), staff__desk=3).conflicts == ()
    assert current_values(Q1) == {"staff.desk": 3}


def test_two_people_who_type_the_same_agree(chi, cast):
    enter(cast("dung"), staff__desk=5)
    saved = enter(chi, seen=0, staff__desk=5)
    assert saved == operations.Saved((), (), ())


def test_a_figure_filled_while_my_page_was_open_is_not_emptied_by_it(chi, cast):
    enter(cast("dung"), staff__desk=5)
    saved = enter(chi, seen=0, staff__desk=None)
    assert saved.theirs == ("staff.desk",) and current_values(Q1) == {"staff.desk": 5}


def test_my_source_is_not_put_to_a_figure_they_filled_and_i_left_empty(chi, cast):
    enter(cast("dung"), staff__desk=5)
    saved = enter(chi, documents={"staff": "Sổ của tôi"}, seen=0, staff__desk=None, staff__total=6)
    assert names(saved) == ["staff.total"] and saved.theirs == ("staff.desk",)


def test_a_taken_back_figure_that_another_changed_is_a_conflict(chi, cast):
    enter(chi, staff__desk=4)
    seen = last()
    enter(cast("dung"), staff__desk=5)
    assert len(enter(chi, seen=seen, staff__desk=None).conflicts) == 1


def test_another_period_is_another_matter(chi):
    enter(chi, staff__desk=4)
    operations.enter(Period.parse("2026-Q2"), {"staff.desk": 5}, {}, {}, chi, seen=0)
    assert current_values(Q1) == {"staff.desk": 4}
    assert [entry.value for entry in current_entries(Period.parse("2026-Q2"))] == [5]
