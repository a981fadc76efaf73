"""Whether two texts name one thing: by the same words, or a compound where the other has its parts apart."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tracker.extraction.number_topic import things_in
from tracker.language.patterns import pattern
from tracker.language.terms import Term, is_generic, is_party

_LEAST = 2
"""So many words of a thing make it one of its own; by judgement."""


class ThingWords(Struct, frozen=True):
    """The words for a thing, each as it stands with the parts of which it is made, and all of them."""

    each: tuple[tuple[str, frozenset[str]], ...]
    all: frozenset[str]

    @property
    def is_enough(self) -> bool:
        """Whether they name a thing of its own."""
        return len(frozenset[str]().union(*(parts for _, parts in self.each))) >= _LEAST

    def are_in(self, other: ThingWords) -> bool:
        """Whether another text has each of them, or all its parts."""
        return all(word in other.all or parts <= other.all for word, parts in self.each)


def thing_words(text: str) -> ThingWords:
    """The words for the thing that a text is about, by stems."""
    said = pattern("register", "promiser").sub(" ", text.lower())
    terms = [term for term in things_in(said) if not (is_generic(term) or is_party(term))]
    return ThingWords(
        tuple((term[0], _parts(term)) for term in terms), frozenset(stem for term in terms for stem in term)
    )


def _parts(term: Term) -> frozenset[str]:
    """The parts of a compound that are made of no other of them, a word that is none itself."""
    return frozenset(part for part in term[1:] if not _holds_another(part, term[1:])) or frozenset(term[:1])


def _holds_another(part: str, parts: Iterable[str]) -> bool:
    return any(one != part and one in part for one in parts)


def name_one_thing(one: ThingWords, other: ThingWords) -> bool:
    """Whether each of two texts has all words that the other has for its thing."""
    return one.are_in(other) and other.are_in(one) and one.is_enough
