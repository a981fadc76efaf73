"""Text → words and marks, by the shapes of their characters alone: one tokenizer, in three grains.

A token is a word or a mark. A run is a stretch of letters and figures, of which tokens have one or more. Whole pieces
are tokens together, and the white space between them. No grain cuts what a coarser one holds together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from tracker.text.normalize import straighten

_RUN = re.compile(r"\w+")
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


def runs(text: str) -> list[str]:
    """The letters and figures of a text, without the signs between and inside its words ("auto's" has two)."""
    return _RUN.findall(text)


def whole_pieces(text: str, wholes: Iterable[re.Pattern[str]]) -> tuple[str, ...]:
    """A text cut into its tokens and white space, those together that a pattern takes as one; joined they are the text.

    The patterns begin and end where tokens do.
    """
    cuts = {0, len(text)}
    for match in _TOKEN.finditer(text):
        cuts.update(match.span())
    for pattern in wholes:
        for match in pattern.finditer(text):
            cuts.difference_update(range(match.start() + 1, match.end()))
    places = sorted(cuts)
    return tuple(text[begin:end] for begin, end in pairwise(places))


@lru_cache(65536)
def _low(word: str) -> str:
    """A word as word lists have it."""
    return straighten(word).lower()
