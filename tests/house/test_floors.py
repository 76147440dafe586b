"""The house stands: a room imports only from the floors below it, by what stands in its files."""

from collections.abc import Iterator
from pathlib import Path

from import_chains import Package, says_pure

INTRANET = Package(Path(__file__).parents[2] / "intranet")
FLOORS = [
    {"kernel"},
    {"reading"},
    {"accounts"},
    {"records"},
    {"categories", "documents", "trainings", "procedures"},
    {"inspections", "proposals", "dossiers"},
    {"overdue"},
    {"figures"},
    {"checks"},
    {"reports"},
    {"decisions"},
    {
        *(
            "home",
            "menu",
            "commands",
            "report_commands",
            "figure_commands",
            "dossier_commands",
            "procedure_commands",
            "office_commands",
            "demo",
        ),
        *("application", "serving", "config", "frontend"),
    },
]
FEATURES = set().union(*FLOORS[4:-1])
# What figures are for: the floors above read them, what approved reports said of them, the lists and notes behind them.
READ_BY_REPORTS = (
    *("intranet.figures.figures_of", "intranet.figures.snapshots", "intranet.figures.sources."),
    "intranet.figures.collecting.",
)
# What people decide about a report takes all of the report: the two are one feature in two rooms.
WHOLE = {("decisions", "reports")}
ROOT = FLOORS[-1]


def room_of(module: str) -> str:
    """The room a module stands in: the part after the package's name."""
    return module.split(".")[1]


def floor(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def rooms(package: Package) -> set[str]:
    return {room_of(module) for module in package.modules if "." in module}


def arrows(package: Package) -> Iterator[tuple[str, str]]:
    """Every import of one room by another, as a pair of modules."""
    for module, names in package.imports.items():
        for name in names:
            inside = name in package.modules and "." in name and "." in module
            if inside and room_of(name) != room_of(module):
                yield module, name


def arrows_up(package: Package) -> list[str]:
    """The imports that do not run down; files of the root may import any floor, and no floor imports them."""
    return [
        f"{module} → {name}"
        for module, name in arrows(package)
        if room_of(module) not in ROOT and floor(room_of(name)) >= floor(room_of(module))
    ]


def may_be_taken(path: Path) -> bool:
    """What one feature may take of another: its tables, its conditions for counting, or a pure file."""
    tables = "__tablename__" in path.read_text(encoding="utf-8")
    return tables or path.stem.endswith(("counting", "coverage", "standing")) or says_pure(path)


def planted(folder: Path, module: str, source: str) -> Package:
    """A package of three rooms with one module of this source."""
    for room in ("kernel", "dossiers", "overdue"):
        (folder / "intranet" / room).mkdir(parents=True)
        (folder / "intranet" / room / "views.py").touch()
    (folder / "intranet" / module).write_text(source, encoding="utf-8")
    return Package(folder / "intranet")


def test_every_room_has_a_floor():
    assert rooms(INTRANET) == set().union(*FLOORS)


def test_arrows_run_down():
    """Each single step down, so every chain of them too."""
    assert len(list(arrows(INTRANET))) > 500
    assert not arrows_up(INTRANET)


def test_an_arrow_up_is_told(tmp_path):
    package = planted(tmp_path, "dossiers/counting.py", "def late():\n    from intranet.overdue import views")
    assert arrows_up(package) == ["intranet.dossiers.counting → intranet.overdue.views"]


def test_an_arrow_down_is_none_up(tmp_path):
    package = planted(tmp_path, "overdue/counting.py", "import intranet.kernel.views\nimport intranet.dossiers.views")
    assert not arrows_up(package)


def test_a_feature_takes_models_conditions_or_pure_files_of_another():
    taken = [(module, name) for module, name in arrows(INTRANET) if {room_of(module), room_of(name)} <= FEATURES]
    files = [
        (module, name)
        for module, name in taken
        if INTRANET.modules[name].name != "__init__.py"
        and not name.startswith(READ_BY_REPORTS)
        and (room_of(module), room_of(name)) not in WHOLE
    ]
    assert files
    assert not [f"{module} → {name}" for module, name in files if not may_be_taken(INTRANET.modules[name])]


def test_operations_know_no_request_and_no_form():
    operations = [module for module in INTRANET.modules if module.endswith("operations")]
    assert len(operations) > 10
    for module in operations:
        for name in INTRANET.imports[module]:
            assert name not in {"flask.request", "flask_login.current_user"}, f"{module} imports {name}"
            assert not name.endswith("forms"), f"{module} imports {name}"


def test_every_folder_of_modules_is_a_package_and_packages_are_empty():
    for folder in {path.parent for path in INTRANET.modules.values()}:
        assert not (folder / "__init__.py").read_text(), folder
