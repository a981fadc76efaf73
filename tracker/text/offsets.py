"""Places in a text as two offsets, and from a passage's mended text to the letter's source text."""

from __future__ import annotations

from bisect import bisect_right

from tracker.model import Passage

Span = tuple[int, int]
"""Where words begin and end in a text."""


def to_source(passage: Passage, begin: int, end: int) -> tuple[int, int]:
    """The stretch of the source that holds passage.text[begin:end], with whatever interrupts it there.

    Characters that the source does not have (a space for a line break) map to the nearest character that it has.
    """
    if not passage.runs:
        return 0, 0
    starts = [run.text for run in passage.runs]
    first = passage.runs[max(bisect_right(starts, begin) - 1, 0)]
    last = passage.runs[max(bisect_right(starts, max(end - 1, begin)) - 1, 0)]
    start = first.source + min(max(begin - first.text, 0), first.length)
    stop = last.source + min(max(end - last.text, 0), last.length)
    return start, max(start, stop)
