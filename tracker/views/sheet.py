"""A sheet: what a report says, as values, before any face shows it. Every face shows the same sheet.

Texts in it come from letters and are as hostile as those: a face makes them harmless in its own way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from tracker.i18n.catalog import gettext
from tracker.ledger.queries import Index
from tracker.model import Commitment, Edit, Statement, Status, Thread
from tracker.views.citations import citation, official
from tracker.views.text_style import in_marks, shortened


class ViewNote(Struct, frozen=True, omit_defaults=True):
    """A quote with its citation and the id of its statement, or a remark.

    `lead` says what it is to the entry: "was", "now", "moved", "why", "words", or "". `rule` is the rule that read the
    quote, `url` the address of the published paper, `file` and `line` its place in the collection.
    """

    lead: str
    text: str
    place: str = ""
    quoted: bool = True
    ref: str = ""
    rule: str = ""
    url: str = ""
    file: str = ""
    line: int = 0
    sentence: str = ""
    """The whole sentence, where the quote is a clause of it."""
    edits: tuple[Edit, ...] = ()
    """Of "words": from the old words to the new ones; `text` has them in marks."""


class Detail(Struct, frozen=True):
    """A fact about an entry under a label of its own; `key` names it to programs: "responsible" or "ground"."""

    key: str
    label: str
    text: str


class ThreadEntry(Struct, frozen=True, kw_only=True):
    """One thread in a sheet; `first_due` and `due` are the last days of its oldest and its newest deadline.

    A change of a letter's text that belongs to no thread has an empty `thread` and no status.
    """

    title: str
    notes: tuple[ViewNote, ...]
    facts: tuple[str, ...] = ()
    thread: str = ""
    status: Status | None = None
    late: bool = False
    first_due: dt.date | None = None
    due: dt.date | None = None
    days: int = 0
    moves: int = 0
    decided_by: str | None = None
    details: tuple[Detail, ...] = ()
    actor: str = ""
    """Who is to do it, "cabinet" for the signatories; of the promise as it was first made, like the kind."""
    kind: str = ""
    topic: str = ""
    confidence: float | None = None


class ViewBlock(Struct, frozen=True):
    """Entries under one heading; `key` names it to programs, `means` says what stands in it."""

    key: str
    heading: str
    entries: tuple[ThreadEntry, ...]
    means: str = ""


class ViewTable(Struct, frozen=True):
    """Figures under heads; `key` names it to programs."""

    key: str
    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


class ViewLine(Struct, frozen=True):
    """A promise in the milestone trend: on each day that it was reported, the day that it was promised for."""

    thread: str
    title: str
    points: tuple[tuple[dt.date, dt.date], ...]


class Bar(Struct, frozen=True):
    """What became of the promises that one letter made first: how many have which status now."""

    letter: str
    numbers: tuple[tuple[Status, int], ...]


class ReportView(Struct, frozen=True):
    """A whole report; `remarks` say what was examined and what could not be read."""

    title: str
    as_of: dt.date | None
    remarks: tuple[str, ...]
    blocks: tuple[ViewBlock, ...]
    tables: tuple[ViewTable, ...] = ()
    trend: tuple[ViewLine, ...] = ()
    bars: tuple[Bar, ...] = ()

    def block(self, key: str) -> tuple[ThreadEntry, ...]:
        """The entries of a block, none where the sheet has no such block."""
        return next((block.entries for block in self.blocks if block.key == key), ())


def entry(
    index: Index, thread: Thread, facts: Iterable[str], notes: Iterable[ViewNote], details: tuple[Detail, ...] = ()
) -> ThreadEntry:
    """A thread with what is to be said of it here; who decided on it is always said."""
    course = index.course(thread)
    ruled = gettext("sheet.decided-by", name=thread.decided_by) if thread.decided_by else ""
    promise = next((row for row in index.quotes_of(thread) if isinstance(row, Commitment)), None)
    return ThreadEntry(
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
        details=details,
        actor=promise.actor if promise else "",
        kind=promise.kind if promise else "",
        topic=index.topic(thread),
        confidence=thread.confidence,
    )


def wording(edits: Iterable[Edit]) -> ViewNote:
    """Word edits as a note."""
    shown = shortened(edits)
    return ViewNote("words", in_marks(shown), quoted=False, edits=shown)


def quote(index: Index, row: Statement | None, lead: str = "") -> tuple[ViewNote, ...]:
    """A statement as a note, none where there is no statement."""
    if row is None:
        return ()
    letter = index.letters[row.letter]
    found = ViewNote(
        lead,
        row.quote,
        citation(index, row),
        ref=row.id,
        rule=row.rule,
        url=official(letter),
        file=letter.path,
        line=row.location.line,
        sentence=row.sentence if row.quote != row.sentence and row.quote in row.sentence else "",
    )
    return (found,)
