"""A noun that stands for a longer one of the sentence before: "Het warmteplan vergt overleg. U ontvangt het plan …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from tracker.extraction.naming import Name, Naming
from tracker.extraction.noun_phrases import NounPhrase
from tracker.language.lemmas import compound_parts
from tracker.language.lexicon import function_words
from tracker.language.resources import entries
from tracker.language.terms import NO_NAMES, deliverable_types, is_generic, terms_of

_AnyPhrase = TypeVar("_AnyPhrase", NounPhrase, Name)

_REACH = 2
"""So many sentences back the longer noun stands at most; by judgement."""
_LEAST = 3
"""Letters: a noun so much longer may be a compound of the other; by judgement."""
_GRANT = "grant"
"""The form of a scheme of grants, by its name in the data."""
_SURE = 6
"""Letters: what ends in so long a noun is a compound of it, known or not ("wetsvoorstel"); by judgement."""


def long_names(phrases: Sequence[NounPhrase], words: Sequence[str], before: Sequence[Sequence[str]]) -> dict[str, str]:
    """Each noun of a quote that is known by its article alone → the one compound of it in the nearest sentence before.

    `words` are those of the quote and `before` those of the sentences before it, nearest first, in lower case. A noun
    with words of its own ("het plan voor de haven") stands for itself, and so does one of which the sentence before
    names no compound, or several.
    """
    bare = {row.words[0] for row in phrases if len(row.words) == 1 and _is_paper(row.words[0])}
    articles = function_words()["definite_articles"]
    known = [word for article, word in pairwise(words) if article in articles and word in bare]
    found = ((word, _compound(word, before[:_REACH])) for word in known)
    return {word: long for word, long in found if long}


def _is_paper(noun: str) -> bool:
    """Whether a noun is a form of paper, which is of a thing named elsewhere; "de regio" and "de beurs" may be any."""
    terms = terms_of((noun,), NO_NAMES)
    if any(_GRANT in deliverable_types(term) for term in terms):
        return False
    return noun in entries("links", "documents").get("forms", ()) or any(map(is_generic, terms))


def _compound(noun: str, before: Sequence[Sequence[str]]) -> str:
    """The one compound of a noun in the first of some sentences that names that noun or one."""
    for words in before:
        if noun in words:
            return ""
        compounds = {word for word in words if word.endswith(noun) and len(word) >= len(noun) + _LEAST}
        compounds = {word for word in compounds if len(noun) >= _SURE or compound_parts(word)}
        if compounds:
            return next(iter(compounds)) if len(compounds) == 1 else ""
    return ""


def spelled_out(words: Sequence[str], long: Mapping[str, str]) -> tuple[str, ...]:
    """Words with each short noun as the long one."""
    return tuple(long.get(word, word) for word in words)


def phrases_spelled_out(phrases: Sequence[NounPhrase], long: Mapping[str, str]) -> tuple[NounPhrase, ...]:
    """Noun phrases, the short nouns among them as the long ones."""
    return tuple(_spelled_out(row, long) for row in phrases)


def naming_spelled_out(naming: Naming, long: Mapping[str, str]) -> Naming:
    """What may name a statement, the short nouns among it as the long ones."""
    return replace(naming, names=tuple(_spelled_out(row, long) for row in naming.names))


def _spelled_out(row: _AnyPhrase, long: Mapping[str, str]) -> _AnyPhrase:
    if len(row.words) != 1 or row.words[0] not in long:
        return row
    return replace(row, written=spelled_out(row.words, long), words=spelled_out(row.words, long))
