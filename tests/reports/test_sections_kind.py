"""Sentences call an office what it is: a ward, a commune or a special zone."""

import re

import pytest
from world_text import WITHOUT_STARTERS
from worlds import World, in_every_world

from intranet.figures.facts import PrintedOffice
from intranet.reports.markup import printed
from intranet.reports.sections.compose import of_facts
from intranet.reports.text import plain_text


@pytest.mark.parametrize(
    ("office", "called"),
    [
        (PrintedOffice(name="UBND phường Tam Thanh"), "phường"),
        (PrintedOffice(name="ỦY BAN NHÂN DÂN\nXÃ NÀ HANG"), "xã"),
        (PrintedOffice(name="Ủy ban nhân dân đặc khu Phú Quốc"), "đặc khu"),
        (PrintedOffice(name="UBND phường Xã Đàn", kind="xã"), "xã"),
        (PrintedOffice(), "đơn vị"),
    ],
)
def test_an_office_is_called_what_was_chosen_else_what_its_name_says(office, called):
    assert office.called == called


def test_its_short_name_goes_before_its_kind():
    assert PrintedOffice(name="UBND xã Nà Hang").committee == "UBND xã"
    assert PrintedOffice(name="UBND xã Nà Hang", short_name="UBND xã Nà Hang").committee == "UBND xã Nà Hang"
    assert PrintedOffice().committee == "UBND"


@in_every_world
def test_no_composed_sentence_calls_it_another_kind(world: World):
    facts = world.facts
    composed = of_facts(facts, WITHOUT_STARTERS)
    others = {"phường", "đặc khu"} - {facts.office.called}
    own_words = " ".join(re.findall(r"\w+", f"{facts.office} {facts.inspections} {facts.documents} {facts.trainings} "
                                    f"{facts.proposals} {facts.procedures} {facts.overdue} {facts.fields} "
                                    f"{facts.causes} {facts.legal}".lower()))  # fmt: skip
    text = plain_text(printed(composed, facts)).lower()
    for kind in others:
        if kind not in own_words:
            assert kind not in text
