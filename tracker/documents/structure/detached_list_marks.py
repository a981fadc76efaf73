"""Marks of lists that stand alone, in a column or box of their own: each is that of the block right below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, table_rows
from tracker.model import PassageKind

_LABEL = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\)?$")
_COLUMNS = 2
"""Columns of a list that is set as a table: the marks and the texts."""
_BULLET = re.compile(r"[•·▪■◦‣⁃➢✓\uf0a7\uf0b7]$")


def join_marks(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, with each lone label ("a)", "1.") and the text below it one, and what a lone bullet marks an item."""
    joined: list[Block] = []
    for block in _freed(blocks, source):
        before = joined[-1] if joined else None
        mark = _mark(before, source) if before is not None else ""
        if before is None or not mark or not _takes(block, before, source):
            joined.append(block)
        elif _BULLET.match(mark):
            joined[-1] = replace(block, kind=PassageKind.LIST_ITEM, mark=mark, gap=before.gap)
        else:
            cuts = (*before.cuts, *block.cuts)
            joined[-1] = replace(block, spans=(*before.spans, *block.spans), cuts=cuts, gap=before.gap)
    return joined


def _freed(blocks: Sequence[Block], source: str) -> Iterator[Block]:
    """The blocks, those of a table that is a list, its marks in the first of two columns, out of their cells."""
    for table, group in groupby(blocks, lambda block: block.place.table if block.place else None):
        cells = list(group)
        free = [replace(block, place=None) for block in cells]
        rows = list(table_rows(cells)) if table is not None else []
        marks = [_mark(replace(row[0], place=None), source) for row in rows]
        columns = {block.place.column for row in rows[1:] for block in row if block.place}
        listed = len(rows) > 1 and all(marks) and len(columns) <= _COLUMNS and all(len(row) > 1 for row in rows)
        yield from free if listed else cells


def _mark(block: Block, source: str) -> str:
    """The mark that is all that a block says, else ""."""
    if (
        block.place is not None
        or len(block.spans) != 1
        or block.kind not in (None, PassageKind.LIST_ITEM)
        or block.mark
    ):
        return ""
    begin, end = block.spans[0]
    words = source[begin:end].strip() if end - begin < 8 else ""
    return words if _LABEL.match(words) or _BULLET.match(words) else ""


def _takes(block: Block, before: Block, source: str) -> bool:
    """Whether a block of words without a mark of its own stands right below a lone mark."""
    free = block.kind is None and block.place is None and block.mark is None and block.page == before.page
    return free and not _mark(block, source) and any(char.isalpha() for char in source[slice(*block.spans[0])])
