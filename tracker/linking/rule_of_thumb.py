"""The evidence for one promise as it was weighed by hand while letters were read, and whether it comes to a link.

It finds less than the weights that were learned, and is right about as often: the two see different pairs. So that it
comes to a link is one part of the evidence that those weigh (pair_score); here are the parts of which that rests.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.linking.comparison import FUNDED, RENAMED, SAME_WORDS, evidence
from tracker.linking.parts import part
from tracker.linking.profile import StatementProfile
from tracker.linking.term_overlap import Common
from tracker.linking.vocabulary import Vocabularies
from tracker.linking.weights import RARE, SPECIFIC, STRONG, WEIGHTS
from tracker.model import LinkPart

SIGNS = frozenset({"headings", "thing", "forms", RENAMED, FUNDED, "deadlines", "references"})
"""The parts that beside one informative word are a second sign of one promise."""
_OTHER_SIGNS = SIGNS | {"prolonged", SAME_WORDS}


def link_by_hand(
    one: StatementProfile,
    other: StatementProfile,
    words: Vocabularies,
    common: Common,
    signs: Sequence[LinkPart],
    *,
    alike: float,
) -> tuple[LinkPart, ...]:
    """The parts of the evidence where they come to nothing less than a link; else none.

    They are made of the `common` words, the `signs` before they are learned to weigh, and how much `alike` the quotes
    are (0..1). This is asked of every two statements compared: what can be refused without its last parts is.
    """
    if not is_enough(common, signs) or _speaking_for(common, signs) < 0:
        return ()
    parts = parts_by_hand(one, other, words, common, signs, alike=alike)
    return parts if sum(row.contribution for row in parts) >= 0 else ()


def parts_by_hand(
    one: StatementProfile,
    other: StatementProfile,
    words: Vocabularies,
    common: Common,
    signs: Sequence[LinkPart],
    *,
    alike: float,
) -> tuple[LinkPart, ...]:
    """Every part of the evidence with its weight by hand, whether or not they come to a link."""
    return (
        part("prior", 1.0, WEIGHTS.prior),
        *common.parts,
        part("surroundings", common.surroundings, 1.0),
        *signs,
        part("unlike-words", _unlike_words(one, other, common, words), -1.0),
        part("unlike-quotes", _unlike_quotes(one, other, _found(signs), alike), -1.0),
    )


def is_enough(common: Common, signs: Iterable[LinkPart]) -> bool:
    """Whether it rests on more than one shared word: on all, on two, or on an informative one and another sign."""
    found = _found(signs)
    if SAME_WORDS in found:
        return True
    informative = [word for word in common.words if word.fresh and word.weight >= SPECIFIC]
    if len(informative) != 1:
        return len(informative) > 1
    if not informative[0].quoted or informative[0].weight < STRONG:
        return False
    neighbours = any(not word.fresh and word.weight >= SPECIFIC for word in common.words)
    about = neighbours or common.surroundings >= STRONG
    return not SIGNS.isdisjoint(found) or (informative[0].weight >= RARE and about)


def _found(signs: Iterable[LinkPart]) -> frozenset[str]:
    """The names of the signs that speak for one promise."""
    return frozenset(row.name for row in signs if row.contribution > 0)


def _speaking_for(common: Common, signs: Iterable[LinkPart]) -> float:
    """What the words and signs come to, in nats, before what only one of the two has is taken off."""
    total = WEIGHTS.prior + sum(row.weight for row in common.words) + common.surroundings
    return total + sum(row.contribution for row in signs)


def _unlike_words(one: StatementProfile, other: StatementProfile, common: Common, words: Vocabularies) -> float:
    """What the two most informative words of each quote count that the other statement does not have."""
    total = 0.0
    for profile in (one, other):
        left = sorted((evidence(term[0], words) for term in profile.specific - common.used), reverse=True)[:2]
        total += sum(left) * (WEIGHTS.unlike_thin if profile.thin else 1)
    return min(WEIGHTS.most_unlike, total * WEIGHTS.unlike)


def _unlike_quotes(one: StatementProfile, other: StatementProfile, found: Iterable[str], alike: float) -> float:
    """What it counts that the quotes have few words in common; not of what informs, or where another sign holds."""
    if one.informs or other.informs or not _OTHER_SIGNS.isdisjoint(found):
        return 0.0
    return max(0.0, 1 - alike / WEIGHTS.alike) * WEIGHTS.unlike_quotes
