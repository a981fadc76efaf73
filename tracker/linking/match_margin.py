"""How far two statements of two letters are ahead of what else either could be: its next best in the other's letter.

Of all that a letter says a promise is mostly what is nearest to it: that two are alike tells less than that nothing
else there is as like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from tracker.linking.evidence_parts import part
from tracker.linking.meaning import nearness
from tracker.linking.pair_weights import MEANING_LEAD, SPELLING_LEAD
from tracker.linking.profile import StatementProfile
from tracker.linking.spelling_similarity import spelling_likeness
from tracker.model import LinkPart

_Pair = tuple[int, int]
"""Two statements by position."""


def leads(alike: Mapping[_Pair, float], letters: Mapping[int, str]) -> dict[_Pair, float]:
    """By how much each pair is more alike than the next best of either of its statements, where that is less.

    `alike` tells of every pair that is compared how alike it is (-1 to 1), `letters` of which letter a position is.
    Of a statement that is compared with nothing else of that letter the next best is 0.
    """
    best: dict[tuple[int, str], list[float]] = defaultdict(list)
    for (one, other), value in alike.items():
        for side in ((one, letters[other]), (other, letters[one])):
            best[side] = sorted((*best[side], value), reverse=True)[:2]

    def next_best(side: tuple[int, str], value: float) -> float:
        rows = best[side]
        return (rows[1] if len(rows) > 1 else 0.0) if value == rows[0] else rows[0]

    return {
        (one, other): value - max(next_best((one, letters[other]), value), next_best((other, letters[one]), value))
        for (one, other), value in alike.items()
    }


def lead_parts(profiles: Mapping[int, StatementProfile], pairs: Sequence[_Pair]) -> dict[_Pair, tuple[LinkPart, ...]]:
    """How far each pair that is compared is ahead, by its spelling and by what it means, before that is weighed."""
    letters = {at: profile.statement.letter for at, profile in profiles.items()}
    found: dict[_Pair, list[LinkPart]] = {pair: [] for pair in pairs}
    for name, alike in _LIKENESSES.items():
        values = {(one, other): alike(profiles[one], profiles[other]) for one, other in pairs}
        for pair, ahead in leads(values, letters).items():
            found[pair].append(part(name, ahead, 1.0))
    return {pair: tuple(rows) for pair, rows in found.items()}


def rival_parts(ahead: Sequence[float]) -> tuple[LinkPart, ...]:
    """How far a pair is ahead by each likeness in turn, as parts of the evidence before it is weighed."""
    return tuple(part(name, value, 1.0) for name, value in zip(_LIKENESSES, ahead, strict=True)) if ahead else ()


def _spelled(one: StatementProfile, other: StatementProfile) -> float:
    return round(spelling_likeness(one.spelled_with_heading, other.spelled_with_heading), 6)


_LIKENESSES: dict[str, Callable[[StatementProfile, StatementProfile], float]] = {
    SPELLING_LEAD: _spelled,
    MEANING_LEAD: lambda one, other: nearness(one.meaning, other.meaning),
}
"""The parts that tell how far a pair is ahead, and by what likeness of two statements (-1 to 1)."""
