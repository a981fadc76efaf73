"""Tables whose cells are parted by bars, a row of dashes below the heads, as converters of web pages write them."""

from __future__ import annotations

import re

from tracker.documents.layout.blocks import Block, Place
from tracker.documents.layout.lines import TextLine
from tracker.model import PassageKind
from tracker.text.offsets import Span

_RULE = re.compile(r"\|?[ :]*-{2,}[ :]*(\|[ :]*-{2,}[ :]*)+\|?$|\|?[ :]*-{3,}[ :]*\|$")
"""The row of dashes below the heads."""
_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_BAR = re.compile(r"\|")


def find_bar_table(lines: list[TextLine], start: int) -> int | None:
    """The position below the last row of the table whose heads stand on a line, or None."""
    if not _heads(lines, start):
        return None
    end = start + 2
    while end < len(lines) and "|" in lines[end].text and not lines[end].blanks and not _heads(lines, end):
        end += 1
    return end


def _heads(lines: list[TextLine], at: int) -> bool:
    """Whether a line is the heads of a table: a row of dashes stands below it."""
    return at + 1 < len(lines) and "|" in lines[at].text and bool(_RULE.match(lines[at + 1].text))


def bar_blocks(rows: list[TextLine], order: int) -> list[Block]:
    """The blocks of a table's cells, row by row, and its bars and dashes, which say nothing."""
    heads = [cell.group() for cell in _cells(rows[0])]
    blocks = [Block(((rows[1].begin, rows[1].end),), PassageKind.FURNITURE, page=rows[1].page)]
    for at, row in enumerate([rows[0], *rows[2:]]):
        cells = _cells(row)
        bars = tuple(_span(row, bar) for bar in _BAR.finditer(row.text))
        blocks.append(Block(bars, PassageKind.FURNITURE, page=row.page))
        title = cells[0].group() if at and cells else ""
        for number, cell in enumerate(cells):
            column = heads[number] if at and number < len(heads) else None
            place = Place(order, title, column, first=bool(at) and number == 0)
            blocks.append(Block((_span(row, cell),), place=place, page=row.page, gap=0))
    return blocks


def _span(row: TextLine, found: re.Match[str]) -> Span:
    return row.begin + found.start(), row.begin + found.end()


def _cells(row: TextLine) -> list[re.Match[str]]:
    return list(_CELL.finditer(row.text))
