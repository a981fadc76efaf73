"""What one letter brings: the threads that it promises anew, keeps, moves, changes, drops and passes over.

A letter is read as of its own day, with the letters before it: what a later letter says is no news of this one.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from tracker.ledger.deadlines import passed
from tracker.ledger.fates import coming, fate
from tracker.ledger.queries import Index
from tracker.model import Letter, StepKind, Thread
from tracker.statuses import NEWS, STEPS, Fate


class News(Struct, frozen=True):
    """The threads by what a letter does to them; every thread that it speaks of is counted, most stand in one list."""

    letter: Letter
    previous: Letter | None
    """The letter before it in the series."""
    steps: dict[StepKind, tuple[Thread, ...]]
    """What the letter did, by the steps that are news."""
    silent: tuple[Thread, ...]
    """Fell due since the previous letter, and no letter since mentions it; what of that is in doubt is not told."""
    silent_before: int
    """How many more had fallen due before the previous letter."""
    coming: tuple[Thread, ...]
    spoken: int
    """How many threads the letter speaks of in all."""


def news_of(index: Index, letter: Letter) -> News:
    """The news of a letter, from a ledger as of that letter's day."""
    did = {thread.id: act_of(thread, letter.id) for thread in index.ledger.threads}
    steps = {kind: tuple(row for row in index.select() if did[row.id] is kind) for kind in NEWS}
    previous = _before(index, letter)
    known = {row.id for row in index.ledger.letters} - {letter.id}
    lapsed = [row for row in passed(index) if did[row.id] is None and fate(index, row) is not Fate.DOUBTED]
    since = [row for row in lapsed if previous is None or (index.due(row) or dt.date.min) >= _day(previous)]
    new = (row for row in steps[StepKind.PROMISED] if not any(step.letter in known for step in row.members))
    return News(
        letter=letter,
        previous=previous,
        steps=steps | {StepKind.PROMISED: tuple(new)},
        silent=tuple(since),
        silent_before=len(lapsed) - len(since),
        coming=coming(index),
        spoken=sum(kind is not None for kind in did.values()),
    )


def act_of(thread: Thread, letter: str) -> StepKind | None:
    """What a letter did to a thread, the weightiest of several; None where it does not speak of it."""
    kinds = {step.step for step in thread.members if step.letter == letter and step.step is not StepKind.SILENT}
    return next((kind for kind in STEPS if kind in kinds and kind in NEWS), next(iter(sorted(kinds)), None))


def _before(index: Index, letter: Letter) -> Letter | None:
    at = index.place[letter.id]
    return index.ledger.letters[at - 1] if at else None


def _day(letter: Letter) -> dt.date:
    return letter.anchor or dt.date.min
