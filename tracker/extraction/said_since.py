"""What a letter may say of a registered promise, or of an earlier letter that spoke of it, without naming its number.

It proves nothing; where a letter may, nobody says that no letter speaks of the promise, nor that an earlier one had the
last word.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from tracker.extraction.analysis import AnalysedLetter
from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.said_of_several import names_a_registered_one
from tracker.language.lemmas import words
from tracker.language.patterns import matches
from tracker.language.terms import NO_NAMES, Term, is_generic, is_party, terms_of
from tracker.storage.cache import remembered
from tracker.temporal.timex import tag_times

_HALF = 0.5
"""The share (0..1) of the words for a thing that a text must hold to speak of it: lower than where a lapse is judged,
for here what is missed accuses; by judgement."""
_FIGURES = 6
"""So many figures of a number are known without its letters."""
_GAP = r"[\W_]{0,2}"


class UnnamedWords(Struct, frozen=True):
    """What a letter says of letters and promises without naming which: the passages that do, by their ids."""

    settles: tuple[str, ...]
    """Those that say of promises without a number that they are met, or something of all of them."""
    takes_back: tuple[str, ...]
    """Those that take back what a letter said."""
    days: dict[dt.date, str]
    """By the day of a letter, that which speaks of this."""


def said_in(letter: AnalysedLetter) -> UnnamedWords:
    """That of a letter; read once."""
    return remembered(UnnamedWords, ("said-since", letter.name), lambda: _said_in(letter))


def _said_in(letter: AnalysedLetter) -> UnnamedWords:
    settles: list[str] = []
    takes_back: list[str] = []
    days: dict[dt.date, str] = {}
    for passage in letter.letter.passages:
        if matches("register", "promises", passage.text) and _settles(letter, passage.id):
            settles.append(passage.id)
        if matches("register", "of_a_letter", passage.text):
            said = [one.text for one in letter.split_of(passage.id) if matches("register", "of_a_letter", one.text)]
            if any(matches("register", "retracting", text) for text in said):
                takes_back.append(passage.id)
            for time in chain.from_iterable(tag_times(text, letter.letter.anchor) for text in said):
                if time.deadline.end and time.deadline.start == time.deadline.end:
                    days.setdefault(time.deadline.end, passage.id)
    return UnnamedWords(tuple(settles), tuple(takes_back), days)


def _settles(letter: AnalysedLetter, passage: str) -> bool:
    split = (one.text for one in letter.split_of(passage) if matches("register", "promises", one.text))
    return any(_settles_some(text) and not names_a_registered_one(text) for text in split)


def _settles_some(text: str) -> bool:
    return matches("register", "all_of_them", text) or Cue.SETTLING in find_cues(text)


def has_figures(text: str, number: str) -> bool:
    """Whether a text has the figures of a number, in any grouping, with or without its letters."""
    return _figures(number).search(text) is not None


def thing_terms(title: str) -> tuple[Term, ...]:
    """The words that name a thing, by stems, without forms of papers and who takes part."""
    terms = dict.fromkeys(terms_of(words(title), NO_NAMES))
    return tuple(term for term in terms if not (is_generic(term) or is_party(term)))


def holds_half(terms: tuple[Term, ...], stems: frozenset[str]) -> bool:
    """Whether stems, of whole words and of parts of compounds, hold half of the words for a thing.

    What has no words of its own may be meant by any text.
    """
    return sum(not stems.isdisjoint(term) for term in terms) >= len(terms) * _HALF


@lru_cache(maxsize=4096)
def _figures(number: str) -> re.Pattern[str]:
    """The figures of a number, in any grouping."""
    figures = re.findall(r"\d", number)
    if len(figures) < _FIGURES:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\d){_GAP.join(figures)}(?!\d)")
