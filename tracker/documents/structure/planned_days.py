"""The days in cells that plan or recount, and do not date the letter: in columns of days, in tables of a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from tracker.documents.layout.blocks import Place
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
    """The blocks without the days of tables of a plan and of columns of days.

    What stands behind a label of the letterhead is kept of a column of days, but not of a table of a plan.
    """
    cells = [(this.block.place, this.text) for this in blocks if this.block.place is not None]
    plans = {place.table for place, text in cells if (_is_head(place) or place.first) and match("plan_label", text)}
    others = {place.table for place, text in cells if _is_head(place) and not _in_letterhead(text)}
    columns = Counter(_column(this) for this in blocks if this.block.place is not None and _is_time(this.text))
    return [
        this
        for this in blocks
        if _column(this) is None
        or not (_planned(this, plans, others) or (columns[_column(this)] >= _FEWEST and not _is_labelled(this)))
    ]


def _is_head(place: Place) -> bool:
    return not place.row and place.column is None


def _in_letterhead(head: str) -> bool:
    return bool(match("labels", head) or match("letterhead_cell", head))


def _planned(this: HeadingCandidate, plans: Set[int], others: Set[int]) -> bool:
    """Whether a day stands in a table of a plan, or below its head in one with a head that no letterhead has."""
    place = this.block.place
    if place is None or not _is_time(this.text):
        return False
    return place.table in plans or (place.table in others and bool(match("date_heading", place.column or "")))


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
