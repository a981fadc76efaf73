"""What a module imports, by whichever way: at its top, in a function, for type checking, by a string."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.parsed import nodes_of


def imports(top: Path, path: Path) -> tuple[str, ...]:
    """The modules that a module imports anywhere in it: at the top, in a function, for type checking alone, by string.

    A string that names a module of tracker counts wherever it stands, as does what is reached through the package.
    """
    return _seen_in(top, path)[0]


def _seen_in(top: Path, path: Path) -> tuple[tuple[str, ...], bool]:
    return _seen(path.read_text(encoding="utf-8"), ".".join(path.relative_to(top).parts[:-1]))


@cache
def _seen(text: str, package: str) -> tuple[tuple[str, ...], bool]:
    """What a text imports, and whether it names a function that imports what a string says; each text is read once."""
    nodes = list(nodes_of(text))
    own = set(_names_of_tracker(nodes))
    return tuple(module for node in nodes for module in _imported(node, package, own)), any(map(_is_importer, nodes))


def _imported(node: ast.AST, package: str, own: set[str]) -> Iterator[str]:
    """The modules that a node imports or names; `own` are the names of the package itself."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = package.split(".")[: -(node.level - 1) or None] if node.level else []
        base = ".".join([*above, *([node.module] if node.module else [])])
        yield from (f"{base}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Attribute) and _is_own(node.value, own):
        yield f"tracker.{node.attr}"
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if _MODULE.fullmatch(node.value):
            yield node.value.partition(":")[0].rstrip(".")
    elif isinstance(node, ast.Call) and called(node) == "getattr" and _is_own(node.args[0], own):
        yield f"tracker.{node.args[1].value if isinstance(node.args[1], ast.Constant) else 'any.name'}"
    elif isinstance(node, ast.Call) and called(node) in _IMPORTERS:
        yield from (str(name.value) for name in node.args[:1] if isinstance(name, ast.Constant))


_MODULE = re.compile(r"(?:tracker|tui)(?:\.\w+)+(?:\.|:[\w.]*)?|tracker\.")
"""The name of a module, perhaps with a thing in it, or how one that is put together begins."""

_IMPORTERS = {"import_module", "__import__", "resolve_name", "run_module"}
"""The functions that import what a string names."""

_RUNNERS = {"exec", "eval"}
"""The built-ins that run a string; methods of others are called so too."""


_FORBIDDEN = {
    *(
        "builtins",
        "vars",
        "globals",
        "locals",
        "compile",
        "attrgetter",
        "methodcaller",
        "runpy",
        "pkgutil",
        "zipimport",
        "imp",
    ),
    *("SourceFileLoader", "SourcelessFileLoader", "FileFinder", "PathFinder", "spec_from_file_location"),
    *("spec_from_loader", "module_from_spec", "exec_module", "load_module", "EntryPoint", "entry_points", "site"),
    *("__dict__", "__builtins__", "__loader__", "__spec__", "__subclasses__", "__getattribute__"),
}
"""Ways to reach a module that no module of tracker has a use for: they are forbidden, for nobody could follow them."""
_TYPED_BY_COMMENT = re.compile(r"#\s*type:(?!\s*ignore\b)")


def roundabout(top: Path, path: Path) -> list[str]:
    """The ways by which a module may reach another that is not seen here."""
    return _roundabout(path.read_text(encoding="utf-8"))


@cache
def _roundabout(text: str) -> list[str]:
    nodes = list(nodes_of(text))
    modules = {
        alias.asname or alias.name.partition(".")[0]
        for node in nodes
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    found = [name for node in nodes for name in _names_in(node) if name in _FORBIDDEN]
    found += ["import *" for node in nodes if isinstance(node, ast.alias) and node.name == "*"]
    found += ["getattr of a module" for node in nodes if _is_asked_by_name(node, modules)]
    return found + ["a type in a comment" for _ in _TYPED_BY_COMMENT.findall(text)]


def _names_in(node: ast.AST) -> Iterator[str]:
    """The names that a node itself spells; a method called `compile` or `site` is no built-in and no module."""
    if isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, ast.alias):
        yield from (node.name.rpartition(".")[2], node.name.partition(".")[0])
    elif isinstance(node, ast.ImportFrom):
        yield (node.module or "").partition(".")[0]
    elif isinstance(node, ast.Attribute) and node.attr not in {"compile", "site", "imp", "globals", "locals", "vars"}:
        yield node.attr


def _is_asked_by_name(node: ast.AST, modules: set[str]) -> bool:
    """Whether a module is asked for what a string names that is put together, or that names an importer."""
    if not (isinstance(node, ast.Call) and called(node) == "getattr" and len(node.args) > 1):
        return False
    of, name = node.args[:2]
    plain = isinstance(name, ast.Constant) and name.value not in _IMPORTERS | _FORBIDDEN | {"modules"}
    return isinstance(of, ast.Name) and of.id in modules and not plain


def _is_own(node: ast.AST, own: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in own


def _names_of_tracker(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """What a module calls the package itself: `import tracker as t` → "t"."""
    for node in nodes:
        for alias in node.names if isinstance(node, ast.Import) else ():
            if alias.name == "tracker" or (alias.name.startswith("tracker.") and not alias.asname):
                yield alias.asname or "tracker"


def called(node: ast.Call) -> str:
    """The last word of what is called: `importlib.import_module(…)` → "import_module"."""
    func = node.func
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""


def imports_by_string(top: Path, path: Path) -> bool:
    """Whether a module names a function that imports what a string says, under whatever name it then has it."""
    return _seen_in(top, path)[1]


def _is_importer(node: ast.AST) -> bool:
    """Whether a node names what imports or runs a string, or the table of what is loaded."""
    if isinstance(node, ast.Name):
        return node.id in _IMPORTERS | _RUNNERS
    if isinstance(node, ast.alias):
        return node.name in _IMPORTERS | _RUNNERS | {"modules"}
    if isinstance(node, ast.Attribute):
        built_in = isinstance(node.value, ast.Name) and node.value.id == "builtins"
        return node.attr in (_IMPORTERS | {"modules"} | (_RUNNERS if built_in else set()))
    return False
