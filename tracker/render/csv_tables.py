"""The tables of sheets as CSV, as RFC 4180 writes it: for what is no list of promises."""

from __future__ import annotations

import csv
import io

from tracker.render.table_rows import defused
from tracker.views.content import SheetContent


def write(content: SheetContent) -> str:
    """Each table under its heads; an empty line between two."""
    out = io.StringIO()
    writer = csv.writer(out)
    for number, table in enumerate(table for sheet in content.sheets for table in sheet.tables):
        writer.writerows([[]] if number else [])
        writer.writerows(
            [[defused(cell) if isinstance(cell, str) else cell for cell in row] for row in (table.heads, *table.rows)]
        )
    return out.getvalue()
