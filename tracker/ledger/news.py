"""What one letter brings: the threads that it promises anew, keeps, moves, changes, drops and passes over.

A letter is read as of its own day, with the letters before it: what a later letter says is no news of this one.
What it leaves in doubt is told as that, whatever step of the letter is in doubt.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from tracker.ledger.deadlines import due_first
from tracker.ledger.fates import coming, fates
from tracker.ledger.queries import Index
from tracker.ledger.selection import select
from tracker.model import Letter, StepKind, Thread
from tracker.report_headings import FATES, Fate
from tracker.statuses import FACTS, NEWS, STEPS

ASKED = tuple(kind for kind, row in FATES.items() if row.is_left_to_judge)
"""What is left to be judged by the analyst, as the report of the collection counts it."""


class News(Struct, frozen=True):
    """The threads by what a letter does to them; every thread that it speaks of is counted, most stand in one list."""

    letter: Letter
    previous: Letter | None
    """The letter before it in the series."""
    steps: dict[StepKind, tuple[Thread, ...]]
    """What the letter did, by the steps that are news."""
    silent: tuple[Thread, ...]
    """Fell due since the previous letter, and no letter since mentions it; what of that is in doubt is asked."""
    silent_before: int
    """How many more had fallen due before the previous letter."""
    asked: dict[Fate, tuple[Thread, ...]]
    """What became unclear or is to be judged through this letter, by the fates of ASKED."""
    asked_before: int
    """How many more were so before it."""
    coming: tuple[Thread, ...]
    spoken: int
    """How many threads the letter speaks of in all."""


def news_of(index: Index, letter: Letter) -> News:
    """The news of a letter, from a ledger as of that letter's day."""
    did = {thread.id: act_of(thread, letter.id) for thread in index.ledger.threads}
    previous = _before(index, letter)
    became = fates(index, index.ledger.threads)
    asked = {kind: tuple(row for row in became[kind] if _is_asked(index, row, letter, previous)) for kind in ASKED}
    doubted = {row.id for row in asked[Fate.DOUBTED]}
    told = [row for row in select(index) if row.id not in doubted]
    steps = {kind: tuple(row for row in told if did[row.id] is kind) for kind in NEWS}
    known = {row.id for row in index.ledger.letters} - {letter.id}
    lapsed = [row for row in due_first(index, became[Fate.LAPSED]) if did[row.id] is None]
    since = [row for row in lapsed if _fell_due(index, row, previous)]
    new = (row for row in steps[StepKind.PROMISED] if not any(step.letter in known for step in row.members))
    return News(
        letter=letter,
        previous=previous,
        steps=steps | {StepKind.PROMISED: tuple(new)},
        silent=tuple(since),
        silent_before=len(lapsed) - len(since),
        asked=asked,
        asked_before=sum(len(became[kind]) - len(rows) for kind, rows in asked.items()),
        coming=coming(index),
        spoken=sum(kind is not None for kind in did.values()),
    )


def act_of(thread: Thread, letter: str) -> StepKind | None:
    """What a letter did to a thread, the weightiest of several; None where it does not speak of it."""
    kinds = {step.step for step in thread.members if step.letter == letter and step.step is not StepKind.SILENT}
    return next((kind for kind in STEPS if kind in kinds and kind in NEWS), next(iter(sorted(kinds)), None))


def _is_asked(index: Index, thread: Thread, letter: Letter, previous: Letter | None) -> bool:
    """Whether it is through this letter that one has to judge what became of a thread.

    Its step is in doubt; or the deadline passed since the letter before; or no letter but this one speaks of the thing.
    """
    status = FACTS[thread.by_letters or thread.status]
    if status.step is not None:
        return act_of(thread, letter.id) is status.step
    return _fell_due(index, thread, previous) or {row.letter for row in thread.searched} == {letter.id}


def _fell_due(index: Index, thread: Thread, previous: Letter | None) -> bool:
    """Whether the deadline of what is overdue passed since the letter before."""
    return previous is None or (index.due(thread) or dt.date.min) >= _day(previous)


def _before(index: Index, letter: Letter) -> Letter | None:
    at = index.place[letter.id]
    return index.ledger.letters[at - 1] if at else None


def _day(letter: Letter) -> dt.date:
    return letter.anchor or dt.date.min
