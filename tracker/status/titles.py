"""A draft's title: the noun phrase of its promises that tells most, with its heading where that tells little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.extraction import AnalysedLetter, Facts, NounPhrase
from tracker.linking.terms import NO_NAMES, deliverable_types, informativeness, is_party, terms_of
from tracker.model import AnyStatement, Commitment
from tracker.status.weights import (
    FORM_GAIN,
    LATER_COST,
    LONGEST_TITLE,
    PARTY,
    RECURRING_GAIN,
    RECURRING_MOST,
    WEAK_TITLE,
    WORD_COST,
)


def title(members: Sequence[AnyStatement], letters: Mapping[str, AnalysedLetter], facts: Facts) -> str:
    """The title of the statements of a draft; never empty, at most about LONGEST_TITLE words."""
    promises: list[AnyStatement] = [row for row in members if isinstance(row, Commitment)]
    promises = promises or list(members)
    found = [
        (_value(phrase) + _recurring(phrase, promises, facts) - LATER_COST * at, -at, " ".join(phrase.written))
        for at, row in enumerate(promises[:3])
        for phrase in facts[row.id].noun_phrases
    ]
    value, _, phrase = max(found, default=(0.0, 0, ""))
    heading = _heading(promises[0], letters)
    if value >= WEAK_TITLE or not heading:
        return _shown(phrase or " ".join(promises[0].quote.split()[:LONGEST_TITLE]))
    return _shown(f"{phrase} ({heading})" if phrase else heading)


def _value(phrase: NounPhrase) -> float:
    """What a phrase tells, minus its length; who takes part tells little."""
    terms = terms_of(phrase.words, NO_NAMES)
    weights = {term[0]: informativeness(term[0]) * (PARTY if is_party(term) else 1) for term in terms}
    named = any(map(deliverable_types, terms))
    return sum(sorted(weights.values(), reverse=True)[:3]) + FORM_GAIN * named - WORD_COST * len(phrase.written)


def _recurring(phrase: NounPhrase, promises: Sequence[AnyStatement], facts: Facts) -> float:
    """What a phrase gains by its most telling word being that of other promises of the draft too."""
    best = max(set(terms_of(phrase.words, NO_NAMES)), key=lambda term: (informativeness(term[0]), term), default=None)
    others = sum(best in terms_of(facts[row.id].words, NO_NAMES) for row in promises[:RECURRING_MOST])
    return RECURRING_GAIN * max(0, others - 1)


def _heading(row: AnyStatement, letters: Mapping[str, AnalysedLetter]) -> str:
    letter = letters.get(row.letter)
    words = letter.heading(row.section).split() if letter else []
    return " ".join(words[:LONGEST_TITLE]) + (" …" if len(words) > LONGEST_TITLE else "")


def _shown(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
