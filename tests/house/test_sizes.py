"""Small files, small functions: what grows past these asks a second question."""

import ast
from pathlib import Path

INTRANET = Path(__file__).parents[2] / "intranet"
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_SCRIPT = 200, 30, 60


def test_files_stay_small():
    for path in INTRANET.rglob("*.py"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= LONGEST_FILE, f"{path}: {lines} lines"


def test_functions_stay_small():
    for path in INTRANET.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                assert lines <= LONGEST_FUNCTION, f"{path}: {node.name} has {lines} lines"


def test_the_script_stays_small():
    script = INTRANET.parent / "static" / "intranet.js"
    assert len(script.read_text(encoding="utf-8").splitlines()) <= LONGEST_SCRIPT
