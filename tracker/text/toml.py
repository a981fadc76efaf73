"""TOML that others wrote: what is nested too deeply is a fault of the text, as any other."""

from __future__ import annotations

import tomllib
from typing import Any

from tracker.i18n.message import Message
from tracker.text.wrong_form import form_fault


class TomlError(ValueError):
    """A text that is no TOML; `reason` says in the tracker's words where and why."""

    def __init__(self, reason: Message) -> None:
        """Take the reason."""
        super().__init__(str(reason))
        self.reason = reason


def parse_toml(text: str) -> dict[str, Any]:
    """What a text in TOML says. Raises TomlError: it is none, with the reason."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise TomlError(form_fault(fault, text)) from None
