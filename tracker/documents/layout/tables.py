"""Tables in text: cells that each begin with a tab, as a word processor writes them, and rows of cells between tabs."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, Place
from tracker.documents.layout.lines import Shape, TextLine
from tracker.documents.layout.paragraphs import group
from tracker.documents.layout.patterns import rows_table

DEEPEST = 3
"""Heads stand over no more rows: by judgement; not measured."""
_COLUMNS = 12
"""More lines in a row that begin with a tab are no heads of columns."""
_END = 3
"""More blank lines in a row than a cell has within itself: the table is over."""


class TextTable(Struct, frozen=True):
    """A table of a text: its column heads, and the positions of its lines and of those of each cell."""

    lines: tuple[int, ...]
    heads: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]


def find_table(lines: list[TextLine], start: int) -> TextTable | None:
    """The table whose first cell begins at a line, or None."""
    heads = _heads(lines, start)
    first = start + len(heads)
    if not 2 <= len(heads) <= _COLUMNS or first >= len(lines) or not _tabbed(lines[first]):
        return None
    last = max(at for at in range(first, len(lines)) if _tabbed(lines[at]))
    cells = [[at] for at in range(start, first)]
    at = first
    while at < len(lines) and (at <= last or lines[at].blanks < _END):
        if _tabbed(lines[at]):
            cells.append([])
        cells[-1].append(at)
        at += 1
    return TextTable(tuple(range(start, at)), heads, tuple(tuple(cell) for cell in cells))


def table_blocks(table: TextTable, lines: list[TextLine], shape: Shape, order: int) -> list[Block]:
    """The blocks of a table's cells; the first line of each row is its title."""
    known = rows_table(table.heads)
    label = known.label if known else None
    blocks: list[Block] = []
    row, width = "", len(table.heads)
    for number, cell in enumerate(table.cells):
        head = number < width
        if number % width == 0:
            row = "" if head else lines[cell[0]].text
        column = None if head else table.heads[number % width]
        for at, block in enumerate(group([lines[position] for position in cell], shape)):
            first = not head and number % width == 0 and at == 0
            place = Place(order, row, column, first, label)
            blocks.append(replace(block, place=place))
    return blocks


def _tabbed(line: TextLine) -> bool:
    return line.indent.startswith("\t")


def _heads(lines: list[TextLine], start: int) -> tuple[str, ...]:
    """The column heads: lines that each begin a cell, with no blank line between them."""
    heads: list[str] = []
    for at in range(start, min(start + _COLUMNS + 1, len(lines))):
        if not _tabbed(lines[at]) or (heads and lines[at].blanks):
            break
        heads.append(lines[at].text)
    return tuple(heads)
