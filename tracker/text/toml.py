"""TOML that others wrote: what is nested too deeply or too great is a fault of the text, as any other."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from tracker.i18n.message import Message, message
from tracker.text.wrong_form import form_fault

DEEPEST = 50
"""Keys, lists and tables within each other; the parser takes memory with the square of the parts of a key."""

_BITS = 63
"""Of a whole number, without its sign: what TOML asks its readers to read."""
KEY_SHOWN = 60
"""Characters of a key that are shown."""

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
    """What a text in TOML says.

    Raises TomlError: it is none, nests more than `DEEPEST`, or has a whole number of over 64 bits; with the reason.
    """
    if _is_deep(text):
        raise TomlError(message("form.nested"))
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:  # ValueError: a number of more digits than Python reads
        raise TomlError(form_fault(fault, text)) from None
    if great := next((key for key, number in _numbers("", table) if number.bit_length() > _BITS), None):
        raise TomlError(message("form.key", key=great[:KEY_SHOWN], fault=message("form.too-great")))
    return table


def _numbers(key: str, value: Any) -> Iterator[tuple[str, int]]:
    """Every whole number in a value, with the key that it stands under."""
    if isinstance(value, int):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _numbers(name, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _numbers(key, inner)


def _is_deep(text: str) -> bool:
    """Whether keys or brackets stand within each other more than `DEEPEST` times."""
    bare = _WORDS.sub("_", text)
    depths = accumulate(1 if sign in "[{" else -1 for sign in _BRACKET.findall(bare))
    return _DEEP_KEY.search(bare) is not None or max(depths, default=0) > DEEPEST
