"""The lines of a page in reading order: whole lines, and between them columns of text, one after the other.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from tracker.documents.formats.pdf_lines import PdfLine
from tracker.documents.layout.patterns import rows_table

_FEWEST = 5
"""A column has at least so many lines."""
_LONG = 20
"""A line of running text has more characters."""
_GOING = 0.35
"""Of the lines of running text this share goes on with the sentence of the line above."""
_SAME = 2.5
"""Points within which two edges or baselines are one."""
_HANGS = 20
"""Points by which the marks of a list hang out of their column."""
_STEP = 1.3
"""Baselines further apart than this many of the usual step have white space between them."""
_ROWS = 0.6
"""Where so many of the paragraphs of two columns begin at one height, they are the rows of a table."""
_TALL = 15
"""In columns of so many lines one paragraph may begin at the height of another by chance."""
_DEPTH = 3
"""Columns within columns at most."""


def in_columns(lines: Sequence[PdfLine], depth: int = 0) -> list[list[PdfLine]]:
    """The lines, given from top to bottom, in runs that are each read downwards, one run after the other."""
    for gutter in _gutters(lines) if depth < _DEPTH else ():
        zones = _zones(lines, gutter)
        if any(beside for _, beside in zones):
            return [run for zone, beside in zones for run in _runs(zone, gutter, depth, beside=beside) if run]
    return [list(lines)]


def _runs(zone: list[PdfLine], gutter: float, depth: int, *, beside: bool) -> list[list[PdfLine]]:
    if not beside:
        return [zone]
    left, right = _sides(zone, gutter)
    return [*in_columns(left, depth + 1), *in_columns(right, depth + 1)]


def _gutters(lines: Sequence[PdfLine]) -> list[float]:
    """Where a column may begin: the edges at which many lines do, but the first."""
    edges = Counter(round(line.left) for line in lines if len(line.text) > _LONG)
    first = min(edges, default=0)
    found = [edge for edge, count in edges.items() if count >= _FEWEST and edge - first > 4 * _LONG]
    return sorted({min(line.left for line in lines if edge - _HANGS <= line.left <= edge + 1) - 1 for edge in found})


def _zones(lines: Sequence[PdfLine], gutter: float) -> list[tuple[list[PdfLine], bool]]:
    """The lines between those that cross a gutter, and whether they are columns on both of its sides."""
    zones: list[tuple[list[PdfLine], bool]] = []
    crossing = [line.left < gutter and line.right > gutter + _SAME for line in lines]
    for crosses, positions in itertools.groupby(range(len(lines)), crossing.__getitem__):
        zone = [lines[at] for at in positions]
        zones.append((zone, not crosses and _are_columns(*_sides(zone, gutter))))
    return zones


def _sides(zone: Sequence[PdfLine], gutter: float) -> tuple[list[PdfLine], list[PdfLine]]:
    return [line for line in zone if line.left < gutter], [line for line in zone if line.left >= gutter]


def _are_columns(left: Sequence[PdfLine], right: Sequence[PdfLine]) -> bool:
    """Whether both sides are running text, and no rows of a table."""
    if min(len(left), len(right)) < _FEWEST or not (_goes_on(left) and _goes_on(right)):
        return False
    if rows_table([left[0].text, right[0].text]):
        return False
    if _runs_over(left[-1].text, right[0].text):
        return True
    fewer, more = sorted((_starts(left), _starts(right)), key=len)
    level = sum(any(abs(base - other) < _SAME for other in more) for base in fewer)
    by_chance = len(fewer) == 1 and (len(more) > 1 or len(left) >= _TALL)
    return by_chance or not fewer or level < _ROWS * len(fewer)


def _runs_over(last: str, first: str) -> bool:
    """Whether the sentence at the foot of one column ends at the top of the next."""
    return len(last) > _LONG and last[-1] not in ".?!:;" and first[:1].islower()


def _goes_on(lines: Sequence[PdfLine]) -> bool:
    pairs = list(itertools.pairwise(line.text for line in lines))
    going = sum(_runs_over(last, text) for last, text in pairs)
    return going >= _GOING * len(pairs)


def _starts(lines: Sequence[PdfLine]) -> list[float]:
    """The baselines of the lines that stand apart from the one above."""
    steps = [last.base - line.base for last, line in itertools.pairwise(lines)]
    usual = sorted(steps)[len(steps) // 2]
    return [line.base for step, line in zip(steps, lines[1:], strict=True) if step > _STEP * usual]
