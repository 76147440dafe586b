"""A rule that is written is asked: no function that checks a paper stands beside the list of rules."""

import ast
import importlib
import pkgutil
from inspect import isfunction, signature
from pathlib import Path

from import_chains import says_pure

from intranet import checks
from intranet.checks.paper import Paper
from intranet.checks.rule_names import NAMES
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


# What these are called with first is the rule that a finding is told by.
TELL = {"found", "Problem", "Division", "Identity"}
IDENTITIES = FOLDER.parent / "figures" / "identities.py"


def told_by(path: Path) -> set[str]:
    """The rules by which a module's findings are told: each is written where it is told, or is a name at the top."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id: one.value
        for one in tree.body
        if isinstance(one, ast.Assign)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    calls = [it for it in ast.walk(tree) if isinstance(it, ast.Call) and isinstance(it.func, ast.Name) and it.args]
    firsts = [it.args[0] for it in calls if it.func.id in TELL]
    resolved = [constants.get(it.id, it) if isinstance(it, ast.Name) else it for it in firsts]
    return {it.value for it in resolved if isinstance(it, ast.Constant)}


def reported() -> set[str]:
    return set().union(*(told_by(path) for path in (*FOLDER.rglob("*.py"), IDENTITIES)))


def test_every_rule_that_can_be_reported_has_a_name():
    assert len(reported()) >= len(RULES)
    assert reported() - NAMES.keys() == set()


def test_every_rule_function_tells_by_its_own_code_or_hands_on_that_of_a_sum():
    own = {rule.__name__.replace("_", "-") for rule in RULES if rule.__name__ != "facts_contradict"}
    assert own <= reported()


def test_nothing_is_named_that_no_rule_reports():
    assert NAMES.keys() - reported() == set()


def test_no_two_rules_have_one_name_and_none_is_a_code():
    assert len(set(NAMES.values())) == len(NAMES)
    assert not [name for name in NAMES.values() if name in NAMES or name != name.strip() or not name[0].isupper()]
