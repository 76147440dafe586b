"""The front-end files are there, and no page asks for one that is not."""

import gzip
import os
import re
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

import pytest

from intranet import frontend, menu

ROOT = Path(__file__).parents[2]
PAGES = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static").glob("*.*")]
TEXTS = {page: page.read_text(encoding="utf-8") for page in PAGES}


def test_every_file_is_in_its_place():
    for name in (*frontend.FILES, frontend.SPRITE):
        assert (frontend.VENDOR / name).stat().st_size > 0, name


def test_every_icon_is_a_symbol_of_the_sprite():
    root = ElementTree.parse(frontend.VENDOR / frontend.SPRITE).getroot()
    symbols = {symbol.get("id"): len(symbol) for symbol in root}
    assert tuple(symbols) == frontend.ICONS
    assert all(symbols.values()), "an icon without a stroke"


def test_pages_name_only_icons_there_are():
    calls = {page: re.findall(r"\bicon\(([^()]*)\)", text) for page, text in TEXTS.items() if page.name != "icon.html"}
    assert any(calls.values())
    for page, arguments in calls.items():
        for argument in arguments:
            names = re.findall(r'"([^"]*)"', argument)
            assert names or argument == "item.icon", f"{page}: icon({argument}) is not checked by this test"
            assert set(names) <= set(frontend.ICONS), f"{page}: icon({argument})"


def test_addresses_into_the_sprite_name_only_icons_there_are():
    for page, text in TEXTS.items():
        assert set(re.findall(r"icons\.svg[^#\s]*#([a-z][\w-]*)", text)) <= set(frontend.ICONS), page


def test_the_menu_names_only_icons_there_are():
    assert {item.icon for group in menu.MENU for item in group.items} <= set(frontend.ICONS)


def test_pages_name_only_files_there_are():
    names = set(chain.from_iterable(re.findall(r"vendor/([\w./-]+\w)", text) for text in TEXTS.values()))
    assert names and names <= {*frontend.FILES, frontend.SPRITE}


def test_the_style_sheet_travels_compressed(app):
    plain = (frontend.VENDOR / "tabler.min.css").read_bytes()
    accepting = {"Accept-Encoding": "gzip"}
    with app.test_client().get("/static/vendor/tabler.min.css", headers=accepting) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.data) == plain and len(answer.data) < len(plain) / 5


def test_a_missing_icon_is_named(tmp_path):
    for name in frontend.ICONS[1:]:
        (tmp_path / f"{name}.svg").write_text("<svg/>", encoding="utf-8")
    with pytest.raises(SystemExit, match=f"không có: {frontend.ICONS[0]}\\."):
        frontend.sprite(tmp_path)


@pytest.fixture
def vendor(tmp_path):
    """All the files, empty, as if just made."""
    for name in (*frontend.FILES, frontend.SPRITE):
        frontend.put(tmp_path / name, b"")
    return tmp_path


def test_what_is_newer_than_its_causes_is_left_alone(vendor):
    assert frontend.is_fresh(vendor)


def test_what_is_missing_is_fetched(vendor):
    (vendor / "fonts" / "Tinos-Bold.ttf").unlink()
    assert not frontend.is_fresh(vendor)


def test_what_is_older_than_the_lock_is_fetched_again(vendor):
    os.utime(vendor / "htmx.min.js", (0, 0))
    assert not frontend.is_fresh(vendor)


def test_a_file_is_replaced_whole_and_leaves_no_draft(tmp_path):
    frontend.put(tmp_path / "fonts" / "a.ttf", b"old")
    frontend.put(tmp_path / "fonts" / "a.ttf", b"new")
    assert [path.name for path in (tmp_path / "fonts").iterdir()] == ["a.ttf"]
    assert (tmp_path / "fonts" / "a.ttf").read_bytes() == b"new"
