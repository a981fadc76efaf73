"""The tables of sheets as plain text, whole: a record a row, a line a cell that says something; nothing is cut."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tracker.i18n.catalog import number
from tracker.text.escape import plain
from tracker.views.content import SheetContent
from tracker.views.sheet import ViewTable
from tracker.views.text_style import GLUE

WIDTH = 100
"""Columns at which a long cell is folded, wherever it is written."""


def write(content: SheetContent) -> str:
    """Each table under its heading, its rows below each other with an empty line between two."""
    return "\n\n".join(_table(table) for sheet in content.sheets for table in sheet.tables) + "\n"


def _table(table: ViewTable) -> str:
    records = ["\n".join(_lines(table.heads, row)) for row in table.rows]
    return "\n\n".join([*([plain(table.heading)] if table.heading else []), *records])


def _lines(heads: Sequence[str], row: Sequence[str | int]) -> list[str]:
    """The cells under their heads; without heads a row of a name and what it stands for."""
    if not any(heads):
        return [_folded(": ".join(map(_cell_text, row)))]
    return [
        _folded(f"{head}: {_cell_text(cell)}" if head else _cell_text(cell))
        for head, cell in zip(heads, row, strict=True)
        if cell != ""
    ]


def _cell_text(cell: str | int) -> str:
    return number(cell) if isinstance(cell, int) else plain(cell)


def _folded(text: str) -> str:
    """A line, folded with the rest of it indented."""
    folded = textwrap.fill(text, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    return folded.replace(GLUE, " ")
