"""What one letter brings: the threads that it promises anew, keeps, moves, changes, drops and passes over.

A letter is read as of its own day, with the letters before it: what a later letter says is no news of this one.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from tracker.ledger.queries import Index
from tracker.model import Letter, Status, StepKind, Thread

AHEAD = dt.timedelta(days=183)
"""How far ahead what falls due is told of."""

CLOSED = frozenset({Status.DELIVERED, Status.DROPPED, Status.LAPSED})

_PRECEDENCE = (StepKind.DELIVERED, StepKind.DROPPED, StepKind.POSTPONED, StepKind.CHANGED, StepKind.PROMISED)
"""Of several things that a letter does to one thread the first of these is its news."""


class News(Struct, frozen=True):
    """The threads by what a letter does to them; every thread that it speaks of is counted, most stand in one list."""

    letter: Letter
    previous: Letter | None
    """The letter before it in the series."""
    promised: tuple[Thread, ...]
    delivered: tuple[Thread, ...]
    postponed: tuple[Thread, ...]
    changed: tuple[Thread, ...]
    dropped: tuple[Thread, ...]
    silent: tuple[Thread, ...]
    """Fell due since the previous letter, and no letter since mentions it."""
    silent_before: int
    """How many more had fallen due before the previous letter."""
    coming: tuple[Thread, ...]
    spoken: int
    """How many threads the letter speaks of in all."""


def news_of(index: Index, letter: Letter) -> News:
    """The news of a letter, from a ledger as of that letter's day."""
    did = {thread.id: _did(thread, letter.id) for thread in index.ledger.threads}
    by_kind = {kind: tuple(row for row in index.select() if did[row.id] is kind) for kind in _PRECEDENCE}
    previous = _before(index, letter)
    known = {row.id for row in index.ledger.letters} - {letter.id}
    lapsed = [row for row in due_first(index, Status.LAPSED) if did[row.id] is None]
    since = [row for row in lapsed if previous is None or (index.due(row) or dt.date.min) >= _day(previous)]
    return News(
        letter=letter,
        previous=previous,
        promised=tuple(
            row for row in by_kind[StepKind.PROMISED] if not any(step.letter in known for step in row.members)
        ),
        delivered=by_kind[StepKind.DELIVERED],
        postponed=by_kind[StepKind.POSTPONED],
        changed=by_kind[StepKind.CHANGED],
        dropped=by_kind[StepKind.DROPPED],
        silent=tuple(since),
        silent_before=len(lapsed) - len(since),
        coming=coming(index),
        spoken=sum(kind is not None for kind in did.values()),
    )


def coming(index: Index) -> tuple[Thread, ...]:
    """The threads still open that are due between the ledger's date and half a year on, soonest first."""
    today = index.ledger.as_of
    if today is None:
        return ()
    dated = ((index.due(thread), thread) for thread in index.ledger.threads if thread.status not in CLOSED)
    soon = sorted((day, thread.id, thread) for day, thread in dated if day and today <= day <= today + AHEAD)
    return tuple(thread for _, _, thread in soon)


def due_first(index: Index, status: Status) -> tuple[Thread, ...]:
    """The threads of a status, the one that was due first first."""
    chosen = (thread for thread in index.ledger.threads if thread.status is status)
    return tuple(sorted(chosen, key=lambda thread: (index.due(thread) or dt.date.max, thread.id)))


def _did(thread: Thread, letter: str) -> StepKind | None:
    """What a letter did to a thread, the weightiest of several; None where it does not speak of it."""
    kinds = {step.step for step in thread.members if step.letter == letter and step.step is not StepKind.SILENT}
    return next((kind for kind in _PRECEDENCE if kind in kinds), next(iter(sorted(kinds)), None))


def _before(index: Index, letter: Letter) -> Letter | None:
    at = index.place[letter.id]
    return index.ledger.letters[at - 1] if at else None


def _day(letter: Letter) -> dt.date:
    return letter.anchor or dt.date.min
