"""The days that stand one below the other in a column of a table: they plan or recount, and do not date the letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tracker.documents.layout.patterns import ShapeName, match
from tracker.documents.structure.candidates import HeadingCandidate
from tracker.temporal.timex import tag_times

_FEWEST = 2
"""A column with so many days is one of days."""
_LONGEST = 40
"""A longer cell says more than a day."""
_LABELS: tuple[ShapeName, ...] = ("date_heading", "dated_label", "date_label", "date_decided", "date_meeting", "labels")
"""What the row of a day in a letterhead is called."""


def but_planned(blocks: Sequence[HeadingCandidate]) -> list[HeadingCandidate]:
    """The blocks without the cells of columns of days, but for those that stand behind a label of the letterhead."""
    columns = Counter(_column(this) for this in blocks if this.block.place is not None and _is_time(this.text))
    return [this for this in blocks if _column(this) is None or columns[_column(this)] < _FEWEST or _is_labelled(this)]


def _column(this: HeadingCandidate) -> tuple[int, str] | None:
    """The table of a cell and its head; where the table has none, whether it is the first of its row."""
    place = this.block.place
    if place is None or (place.column is None and not place.row):
        return None
    return place.table, place.column or str(place.first)


def _is_time(text: str) -> bool:
    times = tag_times(text, None) if len(text) <= _LONGEST and any(map(str.isdigit, text)) else ()
    return any(time.deadline.end is not None for time in times)


def _is_labelled(this: HeadingCandidate) -> bool:
    place = this.block.place
    return place is not None and any(match(name, place.row) for name in _LABELS)
