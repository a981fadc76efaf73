"""How much of their words two quotes of different letters have in common.

Two acts of one project share its name, its section and its surroundings ("de aanbesteding van de brug", "de oplevering
in 2026"): only the quotes themselves tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracker.language.terms import Term, is_generic, is_party
from tracker.linking.profile import StatementProfile
from tracker.linking.vocabulary import Vocabulary
from tracker.linking.weights import LEAST_TOLD, WEIGHTS
from tracker.text.set_similarity import dice


def likeness(one: StatementProfile, other: StatementProfile) -> float:
    """The share (0..1, Dice) of what the words of both quotes tell that words of both tell; each is paired once."""
    parts = one.by_part.keys() & other.by_part.keys()
    if not parts:
        return 0.0
    mine, yours, theirs = one.told, other.told, other.by_part
    used: set[Term] = set()
    common = 0.0
    for term in one.ranked:
        if parts.isdisjoint(term):
            continue
        alike = {row for stem in term if stem in parts for row in theirs[stem]} - used
        if alike:
            value, partner = max((_common(term, row, mine, yours), row) for row in alike)
            used.add(partner)
            common += value
    return dice(common, one.tells, other.tells)


def _common(one: Term, other: Term, mine: Mapping[Term, float], yours: Mapping[Term, float]) -> float:
    """What two words with a part in common tell both."""
    return min(mine[one], yours[other]) * (1 if one[0] == other[0] else WEIGHTS.part)


def told_by(words: Iterable[Term], vocabulary: Vocabulary) -> dict[Term, float]:
    """What each word of a quote tells in its letter; forms and parties, which many promises share, tell less.

    In one order in every process: figures that are added up depend on it.
    """
    return {
        term: (LEAST_TOLD + vocabulary.idf(term[0])) * (WEIGHTS.generic if is_generic(term) or is_party(term) else 1)
        for term in sorted(words)
    }
