"""Tables without rules: rules where no letter of many lines stands, and where all columns begin a new row.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from math import inf, isinf

from msgspec import Struct

from tracker.documents.formats.pdf_grid import Grid, grids_of
from tracker.documents.formats.pdf_letters import PdfLetter
from tracker.documents.formats.pdf_rules import Rules, Stroke
from tracker.documents.layout.list_markers import label_of

_LEVEL = 0.4
"""Letters within so many letter sizes of one baseline are of one line."""
_WIDE = 1.0
"""A line with a gap of so many letter sizes may be the first of a table."""
_GAP = 0.25
"""Columns stand so many letter sizes apart at least: a little further than words do."""
_NARROW = 0.6
"""Gaps of fewer letter sizes are gaps between columns only …"""
_MANY_LINES = 8
"""… where so many lines leave them."""
_FAR = 3.0
"""Lines further apart than so many letter sizes are of no table."""
_ROW = 1.2
"""Rows are further apart than so many of the smallest step between lines."""
_STAGGERED, _BETWEEN = 0.8, 0.3
"""Lines nearer than this share of the leading of a column are of several; so many of all lines are where cells stand
in the middle of their rows."""
_WHITE = 0.2
"""Between rows there is more white than between lines by so many letter sizes."""
_ROWS = 3
"""A table has so many rows, its heads among them."""
_LINES = 2
"""Some row has so many lines in more than one column: tables of single lines are known by their columns …"""
_MANY = 5
"""… or most of so many rows have so many lines in one."""
_RUNNING = 0.25
"""Where so many columns go on with their sentence in the next row, they are columns of running text."""
_JUMPS = 3
"""Letters are printed so often above or far behind the one before them where several rows have several cells."""
_MARK = 4
"""What has fewer letters and stands before a gap is the mark of an item."""
_BULLETS = ("o", "·")
_BOLD = 0.9
"""The stress of a bold letter."""
_ENDS = ".?!:;"

_Span = tuple[float, float]


class _Band(Struct, frozen=True):
    """A printed line across the page: its baseline, the size of its letters, and its letters from the left."""

    base: float
    size: float
    letters: tuple[PdfLetter, ...]

    @property
    def gaps(self) -> int:
        """How many wide gaps stand between its letters."""
        wide = _WIDE * self.size
        return sum(b.left - a.right > wide for a, b in itertools.pairwise(self.letters))

    @property
    def stressed(self) -> bool:
        """Whether all its letters are bold."""
        return all(letter.stress >= _BOLD for letter in self.letters)

    def within(self, span: _Span) -> list[PdfLetter]:
        """The letters between two places."""
        return [letter for letter in self.letters if span[0] <= letter.left < span[1]]


def with_gutters(rules: Rules, letters: Sequence[PdfLetter]) -> Rules:
    """The rules of a page, with those that the tables without any would have."""
    if not _may_have_tables(letters):
        return rules
    bands, grids = _bands(letters), grids_of(rules)
    lying, standing = list(rules.lying), list(rules.standing)
    at = 0
    while at < len(bands):
        end, table = _table(bands, at) if bands[at].gaps else (at + 1, None)
        if table is None or any(_meets(grid, bands[at:end]) for grid in grids):
            at += 1
            continue
        lying += table.lying
        standing += table.standing
        at = end
    return Rules(lying, standing) if len(standing) > len(rules.standing) else rules


def _may_have_tables(letters: Sequence[PdfLetter]) -> bool:
    """Whether several letters stand above the one before them, or far behind words, as the first of a cell does."""
    jumps = since = 0
    last: PdfLetter | None = None
    for letter in letters:
        if letter.char <= " ":
            continue
        if last is not None:
            step = letter.base - last.base
            if step < -letter.size:
                since = 0
            elif step > letter.size or (since > _MARK and letter.left - last.right > letter.size):
                jumps, since = jumps + 1, 0
                if jumps >= _JUMPS:
                    return True
        since += 1
        last = letter
    return False


def _bands(letters: Sequence[PdfLetter]) -> list[_Band]:
    upright = sorted((one for one in letters if not (one.turn or one.char.isspace())), key=lambda one: -one.base)
    groups: list[list[PdfLetter]] = []
    for letter in upright:
        if groups and groups[-1][0].base - letter.base < _LEVEL * letter.size:
            groups[-1].append(letter)
        else:
            groups.append([letter])
    return [
        _Band(group[0].base, max(one.size for one in group), tuple(sorted(group, key=lambda one: one.left)))
        for group in groups
    ]


def _meets(grid: Grid, bands: Sequence[_Band]) -> bool:
    return grid.rows[-1] < bands[0].base and bands[-1].base < grid.rows[0]


def _table(bands: Sequence[_Band], start: int) -> tuple[int, Rules | None]:
    """The end and the rules of a table whose first line is at `start`, None where there is none."""
    for end, gutters in _stretches(bands, start):
        last = _without_text_below(bands, start, end, gutters)
        if (table := _rules(bands[start:last], gutters)) is not None:
            return last, table
    return start + 1, None


def _stretches(bands: Sequence[_Band], start: int) -> Iterator[tuple[int, list[_Span]]]:
    """The ends that the table may have, with the gaps that all lines down to there leave.

    First where a line that stands apart closes or narrows a gap, as text below a table does; then the last line that
    leaves one; then where a line that does not stand apart closes one.
    """
    first = bands[start].letters
    free = [(-inf, first[0].left), *_gaps(bands[start]), (max(one.right for one in first), inf)]
    close: list[tuple[int, list[_Span]]] = []
    least, end = inf, start + 1
    while end < len(bands) and bands[end - 1].base - bands[end].base < _FAR * bands[end].size:
        step = bands[end - 1].base - bands[end].base
        left = _left_free(free, bands[end])
        wide = _NARROW * bands[end].size
        if _wider(left, wide) < _wider(free, wide):
            if step > _ROW * least:
                yield end, _inner(free)
            else:
                close.append((end, _inner(free)))
        if all(isinf(begin) or isinf(stop) for begin, stop in left):
            break
        least, free = min(least, step), left
        end += 1
    yield end, _inner(free)
    yield from reversed(close)


def _inner(free: Sequence[_Span]) -> list[_Span]:
    return [span for span in free if not (isinf(span[0]) or isinf(span[1]))]


def _wider(free: Sequence[_Span], width: float) -> int:
    """How many gaps are as wide as that."""
    return sum(stop - begin >= width for begin, stop in _inner(free))


def _without_text_below(bands: Sequence[_Band], start: int, end: int, gutters: Sequence[_Span]) -> int:
    """The end of a table without the lines below it that stand apart and are of its first column alone."""
    if not gutters:
        return end
    steps = [above.base - below.base for above, below in itertools.pairwise(bands[start:end])]
    first = gutters[0][1]
    last = end
    while last - 1 > start and max(one.right for one in bands[last - 1].letters) <= first:
        last -= 1
    apart = (at for at in range(last, end) if steps[at - start - 1] > _ROW * min(steps))
    return next(apart, end)


def _gaps(band: _Band) -> Iterator[_Span]:
    reach = band.letters[0].right
    for letter in band.letters[1:]:
        if letter.left - reach >= _GAP * band.size:
            yield reach, letter.left
        reach = max(reach, letter.right)


def _left_free(free: Sequence[_Span], band: _Band) -> list[_Span]:
    """What the letters of a line leave of gaps, where that is still wide enough."""
    found: list[_Span] = []
    for begin, end in free:
        at = begin
        for letter in band.letters:
            if letter.right <= at or letter.left >= end:
                continue
            if letter.left - at >= _GAP * band.size:
                found.append((at, letter.left))
            at = max(at, letter.right)
        if end - at >= _GAP * band.size:
            found.append((at, end))
    return found


def _rules(bands: Sequence[_Band], gutters: Sequence[_Span]) -> Rules | None:
    """The rules of the table that lines are with gaps between them; None where they are none, or have more columns."""
    narrow = _NARROW * max(band.size for band in bands)
    gutters = [span for span in gutters if span[1] - span[0] >= narrow or len(bands) >= _MANY_LINES]
    if len(bands) <= _ROWS or not gutters or max(band.gaps for band in bands) > len(gutters):
        return None
    middles = [(begin + end) / 2 for begin, end in gutters]
    left = min(band.letters[0].left for band in bands) - 1
    right = max(max(one.right for one in band.letters) for band in bands) + 1
    columns = list(itertools.pairwise([left, *middles, right]))
    rows = _rows_apart(bands, columns) if _is_staggered(bands, columns) else _rows(bands, columns)
    if len(rows) < _ROWS or not _has_long_cells(rows, columns) or _runs_on(rows, columns) or _is_list(bands, columns):
        return None
    tops = [
        (row[0].base + 0.75 * row[0].size + above[-1].base - 0.25 * above[-1].size) / 2
        for above, row in itertools.pairwise(rows)
    ]
    top, foot = bands[0].base + bands[0].size, bands[-1].base - _LEVEL * bands[-1].size
    return Rules([Stroke(left, right, at) for at in [top, *tops, foot]], [Stroke(foot, top, at) for at in middles])


def _rows(bands: Sequence[_Band], columns: Sequence[_Span]) -> list[list[_Band]]:
    """The lines row by row: a row begins at a wider step or below bold heads, with letters in more than one column."""
    steps = [above.base - below.base for above, below in itertools.pairwise(bands)]
    rows = [[bands[0]]]
    for step, band in zip(steps, bands[1:], strict=True):
        headed = len(rows) == 1 and all(one.stressed for one in rows[0]) and not band.stressed
        if (step > _ROW * min(steps) or headed) and _filled(band, columns) > 1:
            rows.append([])
        rows[-1].append(band)
    return rows


def _is_staggered(bands: Sequence[_Band], columns: Sequence[_Span]) -> bool:
    """Whether many lines of one column stand between those of another, as in cells that stand in the middle of rows."""
    steps = [above.base - below.base for above, below in itertools.pairwise(bands)]
    near = _STAGGERED * _leading(bands, columns)
    return sum(step < near for step in steps) >= _BETWEEN * len(bands)


def _leading(bands: Sequence[_Band], columns: Sequence[_Span]) -> float:
    """The least distance of two lines of one column."""
    bases = ([band.base for band in bands if band.within(column)] for column in columns)
    return min((above - below for column in bases for above, below in itertools.pairwise(column)), default=0.0)


def _rows_apart(bands: Sequence[_Band], columns: Sequence[_Span]) -> list[list[_Band]]:
    """The lines row by row where more white than between the lines of a column runs over the whole width."""
    white = _leading(bands, columns) - bands[0].size + _WHITE * bands[0].size
    rows = [[bands[0]]]
    for above, band in itertools.pairwise(bands):
        if above.base - band.base - band.size > white:
            rows.append([])
        rows[-1].append(band)
    whole = all(sum(any(band.within(column) for band in row) for column in columns) > 1 for row in rows)
    return rows if whole else []


def _filled(band: _Band, columns: Sequence[_Span]) -> int:
    return sum(bool(band.within(column)) for column in columns)


def _has_long_cells(rows: Sequence[Sequence[_Band]], columns: Sequence[_Span]) -> bool:
    """Whether a row below the first has several lines in more than one column, or most of many rows have several."""
    beside = any(sum(_filled(band, columns) > 1 for band in row) >= _LINES for row in rows[1:])
    beside = beside or any(_tall(row, columns) > 1 for row in rows[1:])
    return beside or (len(rows) >= _MANY and 2 * sum(len(row) >= _LINES for row in rows) >= len(rows))


def _tall(row: Sequence[_Band], columns: Sequence[_Span]) -> int:
    """In how many columns a row has several lines."""
    return sum(sum(bool(band.within(column)) for band in row) >= _LINES for column in columns)


def _is_list(bands: Sequence[_Band], columns: Sequence[_Span]) -> bool:
    """Whether the first column holds marks only, and no head."""
    firsts = ["".join(letter.char for letter in band.within(columns[0])) for band in bands]
    return all(_is_mark(text) for text in firsts)


def _is_mark(text: str) -> bool:
    return label_of(f"{text} x") is not None or not any(map(str.isalnum, text)) or text in _BULLETS


def _runs_on(rows: Sequence[Sequence[_Band]], columns: Sequence[_Span]) -> bool:
    """Whether many columns go on with their sentence from row to row, as running text in columns does."""
    pairs = [(above, row, column) for above, row in itertools.pairwise(rows) for column in columns]
    going = sum(_goes_on(above, row, column) for above, row, column in pairs)
    return going > _RUNNING * len(pairs)


def _goes_on(above: Sequence[_Band], row: Sequence[_Band], column: _Span) -> bool:
    last = next((found for band in reversed(above) if (found := band.within(column))), [])
    first = row[0].within(column)
    return bool(last and first) and last[-1].char not in _ENDS and first[0].char.islower()
