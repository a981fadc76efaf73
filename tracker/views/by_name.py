"""What page one names beside its heaviest cases: what was kept, late or not, what is due next, what got more time."""

from __future__ import annotations

from tracker.i18n.catalog import day, gettext
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.report_headings import FATES
from tracker.views.blocks import Fated

SHOWN = 5
"""Titles in a line at most."""

_NAMED = tuple(kind for kind, row in FATES.items() if row.is_named)


def by_name(index: Index, fated: Fated) -> tuple[str, ...]:
    """A line for each of these of which there are any, each promise with its last day; of many the first."""
    return tuple(
        gettext(f"page-one.{kind}", titles=_thread_names(index, fated[kind])) for kind in _NAMED if fated[kind]
    )


def _thread_names(index: Index, threads: tuple[Thread, ...]) -> str:
    more = [gettext("sheet.more", number=len(threads) - SHOWN)] if threads[SHOWN:] else []
    return "; ".join([*(_one(index, thread) for thread in threads[:SHOWN]), *more])


def _one(index: Index, thread: Thread) -> str:
    due = index.due(thread)
    return f"{thread.title}, {day(due)}" if due else thread.title
