"""A ledger that takes other rulings on its verdicts without anything being read, linked or judged anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.decisions.apply import rule_threads
from tracker.decisions.contrary import contrary
from tracker.decisions.ruling import Decision, Ruling
from tracker.decisions.stale import Stale, sift
from tracker.i18n.message import Message
from tracker.model import AnyStatement, Ledger, Thread
from tracker.text.normalize import one_space

ON_VERDICTS = frozenset({Ruling.STATUS, Ruling.TITLE, Ruling.NOTE})
"""Rulings on what was judged: nothing has to be linked or judged anew for them."""


class Judged(Struct, frozen=True):
    """A ledger, and what is known of the rulings on it."""

    ledger: Ledger
    unruled: tuple[Thread, ...] = ()
    """Those of its threads that rulings changed, as they were judged."""
    stale: tuple[Stale, ...] = ()
    """The rulings that are kept and do not apply."""
    whole: bool = True
    """Whether the links of its threads, if it has them, tell all parts of their evidence."""


def unruled(judged: Sequence[Thread], ruled: Sequence[Thread]) -> tuple[Thread, ...]:
    """The threads as they were judged that are others now that they are ruled; both in the same order."""
    return tuple(one for one, other in zip(judged, ruled, strict=True) if one is not other)


def reruled(known: Judged, before: Sequence[Decision], after: Sequence[Decision]) -> Judged | None:
    """The same letters under other rulings than `before`; None where more than their verdicts changes."""
    if tuple(before) == tuple(after):
        return known
    letters = {letter.id for letter in known.ledger.letters}
    then, now = frozenset(before), frozenset(after)
    changed = [*(row for row in after if row not in then), *(row for row in before if row not in now)]
    if _rest(before) != _rest(after) or not all(_is_on(letters, row) for row in changed):
        return None
    if sift(changed, known.ledger.letters)[1]:
        return None
    stale = frozenset(row.decision for row in known.stale)
    return _ruled(known, [row for row in after if row not in stale and _is_on(letters, row)])


def _rest(rulings: Sequence[Decision]) -> list[Decision]:
    """The rulings on more than verdicts."""
    return [row for row in rulings if row.ruling not in ON_VERDICTS]


def _is_on(letters: Collection[str], row: Decision) -> bool:
    """Whether all that a ruling quotes are among these letters."""
    return all(quote.letter in letters for quote in row.quotes)


def _ruled(known: Judged, rulings: Sequence[Decision]) -> Judged:
    """The ledger under these rulings alone."""
    from tracker.status.counted_deadlines import (
        with_counted_ends,  # half of the tracker, which a ledger as it is does not need
    )

    ledger = known.ledger
    as_judged = {thread.id: thread for thread in known.unruled}
    threads = tuple(as_judged.get(thread.id, thread) for thread in ledger.threads)
    found = rule_threads(rulings, threads, (*ledger.commitments, *ledger.reports))
    commitments, reports = with_counted_ends(ledger.commitments, ledger.reports, found, ledger.threads)
    kept = (row for row in ledger.notices if not _is_contrary(row))
    notices = (*kept, *told_contrary(rulings, found, (*commitments, *reports)))
    changed = replace(ledger, threads=found, commitments=commitments, reports=reports, notices=notices)
    return Judged(changed, unruled(threads, found), known.stale)


def told_contrary(
    rulings: Iterable[Decision], threads: Iterable[Thread], statements: Iterable[AnyStatement]
) -> tuple[Message, ...]:
    """What two analysts ruled otherwise on the same, or on the same thread, a sentence each."""
    quotes = {row.id: (row.letter, one_space(row.quote)) for row in statements}
    refs = ((member.ref, thread.id) for thread in threads for member in thread.members)
    return tuple(row.told for row in contrary(rulings, {quotes[ref]: id_ for ref, id_ in refs if ref in quotes}))


def _is_contrary(notice: object) -> bool:
    return isinstance(notice, Message) and notice.id == "ruling.contrary"
