"""A page about a report collects its period once, and so does a save."""

import pytest
from factories import a_report

from intranet.figures import figures_of
from intranet.kernel.db import db
from intranet.kernel.period import Period

KEY = "text.funding"
PAGE = "/reports/2026-Q1"


@pytest.fixture
def collected(monkeypatch):
    """The quarters whose figures were put together, in turn."""
    counted: list[str] = []
    whole = figures_of.of_quarter

    def count(period: Period, books: figures_of.Books) -> figures_of.PeriodFigures:
        counted.append(period.code)
        return whole(period, books)

    monkeypatch.setattr(figures_of, "of_quarter", count)
    return counted


@pytest.fixture
def report(cast):
    report = a_report(cast("chi"))
    db.session.commit()
    return report


@pytest.mark.parametrize(
    "address",
    [PAGE, f"{PAGE}/sections/{KEY}", f"{PAGE}/checks", f"{PAGE}/figures", f"{PAGE}/decide", f"{PAGE}/annexes"],
)
def test_a_page_collects_once(as_user, report, collected, address):
    client = as_user("chi")
    client.get(address)
    collected.clear()
    assert client.get(address).status_code == 200
    assert collected == ["2026-Q1"]


def test_a_figures_page_collects_once(as_user, report, collected):
    assert as_user("chi").get(f"{PAGE}/figures/dossiers.received").status_code == 200
    assert collected == ["2026-Q1"]


def test_a_save_of_one_section_collects_once(as_user, report, collected):
    saved = as_user("chi").post(f"{PAGE}/sections/{KEY}", data={"text": "Kinh phí đủ.", "version": "0"})
    assert saved.status_code == 303
    assert collected == ["2026-Q1"]


def test_giving_up_a_text_collects_once(as_user, report, collected):
    client = as_user("chi")
    client.post(f"{PAGE}/sections/{KEY}", data={"text": "Kinh phí đủ.", "version": "0"})
    page = client.get(f"{PAGE}/sections/{KEY}/composed").text
    digest = page.split('name="merge" value="')[1].split('"')[0]
    collected.clear()
    given_up = client.post(f"{PAGE}/sections/{KEY}/composed", data={"merge": digest, "version": "1"})
    assert given_up.status_code == 303
    assert collected == ["2026-Q1"]
