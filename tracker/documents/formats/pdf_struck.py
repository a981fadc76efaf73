"""Words that a PDF strikes through: a thin rule runs through the middle of their letters, and no further.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.documents.formats.pdf_rules import Stroke

if TYPE_CHECKING:
    from tracker.documents.formats.pdf_letters import PdfLetter

_LOW, _HIGH = 0.14, 0.44
"""Between these shares of the letter size above the baseline runs a rule that strikes."""
_OVER = 0.4
"""A rule that runs further beyond the letters of a line than this share of their size is one of a table or chart."""


def struck_in(letters: Sequence[PdfLetter], rules: Sequence[Stroke]) -> list[bool]:
    """Which letters of a line are struck through, nothing where none is; white space is as the letter before it."""
    first = next((letter for letter in letters if not letter.char.isspace()), None)
    if first is None or first.turn:
        return []
    near = [rule for rule in rules if 0 < rule.at - first.base < first.size]
    inked = [letter for letter in letters if not letter.char.isspace()] if near else []
    through = [rule for rule in near if _strikes(rule, inked)]
    struck: list[bool] = []
    for letter in letters if through else ():
        if letter.char.isspace():
            struck.append(bool(struck) and struck[-1])
        else:
            middle = (letter.left + letter.right) / 2
            struck.append(any(rule.begin - 1 <= middle <= rule.end + 1 for rule in through))
    return struck


def _strikes(rule: Stroke, inked: Sequence[PdfLetter]) -> bool:
    size, base = max(letter.size for letter in inked), inked[0].base
    inside = inked[0].left - _OVER * size <= rule.begin and rule.end <= inked[-1].right + _OVER * size
    return inside and _LOW * size <= rule.at - base <= _HIGH * size
