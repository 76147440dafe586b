"""Sentences call an office what it is: a ward, a commune or a special zone."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from world_text import without_starters
from worlds import World, in_every_world

from intranet.figures.facts import Facts, PrintedOffice
from intranet.reports.annexes.forms import CODES, printed_form
from intranet.reports.markup import printed
from intranet.reports.sections.compose import of_facts


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


KINDS = ("phường", "xã", "đặc khu")
OF_RECORDS = ("inspections", "documents", "trainings", "proposals", "procedures", "overdue", "legal")
SAMPLE = re.compile(
    r"Tam Thanh|Lạng Sơn|Trần Đăng Ninh|Phòng Kinh tế|Hạ tầng và Đô thị|Facebook|Zalo|iOffice|mã QR"
    r"|478/QĐ|114/2013|157/KH|2109/QĐ|02/2025/QĐ|301/QĐ",
    re.IGNORECASE,
)
NOT_A_KIND = re.compile(r"cấp xã|xã hội", re.IGNORECASE)


def offices() -> Iterator[PrintedOffice]:
    """Of each kind: all of it known; its kind known by its name alone; without a centre and a short name."""
    for kind, place in (("phường", "Nông Trang"), ("xã", "Nà Hang"), ("đặc khu", "Phú Quốc")):
        full = PrintedOffice(
            name=f"Ủy ban nhân dân\n{kind} {place}",
            kind=kind,
            short_name=f"UBND {kind} {place}",
            province="tỉnh Tuyên Quang",
            centre=f"Trung tâm Phục vụ hành chính công {kind} {place}",
            address="số 1 đường Trần Phú",
            addressee="UBND tỉnh Tuyên Quang",
        )
        yield full
        yield replace(full, kind="", province="thành phố Cần Thơ")
        yield replace(full, short_name="", centre="", province="")


@pytest.mark.parametrize("office", [*offices()], ids=str)
@in_every_world
def test_nothing_composed_calls_it_another_kind_or_tells_of_the_sample(office: PrintedOffice, world: World):
    facts = replace(world.facts, office=office, **dict.fromkeys(OF_RECORDS, ()))
    text = said_of(facts)
    others = [kind for kind in KINDS if kind != office.called]
    assert not [kind for kind in others if re.search(rf"(?<!\w){kind}(?!\w)", text, re.IGNORECASE)]
    assert not SAMPLE.search(text)
    assert office.committee in text or facts.are_zero("focal.ward_leaders")


def said_of(facts: Facts) -> str:
    """What sections and annexes say, without the words that only the office's own lists hold."""
    listed = [name for _, name in facts.fields] + [cause.label for cause in facts.causes]
    sections = printed(of_facts(facts, without_starters(facts)), facts)
    told = [block.text for section in sections for block in section.blocks]
    forms = [str(printed_form(code, facts)) for code in CODES]
    text = NOT_A_KIND.sub("", "\n".join([*told, *forms]))
    for words in sorted(listed, key=len, reverse=True):
        text = text.replace(words, "")
    return text
