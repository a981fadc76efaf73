"""The columns of tables that rule only their rows: rules that would stand where no letter of any row does.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tracker.documents.formats.pdf_grid import MOST_RULES, SAME_PLACE
from tracker.documents.formats.pdf_letters import PdfLetter
from tracker.documents.formats.pdf_rules import Rules, Stroke

_FEWEST = 4
"""So many rules under one another, as long as each other, are rows; three may be the edges and the head of a table."""
_PROSE = 0.7
"""Running text leaves no gap for so much of the width."""
_STEP, _LOW = 1.6, 0.4
"""Lines of a row stand at most so many letter sizes below one another; letters reach so far below their line."""
_GAP = 0.6
"""Columns stand so many letter sizes apart: further than words do."""


def with_columns(rules: Rules, letters: Sequence[PdfLetter]) -> Rules:
    """The rules of a page, with those that would stand between the columns of tables that have none."""
    shelves = [_closed(shelf, letters) for rows in _shelves(rules) for shelf in _apart(rows, letters)]
    added = [wall for shelf in shelves for wall in _walls(shelf, letters)]
    feet = [shelf[-1] for shelf in shelves if not any(rule.at == shelf[-1].at for rule in rules.lying)]
    return Rules([*rules.lying, *feet], [*rules.standing, *added]) if added else rules


def _shelves(rules: Rules) -> Iterator[list[Stroke]]:
    """The rules that lie under one another from one place to another, and that no standing rule meets."""
    if not _FEWEST <= len(rules.lying) <= MOST_RULES:
        return
    joined = _joined(rules.lying)
    joined.sort(key=lambda one: (round(one.begin / SAME_PLACE), round(one.end / SAME_PLACE), -one.at))
    for _, group in itertools.groupby(joined, lambda one: (round(one.begin / SAME_PLACE), round(one.end / SAME_PLACE))):
        shelf = list(group)
        if len(shelf) >= _FEWEST and not any(_meets(wall, shelf) for wall in rules.standing):
            yield shelf


def _joined(lying: Sequence[Stroke]) -> list[Stroke]:
    """The rules, those that go on from one another at one height as one: cells may each draw their own."""
    joined: list[Stroke] = []
    for rule in sorted(lying, key=lambda one: (round(one.at), one.begin)):
        last = joined[-1] if joined else None
        if last is not None and abs(last.at - rule.at) < 1 and rule.begin <= last.end + SAME_PLACE:
            joined[-1] = Stroke(last.begin, max(last.end, rule.end), last.at)
        else:
            joined.append(rule)
    return joined


def _meets(wall: Stroke, shelf: Sequence[Stroke]) -> bool:
    across = shelf[0].begin - SAME_PLACE <= wall.at <= shelf[0].end + SAME_PLACE
    return across and wall.begin <= shelf[0].at + SAME_PLACE and wall.end >= shelf[-1].at - SAME_PLACE


def _apart(shelf: Sequence[Stroke], letters: Sequence[PdfLetter]) -> Iterator[list[Stroke]]:
    """The rules of each of the tables that stand under one another, with running text between them."""
    rows = [shelf[0]]
    for above, below in itertools.pairwise(shelf):
        if _is_prose(above, below, letters):
            yield rows
            rows = []
        rows.append(below)
    yield rows


def _is_prose(above: Stroke, below: Stroke, letters: Sequence[PdfLetter]) -> bool:
    """Whether the letters between two rules leave no gap for most of the width, as running text does."""
    boxes = _boxes([above, below], letters)
    gaps = [begin for begin, _ in _gaps(boxes)]
    reach = gaps[0] if gaps else max((right for _, right, _ in boxes), default=above.begin)
    return reach - above.begin > _PROSE * (above.end - above.begin)


def _closed(shelf: list[Stroke], letters: Sequence[PdfLetter]) -> list[Stroke]:
    """The rules with one below the last row, where each row but that has one: its lines leave the same gaps."""
    walls = [wall.at for wall in _walls(shelf, letters)]
    if not walls:
        return shelf
    last = shelf[-1]
    height = max(above.at - below.at for above, below in itertools.pairwise(shelf))
    below = [
        letter
        for letter in letters
        if last.at - height < letter.base < last.at
        and last.begin - SAME_PLACE <= letter.left <= last.end + SAME_PLACE
        and not (letter.turn or letter.char.isspace())
    ]
    foot, size = last.at, max((letter.size for letter in below), default=0.0)
    filled: set[int] = set()
    for base, band in itertools.groupby(sorted(below, key=lambda one: -one.base), lambda one: one.base):
        line = list(band)
        if (filled and foot - base > _STEP * size) or any(_reaches(letter, wall) for letter in line for wall in walls):
            break
        foot = base
        filled.update(sum(wall <= letter.left for wall in walls) for letter in line)
    return [*shelf, Stroke(last.begin, last.end, foot - _LOW * size)] if len(filled) > 1 else shelf


def _reaches(letter: PdfLetter, wall: float) -> bool:
    """Whether a letter stands in the gap around a wall, as one of running text does."""
    return letter.left < wall + _GAP / 2 * letter.size and letter.right > wall - _GAP / 2 * letter.size


def _walls(shelf: Sequence[Stroke], letters: Sequence[PdfLetter]) -> Iterator[Stroke]:
    """The rules that would stand in the gaps that all letters between the highest and the lowest rule leave."""
    if len(shelf) >= _FEWEST:
        for begin, end in _gaps(_boxes(shelf, letters)):
            yield Stroke(shelf[-1].at, shelf[0].at, (begin + end) / 2)


def _boxes(shelf: Sequence[Stroke], letters: Sequence[PdfLetter]) -> list[tuple[float, float, float]]:
    """The left and right edge and the size of the letters between the highest and the lowest rule, from the left."""
    top, foot, begin, end = shelf[0].at, shelf[-1].at, shelf[0].begin - SAME_PLACE, shelf[0].end + SAME_PLACE
    return sorted(
        (letter.left, letter.right, letter.size)
        for letter in letters
        if foot < letter.base < top and begin <= letter.left <= end and not (letter.turn or letter.char.isspace())
    )


def _gaps(boxes: Sequence[tuple[float, float, float]]) -> Iterator[tuple[float, float]]:
    """Where each gap that is as wide as one between columns begins and ends."""
    reach = boxes[0][1] if boxes else 0.0
    for left, right, size in boxes:
        if left - reach >= _GAP * size:
            yield reach, left
        reach = max(reach, right)
