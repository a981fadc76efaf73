"""The three themes, read from themes.toml: the one place where colours stand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from textual.theme import Theme

FILE = Path(__file__).parent / "themes.toml"


def read_themes() -> dict[str, Theme]:
    """The themes by name, in the order in which they are cycled; the first is the default."""
    tables: dict[str, dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: Theme(name=name, **table) for name, table in tables.items()}
