"""The one list of forms that sheets can be written in, and the two plain ones that programs read: CSV and JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import msgspec

from tracker.render.table_rows import Cell, defused, heads, rows
from tracker.render.text import render
from tracker.views.sheet import ReportView
from tracker.views.text_style import pen


def pack(sheets: Sequence[ReportView], form: str, base: str = "") -> str | bytes:
    """Sheets in any form: those of `write`, or xlsx."""
    if form != "xlsx":
        return write(sheets, form, base)
    from tracker.render.xlsx import xlsx

    return xlsx(sheets)


def write(sheets: Sequence[ReportView], form: str, base: str = "") -> str:
    """Sheets in a form: text, md, html, csv or json; `base` is the collection as seen from where they will be."""
    if form == "text":
        return render(sheets, pen())
    if form in {"md", "html"}:
        from tracker.render.html_markdown import html, markdown

        return {"md": markdown, "html": html}[form](sheets, base)
    return {"csv": as_csv, "json": as_json}[form](sheets)


def as_json(sheets: Sequence[ReportView]) -> str:
    """Sheets as indented JSON; field names are a promise: add, never rename."""
    data = msgspec.json.encode({"schema": "sheets/1", "sheets": list(sheets)})
    return msgspec.json.format(data, indent=2).decode() + "\n"


def as_csv(sheets: Sequence[ReportView]) -> str:
    """A row for each entry, as RFC 4180 writes them; days are ISO 8601 in every language."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([head for head, _ in heads()])
    writer.writerows([_cell(cell) for cell in row] for row in rows(sheets))
    return out.getvalue()


def _cell(cell: Cell) -> Cell:
    return defused(cell) if isinstance(cell, str) else cell
