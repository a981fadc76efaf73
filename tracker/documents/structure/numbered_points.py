"""Points that are counted through a paper, each with text of its own below: what is proposed, and what is advised."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.documents.layout.list_markers import Label
from tracker.documents.structure.candidates import LINES, HeadingCandidate

_FEWEST = 3
"""So many points make a count."""
_TITLE = 80
"""Characters, about a printed line: what is longer is a sentence."""
_TEXTS = 2
"""A point in whole sentences has at least so many paragraphs of its own, a title one."""


def numbered_points(candidates: Sequence[HeadingCandidate]) -> set[int]:
    """The positions of such points: numbers that count from the first, none right beside the next."""
    found: set[int] = set()
    points = [(at, label) for at, this in enumerate(candidates) if (label := _label(this)) is not None]
    run: list[int] = []
    for order, (at, label) in enumerate(points):
        goes_on = bool(run) and label.follows(points[order - 1][1]) and _has_text(candidates, run[-1], at)
        if not goes_on:
            run = []
        if goes_on or label.last == 1:
            run.append(at)
        if len(run) >= _FEWEST:
            found.update(run)
    return found


def _label(this: HeadingCandidate) -> Label | None:
    label = this.label if this.open and this.block.structured and this.block.page is not None else None
    return label if label is not None and len(label.parts) == 1 and label.stop == "." else None


def _has_text(candidates: Sequence[HeadingCandidate], point: int, end: int) -> bool:
    """Whether a point is short and has text of its own before the next one."""
    this = candidates[point]
    texts = sum(one.open and one.label is None for one in candidates[point + 1 : end])
    title = this.block.lines == 1 and len(this.text) <= _TITLE
    return texts >= (1 if title else _TEXTS) and this.block.lines <= LINES
