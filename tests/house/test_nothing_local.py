"""A report is for any office: what one ward is called, uses and decided stands in its settings and registers."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from intranet.demo import people

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "intranet" / "demo"
# Rooms that write; others read the words of strangers, or ask for an office's own.
ROOMS = ("categories", "decisions", "figures", "inspections", "overdue", "proposals", "reports", "trainings")
WHAT_IT_IS_CALLED = ROOT / "intranet" / "figures" / "facts.py"
MODULES = sorted({path for room in ROOMS for path in (ROOT / "intranet" / room).rglob("*.py")} - {WHAT_IT_IS_CALLED})
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
DATA = sorted(path for path in (ROOT / "migrations" / "data").iterdir() if path.name != "statistics.json")
PRINTED = [*MODULES, *TEMPLATES, *DATA]

KINDS = re.compile(r"(?<!\w)(?:phường|xã|đặc khu)(?!\w)", re.IGNORECASE)
# Heads of forms and laws name the level of all of them, other words hold the same letters.
NO_KIND = re.compile(r"cấp xã|xã hội", re.IGNORECASE)

TOOLS = ("Facebook", "Zalo", "iOffice", "mã QR", "loa truyền thanh")  # how the sample reaches its citizens and officers
OWN_QR = {"procedures/show.html", "procedures/portal.html"}  # the product itself draws these
BINDING_ALL = {"Quốc hội", "Chính phủ", "Thủ tướng Chính phủ"}


def sample_names() -> Iterator[str]:
    """Every proper name of the sample: its office, its province, its rooms and people, what these two decided."""
    office = people.OFFICE
    _, name = office["name"].splitlines()
    yield from (name.removeprefix("phường "), office["province"].removeprefix("tỉnh "))
    yield from (office["centre"], office["place"], office["address"].split("đường ")[1])
    yield from people.UNITS.values()
    yield from (full_name for _, full_name, *_ in people.ACCOUNTS)
    for file, symbol in (("documents.json", "symbol"), ("legal_texts.json", "number")):
        for text in json.loads((DEMO / file).read_text(encoding="utf-8")):
            if text["issuer"] not in BINDING_ALL:
                yield from (text[symbol], text["issuer"])


NAMES = frozenset(sample_names())
OF_THE_SAMPLE = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in (*NAMES, *TOOLS)), re.IGNORECASE)


def texts(path: Path) -> list[str]:
    """What a file may print: a module's strings that explain nothing, a template without comments, lines of a text."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL).splitlines()
    if path.suffix != ".py":
        return source.splitlines()
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    told = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in strings if text not in told]


def place(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PRINTED, ids=place)
def test_no_office_is_called_what_only_some_are(path):
    for line in texts(path):
        assert not KINDS.search(NO_KIND.sub("", line)), line


@pytest.mark.parametrize("path", PRINTED, ids=place)
def test_nothing_of_the_sample_stands_in_what_every_office_reads(path):
    draws = any(path.match(name) for name in OWN_QR)
    for line in texts(path):
        assert not OF_THE_SAMPLE.search(re.sub("mã QR", "", line, flags=re.IGNORECASE) if draws else line), line


def test_the_names_of_the_sample_are_found():
    assert {"Tam Thanh", "Lạng Sơn", "Trần Đăng Ninh", "478/QĐ-UBND", "53/KH-UBND", "HĐND tỉnh Lạng Sơn"} <= NAMES
    assert {"Phòng Kinh tế, Hạ tầng và Đô thị", "Vi Minh Tuấn"} <= NAMES
    report = (DEMO / "report.txt").read_text(encoding="utf-8")
    assert all(tool.casefold() in report.casefold() for tool in TOOLS)


def test_what_is_printed_is_looked_at():
    assert len(MODULES) > 100 and len(TEMPLATES) > 50 and len(DATA) > 4
    sections = [path for path in MODULES if path.parent.name == "sections"]
    assert len(sections) > 10 and any("thủ tục" in line for path in sections for line in texts(path))
