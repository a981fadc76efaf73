"""The words of a statement that tell where something is, and the things that it names besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.extraction.statement_facts import StatementFacts
from tracker.language.lemmas import is_verb_form
from tracker.language.resources import entries
from tracker.language.terms import NO_NAMES, Term, is_doing, is_generic, is_party, terms_of


class PlacedWords(NamedTuple):
    """The stems of a statement that tell where, those of its other words, and the things that are not the place."""

    where: frozenset[str]
    rest: frozenset[str]
    things: tuple[Term, ...]


def placed_words(facts: StatementFacts) -> PlacedWords:
    """The words of a statement by whether they tell where; deadlines are left out."""
    placed, rest = _parted(facts.topic)
    where = stems_of_things(terms_of(placed, NO_NAMES))
    named = (term for name in facts.names for term in terms_of(name.words, NO_NAMES)) if where else ()
    things = tuple(term for term in named if names_a_thing(term) and where.isdisjoint(term))
    return PlacedWords(where, stems_of_things(terms_of(rest, NO_NAMES)), things)


def stems_of_things(terms: Iterable[Term]) -> frozenset[str]:
    """The words, and their parts, that are not what is done with a thing."""
    return frozenset(stem for term in terms if not is_doing(term) for stem in term)


def names_a_thing(term: Term) -> bool:
    """Whether a word names a thing that could be promised: no act, no form, no party."""
    return not (is_doing(term) or is_generic(term) or is_party(term) or is_verb_form(term[0]))


def _parted(said: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words that tell where, up to the next verb, and the others; where something is done tells what."""
    locating = entries("links", "locating").get("words", ())
    placed: list[str] = []
    rest: list[str] = []
    at_place = False
    for at, word in enumerate(said):
        if is_verb_form(word):
            at_place = False
        elif word in locating:
            at_place = at_place or not _is_act(said[at + 1 :])
        (placed if at_place else rest).append(word)
    return placed, rest


def _is_act(said: Sequence[str]) -> bool:
    """Whether the first noun of some words is what is done with a thing ("bij de bouw van de brug")."""
    return any(map(is_doing, next(([term] for term in terms_of(said, NO_NAMES)), [])))
