"""What became of each promise as of a day: every thread has one fate, so that figures add up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from tracker.ledger.deadlines import AHEAD, due_first, falls_due, newest_progress
from tracker.ledger.queries import Index
from tracker.ledger.selection import slipped_most
from tracker.model import Commitment, Firmness, Lateness, Status, Thread
from tracker.report_headings import FATES, Fate
from tracker.statuses import FACTS, QUESTIONS


class Sureness(StrEnum):
    """How sure a verdict is, in words; its bounds, like the shares of which it is the product, are by judgement."""

    SURE = "sure"
    PROBABLE = "probable"
    DOUBTFUL = "doubtful"


SURE, PROBABLE = 0.75, 0.45
"""The confidences from which on a verdict is sure, and probable: by judgement; not measured."""

OUT_OF_SIGHT = 2
"""Letters: a firm promise without a deadline that so many later ones do not take up is out of sight; by DESIGN's
table of statuses."""


def sureness(confidence: float) -> Sureness:
    """A confidence in words."""
    if confidence >= SURE:
        return Sureness.SURE
    return Sureness.PROBABLE if confidence >= PROBABLE else Sureness.DOUBTFUL


def fate(index: Index, thread: Thread, ahead: dt.timedelta = AHEAD) -> Fate:
    """The one fate of a thread; an accusation in doubt is one to be judged, unless somebody ruled on it.

    So is what parliament's register contradicts.

    `ahead` is how far ahead a promise with which nothing is the matter is told to fall due.
    """
    if thread.by_letters is not None:
        return Fate.DOUBTED
    found = told_fate(index, thread, ahead)
    doubtful = sureness(thread.confidence) is Sureness.DOUBTFUL and thread.decided_by is None
    return Fate.DOUBTED if doubtful and FATES[found].is_accusing else found


def counted(index: Index, thread: Thread) -> Status:
    """The status as which figures count a thread: an accusation in doubt is an open question there, too."""
    return Status.UNCLEAR if fate(index, thread) is Fate.DOUBTED else thread.status


def fates(index: Index, threads: Iterable[Thread], ahead: dt.timedelta = AHEAD) -> dict[Fate, tuple[Thread, ...]]:
    """The threads by fate, every fate with its threads: the firm and the surest first, then the heaviest and newest."""
    found: dict[Fate, list[Thread]] = {row: [] for row in Fate}
    for thread in threads:
        found[fate(index, thread, ahead)].append(thread)
    return {row: tuple(sorted(some, key=lambda thread: _weight(index, row, thread))) for row, some in found.items()}


def coming(index: Index, ahead: dt.timedelta = AHEAD) -> tuple[Thread, ...]:
    """What falls due within some time and nothing is the matter with, soonest first."""
    return due_first(index, (row for row in index.ledger.threads if fate(index, row, ahead) is Fate.COMING))


def was_dated(index: Index, thread: Thread) -> bool:
    """Whether a letter ever named a last day for it."""
    return any(end for _, end in index.course(thread))


def out_of_sight(index: Index, thread: Thread) -> int | None:
    """The year since when no letter takes up a firm promise without a deadline; None while it may still be heard of."""
    last = index.letters_of(thread)[-1].anchor
    after = [row for row in index.ledger.letters if last and row.anchor and row.anchor > last]
    gone = len(after) >= OUT_OF_SIGHT and told_fate(index, thread) is Fate.UNDATED
    return last.year if last is not None and gone else None


def is_firm(index: Index, thread: Thread) -> bool:
    """Whether one of its promises is of a checkable result; what is only reported on counts as such."""
    promises = [row for row in index.quotes_of(thread) if isinstance(row, Commitment)]
    return not promises or any(row.firmness is Firmness.FIRM for row in promises)


def told_fate(index: Index, thread: Thread, ahead: dt.timedelta = AHEAD) -> Fate:
    """What the letters tell of a thread, however sure that is."""
    found = FACTS[thread.status].fate
    if found is Fate.KEPT:
        return Fate.PARTLY if thread.partly else Fate.LATE if thread.lateness is Lateness.LATE else Fate.KEPT
    if not FACTS[thread.status].is_pending or found is Fate.EXTENDED or thread.status in QUESTIONS:
        return found
    return Fate.SLIPPED if thread.slips else _open(index, thread, ahead)


def _open(index: Index, thread: Thread, ahead: dt.timedelta) -> Fate:
    """Of a promise with which nothing is the matter: by its deadline, or by what a later letter says of it."""
    due, today = index.due(thread), index.ledger.as_of
    if due is None:
        if thread.status is Status.CHANGED:
            return Fate.CHANGED
        return Fate.UNDATED if is_firm(index, thread) else Fate.SOFT
    if falls_due(index, thread, ahead):
        return Fate.COMING
    if thread.status is Status.CHANGED:
        return Fate.CHANGED
    if newest_progress(thread):
        return Fate.PARTLY
    return Fate.ONGOING if today and due < today else Fate.OPEN


def _weight(index: Index, kind: Fate, thread: Thread) -> tuple[object, ...]:
    """Sort key in a block; what is still to come stands soonest first."""
    due = index.due(thread)
    soft, unsure = not is_firm(index, thread), list(Sureness).index(sureness(thread.confidence))
    if FATES[kind].is_ahead:
        return (soft, due or dt.date.max, thread.id)
    newest = -(due or dt.date.min).toordinal()
    return (soft, unsure, *slipped_most(index, thread), newest, thread.id)
