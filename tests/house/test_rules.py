"""A rule that is written is asked: no function that checks a paper stands beside the list of rules."""

import importlib
import pkgutil
from inspect import isfunction, signature
from pathlib import Path

from import_chains import says_pure

from intranet import checks
from intranet.checks.paper import Paper
from intranet.checks.rules import RULES

FOLDER = Path(__file__).parents[2] / "intranet" / "checks"


def written() -> set[str]:
    """The modules of checks/ that hold a function of their own name from a paper alone."""
    found = set()
    for _, module, _ in pkgutil.walk_packages(checks.__path__, "intranet.checks."):
        name = module.rpartition(".")[2]
        thing = getattr(importlib.import_module(module), name, None)
        if isfunction(thing) and [it.annotation for it in signature(thing).parameters.values()] == [Paper]:
            found.add(name)
    return found


def test_every_rule_that_is_written_is_in_the_list():
    assert written() == {rule.__name__ for rule in RULES}


def test_no_rule_stands_in_the_list_twice():
    assert len(RULES) == len(set(RULES))


def test_what_lies_in_a_folder_of_the_checks_is_pure_too():
    files = [path for path in FOLDER.rglob("*.py") if path.name != "__init__.py"]
    assert len(files) > len(RULES)
    assert not [str(path) for path in files if not says_pure(path)]
