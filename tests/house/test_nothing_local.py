"""A report is for any office: what one ward is called, uses and decided stands in its settings and registers."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECTIONS = sorted((ROOT / "intranet" / "reports" / "sections").glob("*.py"))
ANNEXES = sorted((ROOT / "intranet" / "reports" / "annexes").glob("*.py"))
STARTERS = sorted((ROOT / "migrations" / "data").glob("outline_*.txt"))
KINDS = re.compile(r"(?<!\w)(?:phường|xã|đặc khu)(?!\w)", re.IGNORECASE)
AT_EVERY_LEVEL = re.compile(r"cấp xã|xã hội", re.IGNORECASE)  # heads of forms name the level, not an office
OF_THE_SAMPLE = re.compile(
    r"Lạng Sơn|Tam Thanh|Facebook|Zalo|iOffice|mã QR|478/QĐ-UBND|114/2013|157/KH-UBND|2109/QĐ|02/2025/QĐ|301/QĐ"
    r"|Kinh tế, Hạ tầng và Đô thị|ít người",
    re.IGNORECASE,
)


def texts(path: Path) -> list[str]:
    """What a file may print: the strings of a module that explain nothing, the lines of a text."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return source.splitlines()
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    told = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [one for one in strings if one not in told]


@pytest.mark.parametrize("path", [*SECTIONS, *ANNEXES, *STARTERS], ids=lambda path: path.name)
def test_no_office_is_named_in_what_every_office_prints(path):
    for line in texts(path):
        assert not KINDS.search(AT_EVERY_LEVEL.sub("", line)), line
        assert not OF_THE_SAMPLE.search(line), line


def test_what_is_printed_is_looked_at():
    assert len(SECTIONS) > 10 and len(ANNEXES) > 5 and STARTERS
    assert any("thủ tục" in line for path in SECTIONS for line in texts(path))
