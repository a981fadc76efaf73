"""Two subjects → the words that they share, each used once, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tracker.linking.profile import StatementProfile, side_by_side
from tracker.linking.terms import Term
from tracker.linking.weights import AROUND, NEAR, ROUNDING, WEIGHTS


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


_Pair = tuple[float, str, Term, Term, bool]
"""A word of one statement that is, or has a part that is, a word of the other: its evidence, minus; the word; the
terms of both; and whether it stands near both.
"""


def shared_words(one: StatementProfile, other: StatementProfile) -> Common:
    """The best pairing of the words of both, each word used once."""
    left: set[Term] = set()
    right: set[Term] = set()
    chosen: dict[Term, Term] = {}
    shared: list[Shared] = []
    around = 0.0
    for minus, word, mine, yours, near in sorted(_pairs(one, other)):
        if mine in left or yours in right:
            continue
        left.add(mine)
        right.add(yours)
        if not near:
            around -= minus
            continue
        together = side_by_side(one, other, mine, yours, chosen)
        chosen[mine] = yours
        weight = -minus * (WEIGHTS.beside if together else 1)
        idf = min(one.stems[word].idf, other.stems[word].idf)
        shared.append(Shared(word, round(weight, 3), idf, not together, mine in one.own and yours in other.own))
    return Common(tuple(shared), around, frozenset(left | right))


def most_words(one: StatementProfile, other: StatementProfile) -> float:
    """No less than what the shared words can bring in sum, without pairing them."""
    near = around = 0.0
    for stem in one.stems.keys() & other.stems.keys():
        mine, yours = one.stems[stem], other.stems[stem]
        told = min(mine.idf, yours.idf) * min(len(mine.holders), len(yours.holders))
        reach = min(mine.reach, yours.reach)
        if reach >= NEAR:
            near += told * reach
        else:
            around += told * WEIGHTS.around
    return near + min(WEIGHTS.most_surroundings, around) + ROUNDING


def _pairs(one: StatementProfile, other: StatementProfile) -> Iterator[_Pair]:
    for stem in one.stems.keys() & other.stems.keys():
        ours, theirs = one.stems[stem], other.stems[stem]
        told = min(ours.idf, theirs.idf)
        for mine in ours.holders:
            for yours in theirs.holders:
                near = mine.place >= NEAR and yours.place >= NEAR
                weight = told * (mine.place * yours.place if near else _around(mine.place, yours.place))
                if not (mine.whole and yours.whole):
                    weight *= WEIGHTS.part
                if mine.generic or yours.generic:
                    weight *= WEIGHTS.generic
                yield -weight, stem, mine.term, yours.term, near


def _around(one: float, other: float) -> float:
    """How much a shared word counts that does not stand near both, by its weights of place."""
    return WEIGHTS.around if max(one, other) >= AROUND else WEIGHTS.surroundings
