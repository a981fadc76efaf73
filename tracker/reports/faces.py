"""The one list of forms that sheets can be written in, and the two that programs read: CSV and JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

import msgspec

from tracker.reports.pen import GLUE, pen
from tracker.reports.safe import plain
from tracker.reports.sheet import Block, Entry, Sheet, render

FORMULA = ("=", "+", "-", "@")
"""What a cell must not begin with: a spreadsheet would compute it."""

_COLUMNS = ("report", "block", "thread", "title", "status", "late", "first due", "due", "days", "moves")
_WORDS = ("decided by", "facts", "was", "was at", "now", "now at", "why")


def write(sheets: Sequence[Sheet], form: str) -> str:
    """Sheets in a form: text, md, html, csv or json."""
    from tracker.reports.pages import html, markdown

    if form == "text":
        return render(sheets, pen())
    return {"md": markdown, "html": html, "csv": as_csv, "json": as_json}[form](sheets)


def as_json(sheets: Sequence[Sheet]) -> str:
    """Sheets as indented JSON; field names are a promise: add, never rename."""
    data = msgspec.json.encode({"schema": "sheets/1", "sheets": list(sheets)})
    return msgspec.json.format(data, indent=2).decode() + "\n"


def as_csv(sheets: Sequence[Sheet]) -> str:
    """A row for each entry, as RFC 4180 writes them."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*_COLUMNS, *_WORDS])
    for sheet in sheets:
        for block in sheet.blocks:
            for row in block.entries:
                writer.writerow([*_figures(sheet, block, row), *(defused(cell) for cell in _words(row))])
    return out.getvalue()


def defused(text: str) -> str:
    """Text for a cell: one harmless line that no spreadsheet takes for a formula."""
    line = plain(text).replace(GLUE, " ")
    return f"'{line}" if line.lstrip().startswith(FORMULA) else line


def _figures(sheet: Sheet, block: Block, row: Entry) -> Iterator[object]:
    yield defused(sheet.title)
    yield block.key
    yield row.thread
    yield defused(row.title)
    yield row.status or ""
    yield "yes" if row.late else "no"
    yield row.first_due or ""
    yield row.due or ""
    yield row.days
    yield row.moves


def _words(row: Entry) -> Iterator[str]:
    """What is said of an entry; of several old quotes the first, of several new ones the last."""
    old = [note for note in row.notes if note.lead == "was"]
    new = [note for note in row.notes if note.lead in {"now", "moved", ""}]
    yield row.decided_by or ""
    yield " · ".join(row.facts)
    yield from (old[0].text, old[0].place) if old else ("", "")
    yield from (new[-1].text, new[-1].place) if new else ("", "")
    yield " · ".join(note.text for note in row.notes if note.lead == "why")
