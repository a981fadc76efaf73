"""Runs of short lines that a table leaves behind when its columns are read one after the other: never headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.documents.layout.patterns import match
from tracker.documents.structure.candidates import HeadingCandidate

_SHORTEST = 4
"""So many short lines in a row are no headings any more, once figures stand among them."""
_SHORT = 100
"""Characters of what is left over at most: by judgement; not measured."""
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d{1,3}(\.\d{1,3})+\.?$")


def find_debris(candidates: Sequence[HeadingCandidate]) -> set[int]:
    """The positions of the cells of such tables: from the first caption, figure or lone number of a run to the last."""
    found: set[int] = set()
    for begin, end in _runs(candidates):
        signs = [at for at in range(begin, end) if _is_sign(candidates, at)]
        if end - begin >= _SHORTEST and len(signs) > 1:
            found.update(range(signs[0], signs[-1] + 1))
    return found | {at for at, this in enumerate(candidates) if this.open and not _LETTER.search(this.text)}


def _runs(candidates: Sequence[HeadingCandidate]) -> Iterator[tuple[int, int]]:
    """The stretches of short undecided lines, as positions (begin, end)."""
    begin = None
    for at, this in enumerate(candidates):
        short = this.open and len(this.text) <= _SHORT and not this.text.endswith(".")
        if short and begin is None:
            begin = at
        elif not short and begin is not None:
            yield begin, at
            begin = None
    if begin is not None:
        yield begin, len(candidates)


def _is_sign(candidates: Sequence[HeadingCandidate], at: int) -> bool:
    """Whether a line is a figure, a lone number or the caption of a table."""
    text = candidates[at].text
    return not _LETTER.search(text) or bool(_NUMBER.match(text)) or bool(match("caption", text))
