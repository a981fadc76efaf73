"""The source of modules as trees, each parsed once for all tests of a process that look through it."""

from __future__ import annotations

import ast
from functools import cache


@cache
def parsed(text: str) -> ast.Module:
    """The tree of a module's source; the tests that share it leave it as it is."""
    return ast.parse(text)


@cache
def nodes_of(text: str) -> tuple[ast.AST, ...]:
    """All nodes of a module's source, outer before inner."""
    return tuple(ast.walk(parsed(text)))
