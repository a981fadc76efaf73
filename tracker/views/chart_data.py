"""What the charts of a sheet draw: deadlines that moved, statuses letter by letter, what falls due when."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from tracker.i18n.catalog import month
from tracker.ledger.fates import counted, fate
from tracker.ledger.queries import Index, extensions_of
from tracker.model import Status, Thread
from tracker.report_headings import Fate
from tracker.statuses import FACTS
from tracker.views.names import short
from tracker.views.sheet import Bar, Month, ViewLine

MONTHS = 18
"""Months of the calendar at most."""


def trend(index: Index, threads: Iterable[Thread]) -> tuple[ViewLine, ...]:
    """A line for each thread whose deadline surely moved, with the days known; for what runs, from a day to a day."""
    found = tuple(threads)
    moved = (_moved(index, thread) for thread in found if thread.slips and fate(index, thread) is not Fate.DOUBTED)
    longer = (_extended(index, thread) for thread in found if not thread.slips)
    return (*moved, *(line for line in longer if len(line.points) > 1))


def bars(index: Index, threads: Iterable[Thread]) -> tuple[Bar, ...]:
    """A bar for each letter, oldest first: the threads that it was the first to speak of, by their status now."""
    found: dict[str, Counter[Status]] = {}
    for thread in threads:
        if thread.members:
            found.setdefault(thread.members[0].letter, Counter())[counted(index, thread)] += 1
    numbered = ((letter, found[letter.id]) for letter in index.ledger.letters if letter.id in found)
    return tuple(
        Bar(short(letter), tuple((status, row[status]) for status in Status if row[status])) for letter, row in numbered
    )


def calendar(index: Index, threads: Iterable[Thread]) -> tuple[Month, ...]:
    """The months from the ledger's date on in which open promises fall due, and how many do."""
    today = index.ledger.as_of
    if today is None:
        return ()
    days = (index.due(thread) for thread in threads if FACTS[thread.status].is_open)
    found = Counter(day.replace(day=1) for day in days if day and day >= today)
    return tuple(Month(first, month(first), found[first]) for first in sorted(found)[:MONTHS])


def _moved(index: Index, thread: Thread) -> ViewLine:
    """The days promised by letter; where one letter names both the old day and the new, both of them."""
    points = index.milestones(thread)
    known = {end for _, end in points}
    old = (
        (written, slip.old_end)
        for slip in thread.slips
        if slip.old_end and slip.old_end not in known and (written := index.letters[slip.to_letter].anchor)
    )
    known_days = tuple(sorted({*points, *old}))
    adrift = thread.slips[-1].new_end is None
    return ViewLine(thread.id, thread.title, known_days, adrift=adrift, letters=_told_by(index, known_days))


def _extended(index: Index, thread: Thread) -> ViewLine:
    """The last days between which what is in force was prolonged, each on the day of the letter that says so."""
    points: list[tuple[dt.date, dt.date]] = []
    for step in thread.members:
        said = index.letters[step.letter].anchor
        if said and step.old_end and step.new_end:
            points += [(said, step.old_end), (said, step.new_end)]
    days = tuple(dict.fromkeys(points)) if extensions_of(thread) else ()
    return ViewLine(thread.id, thread.title, days, extension=True, letters=_told_by(index, days))


def _told_by(index: Index, points: Iterable[tuple[dt.date, dt.date]]) -> tuple[str, ...]:
    """The letter of each point by its day; letters of one day together."""
    names: dict[dt.date, list[str]] = {}
    for letter in index.ledger.letters:
        if letter.anchor:
            names.setdefault(letter.anchor, []).append(short(letter))
    return tuple(", ".join(names[said]) for said, _ in points)
