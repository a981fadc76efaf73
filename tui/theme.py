"""The three themes, read from themes.toml, with the colours of statuses and steps that all faces share."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from textual.theme import Theme

from tracker.views.colours import screen

FILE = Path(__file__).parent / "themes.toml"


def read_themes() -> dict[str, Theme]:
    """The themes by name, in the order in which they are cycled; the first is the default."""
    tables: dict[str, dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: _theme(name, **table) for name, table in tables.items()}


def _theme(name: str, variables: dict[str, str], **table: Any) -> Theme:
    statuses = {f"status-{status}": colour for status, colour in screen(name).items()}
    return Theme(name=name, variables=variables | statuses, **table)
