"""The figures page puts first what a person must type; the rest is folded, with where it comes from."""

import re
from html.parser import HTMLParser

import pytest
from factories import a_document, a_figure, a_register_in_use, a_training

from intranet.figures.reading import sheet_of
from intranet.figures.sheet import PartRank
from intranet.kernel.period import Period

PAGE = "/figures/2026-Q1"
Q1, H1 = Period.parse("2026-Q1"), Period.parse("2026-H1")


class Folds(HTMLParser):
    """Which named fields stand open, and which within something that is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.closed: list[bool] = []
        self.open_fields: set[str] = set()
        self.folded_fields: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "details":
            self.closed.append("open" not in told)
        if tag == "input" and "data-figure" in told:
            (self.folded_fields if any(self.closed) else self.open_fields).add(str(told["name"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self.closed.pop()


def keys(period: Period, rank: PartRank) -> list[str]:
    return [part.group.key for part in sheet_of(period).ranks.get(rank, [])]


def order(page: str) -> list[str]:
    return re.findall(r'id="group-([a-z-]+)"', page)


def test_groups_that_must_be_typed_stand_first_in_the_order_of_the_report(as_user, cast):
    a_register_in_use("documents")
    a_document(cast("an"))
    assert keys(Q1, PartRank.GIVEN) == ["documents"]
    assert keys(Q1, PartRank.WITHOUT_REGISTER) == ["proposals", "internal-procedures", "overdue", "trainings"]
    page = as_user("chi").get(PAGE).text
    assert order(page)[:3] == ["focal", "impact", "procedures"]
    assert order(page)[-1] == "documents"
    assert set(order(page)) == {part.group.key for part in sheet_of(Q1).parts}


def test_a_group_that_a_register_gives_is_folded_and_names_its_source(as_user, cast):
    a_register_in_use("trainings")
    a_training(cast("an"))
    page = as_user("dung").get(PAGE).text
    folded = re.search(r'<details[^>]* id="group-trainings">.*?</details>', page, flags=re.S)
    assert folded and "3 số liệu theo mục trong sổ" in re.sub(r"\s+", " ", folded[0])


def test_every_figure_that_waits_for_a_person_stands_open(as_user):
    folds = Folds(as_user("chi").get(PAGE).text)
    assert len(folds.open_fields) == 118 and not folds.folded_fields


def test_what_the_quarters_give_is_folded_and_may_still_be_typed_over(as_user, cast):
    for quarter in ("2026-Q1", "2026-Q2"):
        a_figure(cast("chi"), "feedback.received", 4, quarter)
    chi = as_user("chi")
    folds = Folds(chi.get("/figures/2026-H1").text)
    assert "feedback.received" in folds.folded_fields and "feedback.handled" in folds.open_fields
    chi.post("/figures/2026-H1", data={"feedback.received": "9"})
    assert "feedback.received" in Folds(chi.get("/figures/2026-H1").text).open_fields


def test_what_is_wrong_within_a_fold_opens_it(as_user, cast):
    for quarter in ("2026-Q1", "2026-Q2"):
        a_figure(cast("chi"), "feedback.received", 4, quarter)
    refused = as_user("chi").post("/figures/2026-H1", data={"feedback.received": "bốn"})
    assert refused.status_code == 422 and 'value="bốn"' in refused.text
    assert "feedback.received" in Folds(refused.text).open_fields


@pytest.mark.parametrize("username", ["chi", "dung"])
def test_a_page_of_one_kind_of_groups_needs_no_headings(as_user, username):
    assert "Đã có nơi lấy số" not in as_user(username).get(PAGE).text
