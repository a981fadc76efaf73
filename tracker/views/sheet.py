"""A sheet: what a report says, as values, before any face shows it. Every face shows the same sheet.

Texts in it come from letters and are as hostile as those: a face makes them harmless in its own way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from tracker.i18n.catalog import gettext
from tracker.ledger.fates import sureness
from tracker.ledger.lookup import former_ids
from tracker.ledger.queries import Index
from tracker.model import Commitment, Edit, Lateness, Statement, Status, Thread
from tracker.views.chart_rows import Bar, Figure, Month, Share, ViewLine
from tracker.views.citations import citation, official
from tracker.views.labels import ruled_words
from tracker.views.offices import undertaker
from tracker.views.registered import in_short, told_by_register
from tracker.views.same_promise import twin
from tracker.views.text_style import in_marks, shortened

UNJUDGED = Lateness.UNKNOWN


class ViewNote(Struct, frozen=True, omit_defaults=True):
    """A quote with its citation and the id of its statement, or a remark.

    `lead` says what it is to the entry: "was", "now", "moved", "near", "why", "words", or "". `rule` is the
    rule that read the quote, `url` the address of the published paper, `file` and `line` its place in the collection.
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
    former: tuple[str, ...] = ()
    """What threads that were joined with it were called: links to them lead here."""
    status: Status | None = None
    late: bool = False
    first_due: dt.date | None = None
    due: dt.date | None = None
    days: int = 0
    moves: int = 0
    decided_by: str | None = None
    details: tuple[Detail, ...] = ()
    register: str = ""
    """The number and status of what it is in parliament's register."""
    actor: str = ""
    """Who is to do it, "cabinet" for those who sign for the state, "sender" for those who sign for another body; of the
    promise as it was first made, like the kind."""
    kind: str = ""
    topic: str = ""
    confidence: float | None = None
    sureness: str = ""
    """The confidence in a word: "sure", "probable" or "doubtful"."""
    lateness: str = ""
    """Whether what was delivered came late; "" where nothing was judged."""
    firmness: str = ""
    words: str = ""
    """The newest deadline as the letter words it."""
    source: EntrySource | None = None
    """Where the letter that first made the promise has it."""


class EntrySource(Struct, frozen=True):
    """The paper that made a promise: dossier and number, section, line, who signed it; and its words there.

    They are the quote of that paper which the entry shows, where it shows one.
    """

    dossier: str
    letter: str
    section: str
    line: int | None
    signed: str
    ref: str = ""
    quote: str = ""
    place: str = ""


class ViewBlock(Struct, frozen=True):
    """Entries under one heading; `key` names it to programs, `means` says what stands in it."""

    key: str
    heading: str
    entries: tuple[ThreadEntry, ...]
    means: str = ""
    brief: bool = False
    """Whether a line is enough for each of its entries on paper: nothing is the matter with them."""
    folded: int = 0
    """How many more entries it has that nobody asked to see."""
    since: str = ""
    """What came and went since an earlier edition that it is compared with."""

    @property
    def number(self) -> int:
        """How many entries it has, folded ones included."""
        return len(self.entries) + self.folded


class ViewTable(Struct, frozen=True):
    """Figures under heads; `key` names it to programs."""

    key: str
    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


class Case(Struct, frozen=True):
    """One of the heaviest cases: the promise, then who, what was, what is now and why, each in a few words."""

    thread: str
    title: str
    parts: tuple[str, ...]


class ReportView(Struct, frozen=True):
    """A whole report; `remarks` say what was examined and what could not be read."""

    title: str
    as_of: dt.date | None
    remarks: tuple[str, ...]
    blocks: tuple[ViewBlock, ...]
    tables: tuple[ViewTable, ...] = ()
    trend: tuple[ViewLine, ...] = ()
    bars: tuple[Bar, ...] = ()
    calendar: tuple[Month, ...] = ()
    key: str = ""
    """What keeps the anchors of several reports on one page apart: the letter that it is about."""
    sentences: tuple[str, ...] = ()
    """How it is going, in three sentences."""
    figures: tuple[Figure, ...] = ()
    """The figures of those sentences: every dated promise once."""
    shares: tuple[Share, ...] = ()
    """The share of kept promises: of all letters together, then of each."""
    cases: tuple[Case, ...] = ()
    method: tuple[str, ...] = ()
    """How it was made, how good that is, and how to object."""
    kind: str = ""
    """What it is, where that is asked of a saved one: "audit"."""
    spoken: int = 0
    """How many promises the letter that it is about speaks of, those that it lists among them."""

    def block(self, key: str) -> tuple[ThreadEntry, ...]:
        """The entries of a block, none where the sheet has no such block."""
        return next((block.entries for block in self.blocks if block.key == key), ())


def entry(
    index: Index, thread: Thread, facts: Iterable[str], notes: Iterable[ViewNote], details: tuple[Detail, ...] = ()
) -> ThreadEntry:
    """A thread with what is to be said of it here; who decided on it is always said."""
    course = index.course(thread)
    ruled = ruled_words(thread)
    notes = tuple(notes)
    promise = next((row for row in index.quotes_of(thread) if isinstance(row, Commitment)), None)
    return ThreadEntry(
        thread=thread.id,
        former=former_ids(index, thread),
        title=thread.title,
        status=thread.status,
        late=thread.late,
        lateness=thread.lateness if thread.status is Status.DELIVERED and thread.lateness is not UNJUDGED else "",
        first_due=course[0][1] if course else None,
        due=index.due(thread),
        days=index.days_slipped(thread),
        moves=len(thread.slips),
        decided_by=thread.decided_by,
        facts=tuple(fact for fact in (*facts, ruled, told_by_register(index, thread), twin(index, thread)) if fact),
        notes=notes,
        details=details,
        register=in_short(index, thread),
        actor=undertaker(index, promise.actor) if promise else "",
        kind=promise.kind if promise else "",
        topic=index.topic(thread),
        confidence=thread.confidence,
        sureness=sureness(thread.confidence),
        firmness=promise.firmness if promise else "",
        words=next((words for words, _ in reversed(course) if words), ""),
        source=_source(index, promise, notes) if promise else None,
    )


def _source(index: Index, promise: Statement, notes: Iterable[ViewNote]) -> EntrySource:
    """Where a promise was first made: of its letter the quote that is shown, else its own words."""
    shown = (index.statements[note.ref] for note in notes if note.ref in index.statements)
    row = next((row for row in shown if row.letter == promise.letter), promise)
    letter, section = index.letters[row.letter], index.sections.get(row.section or "")
    return EntrySource(
        dossier=letter.dossier or "",
        letter=letter.number or letter.id,
        section=section.heading if section else "",
        line=row.location.line,
        signed=", ".join(letter.signatories),
        ref=row.id,
        quote=row.quote,
        place=citation(index, row),
    )


def facts(row: ThreadEntry) -> str:
    """What is told of an entry in a line, and how sure that is."""
    sure = (gettext(f"sure.{row.sureness}"),) if row.sureness else ()
    return " · ".join((*row.facts, *sure))


def edit_note(edits: Iterable[Edit]) -> ViewNote:
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
