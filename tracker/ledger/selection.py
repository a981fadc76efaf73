"""Which threads of a ledger a reader asks for, and in what order: the most telling first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection as Members
from functools import partial

from tracker.ledger.queries import Index
from tracker.model import Status, Thread


def select(
    index: Index, statuses: Members[Status] = (), letter: str | None = None, since: str | None = None
) -> tuple[Thread, ...]:
    """The threads with one of the statuses, of a letter, spoken of since a letter; the most telling first."""
    first = index.place[since] if since else 0
    chosen = [
        thread
        for thread in index.ledger.threads
        if (not statuses or thread.status in statuses)
        and (letter is None or any(spoken.id == letter for spoken in index.letters_of(thread)))
        and any(index.place[spoken.id] >= first for spoken in index.letters_of(thread))
    ]
    return tuple(sorted(chosen, key=partial(telling, index)))


def slipped_most(index: Index, thread: Thread) -> tuple[bool, int, int]:
    """Sort key: moved from a date to none, then moved most days, then most often."""
    adrift = bool(thread.slips) and thread.slips[-1].new_end is None and thread.slips[0].old_end is not None
    return not adrift, -index.days_slipped(thread), -len(thread.slips)


def telling(index: Index, thread: Thread) -> tuple[object, ...]:
    """Sort key: slipped most, late, through most letters, missed in most letters, due first; then the surest.

    The id makes the order total.
    """
    spoken, due = len(index.letters_of(thread)), index.due(thread) or dt.date.max
    slipped = slipped_most(index, thread)
    return (
        *slipped,
        not thread.late,
        -spoken,
        -len(thread.searched) - thread.more_searched,
        due,
        -thread.confidence,
        thread.id,
    )
