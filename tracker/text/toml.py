"""TOML that others wrote: what is nested too deeply is a fault of the text, as any other."""

from __future__ import annotations

import tomllib
from typing import Any


def parse_toml(text: str) -> dict[str, Any]:
    """What a text in TOML says. Raises ValueError: it is none, with the reason."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
