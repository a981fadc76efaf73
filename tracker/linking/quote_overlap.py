"""How much two quotes of one letter say the same: the words that they share, by what each tells in that letter.

By the overlap coefficient, for one says in short what the other says at length; quotes of two letters are held against
each other by `quote_similarity` (Dice), what stands around them too by `term_overlap`, which adds up and divides
nothing.

A part in common counts as the part tells here, not as the lesser of the two whole words does, as in `quote_similarity`:
by that no figure of 33 series is another, but in the five letters the Lerarenbeurs would be one promise with the
lerarenregister, for "leraar" is in many passages and those two words in few.
"""

from __future__ import annotations

import datetime as dt
from math import fsum

from msgspec import Struct

from tracker.language.terms import Term, is_generic, is_party
from tracker.linking.profile import StatementProfile, side_by_side
from tracker.linking.vocabulary import Vocabulary
from tracker.linking.weights import EQUAL_DEADLINE, SMOOTHING, STRONG, WEIGHTS
from tracker.model import Commitment, LinkPart
from tracker.text.set_similarity import overlap_coefficient


class Overlap(Struct, frozen=True):
    """What two quotes of a letter share: the evidence times the share of the shorter, and the number of grounds.

    `parts` add up to `value`.
    """

    value: float
    strong: int
    parts: tuple[LinkPart, ...]


def overlap(one: StatementProfile, other: StatementProfile, vocabulary: Vocabulary) -> Overlap:
    """How much the quotes of two statements of one letter say the same."""
    mine, yours = _weights(one, vocabulary), _weights(other, vocabulary)
    left = dict(yours)
    partners: dict[Term, Term] = {}
    strong = 0
    found: list[tuple[str, float, float]] = []
    for term in sorted(mine, key=lambda row: (-mine[row], row)):
        best = max(((_common(term, row, vocabulary), row) for row in left), default=(0.0, term))
        best = (min(best[0], mine[term], left.get(best[1], 0.0)), best[1])
        if best[0] > 0:
            del left[best[1]]
            together = side_by_side(one, other, term, best[1], partners)
            strong += not together and best[0] >= STRONG and not is_party(term)
            found.append((term[0], best[0], WEIGHTS.beside if together else 1))
            partners[term] = best[1]
    total = sum(value * weight for _, value, weight in found)
    share = overlap_coefficient(total, fsum(mine.values()), fsum(yours.values()), SMOOTHING)
    parts = [LinkPart("word", value, weight * share, value * weight * share, word) for word, value, weight in found]
    end = str(last_day(one)) if last_day(one) is not None and last_day(one) == last_day(other) else ""
    same = EQUAL_DEADLINE if end else 0.0
    parts.append(LinkPart("deadlines", float(bool(end)), EQUAL_DEADLINE, same, end))
    return Overlap(total * share + same, strong, tuple(parts))


def _weights(subject: StatementProfile, vocabulary: Vocabulary) -> dict[Term, float]:
    """The evidence of each word of a quote in its letter; the words for who does it count less."""
    weights = {term: _common(term, term, vocabulary) for term in subject.own | subject.actor}
    return {
        term: weight * (WEIGHTS.actor if term in subject.actor or is_party(term) else 1)
        for term, weight in weights.items()
    }


def _common(one: Term, other: Term, vocabulary: Vocabulary) -> float:
    """What it tells that a letter uses one word in both places, or words with a part in common."""
    words = [word for word in one if word in other]
    if not words:
        return 0.0
    weight = max(vocabulary.idf(word) * (1 if one[0] == other[0] == word else WEIGHTS.part) for word in words)
    return weight * (WEIGHTS.generic if is_generic(one) or is_generic(other) else 1)


def last_day(subject: StatementProfile) -> dt.date | None:
    """The last day on which what a statement promises is due, None where it promises nothing by a day."""
    statement = subject.statement
    return statement.deadline.end if isinstance(statement, Commitment) and statement.deadline else None
