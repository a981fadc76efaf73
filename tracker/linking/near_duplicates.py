"""Texts that say the same nearly word for word, for what stands in one place as it does in another.

Linking weighs what words tell against a letter around them; of a sentence with few telling words that is too little,
though it stands here and there alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import LCSseq

from tracker.language.lemmas import infinitive_of_now
from tracker.language.resources import word_set
from tracker.language.terms import NO_NAMES, terms_of

NEARLY_ALL = 0.75
"""The share of the words of the longer text that the other must have in the same order, but for those of addressing.

By judgement: a word or two.
"""
LEAST_LENGTH = 3
"""Of texts with fewer words nothing is said: by judgement; not measured."""
SURE_WORDS = 3
"""So many telling words must two texts have for nobody to doubt that they are of one thing: by judgement."""
LEAST_ALONE = 2
"""So many are enough where both name the same figures, a year mostly, and nobody else says nearly the same."""
_COMMON = 0.5
"""A text with a smaller share of the words that are no function words is not compared: by judgement, to save time."""


class SameText(Struct, frozen=True):
    """A text that is nearly the same: whose it is, the telling words and the share of all that both have."""

    of: str
    told: tuple[str, ...]
    share: float
    sure: bool
    """Whether what differs says nothing, and no other text is as near."""


class SameTexts:
    """Texts, each of somebody and given by its words, among which others are looked up."""

    def __init__(self, texts: Mapping[str, Iterable[tuple[str, ...]]]) -> None:
        self._rows = [(of, said) for of, several in texts.items() for said in dict.fromkeys(several)]
        self._holders = defaultdict[str, list[int]](list)
        for at, (_, said) in enumerate(self._rows):
            for word in _keys(said):
                self._holders[word].append(at)

    def find(self, asked: tuple[str, ...]) -> SameText | None:
        """Whose text is nearly that of these words, the nearest; None where nobody's is."""
        near = self._near(asked)
        if not near:
            return None
        best = max(near, key=lambda row: (row.sure, row.share, row.of))
        others = {row.of for row in near} - {best.of}
        if len(best.told) < SURE_WORDS:
            alone = len(best.told) >= LEAST_ALONE and any(map(str.isdecimal, asked)) and not others
            return replace(best, sure=best.sure and alone)
        rivals = {row.of for row in near if row.sure == best.sure and row.share >= best.share} - {best.of}
        return replace(best, sure=best.sure and not rivals)

    def near(self, asked: tuple[str, ...]) -> frozenset[str]:
        """All whose text is nearly that of these words."""
        return frozenset(row.of for row in self._near(asked))

    def _near(self, asked: tuple[str, ...]) -> list[SameText]:
        return [row for at in self._candidates(asked) if (row := _same(*self._rows[at], asked))]

    def _candidates(self, asked: tuple[str, ...]) -> list[int]:
        keys = _keys(asked)
        counts = Counter(chain.from_iterable(self._holders.get(word, ()) for word in keys))
        return [at for at, number in counts.items() if number >= _COMMON * len(keys)]


def _same(of: str, said: tuple[str, ...], asked: tuple[str, ...]) -> SameText | None:
    """How near two texts are, None where they are not."""
    one, other = _core(said), _core(asked)
    enough = min(len(one), len(other)) >= LEAST_LENGTH
    share = LCSseq.similarity(one, other) / max(len(one), len(other)) if enough else 0.0
    if share < NEARLY_ALL:
        return None
    common = _first_stems(said) & _first_stems(asked)
    return SameText(of, tuple(sorted(common)), round(share, 2), Counter(one) == Counter(other))


def _core(said: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a text without those that say who speaks, to whom, and how."""
    addressing = word_set("words", "addressing")
    return tuple(infinitive_of_now(word) for word in said if word not in addressing)


def _keys(said: tuple[str, ...]) -> set[str]:
    return set(said) - word_set("words", "stop")


def _first_stems(said: tuple[str, ...]) -> frozenset[str]:
    return frozenset(term[0] for term in terms_of(said, NO_NAMES))
