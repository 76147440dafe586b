"""`make help` tells of every target."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def targets() -> set[str]:
    """What the Makefile declares to be no file."""
    (declared,) = [line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if ".PHONY" in line]
    return set(declared.split()[1:])


def test_help_tells_of_every_target_in_a_line():
    told = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    lines = [line.split(maxsplit=2) for line in told.splitlines()]
    assert {name for _, name, _ in lines} == targets() > {"help", "run", "dev", "lint", "test", "bench"}
    assert all(what for _, _, what in lines)
