"""Late stands once: a due date is compared with anything in one module for dossiers, in another for remedies."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

INTRANET = Path(__file__).parents[2] / "intranet"
# Of dossiers and the cases made of them; of the remedies of findings.
PLACES = {"dossiers/lateness.py", "inspections/workflow.py"}
DUE = {"due", "due_at", "due_on"}
COMPARING_METHODS = {"between", "in_", "not_in", "op", "is_distinct_from", "is_not_distinct_from"}
IN_SQL = re.compile(r"\bdue_(?:at|on)\s*[<>=]|[<>=]\s*due_(?:at|on)\b")


def named(node: ast.AST) -> str:
    """What a part of an expression is called, as far as it has a name: a variable, an attribute, a key."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return str(node.slice.value)
    return ""


def mentions_due(node: ast.AST) -> bool:
    return any(named(part) in DUE for part in ast.walk(node))


def comparisons(source: str) -> Iterator[int]:
    """The lines on which a due date is compared. Whether there is one at all may be asked anywhere.

    A rule of the database on what one row may hold is told in SQL, and is not about lateness.
    """
    tree = ast.parse(source)
    rules = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and named(node.func) == "CheckConstraint"]
    excused = {id(part) for rule in rules for part in ast.walk(rule)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            is_of_presence = all(isinstance(operator, ast.Is | ast.IsNot) for operator in node.ops)
            if not is_of_presence and mentions_due(node):
                yield node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in COMPARING_METHODS and mentions_due(node.func.value):
                yield node.lineno
        elif isinstance(node, ast.Constant) and id(node) not in excused and IN_SQL.search(str(node.value)):
            yield node.lineno


@pytest.mark.parametrize(
    "source",
    [
        "late = dossier.due_at < now()",
        "late = today() > due_on",
        "late = case.due_on + ONE_DAY <= day",
        "late = values['due_on'] == day",
        "late = IT.due_on.between(first, last)",
        "late = text('finished_at > due_at')",
        "late = first <= due < last",
    ],
)
def test_a_comparison_is_found(source):
    assert list(comparisons(source)) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "known = dossier.due_at is not None and IT.due_on.is_(None)",
        "rule = CheckConstraint('due_at IS NULL OR due_at >= received_at')",
        "order = (IT.due_on.desc(), due_on.year)",
        "days = calendar.between(due_on, today)",
    ],
)
def test_what_is_no_comparison_is_not_taken_for_one(source):
    assert not list(comparisons(source))


def test_due_dates_are_compared_in_one_place_each():
    found = {
        (path.relative_to(INTRANET).as_posix(), line)
        for path in INTRANET.rglob("*.py")
        for line in comparisons(path.read_text(encoding="utf-8"))
    }
    assert {path for path, _ in found} == PLACES, sorted(it for it in found if it[0] not in PLACES)
