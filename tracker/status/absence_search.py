"""The letters after a deadline that do not speak of a promise again, each with the passage that comes nearest."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest

from tracker.linking.terms import NO_NAMES, Term, terms_of
from tracker.model import Letter, PassageKind, Searched
from tracker.status.weights import EXCERPT, LISTED, MANY, MENTION, SEARCHED_WORDS

_SPEAKING = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.FOOTNOTE})


class Silence:
    """An index of the words of all letters, to search them for a promise."""

    def __init__(self, letters: Iterable[Letter]) -> None:
        """Index the passages in which a letter speaks."""
        self._letters = [letter for letter in letters if letter.anchor is not None]
        self._passages: list[tuple[int, int]] = []
        self._words: list[frozenset[str]] = []
        self._holders: dict[str, list[int]] = defaultdict(list)
        for at, letter in enumerate(self._letters):
            for place, passage in enumerate(letter.passages):
                if passage.kind in _SPEAKING:
                    self._add(at, place, passage.text)

    def _add(self, letter: int, place: int, text: str) -> None:
        words = frozenset(word for term in terms_of(text, NO_NAMES) for word in term)
        for word in words:
            self._holders[word].append(len(self._passages))
        self._passages.append((letter, place))
        self._words.append(words)

    def after(self, day: dt.date) -> int:
        """How many letters are dated after a day."""
        return sum(letter.anchor is not None and letter.anchor > day for letter in self._letters)

    def search(self, about: Sequence[tuple[Term, float]], day: dt.date) -> tuple[Searched, ...]:
        """For each letter dated after the day its passage nearest to what a promise is about, in letter order."""
        subject = dict(about[:SEARCHED_WORDS])
        nearest: dict[int, tuple[float, int]] = {}
        for number in self._worth_reading(subject):
            letter, place = self._passages[number]
            written = self._letters[letter].anchor
            if written is None or written <= day:
                continue
            score = _covered(subject, self._words[number])
            if score > nearest.get(letter, (0.0, 0))[0]:
                nearest[letter] = (score, place)
        later = [at for at, letter in enumerate(self._letters) if letter.anchor is not None and letter.anchor > day]
        kept = sorted(nsmallest(LISTED, later, key=lambda at: -nearest.get(at, (0.0, 0))[0]))
        return tuple(self._row(at, nearest.get(at)) for at in kept)

    def _worth_reading(self, subject: Mapping[Term, float]) -> list[int]:
        """The passages with a word of the subject; where words are common, as many rare ones as no mention can lack."""
        rare = sorted(subject, key=lambda term: (sum(len(self._holders.get(word, ())) for word in term), term))
        found: set[int] = set()
        left = sum(subject.values())
        for term in rare:
            if len(found) > MANY and left < MENTION * sum(subject.values()):
                break
            found.update(number for word in term for number in self._holders.get(word, ()))
            left -= subject[term]
        return sorted(found)

    def _row(self, at: int, found: tuple[float, int] | None) -> Searched:
        letter = self._letters[at]
        if found is None:
            return Searched(letter=letter.id, passage=None, text="", score=0.0)
        passage = letter.passages[found[1]]
        return Searched(letter=letter.id, passage=passage.id, text=passage.text[:EXCERPT], score=round(found[0], 3))


def _covered(subject: dict[Term, float], words: frozenset[str]) -> float:
    """The share of a subject that a passage holds; a part of a compound counts for less than the whole."""
    total = sum(subject.values())
    if not total:
        return 0.0
    held = 0.0
    for term, weight in subject.items():
        if term[0] in words:
            held += weight
        elif len(term) > 1 and any(part in words for part in term[1:]):
            held += weight * 0.5
    return held / total
