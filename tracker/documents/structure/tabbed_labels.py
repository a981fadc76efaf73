"""Rows of a label and its value that are set with tabs instead of in a table: "Maatregel:⇥…", "Planning:⇥…"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, Place, part_of
from tracker.documents.layout.patterns import match
from tracker.text.offsets import Span

_ROW = re.compile(r"(?P<label>[^\t\n]{2,40})\t+(?P<value>[^\t\n][^\t]*)$|\t+(?P<more>[^\t\n][^\t]*)$")
_FEWEST = 4
"""Two labels that return make so many rows."""
_TABLE = 1_000_000
"""The formats number their own tables from 0 or by their pages."""


def part_tabbed(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, those of rows whose first label returns in two: the label and its value, in the cells of a table.

    A lone label with a value is a line of a letterhead; so are labels that none of these returns among.
    """
    parted: list[Block] = []
    at = 0
    while at < len(blocks):
        rows = list(_rows(blocks, at, source))
        labels = [row["label"].strip() for row in rows if row["label"]]
        if len(rows) >= _FEWEST and rows[0]["label"] and _returns(labels):
            for block, row in zip(blocks[at:], rows, strict=False):
                heads = (rows[0]["label"].strip(), rows[0]["value"].strip()) if row is not rows[0] else (None, None)
                parted += _cells(block, row, _TABLE + at, heads)
            at += len(rows)
        else:
            parted.append(blocks[at])
            at += 1
    return parted


def _returns(labels: Sequence[str]) -> bool:
    """Whether the first label comes again, with others between, and none of them is one of a letterhead."""
    again = labels.count(labels[0]) > 1 and len(set(labels)) > 1
    return again and not any(match("letterhead_label", label) for label in labels)


def _rows(blocks: Sequence[Block], start: int, source: str) -> Iterator[re.Match[str]]:
    """The label and value of each block from `start` on, down to the first that is none."""
    for at in range(start, len(blocks)):
        block = blocks[at]
        free = block.kind is None and block.place is None and len(block.spans) == 1
        found = _ROW.match(source, *block.spans[0]) if free else None
        if found is None:
            return
        yield found


def _cells(block: Block, row: re.Match[str], table: int, heads: tuple[str | None, str | None]) -> Iterator[Block]:
    """The label of a row and its value under their heads; a value without a label goes on with the one above."""
    if row["label"]:
        yield _cell(block, row.span("label"), Place(table, "", heads[0], first=True))
    begin, end = row.span("value") if row["label"] else row.span("more")
    yield _cell(block, (begin, end), Place(table, "", heads[1]))


def _cell(block: Block, span: Span, place: Place) -> Block:
    return replace(part_of(block, span), place=place)
