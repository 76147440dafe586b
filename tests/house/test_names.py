"""A name says what a thing is: no two classes of the house share one."""

import ast
from collections import defaultdict
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "intranet"


def classes() -> dict[str, list[str]]:
    """The modules that define a class of this name."""
    found = defaultdict(list)
    for path in sorted(HOUSE.rglob("*.py")):
        for thing in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(thing, ast.ClassDef):
                found[thing.name].append(str(path.relative_to(HOUSE)))
    return found


def test_every_class_name_stands_once():
    found = classes()
    assert len(found) > 200
    assert {name: places for name, places in found.items() if len(places) > 1} == {}
