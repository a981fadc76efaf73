"""Sheets as CSV: a row for each entry, as RFC 4180 writes them; days are ISO 8601 in every language."""

from __future__ import annotations

import csv
import io

from tracker.render.table_rows import TableCell, defused, heads, rows
from tracker.views.content import SheetContent


def write(content: SheetContent) -> str:
    """The entries of all sheets under one head."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([head for head, _ in heads()])
    writer.writerows([_cell(cell) for cell in row] for row in rows(content.sheets))
    return out.getvalue()


def _cell(cell: TableCell) -> TableCell:
    return defused(cell) if isinstance(cell, str) else cell
