"""A file that grows past these asks whether a second question crept in; one that answers a single question may stay."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONG_FILE, LONG_FUNCTION = 300, 60
# Each with the one question it answers, by its path from the top: a longer file is named here rather than cut.
LONG_FOR_ONE_QUESTION: dict[str, str] = {}


def code() -> list[Path]:
    """The modules, and the scripts that browsers run."""
    return sorted([*(ROOT / "intranet").rglob("*.py"), *(ROOT / "static").glob("*.js")])


def test_modules_and_scripts_are_seen():
    names = {path.name for path in code()}
    assert {"application.py", "intranet.js", "section-editor.js"} <= names and len(names) > 200


def test_a_long_file_answers_one_question():
    long = {path for path in code() if len(path.read_text(encoding="utf-8").splitlines()) > LONG_FILE}
    assert {path.relative_to(ROOT).as_posix() for path in long} == set(LONG_FOR_ONE_QUESTION)


def test_no_function_is_longer_than_a_screen():
    for path in code():
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                assert lines <= LONG_FUNCTION, f"{path}: {node.name} has {lines} lines"
