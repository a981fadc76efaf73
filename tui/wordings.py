"""What changed in the words from letter to letter: each quote against the earlier one that it is most like."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tracker.language.figures import figure_pattern
from tracker.model import Edit, EditKind, Statement
from tracker.text.word_diff import word_edits

MOST = 6
"""Earlier quotes that a quote is compared with; a thread of many statements stays quick."""


class Wording(Struct, frozen=True):
    """The word edits from the statement `before` to a later one."""

    before: Statement
    edits: tuple[Edit, ...]


def wording_edits(row: Statement, earlier: Sequence[Statement]) -> Wording | None:
    """The edits since the quote of an earlier letter that shares most words with it; None where none is alike."""
    others = [other for other in earlier if other.letter != row.letter][-MOST:]
    found = [Wording(other, word_edits(other.quote, row.quote, figure_pattern())) for other in reversed(others)]
    best = max(found, key=lambda each: _shared(each.edits), default=None)
    return best if best and _shared(best.edits) else None


def _shared(edits: Sequence[Edit]) -> int:
    """Characters that the two texts share."""
    return sum(len(edit.text) for edit in edits if edit.kind is EditKind.EQUAL)
