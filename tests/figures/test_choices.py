"""Figures that were typed and that dossiers tell, too: both are shown, one counts, and the controller may choose."""

import re
from datetime import date, timedelta

import pytest
from factories import a_figure, a_staged_import
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from intranet.dossiers import operations
from intranet.dossiers.models import ImportBatch, Source
from intranet.figures.collecting.collect import collect
from intranet.figures.fact import Origin, Recorded
from intranet.figures.models import FigureChoice
from intranet.figures.whose_word import Choice, records_count
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused

Q1 = Period.parse("2026-Q1")
PAGE, CHOICE = "/figures/2026-Q1", "/figures/2026-Q1/choices/dossiers.received"


def received() -> tuple[int | None, Origin]:
    fact = collect(Q1).figures["dossiers.received"]
    return fact.value, fact.origin


@pytest.fixture
def imported(cast):
    """One dossier received in the quarter, of a system in use since it began, whose export is dated after its end."""
    batch = a_staged_import(cast("chi"))
    operations.cover(batch.source, Q1.start, cast("chi"))
    operations.confirm(batch, False, cast("chi"))
    db.session.commit()


@pytest.fixture
def incomplete(imported):
    """Another system's export is expected and not there."""
    db.session.add(Source(name="Hệ thống Bộ Tư pháp", known={}))
    db.session.commit()


@pytest.fixture
def typed(cast):
    a_figure(cast("chi"), "dossiers.received", 5)
    db.session.commit()


def rows(page: str) -> str:
    found = re.search(r'<section[^>]* id="twofold".*?</section>', page, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])) if found else ""


@pytest.mark.parametrize(
    ("are_complete", "is_typed", "choice", "counts"),
    [
        (True, True, Choice.RULE, True),
        (True, True, Choice.ENTERED, False),
        (True, False, Choice.ENTERED, True),
        (False, True, Choice.RULE, False),
        (False, True, Choice.RECORDS, True),
        (False, False, Choice.RULE, False),
        (False, False, Choice.RECORDS, True),
    ],
)
def test_what_counts_follows_from_completeness_and_choice(are_complete, is_typed, choice, counts):
    recorded = Recorded(1, 1, are_complete, "vì sao", "trang", "hồ sơ")
    assert records_count(recorded, is_typed, choice) is counts


@pytest.mark.parametrize("choice", Choice)
def test_what_records_do_not_say_never_counts(choice):
    assert not records_count(None, False, choice)
    assert not records_count(Recorded(None, 2, False, "thiếu quý II", "trang", "quý"), False, choice)


def test_dossiers_give_their_figures_once_every_export_is_in(imported):
    assert received() == (1, Origin.RECORDS)


def test_until_then_what_was_typed_counts(incomplete, typed):
    assert received() == (5, Origin.ENTERED)


def test_an_incomplete_count_never_passes_for_the_figure(incomplete):
    assert received() == (None, Origin.MISSING)


def test_nothing_imported_says_nothing(app):
    assert received() == (None, Origin.MISSING)


def test_a_system_that_tells_all_only_from_later_on_is_not_complete(imported, typed):
    source = db.session.scalars(select(Source)).one()
    source.covers_from = Q1.start + timedelta(days=1)
    assert received() == (5, Origin.ENTERED)
    source.covers_from = Q1.start
    assert received() == (1, Origin.RECORDS)


def test_a_system_no_longer_expected_is_not_waited_for(incomplete, typed):
    db.session.scalar(select(Source).where(Source.name == "Hệ thống Bộ Tư pháp")).is_expected = False
    assert received() == (1, Origin.RECORDS)


def test_an_export_of_the_periods_last_day_is_not_complete(imported, typed):
    batch = a_batch()
    batch.exported_on = Q1.end
    assert received() == (5, Origin.ENTERED)
    batch.exported_on = date(2026, 3, 15)
    assert received() == (1, Origin.RECORDS)


def a_batch() -> ImportBatch:
    return db.session.scalars(select(ImportBatch)).one()


def test_the_page_shows_both_the_difference_and_why(as_user, imported, typed):
    shown = rows(as_user("dung").get(PAGE).text)
    assert "Tất cả" not in shown and "5 1 hồ sơ" in shown and "−4" in shown
    assert "Báo cáo dùng số theo hồ sơ vì các hệ thống đã có tệp kết xuất sau ngày 14/03/2026." in shown


