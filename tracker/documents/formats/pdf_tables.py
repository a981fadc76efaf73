"""Simple tables and columns of a PDF: pieces that stand side by side under one another.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from msgspec import Struct

from tracker.documents.formats.pdf_columns import LONG_LINE
from tracker.documents.formats.pdf_lines import PdfLine
from tracker.documents.layout.patterns import match, phrases, rows_table

_ALIGNED = 8.0
"""Points by which the pieces of a column may differ."""
_FEWEST = 6
"""Columns of fewer lines are cells."""
_BOLD, _PLAIN = 0.9, 0.9
"""A label is bold, and so much of what stands beside labels is not."""
_WRAPPED = 1.8
"""A line further below another than so many letter sizes does not go on with its cell."""
_ROW = 1.25
"""Rows are further apart than this many of the smallest step within the table."""


class Cell(Struct, frozen=True):
    """Where a printed line stands: the table of its page, the row and the column, counting from 0."""

    table: int
    row: int
    column: int
    prose: bool = False
    """Whether this is no table but running text in columns, each of them one row."""
    span: int = 1
    """How many columns it spans."""


def find_cells(lines: Sequence[PdfLine], heads: Sequence[str] = ()) -> list[Cell | None]:
    """The cell of each line of a page's text, None outside tables.

    Below the `heads` of the last table, printed again, a single line is enough of a table.
    """
    cells: list[Cell | None] = [None] * len(lines)
    bands = _bands(lines)
    at = table = 0
    while at < len(bands):
        columns = [lines[position].left for position in bands[at]]
        end = _end(lines, bands, at, columns) if len(columns) > 1 and not _names_paper(lines, bands[at]) else at
        again = heads and [lines[position].text for position in bands[at]] == list(heads)
        if end - at > 1 and (again or sum(len(band) > 1 for band in bands[at:end]) > 1):
            prose = _is_prose(lines, bands[at:end], columns)
            for row, band in _rows(lines, bands[at:end], headed=bool(again)):
                for position in band:
                    column = _column(lines[position].left, columns)
                    cells[position] = Cell(table, 0 if prose else row, column, prose)
            table += 1
            at = end
        else:
            at += 1
    return cells


def _names_paper(lines: Sequence[PdfLine], band: list[int]) -> bool:
    """Whether pieces side by side are the masthead of an official paper: its dossier and title, its number and kind."""
    text = " ".join(lines[at].text for at in band)
    return bool(match("dossier_head", text) or match("paper_number", text))


def _bands(lines: Sequence[PdfLine]) -> list[list[int]]:
    """The positions of lines that share a baseline."""
    bands: list[list[int]] = []
    for at, line in enumerate(lines):
        if bands and abs(lines[bands[-1][0]].base - line.base) < line.size * 0.4:
            bands[-1].append(at)
        else:
            bands.append([at])
    return bands


def _end(lines: Sequence[PdfLine], bands: list[list[int]], start: int, columns: list[float]) -> int:
    """The first band after the table that begins at `start`; what goes on below its first column, it still holds."""
    end = last = start
    while end < len(bands) and all(
        _column(lines[at].left, columns) >= 0 and _fits(lines[at], columns) for at in bands[end]
    ):
        beside = len(bands[end]) > 1 or _column(lines[bands[end][0]].left, columns) > 0
        end += 1
        last = end if beside else last
    steps = _steps(lines, bands[start:end])
    tight = _ROW * min(steps[: last - start - 1], default=0.0)
    while last < end and steps[last - start - 1] <= min(tight, _WRAPPED * lines[bands[last][0]].size):
        last += 1
    return last


def _steps(lines: Sequence[PdfLine], bands: list[list[int]]) -> list[float]:
    """The distances between the baselines of bands."""
    return [lines[a[0]].base - lines[b[0]].base for a, b in itertools.pairwise(bands)]


def _column(left: float, columns: list[float]) -> int:
    return next((at for at, column in enumerate(columns) if abs(column - left) < _ALIGNED), -1)


def _fits(line: PdfLine, columns: list[float]) -> bool:
    """Whether a line ends before the next column begins."""
    after = [column for column in columns if column > line.left + _ALIGNED]
    return not after or line.right <= min(after) + 1


def _is_prose(lines: Sequence[PdfLine], bands: list[list[int]], columns: list[float]) -> bool:
    """Whether most lines go on with the sentence of the line above them, no row standing apart from the next."""
    steps = _steps(lines, bands)
    if len(bands) < _FEWEST or max(steps) > _ROW * min(steps) or rows_table([lines[at].text for at in bands[0]]):
        return False
    texts: dict[int, list[str]] = {}
    for position in itertools.chain.from_iterable(bands):
        texts.setdefault(_column(lines[position].left, columns), []).append(lines[position].text)
    pairs = [pair for column in texts.values() for pair in itertools.pairwise(column)]
    going = sum(len(last) > LONG_LINE and last[-1] not in ".?!:;" and text[:1].islower() for last, text in pairs)
    return going * 2 > len(pairs)


def _rows(lines: Sequence[PdfLine], bands: list[list[int]], *, headed: bool) -> list[tuple[int, list[int]]]:
    """The bands with their row: a row begins at a wider step or, where all steps are alike, at each full band.

    After a wider step, lines of a single column go on with the cell above them, as its next paragraph. Bold labels in
    the first column, beside text that is not, begin a row each. `headed`: the first band is the heads of the columns.
    """
    if headed:
        return [(0, bands[0]), *((row + 1, band) for row, band in _rows(lines, bands[1:], headed=False))]
    if labels := _labels(lines, bands):
        return list(zip((max(0, row - 1) for row in itertools.accumulate(labels)), bands, strict=True))
    steps = _steps(lines, bands)
    spaced = bool(steps) and max(steps) > _ROW * min(steps)
    starts = [
        not at
        or (
            steps[at - 1] > _ROW * min(steps)
            if spaced
            else len(band) > 1 and not _mid_sentence(lines, bands[at - 1], band)
        )
        for at, band in enumerate(bands)
    ]
    if spaced:
        starts = [start and _beside(lines, bands, starts, at) for at, start in enumerate(starts)]
    return [(row - 1, band) for row, band in zip(itertools.accumulate(starts), bands, strict=True)]


def _mid_sentence(lines: Sequence[PdfLine], above: list[int], band: list[int]) -> bool:
    """Whether a piece of a band goes on with the sentence of the piece right above it."""
    pairs = ((lines[up], lines[at]) for up in above for at in band if abs(lines[up].left - lines[at].left) < _ALIGNED)
    return any(_runs_on(up, low) for up, low in pairs)


def _runs_on(up: PdfLine, low: PdfLine) -> bool:
    """Whether a piece goes on with the sentence of that above it, which ends in the middle of one."""
    if len(up.text) <= LONG_LINE or up.text[-1] in ".?!:;":
        return False
    unfinished = up.text.rsplit(maxsplit=1)[-1].casefold() in phrases().unfinished
    return low.text[0].islower() or (low.text[0].isdigit() and unfinished)


def _labels(lines: Sequence[PdfLine], bands: list[list[int]]) -> list[bool]:
    """For each band whether a label begins it; empty where the first column holds anything but labels.

    Labels are bold, or end in a colon, or come again in one order.
    """
    left = min(lines[position].left for band in bands for position in band)
    firsts = [[lines[at] for at in band if lines[at].left - left < _ALIGNED] for band in bands]
    others = [lines[at] for band in bands for at in band if lines[at].left - left >= _ALIGNED]
    labels = [line for first in firsts for line in first]
    bold = all(line.stress >= _BOLD and not line.text[0].islower() for line in labels)
    plain = sum(line.stress < _BOLD for line in others) >= _PLAIN * len(others)
    told = (bold and plain) or all(line.text[-1] == ":" for line in labels) or _return([one.text for one in labels])
    return [bool(first) for first in firsts] if told and len(labels) > 1 and firsts[0] else []


def _return(labels: Sequence[str]) -> bool:
    """Whether the same labels come again in the same order, some of them at least twice."""
    again = [at for at, label in enumerate(labels) if label == labels[0]]
    count = again[1] if len(again) > 1 else 0
    return count > 1 and all(label == labels[at % count] for at, label in enumerate(labels))


def _beside(lines: Sequence[PdfLine], bands: list[list[int]], starts: list[bool], at: int) -> bool:
    """Whether the lines from a band down to the next start stand in more than one column."""
    end = next((other for other in range(at + 1, len(bands)) if starts[other]), len(bands))
    lefts = [lines[position].left for band in bands[at:end] for position in band]
    return max(lefts) - min(lefts) > _ALIGNED
