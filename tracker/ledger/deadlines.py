"""Threads by what became of their deadlines: passed, moved, met late, under way, coming."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from tracker.ledger.queries import Index
from tracker.ledger.selection import slipped_most
from tracker.model import Lateness, Status, Thread
from tracker.statuses import FACTS, STEPS

AHEAD = dt.timedelta(days=183)
"""How far ahead what falls due is told of: half a year, by judgement."""


def of_status(index: Index, status: Status) -> tuple[Thread, ...]:
    """The threads of a status, in the order of the ledger."""
    return tuple(thread for thread in index.ledger.threads if thread.status is status)


def passed(index: Index) -> tuple[Thread, ...]:
    """The threads whose deadline passed and that no later letter mentions, longest ago first."""
    return due_first(index, of_status(index, Status.LAPSED))


def slipped(index: Index) -> tuple[Thread, ...]:
    """The threads whose deadline moved: those left without a date first, then by days."""
    moved = (thread for thread in index.ledger.threads if thread.slips)
    return tuple(sorted(moved, key=lambda thread: (*slipped_most(index, thread), thread.id)))


def partly_met(index: Index) -> tuple[Thread, ...]:
    """The threads still open whose deadline a letter set, and of which a later letter reports how they go."""
    still_open = (thread for thread in index.ledger.threads if FACTS[thread.status].is_open)
    return due_first(index, (thread for thread in still_open if index.course(thread) and newest_progress(thread)))


def newest_progress(thread: Thread) -> str:
    """The newest statement that reports how it goes or that a part is done, in a letter after the first one."""
    later = (step for step in thread.members if step.letter != thread.members[0].letter and step.ref)
    told = [step.ref for step in later if STEPS[step.step].tells_progress]
    return told[-1] if told else ""


def met_late(index: Index) -> tuple[Thread, ...]:
    """The threads delivered after their deadline on every reading, which did not announce so by a slip."""
    delivered = of_status(index, Status.DELIVERED)
    return due_first(index, (row for row in delivered if row.lateness is Lateness.LATE and not row.slips))


def falls_due(index: Index, thread: Thread, ahead: dt.timedelta) -> bool:
    """Whether a part of the interval in which a thread is due lies between the ledger's date and some time on.

    What is due in "eind 2024" may be due from October on.
    """
    today, interval = index.ledger.as_of, index.due_interval(thread)
    return bool(today and interval and interval[0] <= today + ahead and today <= interval[1])


def due_first(index: Index, threads: Iterable[Thread]) -> tuple[Thread, ...]:
    """The thread that was due first first."""
    return tuple(sorted(threads, key=lambda thread: (index.due(thread) or dt.date.max, thread.id)))
