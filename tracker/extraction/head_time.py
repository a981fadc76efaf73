"""The time that the head of a list or table gives its items: "Resultaten 2026", a row "Q3 2025", "In 2026 gaan we:"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import groupby

from tracker.extraction.features import ContextMarker
from tracker.extraction.time_binding import is_dated
from tracker.language.patterns import expression
from tracker.model import Letter, Passage, PassageKind
from tracker.temporal.timex import Timex, tag_times
from tracker.text.days import YEAR

_SHORT = 40
"""A longer text is no head of a row or column, but a cell that says something.

By judgement; from 20 to 80 characters no statement of 18 papers (2,333) changes.
"""
_MARKS = " .:;,()[]–-"
_YEAR = re.compile(YEAR)


def head_times(letter: Letter) -> dict[str, Timex]:
    """The times that heads give, by the ids of the passages that they give them to."""
    headings = {section.id: section.heading for section in letter.sections}
    found: dict[str, Timex] = {}
    for passage in letter.passages:
        heading = headings.get(passage.section or "", "")
        if time := _of_head(passage, heading, letter.anchor):
            found[passage.id] = time
    return found | _of_rows(letter.passages, letter.anchor)


def result_marker(head: str, anchor: dt.date | None) -> ContextMarker | None:
    """Whether a head opens a list of what is to be reached or of what was: by its year, or by its question.

    Budgets and accounts of municipalities and provinces ask "what are we going to do for it?" and "what did we do?"
    (Besluit begroting en verantwoording, articles 8 and 25), and list results by year. A list of the year in which the
    letter was written may hold both, and says neither.
    """
    for name in (ContextMarker.PLANNED, ContextMarker.REACHED):
        if expression("readings", "context", f"{name}_head").search(head.lower()):
            return name
    if anchor is None or not expression("readings", "context", "result_head").search(head.lower()):
        return None
    year = _last_word(head)
    if not _YEAR.fullmatch(year) or int(year) == anchor.year:
        return None
    return ContextMarker.PLANNED if int(year) > anchor.year else ContextMarker.REACHED


def _of_head(passage: Passage, heading: str, anchor: dt.date | None) -> Timex | None:
    """What the column, the lead-in or the heading of a list of results gives, the nearest of them first."""
    if passage.kind not in (PassageKind.LIST_ITEM, PassageKind.TABLE_CELL):
        return None
    lead = _only(passage.lead_in or "", anchor)
    row, column = passage.row or "", passage.column or ""
    named = _bare(row, anchor) or _bare(column, anchor) or _year_of(column, anchor)
    return named or (lead if lead and not lead.topic else None) or _year_of(heading, anchor)


def _of_rows(passages: Sequence[Passage], anchor: dt.date | None) -> dict[str, Timex]:
    """What a cell that is nothing but a time gives the other cells of its row."""
    found: dict[str, Timex] = {}
    for (kind, _, row), group in groupby(passages, key=lambda one: (one.kind, one.section, one.row)):
        cells = list(group)
        if kind is not PassageKind.TABLE_CELL or row is None:
            continue
        times = [time for cell in cells if (time := _bare(cell.text, anchor))]
        if len(times) == 1:
            found |= dict.fromkeys((cell.id for cell in cells), times[0])
    return found


def _bare(text: str, anchor: dt.date | None) -> Timex | None:
    """The time of a text that is nothing else."""
    text = text.strip(_MARKS)
    time = _only(text, anchor) if len(text) <= _SHORT else None
    return time if time and (time.begin, time.end) == (0, len(text)) else None


def _only(text: str, anchor: dt.date | None) -> Timex | None:
    """The time with dates of a text, where it has one only."""
    times = [time for time in tag_times(text, anchor) if is_dated(time) and not time.negated]
    return times[0] if len(times) == 1 else None


def _year_of(head: str, anchor: dt.date | None) -> Timex | None:
    """The year that closes the head of what is to be reached ("Resultaten 2026", "Streefwaarde 2027")."""
    if not expression("readings", "context", "result_head").search(head.lower()):
        return None
    time = _bare(_last_word(head), anchor)
    return time if time and time.kind == "year" else None


def _last_word(head: str) -> str:
    return head.strip(_MARKS).rpartition(" ")[2].strip(_MARKS)
