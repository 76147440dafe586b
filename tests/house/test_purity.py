"""What calls itself pure reaches neither Flask nor SQLAlchemy, by any chain of imports."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from import_chains import Package, says_pure

INTRANET = Package(Path(__file__).parents[2] / "intranet")
PURE_AS_A_WHOLE = ("reports/sections/*.py", "checks/**/*.py", "reading/*.py", "reports/annexes/*.py")
WORKFLOWS = "*/workflow.py"
LOADED = """
import importlib, json, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps([*sys.modules]))
"""


def is_framework(name: str) -> bool:
    """Flask, SQLAlchemy, WTForms and what is built on them: `flask_login`, `htmx_flask`."""
    top = name.split(".")[0]
    return "flask" in top or top in {"sqlalchemy", "wtforms", "werkzeug", "alembic"}


def impure_chains(package: Package) -> list[str]:
    """Each module that breaks its word, as `a → b → sqlalchemy`."""
    chains = (package.chain(module, is_framework) for module in package.pure_modules())
    return [" → ".join(chain) for chain in chains if chain]


def modules_loaded_by(*modules: str) -> set[str]:
    """What stands in `sys.modules` of a fresh Python that has imported these and nothing else."""
    command = [sys.executable, "-c", LOADED, *modules]
    answer = subprocess.run(command, cwd=INTRANET.folder.parent, capture_output=True, text=True, check=True)
    return set(json.loads(answer.stdout))


def test_no_chain_leads_from_a_pure_module_to_a_framework():
    assert len(INTRANET.pure_modules()) > 150
    assert not impure_chains(INTRANET)


def test_python_itself_loads_no_framework_for_all_pure_modules_together():
    """Also what a library brings along, which the source does not tell."""
    assert not {name for name in modules_loaded_by(*INTRANET.pure_modules()) if is_framework(name)}


def test_a_period_loads_little_beside_the_standard_library():
    loaded = modules_loaded_by("intranet.kernel.period")
    assert {name for name in loaded if name.startswith("intranet")} == {
        *("intranet", "intranet.kernel", "intranet.kernel.period")
    }
    assert len(loaded - modules_loaded_by("dataclasses", "datetime", "re", "typing")) < 10


@pytest.mark.parametrize("pattern", [*PURE_AS_A_WHOLE, WORKFLOWS])
def test_what_is_pure_as_a_whole_says_so_in_every_file(pattern):
    files = [path for path in INTRANET.folder.glob(pattern) if path.name != "__init__.py"]
    assert files
    assert not [str(path) for path in files if not says_pure(path)]


def planted(folder: Path, **sources: str) -> Package:
    """A package `house` of these modules, in `room/`."""
    room = folder / "house" / "room"
    room.mkdir(parents=True)
    for path in (room.parent / "__init__.py", room / "__init__.py"):
        path.touch()
    for name, source in sources.items():
        (room / f"{name}.py").write_text(source, encoding="utf-8")
    return Package(room.parent)


def test_an_impurity_three_imports_away_is_told_with_its_chain(tmp_path):
    package = planted(
        tmp_path,
        words='"""Words. Pure."""\nfrom house.room.zone import HERE',
        zone="from house.room import days\nHERE = days.HERE",
        days="import flask_sqlalchemy\nHERE = 7",
    )
    assert impure_chains(package) == ["house.room.words → house.room.zone → house.room.days → flask_sqlalchemy"]


def test_an_impurity_inside_a_function_is_told(tmp_path):
    package = planted(tmp_path, words='"""Pure."""\ndef late():\n    from sqlalchemy import select')
    assert impure_chains(package) == ["house.room.words → sqlalchemy"]


def test_an_impurity_of_the_package_around_is_told(tmp_path):
    package = planted(tmp_path, words='"""Pure."""')
    (package.folder / "__init__.py").write_text("import flask")
    assert impure_chains(package) == ["house.room.words → house → flask"]


def test_what_does_not_call_itself_pure_may_import_what_it_likes(tmp_path):
    package = planted(tmp_path, views='"""Pages. Pure. No."""\nimport flask', words='"""Words. Pure."""\nimport re')
    assert package.pure_modules() == ["house.room.words"]
    assert not impure_chains(package)


def test_modules_that_import_each_other_are_followed_to_the_end(tmp_path):
    package = planted(
        tmp_path,
        words='"""Pure."""\nimport house.room.zone',
        zone="import house.room.words\nimport wtforms",
    )
    assert impure_chains(package) == ["house.room.words → house.room.zone → wtforms"]
