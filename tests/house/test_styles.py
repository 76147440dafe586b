"""Every colour of the product has a name, in one place."""

import re
from pathlib import Path

STYLES = (Path(__file__).parents[2] / "static" / "intranet.css").read_text(encoding="utf-8")
COLOUR = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch|lab)\(|(?<![\w-])(?:white|black|red|green|blue|gr[ae]y)(?![\w-])"
)
NAMES = re.compile(r"^:root \{.*?^\}", re.DOTALL | re.MULTILINE)


def test_colours_stand_among_the_names_alone():
    named = NAMES.search(STYLES)
    assert named and len(COLOUR.findall(named[0])) > 20
    assert COLOUR.findall(NAMES.sub("", STYLES)) == []


def test_every_named_colour_is_used():
    named = NAMES.search(STYLES)
    assert named
    for name in re.findall(r"(--[\w-]+):", named[0]):
        assert f"var({name})" in STYLES, name
