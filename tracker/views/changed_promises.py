"""The promises of which two letters speak in other words: what comes first where the letters are compared."""

from __future__ import annotations

from tracker.i18n.catalog import gettext
from tracker.ledger.fates import fates
from tracker.ledger.queries import Index
from tracker.model import Letter, Statement, Thread
from tracker.views.entries import word_changes
from tracker.views.labels import word
from tracker.views.names import course
from tracker.views.sheet import ThreadEntry, ViewBlock, entry, quote


def changed_promises(index: Index, older: Letter, newer: Letter) -> ViewBlock:
    """The promises that both letters speak of and not in the same words, the heaviest first."""
    ordered = (thread for threads in fates(index, index.ledger.threads).values() for thread in threads)
    found = ((thread, *_pair(index, thread, older, newer)) for thread in ordered)
    entries = tuple(_entry(index, thread, was, now) for thread, was, now in found if was and now and _differ(was, now))
    return ViewBlock("changed-promises", gettext("diff.changed-promises"), entries)


def _entry(index: Index, thread: Thread, was: Statement, now: Statement) -> ThreadEntry:
    notes = (*quote(index, was, "was"), *quote(index, now, "now"), *word_changes(was, now))
    return entry(index, thread, (word(thread.status), course(index, thread)), notes)


def _pair(index: Index, thread: Thread, older: Letter, newer: Letter) -> tuple[Statement | None, Statement | None]:
    """The quotes that moved its deadline, else those of the surest link between the letters, else the last of each."""
    moved = [(1.0, slip.from_ref, slip.to_ref) for slip in thread.slips]
    linked = sorted(((link.score, link.from_, link.to) for link in thread.links), reverse=True)
    for _, one, other in (*moved, *linked):
        rows = {row.letter: row for row in (index.statements.get(one), index.statements.get(other)) if row}
        if older.id in rows and newer.id in rows:
            return rows[older.id], rows[newer.id]
    return _last(index, thread, older), _last(index, thread, newer)


def _last(index: Index, thread: Thread, letter: Letter) -> Statement | None:
    """The last words of a letter on a promise."""
    return next((row for row in reversed(index.quotes_of(thread)) if row.letter == letter.id), None)


def _differ(was: Statement, now: Statement) -> bool:
    return was.quote.casefold().split() != now.quote.casefold().split()
