"""Reads the language data: one TOML file a subject in the folder of the language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGE = "nl"


@cache
def read_table(name: str) -> dict[str, Any]:
    """The data file `name`.toml of the language, parsed; treat the result as frozen.

    Raises:
        FileNotFoundError: the package was installed without its data.

    """
    return tomllib.loads(read_text(name))


def read_text(name: str) -> str:
    """The data file `name`.toml as text."""
    return files("tracker.language").joinpath(LANGUAGE, f"{name}.toml").read_text(encoding="utf-8")
