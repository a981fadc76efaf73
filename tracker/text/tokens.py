"""Text → words and marks, by the shapes of their characters alone."""

from __future__ import annotations

import re

from msgspec import Struct

from tracker.text.normalize import straighten

_TOKEN = re.compile(r"\d[\d.,]*\d\w*|\w[\w’'´`]*(?:[-‑–/]\w[\w’']*)*|[^\w\s]")
_ELISION = re.compile(r"[-‑](?!\S)")


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
    found = (match.span() for match in _TOKEN.finditer(text))
    return tuple(
        Token(
            word := text[begin:end],
            straighten(word).lower(),
            begin,
            end,
            word[-1].isalnum() and _ELISION.match(text, end) is not None,
        )
        for begin, end in found
    )
