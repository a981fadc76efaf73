"""The audit: deadlines that slipped, deadlines passed with no later word, and those due in the next half year."""

from __future__ import annotations

import datetime as dt

from tracker.ledger import Index
from tracker.model import Lateness, Slip, Statement, Status, Thread
from tracker.reports.names import count, course, place, ruled, short
from tracker.reports.pen import Pen

AHEAD = dt.timedelta(days=183)
"""How far the audit looks ahead of its date."""


def render(index: Index, pen: Pen) -> str:
    """The audit of a ledger as of its date."""
    ledger = index.ledger
    examined = f"{count(len(ledger.letters), 'letter')} and {count(len(ledger.threads), 'promise')} examined"
    unread = f", {count(len(ledger.refused), 'file')} not read" if ledger.refused else ""
    head = pen.bold(
        pen.clip(f"Audit of {ledger.name or 'the letters'}, as of {ledger.as_of or 'an unknown date'}", pen.width)
    )
    blocks = [
        f"{head}\n{pen.wrap(examined + unread, 2)}",
        _block("Slipped deadlines", [_slipped(index, thread, pen) for thread in slipped(index)], pen),
        _block("Met after the deadline", [_met_late(index, thread, pen) for thread in met_late(index)], pen),
        _block("Passed with no later word", [_passed(index, thread, pen) for thread in passed(index)], pen),
        _block("Due in the next half year", [_coming(index, thread, pen) for thread in coming(index)], pen),
    ]
    return "\n\n".join(blocks) + "\n"


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


def passed(index: Index) -> tuple[Thread, ...]:
    """The threads whose deadline passed and that no later letter mentions, longest ago first."""
    lapsed = (thread for thread in index.ledger.threads if thread.status is Status.LAPSED)
    return tuple(sorted(lapsed, key=lambda thread: (index.due(thread) or dt.date.max, thread.id)))


def coming(index: Index) -> tuple[Thread, ...]:
    """The threads still open that are due between the audit's date and half a year on, soonest first."""
    today = index.ledger.as_of
    if today is None:
        return ()
    closed = {Status.DELIVERED, Status.DROPPED, Status.LAPSED}
    dated = ((index.due(thread), thread) for thread in index.ledger.threads if thread.status not in closed)
    soon = sorted((day, thread.id, thread) for day, thread in dated if day and today <= day <= today + AHEAD)
    return tuple(thread for _, _, thread in soon)


def _block(heading: str, entries: list[str], pen: Pen) -> str:
    """A heading with its number and entries; "none" says that it was looked for."""
    return "\n".join([pen.bold(f"{heading} ({len(entries)})"), *(entries or ["  none"])])


def _slipped(index: Index, thread: Thread, pen: Pen) -> str:
    """First deadline, each new one, days and times, then each slip with its quotes and the letter's explanation."""
    days = index.days_slipped(thread)
    moved = f"{count(days, 'day')} in " if days else ""
    facts = f"{course(index, thread)} · slipped {moved}{count(len(thread.slips), 'move')} · now {thread.status}"
    facts += ruled(thread)
    return "\n".join(
        [pen.spread(thread.title, thread.id), pen.wrap(facts, 4), *(_slip(index, slip, pen) for slip in thread.slips)]
    )


def _slip(index: Index, slip: Slip, pen: Pen) -> str:
    """One move: the quote that set the deadline, the quote that moved it (once where they are the same), and why."""
    was, now = (index.statements.get(ref) for ref in (slip.from_ref, slip.to_ref))
    rows = [("was: ", was), ("now: ", now)] if was and now and was.quote != now.quote else [("moved: ", now or was)]
    quotes = [(lead, row) for lead, row in rows if row]
    why = _why(slip, [row.quote for _, row in quotes])
    return "\n".join([*(_quote(index, row, pen, lead) for lead, row in quotes), pen.wrap(f"why: {why}", 4, lines=3)])


def _why(slip: Slip, shown: list[str]) -> str:
    """The letter's explanation, unless it is the sentence just shown."""
    if slip.explained is None:
        return "the letter gives no explanation"
    return "as this sentence says" if slip.explained in shown else f"“{slip.explained}”"


def _met_late(index: Index, thread: Thread, pen: Pen) -> str:
    return "\n".join(
        [
            pen.spread(thread.title, thread.id),
            pen.wrap(f"{course(index, thread)} · delivered late{ruled(thread)}", 4),
            _newest(index, thread, pen),
        ]
    )


def _passed(index: Index, thread: Thread, pen: Pen) -> str:
    """The deadline, how many letters were searched, and the promise itself."""
    searched = ", ".join(short(index.letters[row.letter]) for row in thread.searched if row.letter in index.letters)
    facts = f"{course(index, thread)} · no later letter in this collection mentions it" + (
        f" (searched: {searched})" if searched else ""
    )
    facts += ruled(thread)
    return "\n".join([pen.spread(thread.title, thread.id), pen.wrap(facts, 4), _newest(index, thread, pen)])


def _coming(index: Index, thread: Thread, pen: Pen) -> str:
    day = index.due(thread)
    return "\n".join(
        [
            pen.spread(thread.title, thread.id),
            f"    {day} · {thread.status}{ruled(thread)}",
            _newest(index, thread, pen),
        ]
    )


def _newest(index: Index, thread: Thread, pen: Pen) -> str:
    """The quote that the verdict rests on, with its place."""
    row = index.newest(thread)
    return _quote(index, row, pen) if row else ""


def _quote(index: Index, row: Statement, pen: Pen, lead: str = "") -> str:
    return f"{pen.wrap(f'{lead}“{row.quote}”', 4, lines=3)}\n{pen.faint(pen.wrap(place(index, row), 4, lines=2))}"
