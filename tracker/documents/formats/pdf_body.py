"""The running text of a PDF: its type, where it stands on a page, and what stands beside it.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from tracker.documents.formats.pdf_lines import PdfLine, Sheet
from tracker.documents.layout.list_markers import BULLET

SMALL = 0.92
"""Letters smaller than this share of the body's are those of notes and letterheads."""
EDGE = 3
"""Points by which lines that begin at one edge may differ."""
FULL = 0.9
"""A line that reaches so far over the width of the text goes on in the next."""
_SIDE = 0.62
"""A line above the text that begins beyond this share of its width belongs to the letterhead."""
_SHORT = 40
"""A line of running text has more characters."""
_HANGS, _ITEM = 22, 4
"""Points by which the lines of an item hang from its mark, and how many leadings below it."""
_NARROW = 28
"""The lines of a side column have fewer characters on average."""
_FEW = 3
"""A page with fewer lines of running text shows no layout of its own."""
_COLUMN, _GOING, _TERSE = 5, 0.5, 12
"""A box beside the text has so many lines of so many letters, of which this share goes on in the next."""
_ROWS = 0.75
"""So many lines of a column of a table stand on the baseline of a line left of them."""
_CLOSE, _STEP = 0.9, 2.5
"""Lines of a paragraph stand so many letter sizes below one another, at least and at most."""
_OUTSIDE = 0.2
"""A larger share of the letters outside tables is running text; where it is less, the text of tables is."""
_COMMON = 3
"""A distance is common where the most common is at most so many times as frequent."""


class Type(Struct, frozen=True):
    """The body's type: letter size, left and right edge, the distance of its baselines, and how heavy it is."""

    size: float
    left: float
    right: float
    leading: float
    weight: int = 0


def type_of(sheets: Sequence[Sheet]) -> Type:
    """The type of the running text: what most letters outside tables are printed in."""
    pages = _outside_tables(sheets)
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = max(sizes, key=lambda one: (sizes[one], one), default=10.0)
    body = [line for page in pages for line in page if abs(line.size - size) < 0.5]
    lefts = Counter[int]()
    for line in body:
        lefts[round(line.left)] += len(line.text)
    left = float(max(lefts, key=lambda one: (lefts[one], -one), default=0))
    rights = sorted(line.right for line in body if abs(line.left - left) < size * 3)
    right = rights[int(len(rights) * 0.95)] if rights else left + 400
    weights = Counter[int]()
    for line in body:
        weights[line.weight] += len(line.text)
    weight = max(weights, key=lambda one: (weights[one], -one), default=0)
    return Type(size, left, right, _leading(body, size, left + FULL * (right - left)), weight)


def _outside_tables(sheets: Sequence[Sheet]) -> list[tuple[PdfLine, ...]]:
    """The lines of each page that stand in no ruled table; all of them where too few lines are running text."""
    outside = [
        tuple(line for line in sheet.lines if not any(grid.cell(line.left + 1, line.base + 1) for grid in sheet.grids))
        for sheet in sheets
    ]
    text = sum(len(line.text) for page in outside for line in page if not _is_short(line))
    letters = sum(len(line.text) for sheet in sheets for line in sheet.lines)
    return outside if text > _OUTSIDE * letters else [sheet.lines for sheet in sheets]


def _leading(body: Sequence[PdfLine], size: float, full: float) -> float:
    """The distance of baselines in a paragraph: the least of the common ones below lines that reach to `full`.

    In a paper of short paragraphs the distance between them is the most common of all.
    """
    found = [(round(a.base - b.base, 1), a.right >= full) for a, b in itertools.pairwise(body)]
    lines = [(step, goes_on) for step, goes_on in found if size * _CLOSE < step < size * _STEP]
    steps = Counter(step for step, goes_on in lines if goes_on) or Counter(step for step, _ in lines)
    return min((step for step in steps if steps[step] * _COMMON >= max(steps.values())), default=size * 1.2)


