"""Tables without heads whose first row a reader takes for them: it is a row as the others are.

A head of a column is no time as its cells are ("Q1 2026" above "Q2 2026"), and no sentence above sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, Place, line_words
from tracker.documents.structure.bare_times import is_bare_time

_SENTENCE = 20
"""A shorter cell is no sentence, though a stop ends it."""


def drop_false_heads(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, those of a table whose first row is no head with that as their first row, and without heads."""
    kept: list[Block] = []
    for table, group in groupby(blocks, lambda block: block.place.table if block.place else None):
        cells = list(group)
        top = 0 if table is None else _depth(cells)
        kept += _without(cells, top, source) if top and _is_row(cells, top, source) else cells
    return kept


def _depth(cells: Sequence[Block]) -> int:
    """How many blocks stand in the first row, where that heads columns; 0 where it heads none."""
    places = [block.place for block in cells if block.place]
    top = next((at for at, place in enumerate(places) if place.column is not None), 0)
    headed = all(place.column is not None and not place.label for place in places[top:])
    return top if headed and all(not place.row for place in places[:top]) else 0


def _is_row(cells: Sequence[Block], top: int, source: str) -> bool:
    """Whether a cell of the first row is a time or a sentence, as most cells below it are."""
    for cell in cells[:top]:
        head = line_words(cell, source)
        below = [line_words(block, source) for block in cells[top:] if block.place and block.place.column == head]
        alike = next((is_such for is_such in (is_bare_time, _is_sentence) if is_such(head)), None)
        if alike is not None and below and 2 * sum(map(alike, below)) > len(below):
            return True
    return False


def _is_sentence(text: str) -> bool:
    return len(text) >= _SENTENCE and text.endswith(".") and text[0].isupper()


def _without(cells: Sequence[Block], top: int, source: str) -> Iterator[Block]:
    row = line_words(cells[0], source)
    for at, block in enumerate(cells):
        place = block.place or Place(0, "", None)
        first = replace(place, row=row, first=not at) if at < top else place
        yield replace(block, place=replace(first, column=None))
