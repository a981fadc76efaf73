"""The letters after a promise, each with the passage that comes nearest to it.

A promise is searched by its wording and by its thing: the nouns that name it, also as parts of other compounds, in
headings, paragraphs, lists, tables and footnotes.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import NamedTuple

from tracker.extraction import AnalysedLetter
from tracker.language.offices import field_of, is_of_field
from tracker.language.terms import Term
from tracker.model import Letter, Searched
from tracker.status.chance_overlap import Sentences
from tracker.status.document_names import same_subject
from tracker.status.other_spellings import OtherSpellings, WordPair
from tracker.status.searched_words import SearchedPassage, searched_words
from tracker.status.weights import (
    COMMON_NOUN,
    EXCERPT,
    FEW_PASSAGES,
    LISTED,
    MANY,
    MENTION,
    OWN,
    OWN_LATER,
    OWN_NOUN,
    PART_OF_COMPOUND,
    SEARCHED_WORDS,
)
from tracker.text.excerpt import excerpt


class Since(NamedTuple):
    """From which day on letters are looked to, and for what became of a promise of which letter."""

    day: dt.date
    of: Letter


def may_tell(letter: Letter, of: Letter) -> bool:
    """Whether a letter may be looked to for what became of a promise of another: what it does not say counts.

    It is of the same dossier, or signed for an office of the same field; of one that names no field nobody can say.
    """
    if letter.dossier and letter.dossier == of.dossier:
        return True
    mine, yours = (list(filter(field_of, row.offices)) for row in (letter, of))
    return not mine or not yours or any(is_of_field(one, other) for one in mine for other in yours)


class Silence:
    """An index of the words of all letters, to search them for a promise."""

    def __init__(self, letters: Iterable[AnalysedLetter], open_reports: Container[tuple[str, str]] = ()) -> None:
        """Index the passages in which a letter speaks; `open_reports` are what answers no known promise."""
        self._analysed = [row for row in letters if row.letter.anchor is not None]
        dated = [(row.letter, searched_words(row)) for row in self._analysed]
        self.sentences = Sentences(dated, open_reports)
        """Where no passage holds much of a promise, a sentence may still share more with it than chance gives."""
        self._letters = [letter for letter, _ in dated]
        self._passages: list[tuple[int, int]] = []
        self._words: list[frozenset[str]] = []
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._papers: dict[str, list[int]] = defaultdict(list)
        self._pairs: dict[WordPair, list[int]] = defaultdict(list)
        for at, (_, words) in enumerate(dated):
            for passage in words.passages:
                self._add(at, passage)
        self._spellings = OtherSpellings(self._holders, self._pairs)

    def _add(self, letter: int, passage: SearchedPassage) -> None:
        for stem in passage.stems:
            self._holders[stem].append(len(self._passages))
        for subject in passage.subjects:
            self._papers[subject].append(len(self._passages))
        for pair in passage.pairs:
            self._pairs[pair].append(len(self._passages))
        self._passages.append((letter, passage.place))
        self._words.append(passage.stems)

    def after(self, since: Since) -> int:
        """How many letters are dated after a day, of those that may tell of what a letter promises."""
        return len(self._later(since))

    def _later(self, since: Since) -> list[int]:
        dated = ((at, letter, letter.anchor) for at, letter in enumerate(self._letters))
        return [at for at, letter, day in dated if day and day > since.day and may_tell(letter, since.of)]

    def search(
        self,
        about: Sequence[tuple[Term, float]],
        since: Since,
        thing: Mapping[Term, float] | None = None,
        papers: Iterable[str] = (),
        numbers: Iterable[str] = (),
    ) -> tuple[Searched, ...]:
        """For each letter dated after the day its passage nearest to what a promise is about, in letter order.

        Letters that cannot be looked to for it are among them only where they speak of it.

        `thing` are the nouns that name what was promised: a passage with most of them speaks of it, whatever its words.
        `papers` are the subjects of plans or the like that were: a passage with a paper of one speaks of it, and
        one with any of the `numbers` that it is registered under.
        """
        subject = dict(about[:SEARCHED_WORDS])
        told = self._telling(thing or {})
        own = self._own(thing or {}, since.day)
        otherwise = self._otherwise((*subject, *told))
        nearest: dict[int, tuple[float, int]] = {}
        named = {
            at for name in papers for other, rows in self._papers.items() if same_subject(name, other) for at in rows
        }
        named.update(self._naming(numbers))
        for number in sorted({*self._worth_reading(subject), *self._holding(told), *named, *own, *otherwise}):
            letter, place = self._passages[number]
            written = self._letters[letter].anchor
            if written is None or written <= since.day:
                continue
            words = self._words[number] | otherwise.get(number, frozenset())
            score = (
                1.0 if number in named or number in own else max(_covered(subject, words), _named_share(told, words))
            )
            if score > nearest.get(letter, (0.0, 0))[0]:
                nearest[letter] = (score, place)
        speaking = (at for at, (score, _) in nearest.items() if score >= MENTION)
        later = {*self._later(since), *speaking}
        kept = sorted(nsmallest(LISTED, sorted(later), key=lambda at: -nearest.get(at, (0.0, 0))[0]))
        return tuple(self._row(at, nearest.get(at)) for at in kept)

    def _telling(self, thing: Mapping[Term, float]) -> dict[Term, float]:
        """The nouns of a thing that stand in few passages: what all letters speak of tells no promise from another."""
        most = max(FEW_PASSAGES, len(self._passages) * COMMON_NOUN)
        return {term: weight for term, weight in thing.items() if len(self._holders.get(term[0], ())) <= most}

    def _own(self, thing: Mapping[Term, float], day: dt.date) -> set[int]:
        """The later passages with a noun of a thing that no other passage had until that day, and few have since."""
        found: set[int] = set()
        for term, tells in thing.items():
            holders = (*self._holders.get(term[0], ()), *self._spellings.of(term[0])) if tells >= OWN_NOUN else ()
            later = [at for at in holders if self._written_after(at, day)]
            if len(holders) - len(later) <= OWN and len(later) <= OWN_LATER:
                found.update(later)
        return found

    def _otherwise(self, terms: Iterable[Term]) -> dict[int, frozenset[str]]:
        """For each passage that spells words otherwise, those words as the terms have them."""
        found: dict[int, set[str]] = defaultdict(set)
        for noun in {term[0] for term in terms}:
            for number in self._spellings.of(noun):
                found[number].add(noun)
        return {number: frozenset(nouns) for number, nouns in found.items()}

    def _naming(self, numbers: Iterable[str]) -> Iterator[int]:
        """The passages with one of the numbers of registered promises."""
        rows = ((number, at, letter) for number in numbers for at, letter in enumerate(self._analysed))
        named = {(at, place) for number, at, letter in rows for place in letter.naming(number)}
        if named:
            yield from (at for at, place in enumerate(self._passages) if place in named)

    def _written_after(self, number: int, day: dt.date) -> bool:
        written = self._letters[self._passages[number][0]].anchor
        return written is not None and written > day

    def _holding(self, thing: Mapping[Term, float]) -> set[int]:
        """The passages with a noun of a thing, also where it is part of a compound."""
        found: set[int] = set()
        for term in thing:
            found.update(self._holders.get(term[0], ()))
            if len(term[0]) >= PART_OF_COMPOUND:
                found.update(number for word in self._compounds_with(term[0]) for number in self._holders[word])
        return found

    def _compounds_with(self, noun: str) -> list[str]:
        return [word for word in self._holders if noun in word]

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
        return Searched(
            letter=letter.id, passage=passage.id, text=excerpt(passage.text, EXCERPT), score=round(found[0], 3)
        )


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


def _named_share(thing: Mapping[Term, float], words: frozenset[str]) -> float:
    """The share of the nouns of a thing that a passage names, by themselves or as a part of other compounds."""
    total = sum(thing.values())
    if not total:
        return 0.0
    held = (weight for term, weight in thing.items() if term[0] in words or _is_part(term[0], words))
    return sum(held) / total


def _is_part(noun: str, words: frozenset[str]) -> bool:
    return len(noun) >= PART_OF_COMPOUND and any(noun in word for word in words)
