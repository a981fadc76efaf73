"""The day of a promise that a table quotes in the words of then: its number tells the month in which it was made.

"TZ202306-299 | Aan het einde van dit kalenderjaar ontvangt u een update": that year is 2023, whenever the letter with
the table was written. What stands beside it, in another column, is said by the letter itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from tracker.language.patterns import expression
from tracker.model import Passage, PassageKind


def quoted_days(passages: Sequence[Passage]) -> Mapping[str, dt.date]:
    """For each cell that quotes a registered promise, by its id, the first day of the month of its number.

    The number stands alone in a cell; it speaks for those below it in its own column of its row, where another column
    answers. Without such an answer a cell may as well be what the letter says today.
    """
    found: dict[str, dt.date] = {}
    for at, passage in enumerate(passages):
        day = _month_of(passage)
        if day is None:
            continue
        row = _rest_of_row(passages[at:])
        if any(cell.column != passage.column for cell in row):
            found |= {cell.id: day for cell in row if cell.column == passage.column}
    return found


def _month_of(passage: Passage) -> dt.date | None:
    """The month in the number that is all that a cell, or the head of its row, holds under the head of a column."""
    if passage.kind not in (PassageKind.TABLE_CELL, PassageKind.HEADING) or not passage.column:
        return None
    match = expression("readings", "context", "dated_number").fullmatch(passage.text.strip().lower())
    return dt.date(int(match["year"]), int(match["month"]), 1) if match else None


def _rest_of_row(passages: Sequence[Passage]) -> list[Passage]:
    """The first passage and those after it of its row, each under the head of a column."""
    first, row = passages[0], []
    for passage in passages:
        if (passage.section, passage.row) != (first.section, first.row) or passage.column is None:
            break
        row.append(passage)
    return row
