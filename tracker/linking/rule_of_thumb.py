"""Whether two statements are one promise by the evidence alone, as it was weighed by hand while letters were read.

It finds less than the weights that were learned, and is right about as often: the two see different pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.linking.comparison import FUNDED, RENAMED, SAME_WORDS, evidence
from tracker.linking.profile import StatementProfile
from tracker.linking.term_overlap import Common
from tracker.linking.vocabulary import Vocabularies
from tracker.linking.weights import RARE, SPECIFIC, STRONG, WEIGHTS
from tracker.model import LinkPart

SIGNS = frozenset({"headings", "thing", "forms", RENAMED, FUNDED, "deadlines", "references"})
"""The parts that beside one informative word are a second sign of one promise."""
_OTHER_SIGNS = SIGNS | {"prolonged", SAME_WORDS}


def holds(
    one: StatementProfile,
    other: StatementProfile,
    words: Vocabularies,
    common: Common,
    signs: Sequence[LinkPart],
    *,
    alike: float,
) -> bool:
    """Whether the evidence comes to nothing less than a link.

    It is the `common` words, the `signs` before they are weighed, and how much `alike` the quotes are (0..1).
    """
    found = {row.name: row.contribution for row in signs if row.contribution > 0}
    if not _is_sufficient(common, found):
        return False
    total = WEIGHTS.prior + sum(row.weight for row in common.words) + min(WEIGHTS.most_surroundings, common.around)
    total += sum(row.contribution for row in signs)
    if total < 0:
        return False
    return total - _unlike_words(one, other, common, words) - _unlike_quotes(one, other, found, alike) >= 0


def _is_sufficient(common: Common, found: dict[str, float]) -> bool:
    """Whether it rests on more than one shared word: on all, on two, or on an informative one and another sign."""
    if SAME_WORDS in found:
        return True
    informative = [word for word in common.words if word.fresh and word.weight >= SPECIFIC]
    if len(informative) != 1:
        return len(informative) > 1
    if not informative[0].quoted or informative[0].weight < STRONG:
        return False
    neighbours = any(not word.fresh and word.weight >= SPECIFIC for word in common.words)
    about = neighbours or min(WEIGHTS.most_surroundings, common.around) >= STRONG
    return not SIGNS.isdisjoint(found) or (informative[0].weight >= RARE and about)


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
