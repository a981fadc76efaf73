"""TOML that others wrote: what is nested too deeply is a fault of the text, as any other."""

from __future__ import annotations

import re
import tomllib
from itertools import accumulate
from typing import Any

from tracker.i18n.message import Message, message
from tracker.text.wrong_form import form_fault

DEEPEST = 50
"""Keys, lists and tables within each other; the parser takes memory with the square of the parts of a key."""

_WORDS = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"""|\Z)'
    r"|'''(?:[^']++|'(?!''))*+(?:'''|\Z)"
    r'|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+",
    re.DOTALL,
)
"""Texts and remarks: what stands in them nests nothing."""
_DEEP_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}")
_BRACKET = re.compile(r"[\[\]{}]")


class TomlError(ValueError):
    """A text that is no TOML; `reason` says in the tracker's words where and why."""

    def __init__(self, reason: Message) -> None:
        """Take the reason."""
        super().__init__(str(reason))
        self.reason = reason


def parse_toml(text: str) -> dict[str, Any]:
    """What a text in TOML says. Raises TomlError: it is none, or nests more than `DEEPEST`, with the reason."""
    if _is_deep(text):
        raise TomlError(message("form.nested"))
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise TomlError(form_fault(fault, text)) from None


def _is_deep(text: str) -> bool:
    """Whether keys or brackets stand within each other more than `DEEPEST` times."""
    bare = _WORDS.sub("_", text)
    depths = accumulate(1 if sign in "[{" else -1 for sign in _BRACKET.findall(bare))
    return _DEEP_KEY.search(bare) is not None or max(depths, default=0) > DEEPEST
