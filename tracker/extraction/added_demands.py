"""By which words a promise asks for more than what was promised before: its earlier part met is not the whole met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from tracker.extraction.noun_phrases import noun_phrases
from tracker.extraction.number_topic import parts_of
from tracker.language.lemmas import is_code, words
from tracker.language.resources import word_set
from tracker.language.terms import NO_NAMES, Term, deliverable_types, is_doing, is_party, tells_nothing_alone, terms_of
from tracker.temporal.timex import tag_times

_ANY_DAY = dt.date(2000, 1, 1)
"""Times are found here, not dated: also those of the calendar, such as recesses."""


def more_asked(text: str, before: Iterable[str]) -> tuple[str, ...]:
    """The words for things that a promise names and none of the texts before it, nor a part of them does.

    When, by whom and to whom it is done is no more of it, nor is another word for the form of the same ("rapportage").
    """
    texts = list(before)
    known = frozenset().union(*map(parts_of, texts))
    forms = frozenset().union(*(deliverable_types(term) for one in texts for term in _terms(one)))
    found = (word for word in _noun_phrase_words(text) if known.isdisjoint(parts_of(word)) and _is_more(word, forms))
    return tuple(dict.fromkeys(found))


def _is_more(word: str, forms: frozenset[str]) -> bool:
    return any(
        not forms >= types if (types := deliverable_types(term)) else not _says_nothing(term) for term in _terms(word)
    )


def _says_nothing(term: Term) -> bool:
    return tells_nothing_alone(term) or is_doing(term) or is_party(term)


def _terms(text: str) -> list[Term]:
    return terms_of(words(text), NO_NAMES)


def _noun_phrase_words(text: str) -> Iterator[str]:
    """The words of the noun phrases of a text, without its times and those who act."""
    for time in reversed(tag_times(text, _ANY_DAY)):
        text = text[: time.begin] + " " + text[time.end :]
    for phrase in noun_phrases(text):
        for word in words(" ".join(phrase.naming)):
            if not (is_code(word) or word in word_set("words", "addressing")):
                yield word
