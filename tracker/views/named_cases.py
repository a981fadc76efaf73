"""What page one names beside its heaviest cases: what passed or was kept, what is due next, what got more time."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.i18n.catalog import day, gettext
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.report_headings import FATES, EntryForm, Fate
from tracker.views.blocks import Fated
from tracker.views.sheet import Case

SHOWN = 5
"""Titles in a line at most."""

_NAMED = tuple(kind for kind, row in FATES.items() if row.is_named)


def by_name(index: Index, fated: Fated, cases: Iterable[Case] = ()) -> tuple[str, ...]:
    """A line for each of these of which there are any, each promise with its last day; of many the first.

    What nothing was heard of is named there only where it is none of the cases.
    """
    told = {case.thread for case in cases}
    rest = {
        kind: tuple(row for row in fated[kind] if FATES[kind].entry is not EntryForm.SILENT or row.id not in told)
        for kind in _NAMED
    }
    return tuple(
        gettext(f"page-one.{kind}", titles=_thread_names(index, kind, some)) for kind, some in rest.items() if some
    )


def _thread_names(index: Index, kind: Fate, threads: tuple[Thread, ...]) -> str:
    more = [gettext("sheet.more", number=len(threads) - SHOWN)] if threads[SHOWN:] else []
    return "; ".join([*(_one(index, kind, thread) for thread in threads[:SHOWN]), *more])


def _one(index: Index, kind: Fate, thread: Thread) -> str:
    """A title with its last day; of what was met that is said, for it would be taken for the day on which it was."""
    due = index.due(thread)
    if due is None:
        return thread.title
    if FATES[kind].entry is EntryForm.MET:
        return gettext("page-one.by-day", title=thread.title, day=day(due))
    return f"{thread.title}, {day(due)}"
