"""The colours of statuses and steps, read from colours.toml: the one place where they stand, for every face."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "colours.toml"


def terminal(name: str) -> str | None:
    """The colour of a status or step on a text terminal."""
    found: str | None = colour_table().get(name, {}).get("terminal")
    return found


def page(mode: str) -> dict[str, str]:
    """The colours of the statuses on a page in a mode: "light" or "dark"."""
    return {name: row["page"][mode] for name, row in colour_table().items() if "page" in row}


def screen(theme: str) -> dict[str, str]:
    """The colours of statuses and steps in a theme of the terminal UI."""
    return {name: row["screen"][theme] for name, row in colour_table().items()}


@cache
def colour_table() -> dict[str, Any]:
    """The rows of colours.toml, by the names of statuses and steps."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
