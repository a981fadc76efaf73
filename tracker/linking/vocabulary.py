"""What each word of a letter tells, by how many of its passages have it; the abbreviations known when it came.

And whether a word, in whatever letter, can tell one subject from another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tracker.extraction import AnalysedLetter
from tracker.language.informativeness import idf, informativeness
from tracker.language.resources import word_set
from tracker.language.terms import (
    Names,
    Term,
    deliverable_types,
    is_doing,
    is_generic,
    is_party,
    names_of,
    terms_of,
)
from tracker.linking.weights import INFORMATIVE, SMALL


class Vocabulary(Struct, frozen=True):
    """What each stem of a letter tells, and the abbreviations known when it was written."""

    passages: int
    counts: Mapping[str, int]
    table: Mapping[str, float]
    names: Names

    def idf(self, stem: str) -> float:
        """Inverse document frequency, in nats: how surprising the word is in a passage, if it is informative."""
        try:
            return self.table[stem]
        except KeyError:
            return _surprise(stem, 0, self.passages)


Vocabularies = tuple[Vocabulary, Vocabulary]
"""Those of the letters of two statements."""


def read_vocabulary(letter: AnalysedLetter, known: Names) -> Vocabulary:
    """Count a letter's words; `known` are the abbreviations that earlier letters explained."""
    names = _more_names(known, letter.abbreviations)
    counts: dict[str, int] = {}
    for passage in letter.body:
        for stem in {stem for term in terms_of(letter.words_of(passage.id), names) for stem in term}:
            counts[stem] = counts.get(stem, 0) + 1
    table = {stem: _surprise(stem, count, len(letter.body)) for stem, count in counts.items()}
    return Vocabulary(len(letter.body), counts, table, names)


def tells_apart(term: Term) -> bool:
    """Whether a word is a form of what is delivered, or else one that neither fits any subject nor names a party."""
    return bool(deliverable_types(term)) or not (is_generic(term) or is_party(term))


def is_informative(term: Term) -> bool:
    """Whether a word can tell by itself what a sentence is about: a form of what comes, or a rare thing."""
    specific = informativeness(term[0]) >= INFORMATIVE and tells_apart(term) and not is_doing(term)
    return bool(deliverable_types(term)) or specific


def _surprise(stem: str, count: int, passages: int) -> float:
    return idf(count, max(passages, SMALL)) * informativeness(stem)


def _more_names(known: Names, explained: Mapping[str, Sequence[str]]) -> Names:
    linking = word_set("words", "linking")
    new = {short: tuple(word for word in long if word not in linking) for short, long in explained.items()}
    if new.items() <= known.full.items():
        return known
    return names_of({**known.full, **new})