def test_the_page_names_the_system_that_is_lacking(as_user, incomplete, typed):
    shown = rows(as_user("chi").get(PAGE).text)
    why = "còn thiếu tệp kết xuất sau ngày 14/03/2026 của Hệ thống Bộ Tư pháp."
    assert f"Báo cáo dùng số đã nhập vì {why}" in shown and f"Báo cáo chưa có số này vì {why}" in shown


def test_the_controller_chooses_otherwise_for_a_reason_and_takes_it_back(as_user, imported, typed):
    client = as_user("chi")
    unreasoned = client.post(CHOICE, data={"choice": "entered", "reason": "", "seen": "0"})
    assert unreasoned.status_code == 422 and "Hãy ghi lý do chọn." in unreasoned.text
    reason = "Hệ thống của bộ đếm thiếu hồ sơ giấy."
    assert client.post(CHOICE, data={"choice": "entered", "reason": reason, "seen": "0"}).status_code == 303
    assert received() == (5, Origin.ENTERED)
    assert reason in rows(client.get(PAGE).text)
    assert 'name="dossiers.received"' in client.get(PAGE).text
    last = db.session.scalar(select(FigureChoice.id))
    assert reason in client.get(CHOICE).text
    assert client.post(CHOICE, data={"choice": "rule", "seen": str(last)}).status_code == 303
    assert received() == (1, Origin.RECORDS)


def test_what_is_counted_already_cannot_be_chosen_again(as_user, imported, typed):
    answer = as_user("chi").post(CHOICE, data={"choice": "rule", "seen": "0"})
    assert answer.status_code == 422 and "Báo cáo đang dùng đúng số này." in answer.text


def test_a_number_nobody_typed_cannot_be_chosen(as_user, incomplete):
    answer = as_user("chi").post(CHOICE, data={"choice": "entered", "reason": "Vì sao", "seen": "0"})
    assert answer.status_code == 422 and "Chưa ai nhập số này." in answer.text and "Vì sao" in answer.text


def test_an_incomplete_count_can_be_chosen_deliberately(as_user, incomplete):
    answer = as_user("chi").post(CHOICE, data={"choice": "records", "reason": "Hệ thống kia ngừng.", "seen": "0"})
    assert answer.status_code == 303 and received() == (1, Origin.RECORDS)


def test_of_two_who_choose_the_second_is_asked_again(as_user, imported, typed):
    client = as_user("chi")
    client.post(CHOICE, data={"choice": "entered", "reason": "Lý do một", "seen": "0"})
    second = client.post(CHOICE, data={"choice": "records", "reason": "Lý do hai", "seen": "0"})
    assert second.status_code == 409 and "Người khác vừa chọn" in second.text and "Lý do hai" in second.text
    assert received() == (5, Origin.ENTERED)


def test_a_figure_with_one_value_has_nothing_to_choose(as_user, imported):
    assert as_user("chi").get(CHOICE).status_code == 404
    assert as_user("chi").get("/figures/2026-Q1/choices/nothing.at_all").status_code == 404
    assert not rows(as_user("chi").get(PAGE).text)


def test_a_choice_needs_a_reason_and_is_never_changed(cast, imported):
    made = {"period_code": "2026-Q1", "name": "dossiers.received", "chosen_by": cast("chi"), "chosen_at": now()}
    db.session.add(FigureChoice(choice=Choice.ENTERED, reason="", **made))
    with pytest.raises(IntegrityError, match="has_reason"):
        db.session.flush()
    db.session.rollback()
    kept = FigureChoice(choice=Choice.ENTERED, reason="Có lý do", **made | {"chosen_by": cast("chi")})
    db.session.add(kept)
    db.session.flush()
    kept.reason = "Lý do khác"
    with pytest.raises(Refused):
        db.session.flush()


def test_the_list_of_periods_does_not_ask_for_what_dossiers_tell(as_user, imported):
    page = re.sub(r"\s+", " ", as_user("chi").get("/figures/").text)
    totals = dict(re.findall(r'href="/figures/(2026-Q[12])">.*?<span>0/(\d+) số liệu', page))
    assert int(totals["2026-Q1"]) < int(totals["2026-Q2"])
