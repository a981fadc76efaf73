"""The lines of a page in reading order: whole lines, and between them columns of text, one after the other.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence, Set

from tracker.documents.formats.pdf_lines import PdfLine
from tracker.documents.layout.patterns import rows_table

_FEWEST = 5
"""A column has at least so many lines."""
_FEW = 2
"""The same of one that begins where columns of earlier pages do."""
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


def in_columns(lines: Sequence[PdfLine], known: Set[float] = frozenset(), depth: int = 0) -> list[list[PdfLine]]:
    """The lines, given from top to bottom, in runs that are each read downwards, one run after the other.

    At edges `known` from earlier pages columns may be short.
    """
    for gutter, fewest in _gutters(lines, known) if depth < _DEPTH else ():
        zones = _zones(lines, gutter, fewest)
        if any(beside for _, beside in zones):
            return [
                run
                for zone, beside in zones
                for side in (_sides(zone, gutter) if beside else (zone,))
                for run in (in_columns(side, known, depth + 1) if beside else (side,))
                if run
            ]
    return [list(lines)]


def edges_of(runs: Sequence[Sequence[PdfLine]]) -> set[float]:
    """The left edges of columns, but that of the leftmost; none where the lines stand in one run."""
    edges = [min(line.left for line in run) for run in runs if run]
    return {edge for edge in edges if edge - min(edges) > 4 * _LONG}


def _gutters(lines: Sequence[PdfLine], known: Set[float]) -> list[tuple[float, int]]:
    """Where a column may begin, with the fewest lines it has: the edges at which many lines do, but the first."""
    edges = Counter(round(line.left) for line in lines if len(line.text) > _LONG)
    first = min(edges, default=0)
    found: dict[float, int] = {}
    for edge, count in edges.items():
        again = any(abs(edge - one) < _SAME for one in known)
        if (again or count >= _FEWEST) and edge - first > 4 * _LONG:
            gutter = min(line.left for line in lines if edge - _HANGS <= line.left <= edge + 1) - 1
            found[gutter] = _FEW if again else found.get(gutter, _FEWEST)
    return sorted(found.items())


def _zones(lines: Sequence[PdfLine], gutter: float, fewest: int) -> list[tuple[list[PdfLine], bool]]:
    """The lines between those that cross a gutter, and whether they are columns on both of its sides."""
    zones: list[tuple[list[PdfLine], bool]] = []
    crossing = [line.left < gutter and line.right > gutter + _SAME for line in lines]
    for crosses, positions in itertools.groupby(range(len(lines)), crossing.__getitem__):
        zone = [lines[at] for at in positions]
        zones.append((zone, not crosses and _are_columns(*_sides(zone, gutter), fewest)))
    return zones


def _sides(zone: Sequence[PdfLine], gutter: float) -> tuple[list[PdfLine], list[PdfLine]]:
    return [line for line in zone if line.left < gutter], [line for line in zone if line.left >= gutter]


def _are_columns(left: Sequence[PdfLine], right: Sequence[PdfLine], fewest: int) -> bool:
    """Whether both sides are running text, and no rows of a table."""
    if min(len(left), len(right)) < fewest or not (_goes_on(left) and _goes_on(right)):
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
