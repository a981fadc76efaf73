"""What the charts of a sheet draw: deadlines that moved, statuses letter by letter, what falls due when."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from tracker.i18n.catalog import gettext, month, ngettext
from tracker.ledger.fates import counted, fate, was_dated
from tracker.ledger.queries import Index, extensions_of
from tracker.model import Status, Thread
from tracker.report_headings import FATES, Fate, KeptShare
from tracker.statuses import FACTS
from tracker.views.blocks import Fated
from tracker.views.chart_rows import Bar, Figure, Month, Share, ViewLine
from tracker.views.names import short

MONTHS = 18
"""Rows of the calendar at most; what falls due later is in the last one."""

LETTERS = 24
"""Bars by letter at most; the oldest letters share the first one where there are more."""


def trend(index: Index, threads: Iterable[Thread]) -> tuple[ViewLine, ...]:
    """A line for each thread whose deadline surely moved, with the days known; for what runs, from a day to a day."""
    found = tuple(threads)
    moved = (_moved(index, thread) for thread in found if thread.slips and fate(index, thread) is not Fate.DOUBTED)
    longer = (_extended(index, thread) for thread in found if not thread.slips)
    return (*moved, *(line for line in longer if len(line.points) > 1))


def bars(index: Index, threads: Iterable[Thread]) -> tuple[Bar, ...]:
    """A bar for each letter, oldest first: the threads that it was the first to speak of, by their status now."""
    found: dict[str, Counter[str]] = {}
    for thread in threads:
        if thread.members:
            found.setdefault(thread.members[0].letter, Counter())[counted(index, thread)] += 1
    rows = [(short(letter), found[letter.id]) for letter in index.ledger.letters if letter.id in found]
    return tuple(
        Bar(name, tuple((status, row[status]) for status in Status if row[status])) for name, row in _few(rows)
    )


def shares(index: Index, fated: Fated) -> tuple[Share, ...]:
    """Of the dated promises of which letters were to tell what became: how many count as what, in all and by letter."""
    found: dict[str, Counter[str]] = {}
    for kind, threads in fated.items():
        counts_as = FATES[kind].share
        for thread in threads:
            if counts_as and thread.members and was_dated(index, thread):
                found.setdefault(thread.members[0].letter, Counter())[counts_as] += 1
    rows = [(short(letter), found[letter.id]) for letter in index.ledger.letters if letter.id in found]
    every = [(gettext("chart.kept.all"), _together(rows))] if rows[1:] else []
    return tuple(
        Share(name, tuple(Figure(kind.value, row[kind]) for kind in KeptShare)) for name, row in (*every, *_few(rows))
    )


def _few(rows: list[tuple[str, Counter[str]]]) -> list[tuple[str, Counter[str]]]:
    """Rows by letter, the oldest ones together where they are too many."""
    most = len(rows) - LETTERS + 1
    if most < 2:  # one alone keeps its name
        return rows
    return [(ngettext("chart.older-letters", most), _together(rows[:most])), *rows[most:]]


def _together(rows: Iterable[tuple[str, Counter[str]]]) -> Counter[str]:
    return sum((row for _, row in rows), Counter())


def calendar(index: Index, threads: Iterable[Thread]) -> tuple[Month, ...]:
    """The months from the ledger's date on in which open promises fall due, and how many do; the last ones together."""
    today = index.ledger.as_of
    if today is None:
        return ()
    days = (index.due(thread) for thread in threads if FACTS[thread.status].is_open)
    found = Counter(day.replace(day=1) for day in days if day and day >= today)
    firsts = sorted(found)
    told = firsts if len(firsts) <= MONTHS else firsts[: MONTHS - 1]
    rest = firsts[len(told) :]
    later = [Month(rest[0], gettext("chart.calendar.later"), sum(found[first] for first in rest))] if rest else []
    return (*(Month(first, month(first), found[first]) for first in told), *later)


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
