"""No function stands twice: what two modules do alike is one function of both."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
LEAST = {"tracker": 10, "tui": 16}
"""Nodes of the syntax tree of a body from which on it is one that somebody may look for: by judgement. What screens do
at a key is mostly short, and bound to their own widgets."""
ALIKE = {
    ("_row_in_words", "tui/screens/deadlines.py", "tui/screens/review.py"): "each by the entries of its own rows",
}
"""Those that stay, each with the reason."""


def bodies(source: str, least: int) -> Iterator[tuple[str, str]]:
    """The functions of a module of so many nodes: name, and body without docstring, its own names numbered."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        statements = node.body[1:] if ast.get_docstring(node) is not None else node.body
        given = [row.arg for row in ast.walk(node.args) if isinstance(row, ast.arg)]
        names = {name: f"_{at}" for at, name in enumerate(given)}
        parts = [row for statement in statements for row in ast.walk(statement)]
        if len(parts) < least:
            continue
        for row in parts:
            if isinstance(row, ast.Name) and isinstance(row.ctx, ast.Store):
                names.setdefault(row.id, f"_{len(names)}")
        for row in parts:
            if isinstance(row, ast.Name):
                row.id = names.get(row.id, row.id)
        yield node.name, "\n".join(map(ast.dump, statements))


def clones(modules: Mapping[str, str], least: int) -> set[tuple[str, ...]]:
    """The functions that stand in several modules: a name, and the modules."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path, source in modules.items():
        for name, body in bodies(source, least):
            found[body].append((path, name))
    return {(rows[0][1], *sorted({path for path, _ in rows})) for rows in found.values() if len(rows) > 1}


def test_no_function_stands_twice() -> None:
    found: set[tuple[str, ...]] = set()
    for house, least in LEAST.items():
        paths = sorted((ROOT / house).rglob("*.py"))
        found |= clones({path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}, least)
    assert found == ALIKE.keys()


def test_a_clone_is_seen_whatever_its_names() -> None:
    one = 'def first(rows):\n    """One."""\n    found = [row for row in rows if row.kept]\n    return found[:1]'
    other = "def top(all):\n    kept = [one for one in all if one.kept]\n    return kept[:1]"
    unlike = "def top(all):\n    kept = [one for one in all if one.left]\n    return kept[:1]"
    assert clones({"a.py": one, "b.py": other, "c.py": unlike}, 5) == {("first", "a.py", "b.py")}
    assert clones({"a.py": one, "b.py": other}, 50) == set()
