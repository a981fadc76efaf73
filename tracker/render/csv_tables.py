"""The tables of sheets as CSV: for what is no list of promises."""

from __future__ import annotations

from tracker.render.csv_dialect import csv_text
from tracker.render.table_rows import TableCell
from tracker.views.content import SheetContent


def write(content: SheetContent) -> str:
    """Each table under its heads; an empty line between two."""
    found: list[tuple[TableCell, ...]] = []
    for number, table in enumerate(table for sheet in content.sheets for table in sheet.tables):
        found += [(), table.heads, *table.rows] if number else [table.heads, *table.rows]
    return csv_text(found, content.csv_for)
