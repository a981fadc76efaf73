"""Lines of justified text whose few words stand so far apart that they look like columns: they are one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from tracker.documents.formats.pdf_lines import Mark, PdfLine

_SAME = 1.5
"""Points by which the edges of justified lines differ."""
_NEAR = (0.8, 1.8)
"""Lines of one paragraph stand so many letter sizes below one another, at least and at most."""
_SIZE = 0.3
"""Points by which letters of one size differ."""

_Places = dict[tuple[int, int], list[PdfLine]]


def join_justified(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines, given piece by piece, those that fill the width of a line right above or below them as one."""
    places: _Places = defaultdict(list)
    for line in lines:
        places[round(line.left), round(line.base)].append(line)
    joined: list[PdfLine] = []
    for line in lines:
        if joined and _is_beside(joined[-1], line) and _fills(joined[-1], line, places):
            joined[-1] = _one(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _is_beside(first: PdfLine, second: PdfLine) -> bool:
    level = abs(first.base - second.base) < _SIZE and first.right < second.left
    return level and abs(first.size - second.size) < _SIZE and first.turn == second.turn


def _fills(first: PdfLine, second: PdfLine, places: _Places) -> bool:
    """Whether a whole line of the same type right above or below has the outer edges of two pieces."""
    low, high = (share * first.size for share in _NEAR)
    steps = range(round(low), round(high) + 2)
    heights = [round(first.base) + sign * step for sign in (-1, 1) for step in steps]
    lefts = [round(first.left) + at for at in (-1, 0, 1, 2)]
    beside: Iterable[PdfLine] = (line for left in lefts for base in heights for line in places.get((left, base), ()))
    return any(
        abs(line.left - first.left) < _SAME
        and abs(line.right - second.right) < _SAME
        and abs(line.size - first.size) < _SIZE
        and low <= abs(line.base - first.base) <= high
        for line in beside
    )


def _one(first: PdfLine, second: PdfLine) -> PdfLine:
    begin = len(first.text) + 1
    marks = (*first.marks, *(Mark(begin + mark.offset, mark.length) for mark in second.marks))
    return replace(first, right=second.right, text=f"{first.text} {second.text}", marks=marks)
