"""Which earlier statements are worth comparing with one: of each letter those that share its most informative words.

A word is looked up wherever it stands, also in the heading and the passage: a promise that returns in other words
mostly returns in the same surroundings. Each word counts by what it tells and how near it stands, in the statement
where it tells less.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping

from msgspec import Struct

from tracker.linking.profile import StatementProfile
from tracker.linking.weights import COMPARED, COMPARED_OF_LETTER, HOLDERS, STRONG, WORTH


class TextHolder(Struct, frozen=True, gc=False):
    """A statement, by its position and the number of its letter, that has a word, and how much the word counts."""

    at: int
    letter: int
    weight: float


class TermIndex:
    """Remembers the latest holders of each word, so that the work grows with the letters and not with their square."""

    def __init__(self) -> None:
        self._holders: dict[str, deque[TextHolder]] = defaultdict(lambda: deque(maxlen=HOLDERS))

    def add(self, at: int, letter: int, keys: Mapping[str, float]) -> None:
        """Remember that a statement of a letter has these words."""
        for word, weight in keys.items():
            self._holders[word].append(TextHolder(at, letter, weight))

    def nearest(self, at: int, keys: Mapping[str, float], among: range) -> list[int]:
        """The statements among some that share most of the words of one; of each letter so many at most."""
        sums: dict[int, float] = defaultdict(float)
        letters: dict[int, int] = {}
        for word, weight in keys.items():
            for holder in self._holders.get(word, ()):
                if holder.at in among and holder.at != at:
                    sums[holder.at] += min(weight, holder.weight)
                    letters[holder.at] = holder.letter
        return _most(sums, letters)


def index_keys(profile: StatementProfile) -> dict[str, float]:
    """The words by which a statement is looked up, with what each tells in its letter times its weight of place."""
    return {word: stem.idf * stem.reach for word, stem in profile.stems.items()}


def _most(sums: Mapping[int, float], letters: Mapping[int, int]) -> list[int]:
    """Those with most in common, first; of each letter only those that share a fair part of what its best one does."""
    found: dict[int, list[int]] = defaultdict(list)
    for other in sorted(sums, key=lambda row: (-sums[row], -row)):
        rows = found[letters[other]]
        enough = max(STRONG, sums[rows[0]] * WORTH) if rows else STRONG
        if len(rows) < COMPARED_OF_LETTER and sums[other] >= enough:
            rows.append(other)
    chosen = (other for rows in found.values() for other in rows)
    return sorted(chosen, key=lambda row: (-sums[row], -row))[:COMPARED]
