"""A draft's title: the noun phrase of its promises that tells most, with its heading where that tells little."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tracker.extraction import Facts
from tracker.linking.terms import NO_NAMES, deliverable_types, informativeness, is_party, terms_of
from tracker.model import AnyStatement, Commitment, Letter
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

_NUMBER = re.compile(r"^[\divxlcIVXLC]+\.?(?:\d+)*\.?\s+")


def title(members: Sequence[AnyStatement], letters: Mapping[str, Letter], facts: Facts) -> str:
    """The title of the statements of a draft; never empty, at most about LONGEST_TITLE words."""
    promises: list[AnyStatement] = [row for row in members if isinstance(row, Commitment)]
    promises = promises or list(members)
    found = [
        (_value(words) + _recurring(words, promises) - LATER_COST * at, -at, " ".join(words))
        for at, row in enumerate(promises[:3])
        for words in facts[row.id].noun_phrases
    ]
    value, _, phrase = max(found, default=(0.0, 0, ""))
    heading = _heading(promises[0], letters)
    if value >= WEAK_TITLE or not heading:
        return _shown(phrase or " ".join(promises[0].quote.split()[:LONGEST_TITLE]))
    return _shown(f"{phrase} ({heading})" if phrase else heading)


def _value(words: Sequence[str]) -> float:
    """What a phrase tells, minus its length; who takes part tells little."""
    weights = {
        term[0]: informativeness(term[0]) * (PARTY if is_party(term) else 1)
        for word in words
        for term in terms_of(word, NO_NAMES)
    }
    named = any(deliverable_types(term) for word in words for term in terms_of(word, NO_NAMES))
    return sum(sorted(weights.values(), reverse=True)[:3]) + FORM_GAIN * named - WORD_COST * len(words)


def _recurring(words: Sequence[str], promises: Sequence[AnyStatement]) -> float:
    """What a phrase gains by its most telling word being that of other promises of the draft too."""
    found = {term for word in words for term in terms_of(word, NO_NAMES)}
    best = max(found, key=lambda term: (informativeness(term[0]), term), default=None)
    others = sum(any(best == term for term in terms_of(row.quote, NO_NAMES)) for row in promises[:RECURRING_MOST])
    return RECURRING_GAIN * max(0, others - 1)


def _heading(row: AnyStatement, letters: Mapping[str, Letter]) -> str:
    letter = letters.get(row.letter)
    heading = next((part.heading for part in letter.sections if part.id == row.section), "") if letter else ""
    words = _NUMBER.sub("", heading).strip(" .…").split()
    return " ".join(words[:LONGEST_TITLE]) + (" …" if len(words) > LONGEST_TITLE else "")


def _shown(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
