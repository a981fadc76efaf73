"""Whether two statements are of two things: what one is of the other names nowhere, or only to say where its own is."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.extraction.naming import NamePlace
from tracker.extraction.sibling_features import takes_part
from tracker.language.terms import NO_NAMES, Term, terms_of
from tracker.linking.placed_words import names_a_thing, stems_of_things
from tracker.linking.profile import StatementProfile

_LEAST = 4
"""Letters: so long a word that another begins or ends with is a part of it ("verbeterplan", "plan"); by judgement."""


def shares_only_place(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether all that two quotes share tells of one of them only where that is, which has a thing of its own.

    "De bouw van het hotel naast het museum" is not the museum.
    """
    return _is_place(one, other) or _is_place(other, one)


def _is_place(subject: StatementProfile, beside: StatementProfile) -> bool:
    placed, known = subject.placed, beside.own_stems
    if placed.where.isdisjoint(known) or not subject.own_stems & known <= placed.where - placed.rest:
        return False
    return any(not _any_among(term, known) for term in placed.things)


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
    shared = promise.own_stems & report.own_stems
    if not shared or not shared <= stems_of_things(who) or not any(map(names_a_thing, things)):
        return False
    return not any(_any_among(term, report.own_stems) for term in things)


def _any_among(term: Term, known: Iterable[str]) -> bool:
    """Whether a word, or a part of it, is among some stems, or a part of one of them."""
    return any(stem == one or _is_part(stem, one) or _is_part(one, stem) for stem in term for one in known)


def _is_part(word: str, part: str) -> bool:
    return len(part) >= _LEAST and (word.startswith(part) or word.endswith(part))
