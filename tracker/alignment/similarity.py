"""How alike two sections are, by their words and by their headings.

Words weigh by how rare they are in Dutch and in the sections of the two letters, so that what every section says
says nothing. All measures are the same from either side and lie between 0 and 1.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

from tracker.alignment.section_profile import Profile
from tracker.alignment.weights import COMMON, HEADING_BOOST, HEAVIEST_WORDS, ONE_WORD, SECOND_WORD
from tracker.language.informativeness import smooth_idf
from tracker.language.lemmas import rarity
from tracker.text.set_similarity import cosine_shares, dice, overlap_coefficient, unit

LONG_WORD = 60
"""Signs; a word of so many has 1,800 parts: by judgement, a bound for hostile text."""


class Resemblance:
    """The measures for the sections of two letters."""

    def __init__(self, older: Iterable[Profile], newer: Iterable[Profile]) -> None:
        sections = [*older, *newer]
        seen = Counter(word for section in sections for word in section.own)
        self._weights = {word: _weight(word, len(sections), count) for word, count in seen.items()}
        self._stems = {word: word[: max(6, len(word) - 4)] for word in seen}
        self._words: dict[str, list[str]] = defaultdict(list)
        for word, stem in self._stems.items():
            self._words[stem].append(word)
        self._families: dict[str, frozenset[str]] = {}
        self._vectors = {section.id: self._vector(section) for section in sections}

    def content_and_subject(self, a: Profile, b: Profile) -> tuple[float, float]:
        """Give the cosine of the two sections' weighted words, with their subsections, and the subject they share.

        The subject is the content that is left when one word may bring no more than half, unless both are about that
        word. Even then a second must be shared: sections that name one body in passing have no subject in common.
        """
        ours, theirs = self._vectors[a.id], self._vectors[b.id]
        shared = cosine_shares(ours, theirs)
        content = math.fsum(shared.values())
        if content < SECOND_WORD:
            return content, 0.0
        most = max(shared.values())
        word = min(word for word, value in shared.items() if value == most)
        rest = content - math.fsum(shared[kin] for kin in self._kin(word) & shared.keys())
        if rest < SECOND_WORD:
            return content, 0.0
        return content, content if _both_about(word, a, b) else min(content, rest / (1 - ONE_WORD))

    def weightiest(self, section: Profile, number: int) -> list[str]:
        """Give so many of the words that a section is compared by, the weightiest first."""
        return list(islice(self._vectors[section.id], number))

    def headings(self, a: Profile, b: Profile) -> tuple[float, float]:
        """Give how much of both headings' weight they share, and how much of the lighter one's."""
        if a.heading.isdisjoint(b.heading):
            return 0.0, 0.0
        weights = (self._weight_of(words) for words in (a.heading & b.heading, a.heading, b.heading))
        shared, ours, theirs = weights
        return dice(shared, ours, theirs), overlap_coefficient(shared, ours, theirs)

    def _kin(self, word: str) -> frozenset[str]:
        """The words of both letters of which one holds most of the other, as a compound and its parts do."""
        if word not in self._families:
            stem, length = self._stems[word], len(word)
            longer = {other for other in self._stems if stem in other and len(other) >= length}
            shorter = {other for part in self._within(word) for other in self._words[part] if len(other) < length}
            self._families[word] = frozenset(longer | shorter)
        return self._families[word]

    def _within(self, word: str) -> set[str]:
        """The stems that stand in a word: of a long one it is asked of each stem, for its parts are too many."""
        if len(word) > LONG_WORD:
            return {stem for stem in self._words if stem in word}
        parts = (word[begin:end] for begin in range(len(word)) for end in range(begin + 1, len(word) + 1))
        return {part for part in parts if part in self._words}

    def _weight_of(self, words: frozenset[str]) -> float:
        return math.fsum(self._weights[word] for word in words)

    def _vector(self, section: Profile) -> Mapping[str, float]:
        values = {
            word: (1 + math.log(count) + (HEADING_BOOST if word in section.heading else 0.0)) * self._weights[word]
            for word, count in section.full.items()
        }
        telling = sorted(((value, word) for word, value in values.items() if value), reverse=True)[:HEAVIEST_WORDS]
        return unit({word: value for value, word in telling})


def _weight(word: str, sections: int, count: int) -> float:
    return max(0.0, rarity(word) - COMMON) * smooth_idf(count, sections)


def _both_about(word: str, a: Profile, b: Profile) -> bool:
    """Whether a word stands in one section's heading and more than once in the other."""
    return (word in a.heading and b.full.get(word, 0) > 1) or (word in b.heading and a.full.get(word, 0) > 1)
