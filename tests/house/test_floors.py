"""The house stands: a room imports only from the floors below it."""

import ast
from pathlib import Path

INTRANET = Path(__file__).parents[2] / "intranet"
FLOORS = [
    {"kernel"},
    {"accounts"},
    {"records"},
    {"figures", "documents", "trainings", "procedures"},
    {"inspections", "proposals", "dossiers"},
    {"overdue"},
    {"reports"},
    {
        *("home", "menu", "commands", "report_commands", "dossier_commands", "procedure_commands", "demo"),
        *("application", "serving", "config", "frontend"),
    },
]
ROOT = len(FLOORS) - 1
PURE = [
    *(f"kernel/{name}.py" for name in ("labels", "workflow", "period", "workdays", "search", "numberwords")),
    "kernel/tables/*.py",
    "records/approval.py",
    "documents/types.py",
    "documents/symbol.py",
    "trainings/workflow.py",
    "proposals/workflow.py",
    "overdue/lateness.py",
    "overdue/apology.py",
    "overdue/causes.py",
    "proposals/costs.py",
    "inspections/workflow.py",
    *(f"procedures/{name}.py" for name in ("workflow", "steps", "comparing", "portal")),
    *(f"procedures/catalogue_{name}.py" for name in ("words", "row", "reading")),
    *(f"dossiers/{name}.py" for name in ("vocabulary", "synonyms", "remembered", "rows")),
    *(f"dossiers/{name}.py" for name in ("header", "columns", "parsing")),
    *(f"dossiers/{name}.py" for name in ("gathering", "importing", "merging", "figures", "brought_up")),
    *(f"figures/{name}.py" for name in ("catalogue", "categories", "given", "identities", "merging")),
    *(f"figures/{name}.py" for name in ("parsing", "places")),
    *(
        f"reports/{name}.py"
        for name in ("facts", "notes", "computed", "outline", "markup", "tables", "wording", "text")
    ),
    *(f"reports/{name}.py" for name in ("grouping", "overdue_gap", "merging", "citing", "legal_notes", "marked")),
    *(f"reports/{name}.py" for name in ("comparing", "comparing_marks", "charts")),
    *(f"reports/{name}.py" for name in ("changes", "glance", "signed_pages", "signed_text")),
    *(f"reports/{name}.py" for name in ("pieces", "figure_marks", "word_marks", "offering", "derivation")),
    "reports/sections/*.py",
    "reports/prose/*.py",
    "reports/checks/*.py",
    "reports/annexes/*.py",
]


def imports(path: Path) -> list[str]:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    names: list[str] = []
    for node in tree:
        if isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    return names


def rooms() -> list[tuple[Path, str]]:
    """Every file with the room it stands in; a file of the root is a room of its own."""
    found = []
    for path in sorted(set(INTRANET.rglob("*.py")) - {INTRANET / "__init__.py"}):
        inside = path.relative_to(INTRANET)
        found.append((path, inside.parts[0] if len(inside.parts) > 1 else inside.stem))
    return found


def floor(room: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if room in names)


def pure_files() -> set[Path]:
    return {path for pattern in PURE for path in INTRANET.glob(pattern)}


def test_every_room_has_a_floor():
    for path, room in rooms():
        assert any(room in names for names in FLOORS), f"{path} stands on no floor"


def test_arrows_run_down():
    for path, room in rooms():
        for name in imports(path):
            parts = name.split(".")
            if parts[0] == "intranet" and len(parts) > 1 and parts[1] != room and floor(room) != ROOT:
                assert floor(parts[1]) < floor(room), f"{path.name} of {room} imports {name}"


def test_a_feature_takes_models_or_pure_files_of_another():
    features = set().union(*FLOORS[3:ROOT])
    pure = {".".join(path.relative_to(INTRANET).with_suffix("").parts) for path in pure_files()}
    for path, room in rooms():
        for name in imports(path):
            parts = name.split(".")
            if parts[0] == "intranet" and len(parts) > 2 and parts[1] in features - {room} and floor(room) != ROOT:
                target = ".".join(parts[1:3])
                models = parts[2] in {"models", "findings", "checklists", "counting", "catalogue", "catalogue_counting"}
                assert models or target in pure, f"{path.name} of {room} imports {name}"


def test_every_pure_pattern_names_a_file():
    for pattern in PURE:
        assert list(INTRANET.glob(pattern)), pattern


def test_pure_files_know_no_framework():
    for path in pure_files():
        for name in imports(path):
            assert not name.startswith(("flask", "sqlalchemy", "wtforms")), f"{path.name} imports {name}"


def test_operations_know_no_request_and_no_form():
    for path in INTRANET.rglob("operations.py"):
        for name in imports(path):
            assert name not in {"flask.request", "flask_login.current_user"}, f"{path} imports {name}"
            assert not name.endswith("forms"), f"{path} imports {name}"


def test_packages_are_empty():
    for path in INTRANET.rglob("__init__.py"):
        assert not path.read_text(), path
