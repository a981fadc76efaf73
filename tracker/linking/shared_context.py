"""Whether two statements are of two things: what one is of the other names nowhere, or only to say where its own is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.extraction.naming import NamePlace
from tracker.extraction.sibling_features import takes_part
from tracker.language.lemmas import is_verb_form
from tracker.language.pack import cached
from tracker.language.resources import entries
from tracker.language.terms import NO_NAMES, Term, is_doing, is_generic, is_party, terms_of
from tracker.linking.profile import StatementProfile

_LEAST = 4
"""Letters: so long a word that another begins or ends with is a part of it ("verbeterplan", "plan"); by judgement."""


def shares_only_place(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether all that two quotes share tells of one of them only where that is, which has a thing of its own.

    "De bouw van het hotel naast het museum" is not the museum.
    """
    return _is_place(one, other) or _is_place(other, one)


def _is_place(subject: StatementProfile, beside: StatementProfile) -> bool:
    placed, rest = _parted(subject.facts.topic)
    where = _stems(terms_of(placed, NO_NAMES))
    known = _stems(beside.own)
    if where.isdisjoint(known) or not _stems(subject.own) & known <= where - _stems(terms_of(rest, NO_NAMES)):
        return False
    named = (term for name in subject.facts.names for term in terms_of(name.words, NO_NAMES))
    things = (term for term in named if _names_a_thing(term) and where.isdisjoint(term))
    return any(not _any_among(term, known) for term in things)


def _stems(terms: Iterable[Term]) -> frozenset[str]:
    """The words, and their parts, that are not what is done with a thing."""
    return frozenset(stem for term in terms if not is_doing(term) for stem in term)


@cached(maxsize=8192)
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


def _names_a_thing(term: Term) -> bool:
    return not (is_doing(term) or is_generic(term) or is_party(term) or is_verb_form(term[0]))


def shares_only_who(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether all that a report has of a promise is who acts or gets something, and not the thing.

    "De politie krijgt een meldsysteem": that "de politie heeft mensen aangenomen" is no system.
    """
    names = promise.facts.names
    things = [
        term
        for name in names
        if name.place is NamePlace.OBJECT and not takes_part(name)
        for term in terms_of(name.head, NO_NAMES)
    ]
    who = [
        term
        for name in names
        if name.place is NamePlace.SUBJECT or takes_part(name)
        for term in terms_of(name.head, NO_NAMES)
    ]
    shared = _stems(promise.own) & _stems(report.own)
    if not shared or not shared <= _stems(who) or not any(map(_names_a_thing, things)):
        return False
    known = _stems(report.own)
    return not any(_any_among(term, known) for term in things)


def _any_among(term: Term, known: Iterable[str]) -> bool:
    """Whether a word, or a part of it, is among some stems, or a part of one of them."""
    return any(stem == one or _is_part(stem, one) or _is_part(one, stem) for stem in term for one in known)


def _is_part(word: str, part: str) -> bool:
    return len(part) >= _LEAST and (word.startswith(part) or word.endswith(part))
