"""Words that a PDF strikes through: a thin rule runs through the middle of their letters, and no further."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
from msgspec import Struct
from pypdfium2 import raw

if TYPE_CHECKING:
    from tracker.documents.formats.pdf_lines import PdfLetter

_THIN = 1.6
"""Points that a rule is high at most; and at least so many times as long as high."""
_LONG = 4
_LOW, _HIGH = 0.14, 0.44
"""Between these shares of the letter size above the baseline runs a rule that strikes."""
_OVER = 0.4
"""A rule that runs further beyond the letters of a line than this share of their size is one of a table or chart."""
_MOST = 20_000
"""A page with more objects is a drawing."""


class Stroke(Struct, frozen=True):
    """A thin horizontal rule, in points from the lower left corner of what is shown of the page."""

    left: float
    right: float
    height: float


def rules_of(page: pdfium.PdfPage, left: float, foot: float) -> list[Stroke]:
    """The thin horizontal rules of a page, whose shown part begins at `left` and `foot`."""
    count = raw.FPDFPage_CountObjects(page.raw)
    rules: list[Stroke] = []
    a, b, c, d = (ctypes.c_float() for _ in range(4))
    for at in range(count if count <= _MOST else 0):
        drawn = raw.FPDFPage_GetObject(page.raw, at)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(drawn, a, b, c, d):
            continue
        width, height = c.value - a.value, d.value - b.value
        if height <= _THIN and width >= _LONG * max(height, 0.5):
            rules.append(Stroke(a.value - left, c.value - left, (b.value + d.value) / 2 - foot))
    return rules


def struck_in(letters: Sequence[PdfLetter], rules: Sequence[Stroke]) -> list[bool]:
    """Which letters of a line are struck through, nothing where none is; white space is as the letter before it."""
    first = next((letter for letter in letters if not letter.char.isspace()), None)
    if first is None or first.turn:
        return []
    near = [rule for rule in rules if 0 < rule.height - first.base < first.size]
    inked = [letter for letter in letters if not letter.char.isspace()] if near else []
    through = [rule for rule in near if _strikes(rule, inked)]
    struck: list[bool] = []
    for letter in letters if through else ():
        if letter.char.isspace():
            struck.append(bool(struck) and struck[-1])
        else:
            middle = (letter.left + letter.right) / 2
            struck.append(any(rule.left - 1 <= middle <= rule.right + 1 for rule in through))
    return struck


def _strikes(rule: Stroke, inked: Sequence[PdfLetter]) -> bool:
    size, base = max(letter.size for letter in inked), inked[0].base
    inside = inked[0].left - _OVER * size <= rule.left and rule.right <= inked[-1].right + _OVER * size
    return inside and _LOW * size <= rule.height - base <= _HIGH * size