class Body(Struct, frozen=True):
    """Where the running text of a page stands."""

    kind: Type
    left: float
    right: float
    top: float
    """The baseline of its first line of running text."""
    lines: tuple[PdfLine, ...]
    """The lines of running text, in the type of the body."""
    all: tuple[PdfLine, ...]

    def is_aside(self, line: PdfLine) -> bool:
        """Whether a line stands in a column beside the running text, or in the letterhead above it."""
        small = line.size < SMALL * self.kind.size
        if small and line.right < self.left - line.size and not any(other.left < line.right for other in self.lines):
            return True
        if not small and self._in_table(line):
            return False
        if line.page == 1 and line.base > self.top:
            return line.left > self.left + _SIDE * (self.right - self.left) and (small or not self._level(line))
        if line.left <= self.left + (self.right - self.left) / 2 or not (
            small or (line.page == 1 and self._is_narrow(line))
        ):
            return False
        if self._is_prose(line) or (not small and self._in_rows(line)):
            return False
        foot = self._foot(line) if small else float("-inf")
        return not any(
            other.left < line.left - 1 and other.right > line.left and other.base > foot for other in self.lines
        )

    def _foot(self, line: PdfLine) -> float:
        """The baseline of the lowest small line at the edge of a small one, none where they are running text.

        Text below a side column may be wide.
        """
        edge = [one for one in self.all if one.size < SMALL * self.kind.size and abs(one.left - line.left) < EDGE]
        return (
            min((one.base for one in edge), default=line.base)
            if not _going([one.text for one in edge])
            else float("-inf")
        )

    def surrounds(self, line: PdfLine) -> bool:
        """Whether there is running text above a line and below it, as at no head or foot of a page."""
        sides = {other.base > line.base for other in self.lines if other.left - EDGE <= line.left < other.right}
        return len(sides) == 2

    def _is_prose(self, line: PdfLine) -> bool:
        """Whether the lines that begin at the edge at which a line does are running text, as that of a box is."""
        texts = [other.text for other in self.all if abs(other.left - line.left) < EDGE]
        return len(texts) >= _COLUMN and _going(texts) and sum(map(len, texts)) > _TERSE * len(texts)

    def _in_rows(self, line: PdfLine) -> bool:
        """Whether the lines that begin at the edge at which a line does stand in the rows of a table below text."""
        column = [other for other in self.all if abs(other.left - line.left) < EDGE]
        level = sum(
            any(abs(other.base - one.base) < 1 and other.right < one.left - one.size for other in self.all)
            for one in column
        )
        below = any(
            len(other.text) > _SHORT and other.left < line.left < other.right and other.base > column[0].base
            for other in self.all
        )
        return below and len(column) >= _FEW and level >= _ROWS * len(column)

    def _in_table(self, line: PdfLine) -> bool:
        """Whether the lines that begin at the edge at which a line does stand in rows of several cells."""
        column = [other for other in self.all if abs(other.left - line.left) < EDGE]
        rows = [[other for other in self.all if abs(other.base - one.base) < 1] for one in column]
        level = sum(any(it.right < one.left - one.size for it in row) for row, one in zip(rows, column, strict=True))
        return sum(len(row) >= _FEW for row in rows) >= _FEW and level >= _ROWS * len(column)

    def _is_narrow(self, line: PdfLine) -> bool:
        """Whether the lines that begin at the edge at which a line does are too short for text, and no items."""
        lengths = [len(other.text) for other in self.all if abs(other.left - line.left) < EDGE]
        return sum(lengths) <= _NARROW * len(lengths) and not any(self._hangs(line, other) for other in self.all)

    def _hangs(self, line: PdfLine, mark: PdfLine) -> bool:
        """Whether a line hangs below one that begins with the mark of a list."""
        below = 0 < mark.base - line.base <= _ITEM * self.kind.leading and EDGE < line.left - mark.left < _HANGS
        return below and BULLET.match(mark.text) is not None

    def _level(self, line: PdfLine) -> bool:
        """Whether a line of the body's type stands on the baseline of another."""
        return any(
            abs(other.base - line.base) < 1 and other.right <= line.left and abs(other.size - line.size) < 1
            for other in self.lines
        )


def text_area(lines: Sequence[PdfLine], kind: Type) -> Body:
    """Where the running text of a page stands, from its lines."""
    body = tuple(line for line in lines if abs(line.size - kind.size) <= 0.5 and not _is_short(line))
    lefts = Counter[int]()
    for line in body:
        lefts[round(line.left)] += len(line.text)
    if len(body) < _FEW:
        return Body(kind, kind.left, kind.right, float("inf"), body, tuple(lines))
    left = float(max(lefts, key=lambda one: (lefts[one], -one)))
    top = next((a.base for a, b in itertools.pairwise(body) if 0 < a.base - b.base <= kind.leading * 1.3), body[0].base)
    return Body(kind, left, max(line.right for line in body), top, body, tuple(lines))


def _going(texts: Sequence[str]) -> bool:
    """Whether lines go on in the next as those of running text do."""
    going = sum(last[-1] not in ".?!:;" and text[0].islower() for last, text in itertools.pairwise(texts))
    return going >= _GOING * len(texts)


def _is_short(line: PdfLine) -> bool:
    return len(line.text) <= _SHORT
