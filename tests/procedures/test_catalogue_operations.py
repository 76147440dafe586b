"""Taking a list over, changing one procedure, and counting as of a day."""

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from intranet.accounts.models import AccountEntry
from intranet.figures.sources import catalogue as source
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.procedures import catalogue_operations as operations
from intranet.procedures.catalogue import Handling, OnlineLevel, Procedure, Validity
from intranet.procedures.catalogue_counting import LABELS, MARKS, counted, counts
from intranet.procedures.catalogue_reading import read_file

SAMPLE = Path(__file__).parents[2] / "intranet" / "demo" / "exports" / "danh-muc-tthc.xlsx"
TOLD = json.loads((Path(__file__).parents[1] / "quarter.json").read_text(encoding="utf-8"))
Q1 = Period.parse("2026-Q1")


@pytest.fixture
def take(app):
    return lambda data: operations.take_over(read_file(data, "danh-muc.xlsx"), "danh-muc.xlsx", None)


@pytest.fixture
def notes(app):
    return lambda *actions: db.session.scalars(select(AccountEntry.note).where(AccountEntry.action.in_(actions))).all()


def values_of(procedure: Procedure, **change) -> dict:
    return {name: getattr(procedure, name) for name in Procedure.labels} | change


def test_the_sample_gives_the_figures_of_its_quarter_to_the_unit(take):
    take(SAMPLE.read_bytes())
    told = {name: value for name, value in TOLD.items() if name in MARKS}
    assert len(told) == len(MARKS) - 1  # the total of what is online follows from two of them
    assert counts(Q1) == told | {"procedures.online_total": 399}


def test_a_list_taken_over_again_changes_nothing(take, notes):
    data = SAMPLE.read_bytes()
    first, second = take(data), take(data)
    assert (first.read, first.created, first.updated, first.unchanged) == (399, 399, 0, 0)
    assert (second.read, second.created, second.updated, second.unchanged) == (399, 0, 0, 399)
    assert notes(operations.IMPORTED) == ["399 mới, 0 thay đổi, 0 giữ nguyên"]
    assert set(db.session.scalars(select(Procedure.version))) == {1}


def test_a_newer_list_changes_what_it_tells_and_keeps_the_rest(take, notes, procedure, list_of, row):
    kept = procedure(code="9.9", decision="12/QĐ-UBND")
    stored = procedure(postal=True, decision="12/QĐ-UBND", is_published=False)
    outcome = take(list_of(row(online="Toàn trình"), row(code="2.000101")))
    assert (outcome.created, outcome.updated, outcome.unchanged) == (1, 1, 0)
    assert stored.online is OnlineLevel.FULL
    assert (stored.postal, stored.decision, stored.is_published) == (True, "12/QĐ-UBND", False)
    assert kept.version == 1
    assert notes(operations.CHANGED) == ["Mức độ trực tuyến: Một phần → Toàn trình"]


def test_rows_may_stand_in_any_order(take, list_of, row):
    rows = [row(), row(code="2.000101", handling="Liên thông"), row(code="2.000102", online="Toàn trình")]
    take(list_of(*rows))
    assert take(list_of(*reversed(rows))).unchanged == 3


def test_what_was_abolished_in_may_still_counts_in_march(procedure):
    procedure(effective_to=date(2026, 5, 31))
    assert counts(Q1)["procedures.total"] == 1
    assert counts(Period.parse("2026-Q2"))["procedures.total"] == 0


@pytest.mark.parametrize(
    ("since", "until", "total"),
    [
        (date(2026, 3, 14), None, 1),
        (date(2026, 3, 15), None, 0),
        (date(2025, 7, 1), date(2026, 3, 14), 1),
        (date(2025, 7, 1), date(2026, 3, 13), 0),
    ],
)
def test_both_of_its_days_belong_to_a_procedure(procedure, since, until, total):
    stored = procedure(effective_from=since, effective_to=until)
    assert counts(Q1)["procedures.total"] == total
    assert (stored.validity(Q1.end) is Validity.IN_FORCE) == bool(total)


def test_one_stop_leaves_out_the_interlinked_and_not_published_is_not_published(procedure):
    procedure(code="1", handling=Handling.INTERLINKED, is_published=False)
    procedure(code="2", handling=Handling.OTHER, online=OnlineLevel.NONE, postal=True, on_site=True)
    procedure(code="3", online=OnlineLevel.FULL)
    assert counts(Q1) == {
        "procedures.total": 3,
        "procedures.one_stop": 1,
        "procedures.interlinked": 1,
        "procedures.postal": 1,
        "procedures.online_full": 1,
        "procedures.online_partial": 1,
        "procedures.online_total": 2,
        "procedures.on_site": 1,
        "procedures.published": 2,
    }


def test_every_figure_lists_as_many_as_it_counts(take):
    take(SAMPLE.read_bytes())
    for name, value in counts(Q1).items():
        assert len(db.session.scalars(select(Procedure.id).where(counted(name, Q1))).all()) == value
    assert set(LABELS) == set(MARKS)


def test_a_procedure_counts_where_it_is_in_force_on_the_periods_last_day(procedure):
    assert source.counts(Q1)["procedures.total"].value == 0
    procedure(effective_from=date(2026, 3, 15))
    assert source.counts(Q1)["procedures.total"].value == 0
    procedure(code="2")
    assert source.counts(Q1)["procedures.online_partial"].value == 1
    assert all(source.is_counted(name) for name in source.counts(Q1))


def test_a_code_belongs_to_one_procedure(procedure, cast):
    stored, other = procedure(), procedure(code="2.000101")
    with pytest.raises(Refused, match="đã dùng"):
        operations.create(values_of(stored), cast("chi"))
    with pytest.raises(Refused, match="đã dùng"):
        operations.change(other, values_of(other, code=stored.code), cast("chi"))
    operations.change(other, values_of(other, name="Đăng ký khai tử"), cast("chi"))
    assert other.name == "Đăng ký khai tử"


def test_an_end_before_the_start_is_refused_by_the_form_and_by_the_database(procedure, cast):
    stored = procedure()
    with pytest.raises(Refused, match="không sớm hơn"):
        operations.change(stored, values_of(stored, effective_to=date(2025, 6, 30)), cast("chi"))
    with pytest.raises(IntegrityError):
        procedure(code="2", effective_to=date(2025, 6, 30))


def test_what_it_is_found_by_follows_a_change(procedure, cast):
    stored = procedure()
    operations.change(stored, values_of(stored, name="Đất đai", field_name="Đất đai"), cast("chi"))
    db.session.flush()
    assert (stored.field, stored.search_words, stored.sort_key) == ("dat-dai", "1 000100 dat dai", "dat dai")
