"""The lines of a page in reading order: whole lines, and between them columns of text, one after the other.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set

from msgspec.structs import replace

from tracker.documents.formats.pdf_grid import SAME_PLACE
from tracker.documents.formats.pdf_lines import PdfLine
from tracker.documents.layout.patterns import phrases, rows_table

_FEWEST = 3
"""A column has at least so many lines."""
_OFTEN, _TALLER = 5, 2
"""One of fewer lines than this stands beside one that is so many times as tall: cells of a row, that begin
at one height, are of one height."""
_FEW = 2
"""The same of one that begins where columns of earlier pages do."""
LONG_LINE = 20
"""A line of running text has more characters."""
_GOING = 0.35
"""Of the lines of running text this share goes on with the sentence of the line above."""
_HANGS = 20
"""Points by which the marks of a list hang out of their column."""
_STEP = 1.3
"""Baselines further apart than this many of the usual step have white space between them."""
_ROWS = 0.6
"""Where so many of the paragraphs of two columns begin at one height, they are the rows of a table."""
_TALL = 15
"""In columns of so many lines one paragraph may begin at the height of another by chance."""
_ENDS = ".?!:;"
_LEADING = 1.7
"""Lines of a paragraph stand at most so many letter sizes below one another."""
_NEAR = 1.25
"""A title stands further above the text that it titles than below other text by less than this factor."""
_EVEN = 2.5
"""Columns that end within so many of the usual steps end at one height."""
_FULL = 0.9
"""A line that reaches so far over its column is of a text that fills it."""
_SAME_SIZE = 2.0
"""Points by which text below columns may be smaller: notes are smaller still."""
_DEPTH = 3
"""Columns within columns at most."""


def in_columns(lines: Sequence[PdfLine], known: Set[float] = frozenset(), depth: int = 0) -> list[list[PdfLine]]:
    """The lines, given from top to bottom, in runs that are each read downwards, one run after the other.

    At edges `known` from earlier pages columns may be short.
    """
    for gutter, fewest in _gutters(lines, known) if depth < _DEPTH else ():
        zones = _zones(lines, gutter, fewest)
        if any(beside for _, beside in zones):
            return [run for run in _runs(zones, gutter, lambda side: in_columns(side, known, depth + 1)) if run]
    return [list(lines)]


def _runs(
    zones: Sequence[tuple[list[PdfLine], bool]], gutter: float, within: Callable[[list[PdfLine]], list[list[PdfLine]]]
) -> Iterator[list[PdfLine]]:
    """The zones in runs: columns one after the other, text that flows around a box as one, and the box after it."""
    rest = _joined(zones)
    above: list[PdfLine] = []
    while rest:
        zone, beside = rest.pop(0)
        runs = [zone]
        if beside:
            sides = [_reaching(side) for side in _sides(zone, gutter)]
            below = rest.pop(0)[0] if rest else []
            if low := _below(sides, below):
                sides[0], below = sides[0][: -len(low)], [*low, *below]
            runs, below = _in_order(above, sides, below, [within(side) for side in sides])
            if below:
                rest.insert(0, (below, False))
        yield from runs
        above = [] if beside else zone


def _in_order(
    above: Sequence[PdfLine],
    sides: Sequence[list[PdfLine]],
    below: list[PdfLine],
    runs: Sequence[list[list[PdfLine]]],
) -> tuple[list[list[PdfLine]], list[PdfLine]]:
    """The runs of two columns in reading order, and the lines still below them: text around a box is whole."""
    over = _runs_over(sides[0][-1].text, sides[1][0].text) and not (below and below[0].text[0].islower())
    for at, text in enumerate(sides):
        if over or len(runs[at]) > 1 or not _flows_round(above, text, below, sides[1 - at]):
            continue
        if not _follows(above, text):
            return runs[1 - at], [*text, *below]
        held = _paragraph(text, below)
        return [[*text, *below[:held]], *runs[1 - at]], below[held:]
    return [*runs[0], *runs[1]], below


def _joined(zones: Sequence[tuple[list[PdfLine], bool]]) -> list[tuple[list[PdfLine], bool]]:
    """The zones, those that are no columns in one where they stand below one another."""
    joined: list[tuple[list[PdfLine], bool]] = []
    for zone, beside in zones:
        if joined and not beside and not joined[-1][1]:
            joined[-1] = ([*joined[-1][0], *zone], False)
        else:
            joined.append((zone, beside))
    return joined


def _below(sides: Sequence[Sequence[PdfLine]], below: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines below both columns that are none of them: the title of the text below, or a few short ones.

    They stand apart; or the sentence above them goes on at the top of the next column.
    """
    left, right = sides
    usual = _usual(left) if len(left) > 1 else 0.0
    for at in range(1, len(left)):
        last, low = left[at - 1], left[at:]
        goes_on = _runs_over(last.text, right[0].text) and not low[0].text[0].islower()
        if low[0].base >= right[-1].base or not (goes_on or last.base - low[0].base > _STEP * usual):
            continue
        if len(low) == 1 and below and abs(low[0].left - below[0].left) < SAME_PLACE:
            return list(low) if low[0].base - below[0].base <= _NEAR * (last.base - low[0].base) else []
        even = abs(last.base - right[-1].base) <= _EVEN * usual
        return list(low) if (even or goes_on) and _are_short(low, left) else []
    return []


