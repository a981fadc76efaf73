"""The promises of which two letters speak in other words: what comes first where the letters are compared."""

from __future__ import annotations

from tracker.alignment import rewriting
from tracker.i18n.catalog import gettext
from tracker.ledger.fates import fates
from tracker.ledger.queries import Index
from tracker.model import Letter, Statement, Thread
from tracker.views.labels import word
from tracker.views.names import course
from tracker.views.sheet import ThreadEntry, ViewBlock, ViewNote, edit_note, entry, quote


def changed_promises(index: Index, older: Letter, newer: Letter) -> ViewBlock:
    """The promises that both letters speak of and not in the same words, the heaviest first."""
    ordered = (thread for threads in fates(index, index.ledger.threads).values() for thread in threads)
    found = ((thread, *_pair(index, thread, older, newer)) for thread in ordered)
    entries = tuple(_entry(index, thread, was, now) for thread, was, now in found if was and now and _differ(was, now))
    return ViewBlock("changed-promises", gettext("diff.changed-promises"), entries)


PROBABLE = 0.7
"""Probability of a link from which on its sentences are compared word by word; by judgement."""


def linked_sentences(index: Index, older: Letter, newer: Letter) -> frozenset[tuple[str, str]]:
    """The sentences in which two letters speak of one promise, one pair for each."""
    doubtful = {(row.from_, row.to) for thread in index.ledger.threads for row in thread.links if row.score < PROBABLE}
    pairs = (_pair(index, thread, older, newer) for thread in index.ledger.threads)
    found = ((was, now) for was, now in pairs if was and now and (was.id, now.id) not in doubtful)
    return frozenset((was.sentence, now.sentence) for was, now in found)


def _entry(index: Index, thread: Thread, was: Statement, now: Statement) -> ThreadEntry:
    notes = (*quote(index, was, "was"), *quote(index, now, "now"), *_word_changes(was, now))
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


def _word_changes(was: Statement, now: Statement) -> tuple[ViewNote, ...]:
    """The word edits between two quotes; nothing where they share no word that tells anything."""
    edits = rewriting(was.quote, now.quote)
    return (edit_note(edits),) if edits else ()
