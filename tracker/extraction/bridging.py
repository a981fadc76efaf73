"""The thing that a sentence leaves to those before it: "De indiening is voorzien in mei", after "het wetsvoorstel".

What linguistics calls bridging: a definite noun for what is done, without the thing that it is done with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.extraction.noun_phrases import NounPhrase
from tracker.language.informativeness import informativeness
from tracker.language.resources import word_set
from tracker.language.terms import NO_NAMES, Term, is_doing, is_generic, is_party, terms_of

TELLING = 0.4
"""Informativeness (0..1): a noun that tells less ("tijd", "aanleiding") is not what is left out; by judgement."""


def bridged_words(own: Sequence[NounPhrase], before: Iterable[Sequence[NounPhrase]]) -> tuple[str, ...]:
    """The words of the thing that a quote's noun phrases leave out, in lower case; none where they name one.

    `before` are the noun phrases of the sentences before it in its passage, nearest first. Of a sentence that names
    several things the most telling one is meant.
    """
    if not own or not _is_only_done(own):
        return ()
    for sentence in before:
        things = [phrase for phrase in sentence if may_be_left_out(phrase)]
        if things:
            return max(things, key=_tells).words
    return ()


def _is_only_done(phrases: Sequence[NounPhrase]) -> bool:
    """Whether all that noun phrases name is what is done, first of all, and who takes part."""
    named = [_things(phrase) for phrase in phrases]
    first = _terms(phrases[0])
    return bool(first) and is_doing(first[0]) and not any(named)


def may_be_left_out(phrase: NounPhrase) -> bool:
    """Whether a noun phrase names something that may be left out later."""
    return bool(_things(phrase)) and _tells(phrase) >= TELLING


def _tells(phrase: NounPhrase) -> float:
    return max(informativeness(term[0]) for term in _things(phrase))


def _things(phrase: NounPhrase) -> list[Term]:
    """The terms that are no act, no form and nobody."""
    nobody = word_set("words", "addressing") | word_set("words", "intending")
    named = (term for term in _terms(phrase) if term[0] not in nobody)
    return [term for term in named if not (is_doing(term) or is_generic(term) or is_party(term))]


def _terms(phrase: NounPhrase) -> list[Term]:
    return terms_of(phrase.naming, NO_NAMES)
