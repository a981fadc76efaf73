"""Text → words and marks, by the shapes of their characters alone."""

from __future__ import annotations

import re

from msgspec import Struct

_TOKEN = re.compile(r"\d[\d.,]*\d|\w[\w’'´`]*(?:[-–/]\w[\w’']*)*|[^\w\s]")


class Token(Struct, frozen=True):
    """A word or punctuation mark with its offsets in the text; `low` is its word as word lists have it."""

    text: str
    low: str
    begin: int
    end: int


def tokenize(text: str) -> tuple[Token, ...]:
    """The words and marks of a text."""
    return tuple(
        Token(m.group(), m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _TOKEN.finditer(text)
    )
