"""The times of a sentence that tells what was promised before: they count from the day on which it was."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from tracker.extraction.cues import Cue
from tracker.language.patterns import expression, pattern
from tracker.temporal.timex import Timex, nearest, tag_times

_COUNTED = "within"
"""The kind of a time that is so long from a day on: "binnen vier weken"."""


def times_of(text: str, anchor: dt.date | None) -> tuple[tuple[Timex, ...], dt.date | None]:
    """The times of a sentence in a letter of the day `anchor`, and the day from which they count.

    "Op 10 september heb ik toegezegd u binnen vier weken te informeren" is due four weeks after that day, whenever that
    is told. Where no day is named nobody knows from when "binnen vier weken" counted, and it has no date; a day without
    a year is then the nearest one ("toegezegd voor 1 april een brief te sturen" in a letter of 3 April). So is one of
    what was to be: "zou in mei verschijnen".
    """
    times = tag_times(text, anchor)
    if anchor is not None and pattern("verdicts", Cue.WAS_TO_BE.value).search(text.lower()):
        times = tuple(row if row.ahead else replace(row, deadline=nearest(row, anchor)) for row in times)
    word = expression("readings", "context", "promising").search(text.lower())
    if word is None or anchor is None:
        return times, anchor
    days = (_day(row, anchor) for row in times if row.end <= word.start())
    promised = max((day for day in days if day is not None), default=None)
    if promised is not None:
        return tag_times(text, promised), promised
    undated = {(row.begin, row.end): row for row in tag_times(text, None)}
    told = (undated.get((row.begin, row.end), row) if row.kind == _COUNTED else row for row in times)
    return tuple(replace(row, deadline=nearest(row, anchor)) if row.begin > word.end() else row for row in told), anchor


def _day(row: Timex, anchor: dt.date) -> dt.date | None:
    """The day before the letter that a time names; None of a time that names none."""
    said = row.past or row.deadline
    if row.kind != "day" or said.start is None or said.start != said.end or said.start >= anchor:
        return None
    return said.start
