"""Sheets as rows of cells, for CSV and XLSX: a row for each entry, the same columns in both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from tracker.i18n.catalog import gettext
from tracker.model import Lateness
from tracker.text.escape import plain
from tracker.views.labels import word
from tracker.views.sheet import EntrySource, ReportView, ThreadEntry, ViewBlock, ViewNote
from tracker.views.text_style import GLUE

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a cell must not begin with, wide forms too: a spreadsheet would compute it."""

TableCell = str | int | float | dt.date | None
Width = Literal["text", "name", "date", "number", "share", "word"]


def heads() -> tuple[tuple[str, Width], ...]:
    """The name of each column in the language spoken, and what kind of thing it holds."""
    return (
        (gettext("column.part"), "name"),
        (gettext("column.promise"), "name"),
        (gettext("column.thread"), "word"),
        (gettext("column.status"), "word"),
        (gettext("word.late"), "word"),
        (gettext("column.first-deadline"), "date"),
        (gettext("column.last-deadline"), "date"),
        (gettext("column.days-slipped"), "number"),
        (gettext("column.times-slipped"), "number"),
        (gettext("column.finding"), "text"),
        (gettext("column.said-earlier"), "text"),
        (gettext("column.said-earlier-in"), "name"),
        (gettext("column.said-last"), "text"),
        (gettext("column.said-last-in"), "name"),
        (gettext("column.explanation"), "text"),
        (gettext("column.responsible"), "name"),
        (gettext("column.ground"), "name"),
        (gettext("column.actor"), "word"),
        (gettext("column.kind"), "word"),
        (gettext("column.topic"), "name"),
        (gettext("column.confidence"), "share"),
        (gettext("column.decided-by"), "word"),
        (gettext("column.report"), "name"),
        (gettext("column.dossier"), "word"),
        (gettext("column.letter"), "word"),
        (gettext("column.section"), "name"),
        (gettext("column.line"), "number"),
        (gettext("letter.signed-by"), "name"),
        (gettext("column.firmness"), "word"),
        (gettext("column.deadline-words"), "name"),
        (gettext("column.sureness"), "word"),
        (gettext("sheet.register"), "name"),
    )


def rows(sheets: Sequence[ReportView]) -> Iterator[tuple[TableCell, ...]]:
    """The entries of all sheets, block by block; texts are as hostile as in the sheets."""
    return (_row(sheet, block, row) for sheet in sheets for block in sheet.blocks for row in block.entries)


def defused(text: str) -> str:
    """Text for a cell: one harmless line that no spreadsheet takes for a formula."""
    line = plain(text).replace(GLUE, " ")
    return f"'{line}" if line.lstrip().startswith(FORMULA) else line


def _row(sheet: ReportView, block: ViewBlock, row: ThreadEntry) -> tuple[TableCell, ...]:
    """One entry; of several old quotes the first, of several new ones the last."""
    old = _old(row)
    new = next((note for note in reversed(row.notes) if note.lead in {"now", "moved", ""}), ViewNote("", ""))
    details = {detail.key: detail.text for detail in row.details}
    return (
        block.heading,
        row.title,
        row.thread,
        word(row.status or ""),
        _late(row),
        row.first_due,
        row.due,
        row.days or None,
        row.moves or None,
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
        *_made(row),
        row.register,
    )


def _old(row: ThreadEntry) -> ViewNote:
    """The oldest quote beside the newest: the promise as first made, where the entry does not show it."""
    at = row.source
    if at and all(note.ref != at.ref for note in row.notes):
        return ViewNote("was", at.quote, at.place)
    return next((note for note in row.notes if note.lead == "was"), ViewNote("", ""))


def _late(row: ThreadEntry) -> str:
    """Whether it came late; nothing where nothing was judged, or where it depends on the reading."""
    if row.lateness not in {Lateness.LATE, Lateness.ON_TIME}:
        return ""
    return gettext("sheet.yes" if row.lateness == Lateness.LATE else "sheet.no")


def _made(row: ThreadEntry) -> tuple[TableCell, ...]:
    """Where and by whom the promise was made, how firm it is, its deadline in words, how sure the verdict is."""
    at = row.source or EntrySource("", "", "", None, "")
    sure = gettext(f"sure.{row.sureness}") if row.sureness else ""
    return (at.dossier, at.letter, at.section, at.line, at.signed, word(row.firmness), row.words, sure)
