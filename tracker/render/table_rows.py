"""Sheets as rows of cells, for CSV and XLSX: a row for each entry, the same columns in both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from tracker.text.escape import plain
from tracker.views.i18n import say
from tracker.views.labels import word
from tracker.views.sheet import ReportView, ThreadEntry, ViewBlock, ViewNote
from tracker.views.text_style import GLUE

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a cell must not begin with, wide forms too: a spreadsheet would compute it."""

Cell = str | int | float | dt.date | None
Width = Literal["text", "name", "date", "number", "share", "word"]


def heads() -> tuple[tuple[str, Width], ...]:
    """The name of each column in the language spoken, and what kind of thing it holds."""
    return (
        (say("part"), "name"),
        (say("promise"), "name"),
        (say("thread"), "word"),
        (say("status"), "word"),
        (say("late"), "word"),
        (say("first deadline"), "date"),
        (say("last deadline"), "date"),
        (say("days slipped"), "number"),
        (say("times slipped"), "number"),
        (say("what is told"), "text"),
        (say("said earlier"), "text"),
        (say("said earlier in"), "name"),
        (say("said last"), "text"),
        (say("said last in"), "name"),
        (say("explanation"), "text"),
        (say("responsible"), "name"),
        (say("ground"), "name"),
        (say("actor"), "word"),
        (say("kind"), "word"),
        (say("topic"), "name"),
        (say("confidence"), "share"),
        (say("decided by"), "word"),
        (say("report"), "name"),
    )


def rows(sheets: Sequence[ReportView]) -> Iterator[tuple[Cell, ...]]:
    """The entries of all sheets, block by block; texts are as hostile as in the sheets."""
    return (_row(sheet, block, row) for sheet in sheets for block in sheet.blocks for row in block.entries)


def defused(text: str) -> str:
    """Text for a cell: one harmless line that no spreadsheet takes for a formula."""
    line = plain(text).replace(GLUE, " ")
    return f"'{line}" if line.lstrip().startswith(FORMULA) else line


def _row(sheet: ReportView, block: ViewBlock, row: ThreadEntry) -> tuple[Cell, ...]:
    """One entry; of several old quotes the first, of several new ones the last."""
    old = next((note for note in row.notes if note.lead == "was"), ViewNote("", ""))
    new = next((note for note in reversed(row.notes) if note.lead in {"now", "moved", ""}), ViewNote("", ""))
    details = {detail.key: detail.text for detail in row.details}
    return (
        block.heading,
        row.title,
        row.thread,
        word(row.status or ""),
        say("yes") if row.late else say("no"),
        row.first_due,
        row.due,
        row.days,
        row.moves,
        " · ".join(row.facts),
        old.text,
        old.place,
        new.text,
        new.place,
        " · ".join(note.text for note in row.notes if note.lead == "why"),
        details.get("responsible", ""),
        details.get("ground", ""),
        word(row.actor),
        word(row.kind),
        row.topic,
        row.confidence,
        row.decided_by,
        sheet.title,
    )
