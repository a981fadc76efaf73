"""Text as the patterns want it: small letters, single spaces, one apostrophe, one dash; offsets lead back to it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

_SPACES = re.compile(r"\s+")
_MARKS = str.maketrans(dict.fromkeys("’‘`´ʼ", "'") | dict.fromkeys("‐‑‒–—−", "-"))
_QUOTES = re.compile(r"[‘’'`´“”\"«»]")
_BROKEN = re.compile(r"(\w)-\s+(\w)")
_CUT = re.compile(r"(?<=\w)-[ \t]*\r?\n\s*")
_NO_WORD = re.compile(r"[^\w%€]+")
_NO_SIGN = re.compile(r"[^0-9A-Za-z]")

_MISREAD = re.compile(r"(?<!\w)2[0o](?=\d?[ol\d])(?:\d[\dol]|[ol]\d)(?!\w)")
"""A year of this century as the reading of a picture has it: an o for 0, an l for 1."""
_FIGURES = str.maketrans("ol", "01")
_MISREAD_NUMBER = re.compile(
    r"(?<![\w.,])(?=[\dOolI.,]*\d)(?:(?<=€ )|(?<=€)|(?=[\dOolI]{1,3}[.,]))"
    r"[\dOolI]{1,3}(?:[.,][\dOolI]{3})*(?:[.,]\d\d?)?(?!\w)"
)
"""A figure behind the sign of euros, or with marks between its thousands."""
_DIGITS = str.maketrans("OolI", "0011")

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
"""Every sign beside the hyphen of a keyboard that is printed for it."""
_DOUBLE = str.maketrans("“”„", '"""')
_TYPED = str.maketrans({"’": "'", "‘": "'", "‑": "-"})


class Folded(Struct, frozen=True):
    """The folded text; `offsets` of its characters (and its end) in the text as given, None where nothing moved."""

    text: str
    offsets: tuple[int, ...] | None

    def original(self, offset: int, *, end: bool = False) -> int:
        """Where an offset lies in the text as given; as an `end`, right after the character before it."""
        if self.offsets is None:
            return offset
        return self.offsets[offset - 1] + 1 if end and offset else self.offsets[offset]


def fold(text: str) -> Folded:
    """The text with its letters, white space, apostrophes and dashes made one kind."""
    marked = _MISREAD.sub(_as_year, _lowered(text).translate(_MARKS))
    plain = _SPACES.sub(" ", marked)
    if len(plain) == len(text):
        return Folded(plain, None)
    kept = [at for at, sign in enumerate(marked) if not (sign.isspace() and at and marked[at - 1].isspace())]
    return Folded(plain, (*kept, len(text)))


def restore_numbers(text: str) -> str:
    """The text with the figures of large numbers and sums as no reading of a picture has them, sign for sign."""
    return _MISREAD_NUMBER.sub(lambda found: found.group().translate(_DIGITS), text)


def _as_year(found: re.Match[str]) -> str:
    return found.group().translate(_FIGURES)


def straighten(text: str) -> str:
    """The text with the apostrophes and hyphens of a keyboard, sign for sign."""
    return text.translate(_TYPED)


def straight_quotes(text: str) -> str:
    """The text with the double quotation marks of a keyboard, sign for sign."""
    return text.translate(_DOUBLE)


def one_space(text: str) -> str:
    """The text with every run of white space as one space, and none at its ends."""
    return " ".join(text.split())


def lines_joined(text: str) -> str:
    """Text of several lines as one line: a word that a line's end cuts at its hyphen is whole."""
    return one_space(_CUT.sub("-", text))


@lru_cache(maxsize=8)
def in_one_line(sentence: str) -> str:
    """A sentence in lower case with single spaces; remembered, for each of its clauses asks."""
    return one_space(sentence.lower())


def comparable(text: str) -> str:
    """The text without what typing changes: case and the kind of its apostrophes and hyphens."""
    return straighten(text).casefold()


@lru_cache(maxsize=8192)
def trimmed(text: str) -> str:
    """The text comparable, with single spaces and without the signs at either end: those say nothing."""
    return one_space(comparable(text)).strip(" .,;:…?!\"“”'-–•")


def searchable(text: str) -> str:
    """The text as people search for it: comparable, and without accents."""
    bare = unicodedata.normalize("NFD", comparable(text))
    return "".join(char for char in bare if not unicodedata.combining(char))


def bare_words(text: str) -> str:
    """The words in small letters, apart by single spaces and without marks, those broken at a line end whole.

    Two prints of one sentence are equal so; the signs of a share and of euros count as words.
    """
    whole = _BROKEN.sub(r"\1\2", _QUOTES.sub("", unicodedata.normalize("NFKC", text).replace("\u00ad", "")))
    return _NO_WORD.sub(" ", whole.replace("-", "")).lower().strip()


def plain_signs(text: str) -> str:
    """The letters and digits of ASCII alone, whatever their case: what is left of a number however it is printed."""
    return _NO_SIGN.sub("", text).casefold()


def _lowered(text: str) -> str:
    """The text in small letters, sign by sign where a capital has two (İ), so that offsets stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(sign.lower()[0] for sign in text)