def _are_short(low: Sequence[PdfLine], column: Sequence[PdfLine]) -> bool:
    """Whether no line fills its column, nor is in type of notes."""
    full = column[0].left + _FULL * (max(line.right for line in column) - column[0].left)
    return all(line.right <= full and line.size > column[0].size - _SAME_SIZE for line in low)


def _flows_round(
    above: Sequence[PdfLine], side: Sequence[PdfLine], below: Sequence[PdfLine], other: Sequence[PdfLine]
) -> bool:
    """Whether a sentence above goes on in one side, or one of that below, as around a box, and not in the other."""
    into = _follows(above, side) and not _follows(above, other)
    return into or (_follows(side, below) and not _follows(other, below))


def _follows(lines: Sequence[PdfLine], more: Sequence[PdfLine]) -> bool:
    """Whether the sentence that lines end in goes on in the next, right below them in the same type."""
    if not lines or not more or lines[-1].text[-1] in _ENDS:
        return False
    last, first = lines[-1], more[0]
    return 0 < last.base - first.base <= _LEADING * first.size and abs(last.size - first.size) < 0.5


def _paragraph(text: Sequence[PdfLine], below: Sequence[PdfLine]) -> int:
    """How many of the lines below still are of the paragraph that a text ends in."""
    if not _follows(text, below):
        return 0
    steps = [last.base - line.base for last, line in itertools.pairwise(below)]
    return next((at for at, step in enumerate(steps, start=1) if step > _STEP * min(steps)), len(below))


def _reaching(side: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines of a column, that know how far to the right it reaches."""
    reach = max((line.right for line in side), default=0.0)
    return [replace(line, reach=reach) for line in side]


def edges_of(runs: Sequence[Sequence[PdfLine]]) -> set[float]:
    """The left edges of columns, but that of the leftmost; none where the lines stand in one run."""
    edges = [min(line.left for line in run) for run in runs if run]
    return {edge for edge in edges if edge - min(edges) > 4 * LONG_LINE}


def _gutters(lines: Sequence[PdfLine], known: Set[float]) -> list[tuple[float, int]]:
    """Where a column may begin, with the fewest lines it has: the edges at which many lines do, but the first."""
    edges = Counter(round(line.left) for line in lines if len(line.text) > LONG_LINE)
    first = min(edges, default=0)
    found: dict[float, int] = {}
    for edge, count in edges.items():
        again = any(abs(edge - one) < SAME_PLACE for one in known)
        if (again or count >= _FEWEST) and edge - first > 4 * LONG_LINE:
            gutter = min(line.left for line in lines if edge - _HANGS <= line.left <= edge + 1) - 1
            found[gutter] = _FEW if again else found.get(gutter, _FEWEST)
    return sorted(found.items())


def _zones(lines: Sequence[PdfLine], gutter: float, fewest: int) -> list[tuple[list[PdfLine], bool]]:
    """The lines between those that cross a gutter, and whether they are columns on both of its sides."""
    zones: list[tuple[list[PdfLine], bool]] = []
    crossing = [line.left < gutter and line.right > gutter + SAME_PLACE for line in lines]
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
    low, high = sorted(len({round(line.base) for line in side}) for side in (left, right))
    row = abs(left[0].base - right[0].base) < SAME_PLACE and low < _OFTEN and high < _TALLER * low
    if row and fewest > _FEW:
        return False
    if rows_table([left[0].text, right[0].text]):
        return False
    if _runs_over(left[-1].text, right[0].text):
        return True
    fewer, more = sorted((_starts(left), _starts(right)), key=len)
    level = sum(any(abs(base - other) < SAME_PLACE for other in more) for base in fewer)
    by_chance = len(fewer) == 1 and (len(more) > 1 or len(left) >= _TALL)
    return by_chance or not fewer or level < _ROWS * len(fewer)


def _runs_over(last: str, first: str) -> bool:
    """Whether the sentence at the foot of one column ends at the top of the next."""
    return len(last) > LONG_LINE and last[-1] not in _ENDS and first[:1].islower()


def _goes_on(lines: Sequence[PdfLine]) -> bool:
    pairs = list(itertools.pairwise(line.text for line in lines))
    unfinished = phrases().unfinished
    going = sum(_runs_over(last, text) or last.split()[-1].casefold() in unfinished for last, text in pairs)
    return going >= _GOING * len(pairs)


def _usual(lines: Sequence[PdfLine]) -> float:
    """The usual distance of the baselines of at least two lines."""
    steps = [last.base - line.base for last, line in itertools.pairwise(lines)]
    return sorted(steps)[len(steps) // 2]


def _starts(lines: Sequence[PdfLine]) -> list[float]:
    """The baselines of the lines that stand apart from the one above."""
    steps = [last.base - line.base for last, line in itertools.pairwise(lines)]
    usual = _usual(lines)
    return [line.base for step, line in zip(steps, lines[1:], strict=True) if step > _STEP * usual]
