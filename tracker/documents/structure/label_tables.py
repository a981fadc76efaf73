"""Tables without heads: each row is a label and its value, and the first label names what the rows below it are about.

Budgets print their measures so: "Maatregel: …", "Planning: …", "Budget: …", and the same labels again for the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, Place, line_words, table_rows

_FEWEST = 2
"""A table of labels has so many rows or more."""


def name_by_labels(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, those of tables of labels with what they are about as their row and their label as their column."""
    named: list[Block] = []
    for table, group in groupby(blocks, lambda block: block.place.table if block.place else None):
        rows = list(table_rows(list(group)))
        about = table is not None and _labelled(rows, source)
        named += _named_by_label(rows, source) if about else (block for row in rows for block in row)
    return named


def _labelled(rows: Sequence[Sequence[Block]], source: str) -> bool:
    """Whether each row begins with a label and a colon, or the first of two columns holds the same labels again."""
    texts = [[line_words(block, source) for block in row] for row in rows]
    if sum(len(row) > 1 for row in rows) < _FEWEST or len(rows[0]) < _FEWEST:
        return False
    label, *values = texts[0]
    columns = {block.place.column for row in rows[1:] for block in row if block.place}
    opening = [row[1:] for row in texts if row[0] == label]
    again = len(columns) == _FEWEST and len(opening) > 1 and all(row != values for row in opening[1:])
    told = all(any(char.isalpha() for char in text) for text in (label, *(row[0] for row in opening if row)))
    return (again and told) or all(row[0].endswith(":") for row in texts)


def _named_by_label(rows: Sequence[Sequence[Block]], source: str) -> Iterator[Block]:
    opening, about = line_words(rows[0][0], source), ""
    for label, *values in rows:
        name = line_words(label, source)
        about = line_words(values[0], source) if name == opening else about
        yield _placed(label, about, None)
        for value in values:
            yield _placed(value, about, name.rstrip(": "))


def _placed(block: Block, row: str, column: str | None) -> Block:
    place = block.place or Place(0, "", None, first=False)
    return replace(block, place=replace(place, row=row, column=column, first=False))
