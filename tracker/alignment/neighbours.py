"""Letters aligned with those shortly before them, each pair remembered, by whichever process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from tracker.alignment import align
from tracker.language.pack import current, use
from tracker.model import Alignment, Letter
from tracker.storage.cache import remembered
from tracker.storage.parallel import make_ahead

LOOK_BACK = 3
"""A letter is aligned with at most so many letters before it; by judgement."""


def align_neighbours(letters: Sequence[tuple[str, Letter]]) -> tuple[Alignment, ...]:
    """Each letter, given with a digest of it, aligned with those shortly before it, in the order of the letters."""
    pairs = [
        _Pair(of_older, of_newer, older, newer, current().code)
        for at, (of_newer, newer) in enumerate(letters)
        for of_older, older in letters[max(0, at - LOOK_BACK) : at]
    ]
    make_ahead(_aligned, pairs, _Pair.about)
    return tuple(map(_aligned, pairs))


class _Pair(NamedTuple):
    """Two letters to be aligned, with their names, by whichever process."""

    of_older: str
    of_newer: str
    older: Letter
    newer: Letter
    language: str

    def about(self) -> tuple[str, ...]:
        """What their alignment is made of."""
        return ("alignment", self.of_older, self.of_newer)


def _aligned(pair: _Pair) -> Alignment:
    use(pair.language)
    return remembered(Alignment, pair.about(), partial(align, pair.older, pair.newer))
