"""Whether a text layer is what the page says: fonts may not tell their letters, and OCR may misread them.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.documents.formats.pdf_lines import Sheet
from tracker.language.lemmas import stop_words
from tracker.language.pack import current

_AROUND = ".,;:()[]«»“”‘’'\"?!"
_ENOUGH = 40
"""Fewer words prove nothing."""
_FUNCTION_WORDS = 0.12
"""Of the words of running text more are function words; only a page with fewer is looked at closely."""
_KNOWN = 0.2
"""Of its longer words the dictionary knows more than this share, where they are words at all."""
_NO_LETTERS = 0.3
"""A page with more characters than this share that stand for no letter or sign has a font without a table of them."""
_POOR = 0.03
"""Where a larger share of the words looks misread, that is told."""
_MISREAD = re.compile(
    r"[a-z]\d+[a-z]{2}|[^\W\d_][|€$#£¢§¥~^{}<>\\_=+][a-z]|[a-z]{2}[A-Z]{2}[a-z]"
    r"|\b[bcdfghjklmnpqrstvwxz]{4,}\b|(?<!\S)[|~^_\\{}<>]+(?!\S)|\ufffd"
)
_ADDRESS = re.compile(r"//|www\.|@|\.\w+/")
_LONGEST = 200
"""Characters of the longest address."""
_UNMAPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")


def is_garbled(sheet: Sheet) -> bool:
    """Whether a page has a text layer of which no word is one."""
    text = _text(sheet)
    words = text.split()
    marks = sum(map(len, words))
    if marks >= _ENOUGH and len(_UNMAPPED.findall(text)) > _NO_LETTERS * marks:
        return True
    words = [bare for word in words if (bare := word.strip(_AROUND).casefold()) and not bare.isdigit()]
    functions = stop_words()
    if len(words) < _ENOUGH or not functions:
        return False
    if sum(word in functions for word in words) >= _FUNCTION_WORDS * len(words):
        return False
    long = {word for word in words if len(word) > 2 and any(map(str.isalpha, word))}
    return sum(map(current().knows, long)) < _KNOWN * len(long)


def misread(sheets: Iterable[Sheet]) -> float | None:
    """The share of words that look misread, where it is large."""
    words = found = 0
    for text in map(_text, sheets):
        words += len(text.split())
        found += sum(not _in_address(text, *match.span()) for match in _MISREAD.finditer(text))
    return found / words if words >= _ENOUGH and found > _POOR * words else None


def _text(sheet: Sheet) -> str:
    return "\n".join(line.text for line in sheet.lines)


def _in_address(text: str, begin: int, end: int) -> bool:
    """Whether a stretch is part of an address of the internet, by the words around it."""
    around = text[max(0, begin - _LONGEST) : end + _LONGEST]
    return any(_ADDRESS.search(word) for word in around.split() if text[begin:end] in word)
