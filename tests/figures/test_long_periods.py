"""Long periods as they stand in the database: made of quarters, typed for themselves, approved quarters kept."""

from datetime import UTC, date, datetime

import pytest
from factories import a_figure, a_training, typed_figures

from intranet.figures import snapshots
from intranet.figures.collecting.collect import collect
from intranet.figures.fact import Origin
from intranet.figures.figures_of import figures_of
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period

HALF, YEAR = Period.parse("2026-H1"), Period.parse("2026-Y")


@pytest.fixture
def both_quarters(cast):
    for code, received, opening, pending in (("2026-Q1", 383, 20, 20), ("2026-Q2", 366, 29, 21)):
        typed = {"dossiers__received": received, "dossiers__opening": opening, "dossiers__pending": pending}
        typed_figures(code, cast("chi"), **typed, dossiers__paused=9, payments__total=300, payments__online=290)


def test_half_a_year_is_made_of_its_quarters(both_quarters):
    figures = figures_of(HALF)
    assert [figures[f"dossiers.{leaf}"].value for leaf in ("opening", "received", "pending")] == [20, 749, 21]
    received = figures["dossiers.received"]
    assert (received.origin, received.sources) == (Origin.COMPUTED, 2)
    assert figures["dossiers.carried_over"].value == 30
    assert str(figures["payments.online_rate"].value) == "96.7"


def test_a_year_lacks_what_a_quarter_lacks_and_says_which(both_quarters):
    received = figures_of(YEAR)["dossiers.received"]
    assert (received.value, received.origin) == (None, Origin.MISSING)
    assert received.why == "chưa có số của Quý III/2026, Quý IV/2026"


def test_what_is_typed_for_the_long_period_goes_before_and_the_difference_is_named(both_quarters, cast):
    a_figure(cast("chi"), "dossiers.received", 750, "2026-H1")
    received = figures_of(HALF)["dossiers.received"]
    assert (received.value, received.origin, received.recorded.value) == (750, Origin.ENTERED, 749)
    assert received.why == "đã nhập riêng cho cả kỳ; theo các quý: Quý I/2026 383 + Quý II/2026 366"


def test_an_approved_quarter_gives_what_it_said_then(both_quarters, cast):
    first = Period.parse("2026-Q1")
    snapshots.keep(first, figures_of(first))
    a_figure(cast("chi"), "dossiers.received", 400, "2026-Q1")
    assert figures_of(first)["dossiers.received"].value == 400
    assert figures_of(HALF)["dossiers.received"].value == 749
    snapshots.drop(first)
    assert figures_of(HALF)["dossiers.received"].value == 766


def test_a_snapshot_is_read_back_as_it_was_kept(both_quarters):
    first = Period.parse("2026-Q1")
    figures = {name: fact.bare for name, fact in figures_of(first).items()}
    snapshots.keep(first, figures)
    db.session.expire_all()
    assert snapshots.said_when_approved([first, HALF]) == {first: figures}


def test_a_register_in_use_over_several_quarters_is_summed(cast):
    with as_of(datetime(2026, 7, 1, tzinfo=UTC)):
        for day in (date(2026, 1, 10), date(2026, 2, 10), date(2026, 4, 10)):
            a_training(cast("an"), started_on=day, ended_on=day, title=str(day))
        assert figures_of(HALF)["trainings.courses"].value == 3


def test_the_report_of_a_long_period_says_the_same(both_quarters):
    assert {name: fact.value for name, fact in figures_of(HALF).items()} == {
        name: fact.value for name, fact in collect(HALF).figures.items() if name in figures_of(HALF)
    }


def test_the_page_of_a_long_period_tells_the_quarters_and_takes_a_figure_of_its_own(as_user, both_quarters):
    db.session.commit()
    client = as_user("chi")
    page = client.get("/figures/2026-H1").text
    assert "Số của kỳ này lấy từ các quý" in page and "Theo các quý: 749" in page
    assert client.post("/figures/2026-H1", data={"dossiers.received": "750", "seen": "0"}).status_code == 303
    page = client.get("/figures/2026-H1").text
    assert 'value="750"' in page and "số liệu có cả số nhập tay lẫn số theo hồ sơ, sổ" in page
    detail = client.get("/reports/2026-H1/figures/dossiers.received").text
    assert "đã nhập riêng cho cả kỳ; theo các quý: Quý I/2026 383 + Quý II/2026 366." in detail
    assert "chênh −1" in detail and 'href="/reports/2026-Q2/figures/dossiers.received"' in detail
