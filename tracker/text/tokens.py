"""Text → words and marks, by the shapes of their characters alone."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from tracker.text.normalize import straighten

_TOKEN = re.compile(r"\d[\d.,]*\d\w*|\w[\w’'´`]*(?:[-‑–/]\w[\w’']*)*|[^\w\s]")
_ELISION = re.compile(r"[-‑](?!\S)")
_HYPHENS = frozenset("-‑")
"""What that begins with."""


class Token(Struct, frozen=True):
    """A word or punctuation mark with its offsets in the text; `low` is its word as word lists have it.

    `elided`: right after it stands the hyphen of a compound without its last part ("bestuurs- en raadsperiode"), which
    is the next token.
    """

    text: str
    low: str
    begin: int
    end: int
    elided: bool = False


def tokenize(text: str) -> tuple[Token, ...]:
    """The words and marks of a text."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word, (begin, end) = match[0], match.span()
        elided = text[end : end + 1] in _HYPHENS and word[-1].isalnum() and _ELISION.match(text, end) is not None
        found.append(Token(word, _low(word), begin, end, elided))
    return tuple(found)


@lru_cache(65536)
def _low(word: str) -> str:
    """A word as word lists have it."""
    return straighten(word).lower()
