"""What we stand on: pinned, with a reason each, and nothing of the machine that wrote the list."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LISTS = ("requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"([\w-]+(?:\[[\w,]+\])?)==([\w.]+)(?: ;[^#]+)? +# \S.{9,}")


def lines(name: str) -> list[str]:
    """What the list asks for; comments on a line of their own and its base left out."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith(("#", "-r "))]


def pins() -> dict[str, str]:
    """Exact versions of everything, by canonical name."""
    parts = (line.split("==") for line in lines("constraints.txt"))
    return {canonicalize_name(name): version for name, version in parts}


def brought_along(requirement: Requirement, seen: set[str]) -> set[str]:
    """The names of all that installing it installs here."""
    for text in distribution(requirement.name).requires or []:
        needed = Requirement(text)
        name = canonicalize_name(needed.name)
        extras = requirement.extras or {""}
        wanted = needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras)
        if wanted and name not in seen:
            seen.add(name)
            brought_along(needed, seen)
    return seen


@pytest.mark.parametrize("name", LISTS)
def test_every_requirement_is_pinned_and_says_what_it_is_for(name):
    assert lines(name)
    for line in lines(name):
        assert PINNED.fullmatch(line), line


@pytest.mark.parametrize("name", LISTS)
def test_the_constraints_know_all_that_is_installed(name):
    known = pins()
    for line in lines(name):
        requirement = Requirement(line.split("#")[0])
        assert str(requirement.specifier) == f"=={known[canonicalize_name(requirement.name)]}", line
        missing = brought_along(requirement, set()) - set(known)
        assert not missing, f"{requirement.name} brings {missing}: make constraints.txt anew"


def test_what_runs_is_what_is_pinned():
    for name, version in pins().items():
        try:
            assert distribution(name).version == version, name
        except PackageNotFoundError:
            continue  # belongs to another system


def test_front_end_packages_are_pinned():
    packages = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert packages and all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in packages.values())


def test_the_lock_checks_every_byte_and_names_no_download_address():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
        package.pop("funding", None)  # addresses of people who ask for support
        assert "://" not in json.dumps(package), name


@pytest.mark.parametrize("name", [*LISTS, "constraints.txt", "package.json", ".npmrc", "Makefile", ".ci/run"])
def test_no_list_names_an_address_or_a_place_on_a_disk(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|\s@\s|--(?:extra-)?index-url|--find-links|registry=", text)
