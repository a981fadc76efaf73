"""The line that dates a letter: a label or place with a day, a label with its value below, a stamp, a note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from msgspec import Struct

from tracker.documents.layout.patterns import find, match
from tracker.temporal.printed_date import printed_dates
from tracker.temporal.timex import tag_times

_OPENING = 60
"""So many lines from the top a letter dates itself."""
_TITLE = 15
"""So many lines from the top a title page may print its month alone."""
_LABEL = 60
"""A label is no longer."""
_LINE = 120
"""A longer line is no row of values."""
_VALUES = 6
"""So many lines below its label a value may stand, where the labels come first and the values after them."""
_OPENS, _CLOSES = "[('‘\"", " .,;)]'’\""
"""What may stand around a day."""
_DASHES = " -–"
"""What may stand before a bare day, as where a stamp has one figure for the day."""
_PARTS = " | "
"""What parts the labels of a letterhead on one line."""
_LONGEST = 400
"""A longer line is running text."""


class DateLine(Struct, frozen=True):
    """The day of a letter and the line that prints it."""

    day: dt.date
    line: str


class MonthLine(Struct, frozen=True):
    """The first and last day of what a letter prints in the place of its day, and the line that prints it."""

    first: dt.date
    last: dt.date
    line: str


def labelled_date(line: str) -> dt.date | None:
    """The day of a line that says nothing else: a label or a place, and a day ("Den Haag, 3 maart 2020")."""
    return next((day for label, day in _days(line) if match("date_label", label)), None)


def find_date_line(masthead: Sequence[str], lines: Sequence[str]) -> DateLine | None:
    """The date of a letter from the lines of its masthead and all its lines, in order of how sure they are."""
    opening = [line for line in lines[:_OPENING] if len(line) <= _LONGEST]
    beside = list(_with_values(opening))
    found = chain(
        (DateLine(day, line) for line in [*masthead, *opening] if (day := _answered(line))),
        (DateLine(day, line) for line in masthead if (day := labelled_date(line))),
        _below_label(opening),
        (DateLine(day, line) for line in opening if (day := labelled_date(line))),
        (DateLine(day, line) for line in beside if (day := labelled_date(line))),
        (DateLine(day, line) for line in beside if (day := _decided(line))),
        (DateLine(day, line) for line in [*masthead, *opening, *beside] if (day := _edited(line))),
        (DateLine(day, line) for line in _but_meetings(masthead) if (day := bare_date(line))),
        (DateLine(day, line) for line in [*masthead, *opening, *beside] if (day := _decided(line))),
        (DateLine(day, line) for line in [*masthead, *opening, *beside] if (day := _met(line))),
    )
    titled = len(lines) > 1  # a line that is looked at alone is not the first of a paper
    first = (DateLine(day, line) for line in lines[:1] if titled and (day := bare_date(line)))
    return next(found, None) or _received(opening) or _after_stop(opening[:_TITLE]) or next(first, None)


def find_month_line(masthead: Sequence[str], lines: Sequence[str], free: Sequence[str]) -> MonthLine | None:
    """The month or season of a paper that prints no day: after its label or place, below its label, or alone on top.

    `free` are the lines that stand in no table: only such a one is a month alone.
    """
    opening = [line for line in lines[:_OPENING] if len(line) <= _LONGEST]
    alone = {*masthead, *free[:_TITLE]}
    for line in [*masthead, *opening]:
        found = _month(line, labelled=True) or _month(line if line in alone else "", labelled=False)
        if found is not None:
            return found
    below = (low for label, low in pairwise([*masthead, *opening]) if match("date_heading", label))
    return next((found for line in below if (found := _month(line, labelled=False))), None)


def _month(line: str, *, labelled: bool) -> MonthLine | None:
    """The month or season that a line ends with, after a label or, if not `labelled`, with nothing around it."""
    for time in tag_times(line, None):
        start, end = time.deadline.start, time.deadline.end
        before, after = line[: time.begin], line[time.end :]
        alone = not before.strip(_OPENS) if not labelled else match("date_label", before)
        if alone and not after.strip(_CLOSES) and time.kind in ("month", "season") and start and end:
            return MonthLine(start, end, line)
    return None


def _after_stop(lines: Sequence[str]) -> DateLine | None:
    """The day that the last sentence of a short line is ("Verslag van een overleg. Vastgesteld 3 maart 2020")."""
    last = ((line, line.rpartition(". ")[2]) for line in lines if len(line) <= _LINE)
    return next((DateLine(day, line) for line, end in last if end != line and (day := labelled_date(end))), None)


def _with_values(lines: Sequence[str]) -> Iterator[str]:
    """Each line without a figure with the bare day below it: a label and its value, as in the cells of a table."""
    for label, value in pairwise(lines):
        if len(label) <= _LABEL and not any(char.isdigit() for char in label) and bare_date(value):
            yield f"{label} {value}"


def _but_meetings(lines: Sequence[str]) -> Iterator[str]:
    """The lines but those that tell when those who represent the people meet, below their label."""
    return (line for label, line in pairwise(["", *lines]) if not _met(f"{label} {line}"))


def _days(line: str) -> list[tuple[str, dt.date]]:
    """The days that a line ends with, each with what stands before it; a time of day or another label may follow."""
    return [
        (found.before.rpartition(_PARTS)[2].rstrip(_OPENS), found.day)
        for found in printed_dates(line)
        if not found.after.strip(_CLOSES) or match("date_tail", found.after)
    ]


def _decided(line: str) -> dt.date | None:
    """The day on which a paper was settled ("Datum GS-besluit 3 maart 2020")."""
    return next((day for label, day in _days(line) if match("date_decided", label)), None)


def _edited(line: str) -> dt.date | None:
    """The day of a draft or an edition ("Versie 2, 3 maart 2020")."""
    return next((day for label, day in _days(line) if match("date_edition", label)), None)


def _answered(line: str) -> dt.date | None:
    """The day on which the answers that a line is the title of came in."""
    return next((found.day for found in printed_dates(line) if match("date_answered", found.before)), None)


def _met(line: str) -> dt.date | None:
    """The day of the meeting that a paper is for ("Raadsvergadering van 3 maart 2020")."""
    return next((day for label, day in _days(line) if match("date_meeting", label)), None)


def bare_date(line: str) -> dt.date | None:
    """The day of a line that says nothing else."""
    return next((day for label, day in _days(line) if not label.strip(_DASHES) or match("weekday", label)), None)


def _below_label(lines: Sequence[str]) -> list[DateLine]:
    """The first bare day below a line that is only its label; of labels side by side, the day that is its own."""
    for at, line in enumerate(lines):
        if found := _below_labels(lines, at):
            return [found]
        if match("date_heading", line):
            return [DateLine(day, value) for value in lines[at + 1 : at + 1 + _VALUES] if (day := bare_date(value))][:1]
    return []


def _below_labels(lines: Sequence[str], at: int) -> DateLine | None:
    """The day below labels side by side that begin with line `at`; another may be that of the letter answered.

    A label without a value leaves fewer days than labels: the letter's own is always there.
    """
    end = next((end for end in range(at, len(lines)) if not match("labels", lines[end])), len(lines))
    own = [found["own"] is not None for line in lines[at:end] for found in find("dated_label", line)]
    values = [line for line in lines[end : end + _VALUES] if len(line) <= _LINE]
    days = [DateLine(found.day, value) for value in values for found in printed_dates(value)]
    alone = len(own) == 1 and any(match("date_heading", line) for line in lines[at:end])
    if True not in own or not days or alone:
        return None
    return days[max(0, own.index(True) - max(0, len(own) - len(days)))]


def _received(lines: Sequence[str]) -> DateLine | None:
    """The day on which an answer came in ("(ontvangen 21 mei 2024)"), which may run on over a line's end."""
    for line in [*lines, *(" ".join(pair) for pair in pairwise(lines))]:
        for found in printed_dates(line):
            if match("date_received", found.before) and found.after.strip(" .")[:1] in ("", ")"):
                return DateLine(found.day, line)
    return None
