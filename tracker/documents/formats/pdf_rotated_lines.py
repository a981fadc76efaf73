"""The lines of a PDF page from top to bottom: those that stand like most letters, then those turned from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tracker.documents.formats.pdf_lines import Mark, PdfLine, Sheet
from tracker.documents.formats.pdf_rules import Stroke

_GAP = 0.6
"""A line that begins within this many letter sizes of the end of another on its baseline goes on with it."""
_HANGS = 4
"""A number hangs at most so many letter sizes before its title."""
_BOLD = 0.9
"""The share of a line that must be bold for it to be a title: by judgement; not measured."""
_NUMBER = re.compile(r"\d{1,2}(\.\d{1,2})*\.?")
_NEAR = 3
"""Points within which a wall stands between two lines."""


def by_turn(sheet: Sheet) -> list[list[PdfLine]]:
    """The lines of a page from top to bottom: those that stand like most letters, then those turned from them."""
    turns: dict[int, list[PdfLine]] = {}
    walls = [wall for grid in sheet.grids for wall in grid.standing]
    for line in sheet.lines:
        turns.setdefault(line.turn, []).append(line)
    order = sorted(turns, key=lambda turn: (-sum(len(line.text) for line in turns[turn]), turn))
    return [_joined(sorted(turns[turn], key=lambda line: (-round(line.base, 0), line.left)), walls) for turn in order]


def _joined(lines: Sequence[PdfLine], walls: Sequence[Stroke]) -> list[PdfLine]:
    """The lines; one that goes on where another on its baseline ends, and was printed apart from it, is one with it."""
    whole: list[PdfLine] = []
    for line in lines:
        last = whole[-1] if whole else None
        if last is not None and (_abuts(last, line) or _counts(last, line)) and not _walled(last, line, walls):
            space = " " * (line.left - last.right > 0.1 * line.size and line.text[0] not in ",.;:)")
            shift = len(last.text) + len(space)
            marks = (*last.marks, *(Mark(mark.offset + shift, mark.length) for mark in line.marks))
            whole[-1] = replace(last, right=line.right, text=f"{last.text}{space}{line.text}", marks=marks)
        else:
            whole.append(line)
    return whole


def _abuts(last: PdfLine, line: PdfLine) -> bool:
    level = abs(last.base - line.base) < 1 and abs(last.size - line.size) < 1 and last.struck == line.struck
    return level and -0.3 * line.size < line.left - last.right < _GAP * line.size


def _counts(last: PdfLine, line: PdfLine) -> bool:
    """Whether a line is a bold title and the one before it is its number, which hangs in the margin."""
    level = abs(last.base - line.base) < 1 and abs(last.size - line.size) < 1 and not last.struck
    titled = min(last.stress, line.stress) >= _BOLD and len(line.text) > 2 and line.text[0].isupper()
    near = 0 <= line.left - last.right < _HANGS * line.size
    return level and titled and near and bool(_NUMBER.fullmatch(last.text))


def _walled(last: PdfLine, line: PdfLine, walls: Sequence[Stroke]) -> bool:
    """Whether a wall of a table stands between two lines side by side."""
    low, high = last.right - _NEAR, line.left + _NEAR
    return any(low <= wall.at <= high and wall.begin <= line.base <= wall.end for wall in walls)
