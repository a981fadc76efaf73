"""The audit: deadlines that slipped, were met late or passed unmentioned, what was dropped, and what falls due soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from tracker.ledger import Index
from tracker.model import Lateness, Slip, Status, Thread
from tracker.news import coming, due_first
from tracker.reports.names import count, course, short
from tracker.reports.sheet import Block, Entry, Note, Sheet, entry, quote


def sheet(index: Index) -> Sheet:
    """The audit of a ledger as of its date."""
    ledger = index.ledger
    examined = f"{count(len(ledger.letters), 'letter')} and {count(len(ledger.threads), 'promise')} examined"
    unread = f", {count(len(ledger.refused), 'file')} not read" if ledger.refused else ""
    return Sheet(
        title=f"Audit of {ledger.name or 'the letters'}, as of {ledger.as_of or 'an unknown date'}",
        as_of=ledger.as_of,
        remarks=(examined + unread, *ledger.notices),
        blocks=(
            _block(index, "slipped", "Slipped deadlines", slipped(index), _slipped),
            _block(index, "late", "Met after the deadline", met_late(index), _met_late),
            _block(index, "lapsed", "Passed with no later word", due_first(index, Status.LAPSED), silent),
            _block(index, "dropped", "Withdrawn in a letter's own words", dropped(index), _dropped),
            _block(index, "coming", "Due in the next half year", coming(index), due_soon),
        ),
    )


def slipped(index: Index) -> tuple[Thread, ...]:
    """The threads whose deadline moved: those left without a date first, then by days."""
    moved = (thread for thread in index.ledger.threads if thread.slips)
    return tuple(sorted(moved, key=lambda thread: (*index.slipped_most(thread), thread.id)))


def met_late(index: Index) -> tuple[Thread, ...]:
    """The threads delivered after their deadline on every reading, which did not announce so by a slip."""
    late = (
        t for t in index.ledger.threads if t.status is Status.DELIVERED and t.lateness is Lateness.LATE and not t.slips
    )
    return tuple(sorted(late, key=lambda thread: (index.due(thread) or dt.date.max, thread.id)))


def dropped(index: Index) -> tuple[Thread, ...]:
    """The threads that a letter withdrew."""
    return tuple(thread for thread in index.ledger.threads if thread.status is Status.DROPPED)


def moves(index: Index, slips: Iterable[Slip]) -> tuple[Note, ...]:
    """Each move of a deadline: its quotes, and why."""
    return tuple(note for slip in slips for note in _move(index, slip))


def silent(index: Index, thread: Thread) -> Entry:
    """A deadline that passed unmentioned, which letters were searched, and the promise itself."""
    letters = ", ".join(short(index.letters[row.letter]) for row in thread.searched if row.letter in index.letters)
    searched = f" (searched: {letters})" if letters else ""
    facts = (course(index, thread), f"no later letter in this collection mentions it{searched}")
    return entry(index, thread, facts, quote(index, index.newest(thread)))


def due_soon(index: Index, thread: Thread) -> Entry:
    """An open promise with its last day."""
    return entry(index, thread, (str(index.due(thread)), thread.status), quote(index, index.newest(thread)))


def _block(
    index: Index, key: str, heading: str, threads: tuple[Thread, ...], show: Callable[[Index, Thread], Entry]
) -> Block:
    return Block(key, heading, tuple(show(index, thread) for thread in threads))


def _slipped(index: Index, thread: Thread) -> Entry:
    """First deadline, each new one, days and times, then each slip with its quotes and the letter's explanation."""
    days = index.days_slipped(thread)
    moved = f"{count(days, 'day')} in " if days else ""
    facts = (course(index, thread), f"slipped {moved}{count(len(thread.slips), 'move')}", f"now {thread.status}")
    return entry(index, thread, facts, moves(index, thread.slips))


def _met_late(index: Index, thread: Thread) -> Entry:
    return entry(index, thread, (course(index, thread), "delivered late"), quote(index, index.newest(thread)))


def _dropped(index: Index, thread: Thread) -> Entry:
    """The promise as it was first quoted, and the words that withdraw it."""
    newest, first = index.newest(thread), next(iter(index.quotes_of(thread)), None)
    was = quote(index, first, "was") if first is not newest else ()
    return entry(index, thread, (course(index, thread),), (*was, *quote(index, newest, "now")))


def _move(index: Index, slip: Slip) -> tuple[Note, ...]:
    """One move: the quote that set the deadline, the quote that moved it (once where they are the same), and why."""
    was, now = (index.statements.get(ref) for ref in (slip.from_ref, slip.to_ref))
    rows = [("was", was), ("now", now)] if was and now and was.quote != now.quote else [("moved", now or was)]
    quotes = tuple(note for lead, row in rows for note in quote(index, row, lead))
    return *quotes, _why(slip, [note.text for note in quotes])


def _why(slip: Slip, shown: list[str]) -> Note:
    """The letter's explanation, unless it is the sentence just shown."""
    if slip.explained is None:
        return Note("why", "the letter gives no explanation", quoted=False)
    if slip.explained in shown:
        return Note("why", "as this sentence says", quoted=False)
    return Note("why", slip.explained)
