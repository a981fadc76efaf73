"""Which earlier statements are worth comparing with one: those that share its most informative words, by an index."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping

from tracker.linking.profile import StatementProfile
from tracker.linking.terms import Vocabulary
from tracker.linking.weights import COMPARED, HOLDERS, NEAR, STRONG, WORTH


class TermIndex:
    """Remembers the latest holders of each word, so that the work grows with the letters and not with their square."""

    def __init__(self) -> None:
        self._holders: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=HOLDERS))

    def add(self, at: int, keys: Mapping[str, float]) -> None:
        """Remember that a statement, by its position, has these words."""
        for word in keys:
            self._holders[word].append(at)

    def nearest(self, at: int, keys: Mapping[str, float], among: range) -> list[int]:
        """The statements among some that share most of the words of one."""
        sums: dict[int, float] = defaultdict(float)
        for word, weight in keys.items():
            for other in self._holders.get(word, ()):
                if other in among and other != at:
                    sums[other] += weight
        ranked = sorted(sums, key=lambda other: (-sums[other], -other))
        enough = max(STRONG, sums[ranked[0]] * WORTH) if ranked else STRONG
        return [other for other in ranked[:COMPARED] if sums[other] >= enough]


def index_keys(profile: StatementProfile, vocabulary: Vocabulary) -> dict[str, float]:
    """The words by which a statement is looked up, with what each tells in its own letter."""
    found: dict[str, float] = {}
    for term, place in profile.weights.items():
        for word in term if place >= NEAR else ():
            weight = vocabulary.idf(word) * place
            if weight >= STRONG / 2:
                found[word] = max(found.get(word, 0.0), weight)
    return found
