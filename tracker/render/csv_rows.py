"""Sheets as CSV: a row for each entry; days are ISO 8601 in every language."""

from __future__ import annotations

from tracker.render.csv_dialect import csv_text
from tracker.render.table_rows import heads, rows
from tracker.views.content import SheetContent


def write(content: SheetContent) -> str:
    """The entries of all sheets under one head."""
    return csv_text([[head for head, _ in heads()], *rows(content.sheets)], content.csv_for)
