"""Which earlier statements are worth comparing with one: of each letter those that share its most informative words.

A word is looked up wherever it stands, also in the heading and the passage: a promise that returns in other words
mostly returns in the same surroundings. Each word counts by what it tells and how near it stands, in the statement
where it tells less.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from operator import itemgetter
from typing import NamedTuple

from tracker.linking.profile import StatementProfile
from tracker.linking.weights import COMPARED, COMPARED_OF_LETTER, HOLDERS, STRONG, WORTH


class TermHolders(NamedTuple):
    """The statements that have a word, by their position, and how much the word counts in each."""

    at: array[int]
    weight: array[float]


class TermIndex:
    """Remembers the latest holders of each word, so that the work grows with the letters and not with their square."""

    def __init__(self) -> None:
        self._holders: dict[str, TermHolders] = defaultdict(lambda: TermHolders(array("q"), array("d")))
        self._letters: dict[int, int] = {}

    def add(self, at: int, letter: int, keys: Mapping[str, float]) -> None:
        """Remember that a statement of a letter has these words."""
        self._letters[at] = letter
        for word, weight in keys.items():
            holders = self._holders[word]
            holders.at.append(at)
            holders.weight.append(weight)
            if len(holders.at) > 2 * HOLDERS:
                del holders.at[:-HOLDERS], holders.weight[:-HOLDERS]

    def nearest(self, at: int, keys: Mapping[str, float]) -> list[int]:
        """The other statements that share most of the words of one; of each letter so many at most."""
        import numpy as np  # only where something is linked anew

        others, theirs = array("q"), array("d")
        mine: list[float] = []
        counts: list[int] = []
        for word, weight in keys.items():
            if word in self._holders:
                holders = self._holders[word]
                others += holders.at[-HOLDERS:]
                theirs += holders.weight[-HOLDERS:]
                mine.append(weight)
                counts.append(min(len(holders.at), HOLDERS))
        if not others:
            return []
        sums = np.bincount(np.asarray(others), np.minimum(np.repeat(mine, counts), np.asarray(theirs)))
        strong = np.flatnonzero(sums >= STRONG)
        order = strong[np.lexsort((-strong, -sums[strong]))]
        return self._most(at, zip(order.tolist(), sums[order].tolist(), strict=True))

    def _most(self, at: int, ranked: zip[tuple[int, float]]) -> list[int]:
        """The first of the ranked; of each letter only those that share a fair part of what its best one does."""
        best: dict[int, float] = {}
        taken: Counter[int] = Counter()
        chosen: list[int] = []
        for other, shared in ranked:
            letter = self._letters[other]
            if other == at or taken[letter] == COMPARED_OF_LETTER or shared < best.setdefault(letter, shared) * WORTH:
                continue
            taken[letter] += 1
            chosen.append(other)
            if len(chosen) == COMPARED:
                break
        return chosen


def index_keys(profile: StatementProfile) -> dict[str, float]:
    """The words by which a statement is looked up, with what each tells in its letter times its weight of place.

    In one order in every process: what is shared is added up in it.
    """
    return {word: stem.idf * stem.reach for word, stem in sorted(profile.stems.items(), key=itemgetter(0))}
