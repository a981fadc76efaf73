"""A sheet: what a report says, as values, before any face shows it. Every face shows the same sheet.

Texts in it come from letters and are as hostile as those: a face makes them harmless in its own way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from tracker.ledger import Index
from tracker.model import Statement, Status, Thread
from tracker.reports.names import place
from tracker.reports.pen import Pen


class Note(Struct, frozen=True, omit_defaults=True):
    """A quote with its place and the id of its statement, or a remark.

    `lead` says what it is to the entry: "was", "now", "moved", "why", "words", or "".
    """

    lead: str
    text: str
    place: str = ""
    quoted: bool = True
    ref: str = ""


class Entry(Struct, frozen=True, kw_only=True):
    """One thread in a sheet; `first_due` and `due` are the last days of its oldest and its newest deadline.

    A change of a letter's text that belongs to no thread has an empty `thread` and no status.
    """

    title: str
    notes: tuple[Note, ...]
    facts: tuple[str, ...] = ()
    thread: str = ""
    status: Status | None = None
    late: bool = False
    first_due: dt.date | None = None
    due: dt.date | None = None
    days: int = 0
    moves: int = 0
    decided_by: str | None = None


class Block(Struct, frozen=True):
    """Entries under one heading; `key` names it to programs."""

    key: str
    heading: str
    entries: tuple[Entry, ...]


class Sheet(Struct, frozen=True):
    """A whole report; `remarks` say what was examined and what could not be read."""

    title: str
    as_of: dt.date | None
    remarks: tuple[str, ...]
    blocks: tuple[Block, ...]

    def block(self, key: str) -> tuple[Entry, ...]:
        """The entries of a block, none where the sheet has no such block."""
        return next((block.entries for block in self.blocks if block.key == key), ())


def entry(index: Index, thread: Thread, facts: Iterable[str], notes: Iterable[Note]) -> Entry:
    """A thread with what is to be said of it here; who decided on it is always said."""
    course = index.course(thread)
    ruled = f"decided by {thread.decided_by}" if thread.decided_by else ""
    return Entry(
        thread=thread.id,
        title=thread.title,
        status=thread.status,
        late=thread.late,
        first_due=course[0][1] if course else None,
        due=index.due(thread),
        days=index.days_slipped(thread),
        moves=len(thread.slips),
        decided_by=thread.decided_by,
        facts=tuple(fact for fact in (*facts, ruled) if fact),
        notes=tuple(notes),
    )


def quote(index: Index, row: Statement | None, lead: str = "") -> tuple[Note, ...]:
    """A statement as a note, none where there is no statement."""
    return (Note(lead, row.quote, place(index, row), ref=row.id),) if row else ()


def render(sheets: Sequence[Sheet], pen: Pen) -> str:
    """Sheets as text for a terminal."""
    return "\n".join(_sheet(sheet, pen) for sheet in sheets)


def _sheet(sheet: Sheet, pen: Pen) -> str:
    head = "\n".join([pen.bold(pen.wrap(sheet.title, 0)), *(pen.wrap(remark, 2) for remark in sheet.remarks)])
    return "\n\n".join([head, *(_block(block, pen) for block in sheet.blocks)]) + "\n"


def _block(block: Block, pen: Pen) -> str:
    """A heading with its number and entries; "none" says that it was looked for."""
    heading = pen.bold(f"{block.heading} ({len(block.entries)})")
    return "\n".join([heading, *([_entry(row, pen) for row in block.entries] or ["  none"])])


def _entry(row: Entry, pen: Pen) -> str:
    notes = (_note(note, pen) for note in row.notes)
    facts = [pen.wrap(" · ".join(row.facts), 4)] if row.facts else []
    return "\n".join([pen.spread(row.title, row.thread), *facts, *notes])


def _note(note: Note, pen: Pen) -> str:
    lead = f"{note.lead}: " if note.lead else ""
    said = f"“{note.text}”" if note.quoted else note.text
    shown = pen.wrap(f"{lead}{said}", 4, lines=3)
    return f"{shown}\n{pen.faint(pen.wrap(note.place, 4, lines=2))}" if note.place else shown
