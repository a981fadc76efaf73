"""The evidence for one promise as it was weighed by hand while letters were read, and whether it comes to a link.

It finds less than the weights that were learned, and is right about as often: the two see different pairs. So that it
comes to a link is one part of the evidence that those weigh (pair_score); here are the parts of which that rests.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tracker.linking.comparison import FUNDED, RENAMED, SAME_WORDS, evidence
from tracker.linking.evidence_parts import part
from tracker.linking.profile import StatementProfile
from tracker.linking.term_overlap import Common
from tracker.linking.vocabulary import Vocabularies
from tracker.linking.weights import RARE, SPECIFIC, STRONG, WEIGHTS
from tracker.model import LinkPart

SIGNS = frozenset({"headings", "thing", "forms", RENAMED, FUNDED, "deadlines", "references"})
"""The parts that beside one informative word are a second sign of one promise."""
_OTHER_SIGNS = SIGNS | {"prolonged", SAME_WORDS}


class ComparedPair(Struct, frozen=True):
    """Two statements compared, which is what every part of the evidence is made of."""

    one: StatementProfile
    other: StatementProfile
    words: Vocabularies
    common: Common
    """The words that they share."""
    signs: Sequence[LinkPart]
    """The other signs, before they are learned to weigh."""
    alike: float
    """How much alike the quotes are (0..1)."""

    @property
    def speaking(self) -> frozenset[str]:
        """The names of the signs that speak for one promise."""
        return frozenset(row.name for row in self.signs if row.contribution > 0)


def link_by_hand(found: ComparedPair) -> tuple[LinkPart, ...]:
    """The parts of the evidence where they come to nothing less than a link; else none.

    This is asked of every two statements compared: what can be refused without its last parts is.
    """
    if not is_enough(found) or _speaking_for(found) < 0:
        return ()
    parts = parts_by_hand(found)
    return parts if sum(row.contribution for row in parts) >= 0 else ()


def parts_by_hand(found: ComparedPair) -> tuple[LinkPart, ...]:
    """Every part of the evidence with its weight by hand, whether or not they come to a link."""
    return (
        part("prior", 1.0, WEIGHTS.prior),
        *found.common.parts,
        part("surroundings", found.common.surroundings, 1.0),
        *found.signs,
        part("unlike-words", _unlike_words(found), -1.0),
        part("unlike-quotes", _unlike_quotes(found), -1.0),
    )


def is_enough(found: ComparedPair) -> bool:
    """Whether it rests on more than one shared word: on all, on two, or on an informative one and another sign."""
    speaking, common = found.speaking, found.common
    if SAME_WORDS in speaking:
        return True
    informative = [word for word in common.words if word.fresh and word.weight >= SPECIFIC]
    if len(informative) != 1:
        return len(informative) > 1
    if not informative[0].quoted or informative[0].weight < STRONG:
        return False
    neighbours = any(not word.fresh and word.weight >= SPECIFIC for word in common.words)
    about = neighbours or common.surroundings >= STRONG
    return not SIGNS.isdisjoint(speaking) or (informative[0].weight >= RARE and about)


def _speaking_for(found: ComparedPair) -> float:
    """What the words and signs come to, in nats, before what only one of the two has is taken off."""
    common = found.common
    total = WEIGHTS.prior + sum(row.weight for row in common.words) + common.surroundings
    return total + sum(row.contribution for row in found.signs)


def _unlike_words(found: ComparedPair) -> float:
    """What the two most informative words of each quote count that the other statement does not have."""
    total = 0.0
    for profile in (found.one, found.other):
        lacking = (evidence(term[0], found.words) for term in profile.specific - found.common.used)
        total += sum(sorted(lacking, reverse=True)[:2]) * (WEIGHTS.unlike_thin if profile.thin else 1)
    return min(WEIGHTS.most_unlike, total * WEIGHTS.unlike)


def _unlike_quotes(found: ComparedPair) -> float:
    """What it counts that the quotes have few words in common; not of what informs, or where another sign holds."""
    if found.one.informs or found.other.informs or not _OTHER_SIGNS.isdisjoint(found.speaking):
        return 0.0
    return max(0.0, 1 - found.alike / WEIGHTS.alike) * WEIGHTS.unlike_quotes
