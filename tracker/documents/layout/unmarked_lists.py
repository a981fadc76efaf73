"""Lists whose items have neither marks nor stops: below a colon lines that end early, each with its own beginning."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from tracker.documents.layout.lines import TextLine
from tracker.documents.layout.list_markers import BULLET, label_of
from tracker.text.offsets import Span

_FEWEST = 3
"""A list has so many lines. Judged, not measured."""
_LEAD = 3
"""What announces it has so many words: fewer are a label with its value."""
_EARLY = 0.6
"""So many of its lines end early where they begin small, as those of running text do. Judged, not measured."""
_ENDS = ".?!:;,"

Full = Callable[[TextLine, TextLine], bool]
"""Whether the first word of the second line did not fit on the first."""


def unmarked_items(lines: Sequence[TextLine], full: Full) -> dict[int, bool]:
    """The positions of the lines of such lists, each with whether it begins an item."""
    found: dict[int, bool] = {}
    for begin, end in _runs(lines):
        found |= _items(lines, begin, end, full)
    return found


def _runs(lines: Sequence[TextLine]) -> Iterator[Span]:
    """The lines below each colon, up to the next blank line or change of type; none of them ends in a stop."""
    for at in range(len(lines) - _FEWEST):
        if lines[at].text[-1] == ":" and len(lines[at].text.split()) >= _LEAD:
            end = at + 1
            while lines[end].text[-1] not in _ENDS and end + 1 < len(lines) and _goes_with(lines[end], lines[end + 1]):
                end += 1
            if end - at >= _FEWEST and lines[end].text[-1] not in _ENDS:
                yield at + 1, end + 1


def _goes_with(last: TextLine, line: TextLine) -> bool:
    apart = line.blanks or line.fed or line.number == last.number
    return not apart and line.emphasis == last.emphasis


def _items(lines: Sequence[TextLine], begin: int, end: int, full: Full) -> dict[int, bool]:
    inside = lines[begin:end]
    if any(BULLET.match(line.text) or label_of(line.text) for line in inside):
        return {}
    early = [True, *(not full(last, line) for last, line in itertools.pairwise(inside))]
    large = [line.text[0].isupper() for line in inside]
    if large[0]:
        begins = [is_large or is_early for is_large, is_early in zip(large, early, strict=True)]
        enough = sum(large) >= _FEWEST and all(large[at] for at, is_early in enumerate(early) if is_early)
    else:
        begins, enough = early, not any(large)
    if not enough or sum(early[1:]) < (1 if large[0] else _EARLY * (len(inside) - 1)) or sum(begins) < _FEWEST:
        return {}
    return {begin + at: is_first for at, is_first in enumerate(begins)}
