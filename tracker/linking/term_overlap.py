"""Two subjects → the words that they share, each used once, with its evidence."""

from __future__ import annotations

from msgspec import Struct

from tracker.language.terms import Term
from tracker.linking.profile import StatementProfile, side_by_side
from tracker.linking.weights import AROUND, NEAR, WEIGHTS
from tracker.model import LinkPart


class Shared(Struct, frozen=True):
    """A word that stands near two subjects, with its evidence."""

    word: str
    weight: float
    idf: float
    """How surprising it is in the letter that it surprises less, in nats; the rest of the weight is by its places."""
    fresh: bool
    """Whether it is a ground of its own, and not the neighbour of a better one in both."""
    quoted: bool
    """Whether both quotes have it."""


class Common(Struct, frozen=True):
    """What two subjects share: the words near both, the most informative first, and the evidence around them."""

    words: tuple[Shared, ...]
    around: float
    used: frozenset[Term]
    """The words of either that have their partner in the other."""

    @property
    def parts(self) -> tuple[LinkPart, ...]:
        """The words near both as parts of the evidence: how surprising each is, times what its places count."""
        return tuple(LinkPart("word", row.idf, row.weight / row.idf, row.weight, row.word) for row in self.words)

    @property
    def surroundings(self) -> float:
        """The evidence around them as it counts, in nats."""
        return min(WEIGHTS.most_surroundings, self.around)


_Pair = tuple[float, str, Term, Term, bool, float]
"""A word of one statement that is, or has a part that is, a word of the other: its evidence, minus; the word; the
terms of both; whether it stands near both; and how surprising it is in the letter that it surprises less.
"""

_ONE_AROUND, _BOTH_AROUND = WEIGHTS.around, WEIGHTS.surroundings
"""How much a shared word counts that does not stand near both: where it stands nearer one, and where not."""
_PART, _GENERIC = WEIGHTS.part, WEIGHTS.generic


def shared_words(one: StatementProfile, other: StatementProfile) -> Common:
    """The best pairing of the words of both, each word used once."""
    left: set[Term] = set()
    right: set[Term] = set()
    chosen: dict[Term, Term] = {}
    shared: list[Shared] = []
    around = 0.0
    for minus, word, mine, yours, near, told in sorted(_pairs(one, other)):
        if mine in left or yours in right:
            continue
        left.add(mine)
        right.add(yours)
        if not near:
            around -= minus
            continue
        together = bool(chosen) and side_by_side(one, other, mine, yours, chosen)
        chosen[mine] = yours
        weight = -minus * (WEIGHTS.beside if together else 1)
        shared.append(Shared(word, round(weight, 3), told, not together, mine in one.own and yours in other.own))
    return Common(tuple(shared), around, frozenset(left | right))


def _pairs(one: StatementProfile, other: StatementProfile) -> list[_Pair]:
    """Every two words with a stem in common. This is the innermost loop of linking: it calls nothing."""
    found: list[_Pair] = []
    ours, theirs = one.stems, other.stems
    for stem in ours.keys() & theirs.keys():
        left, right = ours[stem], theirs[stem]
        told = left.idf if left.idf < right.idf else right.idf
        for term, place, whole, generic in left.holders:
            for their_term, their_place, their_whole, their_generic in right.holders:
                if near := place >= NEAR and their_place >= NEAR:
                    weight = told * (place * their_place)
                else:
                    weight = told * (_ONE_AROUND if place >= AROUND or their_place >= AROUND else _BOTH_AROUND)
                if not (whole and their_whole):
                    weight *= _PART
                if generic or their_generic:
                    weight *= _GENERIC
                found.append((-weight, stem, term, their_term, near, told))
    return found
