"""Tables of a PDF that go on over a page: their rows are those of one table, and a row that is cut in two is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.formats.pdf_tables import Cell
from tracker.documents.layout.lines import TextLine
from tracker.documents.layout.patterns import phrases
from tracker.text.days import YEAR

REPEATED = 100_000
"""Rows from this number on are the heads of the table, printed again at the top of a page."""
_HEAD = 60
"""A longer cell is no head of a column; nor is one that ends as a sentence does."""
_ENDS = ".?!;"
_LONG = 20
"""A shorter cell breaks off no sentence."""
_FEWEST = 2
"""Columns: in a table with more a row of one cell stands alone."""
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(rf"\b{YEAR}\b")


class _Run(Struct, frozen=True):
    """Lines that stand in one table, one after the other on a page, and the words of each cell."""

    begin: int
    end: int
    page: int | None
    texts: dict[int, dict[int, str]]
    """By row and column."""

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(max(row) for row in self.texts.values()) + 1


def over_pages(lines: Sequence[TextLine], cells: Sequence[Cell | None]) -> list[Cell | None]:
    """The cells of the lines, those of a table that goes on with the one at the foot of the page before in that one."""
    found = list(cells)
    above: _Run | None = None
    heads: dict[int, str] = {}
    last = 0
    for run in _runs(lines, cells):
        if above is not None and run.begin == above.end and _follows(run, above, heads):
            repeated = run.texts[0] == heads
            first = run.texts.get(int(repeated), {})
            shift = last + 1 - (_is_cut(first, run.width) or _breaks_off(above, first)) - repeated
            table = found[above.begin]
            for at in range(run.begin, run.end):
                cell = found[at]
                if cell is not None and table is not None:
                    again = repeated and cell.row == 0
                    row = REPEATED + (run.page or 0) if again else cell.row + shift
                    found[at] = replace(cell, table=table.table, row=row)
            last = max(run.texts) + shift
        else:
            heads, last = run.texts.get(0, {}), max(run.texts)
        above = run
    return found


def _runs(lines: Sequence[TextLine], cells: Sequence[Cell | None]) -> list[_Run]:
    runs: list[_Run] = []
    begin = 0
    for table, group in groupby(cells, lambda cell: None if cell is None or cell.prose else cell.table):
        end = begin + sum(1 for _ in group)
        if table is not None:
            texts: dict[int, dict[int, str]] = {}
            for line, cell in zip(lines[begin:end], cells[begin:end], strict=True):
                if cell is not None:
                    row = texts.setdefault(cell.row, {})
                    row[cell.column] = f"{row.get(cell.column, '')} {line.text}".strip()
            runs.append(_Run(begin, end, lines[begin].page, texts))
        begin = end
    return runs


def _follows(run: _Run, above: _Run, heads: dict[int, str]) -> bool:
    """Whether a table is the rest of the one above: on the next page, as wide, and without heads of its own."""
    if run.page is None or above.page is None or run.page != above.page + 1 or run.width != above.width:
        return False
    first = run.texts.get(0)
    if first is None:
        return False
    told = any(_is_value(text, heads.get(column, "")) for column, text in first.items())
    return first == heads or told or _is_cut(first, run.width) or _breaks_off(above, first)


def _is_value(text: str, head: str) -> bool:
    """Whether a cell is no head: long, a sentence or the middle of one, or figures where the head has none."""
    figures = _FIGURE.search(_YEAR.sub("", text)) is not None and _FIGURE.search(head) is None
    return len(text) > _HEAD or text[-1] in _ENDS or text[0].islower() or figures


def _is_cut(row: dict[int, str], width: int) -> bool:
    """Whether a row goes on with the last one: its first column is empty, or all others are, or all begins small."""
    alone = len(row) == 1 and width > _FEWEST
    return bool(row) and (0 not in row or alone or all(text[0].islower() for text in row.values()))


def _breaks_off(above: _Run, row: dict[int, str]) -> bool:
    """Whether a cell of a row goes on with the sentence that the last cell of its column above breaks off."""
    last = above.texts[max(above.texts)]
    return any(_goes_on(last.get(column, ""), text, above, column) for column, text in row.items())


def _goes_on(up: str, low: str, above: _Run, column: int) -> bool:
    """Whether a cell begins small below one without an end, in a column whose cells begin with a capital."""
    if len(up) <= _LONG or up[-1] in _ENDS or not low[0].islower():
        return False
    cells = [row[column] for row in above.texts.values() if column in row]
    return up.rsplit(maxsplit=1)[-1].casefold() in phrases().unfinished or all(text[0].isupper() for text in cells)
