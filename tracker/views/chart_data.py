"""What the charts of a sheet draw: the milestone trend of promises that slipped, and statuses letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tracker.ledger.queries import Index
from tracker.model import Status, Thread
from tracker.views.names import short
from tracker.views.sheet import Bar, ViewLine


def trend(index: Index, threads: Iterable[Thread]) -> tuple[ViewLine, ...]:
    """A line for each thread whose deadline moved from a day to a day, as far as its letters are dated."""
    lines = (ViewLine(thread.id, thread.title, index.milestones(thread)) for thread in threads)
    return tuple(line for line in lines if len(line.points) > 1)


def bars(index: Index, threads: Iterable[Thread]) -> tuple[Bar, ...]:
    """A bar for each letter, oldest first: the threads that it was the first to speak of, by their status now."""
    found: dict[str, Counter[Status]] = {}
    for thread in threads:
        if thread.members:
            found.setdefault(thread.members[0].letter, Counter())[thread.status] += 1
    counted = ((letter, found[letter.id]) for letter in index.ledger.letters if letter.id in found)
    return tuple(
        Bar(short(letter), tuple((status, row[status]) for status in Status if row[status])) for letter, row in counted
    )
