"""Passages that name a thing in another spelling: with a letter more or less, or a compound in two words.

"de Prinsessetuin" is "de Prinsessentuin", and "woning doelgroepen" are "woondoelgroepen".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tracker.language.lemmas import is_content
from tracker.language.pack import cached
from tracker.language.resources import entries, word_list
from tracker.language.terms import NO_NAMES, terms_of

_LONG = 9
"""Letters of a word that may be spelled otherwise; by judgement: in shorter ones another letter makes another word."""
_BEGIN = 4
"""First letters that two spellings share; by judgement."""
_HEAD, _FIRST = 6, 2
"""Letters of the last word of a compound in two words, and of the first that both spellings share; by judgement."""

WordPair = tuple[str, str]


def pairs_of(words: Sequence[str]) -> frozenset[WordPair]:
    """The first letters of each word with the stem of the one right after it, where both could be one compound."""
    found: set[WordPair] = set()
    for word, after in pairwise(words):
        if len(after) >= _HEAD and _can_begin(word) and is_content(after):
            found.update((word[:_FIRST], term[0]) for term in terms_of((after,), NO_NAMES))
    return frozenset(found)


def _can_begin(word: str) -> bool:
    """Whether a word may be the first of a compound that is written apart: no adjective ("kleine bedrijven")."""
    adjective = word.endswith(tuple(entries("links", "documents").get("adjectives", ())))
    return len(word) > _FIRST and is_content(word) and not adjective


def _has_figure(word: str) -> bool:
    return any(map(str.isdigit, word))


class OtherSpellings:
    """Which passages name a word otherwise than it is spelled."""

    def __init__(self, holders: Mapping[str, Iterable[int]], pairs: Mapping[WordPair, Iterable[int]]) -> None:
        """Look among the passages of each stem, and of each pair of words in a row."""
        self._holders = holders
        self._pairs = pairs
        self._heads = frozenset(head for _, head in pairs)
        self._alike: dict[str, list[str]] = defaultdict(list)
        for stem in holders:
            if len(stem) >= _LONG - 1 and not _has_figure(stem):
                self._alike[_sounded(stem)[:_BEGIN]].append(stem)

    def of(self, noun: str) -> frozenset[int]:
        """The passages that have a stem in another spelling; none for a short one, or one with a figure: a number."""
        if len(noun) < _LONG or _has_figure(noun):
            return frozenset()
        sounds = _sounded(noun)
        alike = (stem for stem in self._alike.get(sounds[:_BEGIN], ()) if stem != noun and _is_alike(sounds, stem))
        cuts = (at for at in range(_FIRST + 1, len(noun) - _HEAD + 1) if noun[at:] in self._heads)
        found = {place for stem in alike for place in self._holders[stem]}
        return frozenset(found.union(*(self._pairs.get((noun[:_FIRST], noun[at:]), ()) for at in cuts)))


@cached(maxsize=65536)
def _sounded(word: str) -> str:
    """A word with the letters that sound alike written in one way: "Deyl" as "Deijl"."""
    first, *others = word_list("words", "same_sound") or ("",)
    for other in others:
        word = word.replace(other, first)
    return word


def _is_alike(sounds: str, other: str) -> bool:
    """Whether a word differs by one letter at most from another, put in, left out or another, as they sound."""
    short, long = sorted((sounds, _sounded(other)), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next(
        (place for place, (mine, yours) in enumerate(zip(short, long, strict=False)) if mine != yours), len(short)
    )
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
