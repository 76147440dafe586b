"""Who imports whom, read from the source of a package without running it, and followed along the whole chain.

It is written here instead of taken from import-linter: that one wants a list of modules, and ours is the word "Pure."
in their docstrings.
"""

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A package by the folder it stands in, as `intranet/`."""

    folder: Path

    @cached_property
    def modules(self) -> dict[str, Path]:
        """Every module's dotted name with its file; a package's file is its `__init__.py`."""
        named = {}
        for path in sorted(self.folder.rglob("*.py")):
            parts = path.relative_to(self.folder.parent).with_suffix("").parts
            named[".".join(parts[:-1] if path.name == "__init__.py" else parts)] = path
        return named

    @cached_property
    def imports(self) -> dict[str, list[str]]:
        """Every module with what it imports, in whatever place of its file."""
        return {module: imports(path) for module, path in self.modules.items()}

    def pure_modules(self) -> list[str]:
        """Those that say so: their docstring ends in "Pure."."""
        return [module for module, path in self.modules.items() if says_pure(path)]

    def chain(self, module: str, is_forbidden: Callable[[str], bool]) -> list[str] | None:
        """The shortest way from a module to an import that is forbidden, both ends told; None where there is none."""
        ways = {module: [module]}
        waiting = [module]
        while waiting:
            current = waiting.pop(0)
            for name in loaded(current, self.imports[current]):
                if is_forbidden(name):
                    return [*ways[current], name]
                if name in self.modules and name not in ways:
                    ways[name] = [*ways[current], name]
                    waiting.append(name)
        return None


def imports(path: Path) -> list[str]:
    """What a file imports; of `from a import b` both `a` and `a.b`, which may be a module."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.level or node.module is None:
                raise ValueError(f"{path} imports by dots; the house writes whole names")
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    return names


def loaded(module: str, names: Iterable[str]) -> list[str]:
    """What runs when a module with these imports is imported: they, and every package around them and around itself."""
    around: dict[str, None] = {}
    for name in (module, *names):
        parts = name.split(".")
        around |= {".".join(parts[:length]): None for length in range(1, len(parts) + 1)}
    around.pop(module)
    return list(around)


def says_pure(path: Path) -> bool:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    return docstring is not None and docstring.endswith("Pure.")
