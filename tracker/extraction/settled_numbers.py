"""Which of the promises that a text names by their numbers it says to be met: all, or some of them by their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from msgspec import Struct

from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.number_mentions import is_another
from tracker.extraction.references import find_citations, find_references
from tracker.extraction.register_numbers import in_one_spelling
from tracker.language.lemmas import is_code, is_content, words
from tracker.language.patterns import matches, pattern
from tracker.language.resources import word_set
from tracker.model import Reference

_ORDER = {"first": 0, "second": 1, "third": 2, "last": -1}
"""The place of a number that each of these turns stands for."""
_PAIR = 2
"""So many are "both"."""
_PARTS = re.compile(r", (?:en )?|; ?| en ")


class _Pick(Struct, frozen=True):
    """A place of a text that stands for one of several numbers ("de laatste")."""

    begin: int
    end: int
    at: int


def numbers_in_order(text: str) -> tuple[str, ...]:
    """The numbers of registered promises that a text names as those of what it speaks of, each in one spelling."""
    named = (row.id for row in find_references(text) if is_registered((row,)))
    return tuple(dict.fromkeys(in_one_spelling(number) for number in named if not is_another(text, number)))


def numbers_in(text: str) -> frozenset[str]:
    """The same in no order."""
    return frozenset(numbers_in_order(text))


def is_registered(references: Iterable[Reference]) -> bool:
    """Whether one of them is the number of a registered promise."""
    return any(row.kind in word_set("details", "registered") for row in references)


def settled_in(text: str) -> frozenset[str]:
    """The numbers of which a text says that their promises are met, where it says of others that they are not.

    What stands after a semicolon is of its own, but for a number that goes on a list.
    """
    found: set[str] = set()
    for part in text.split(";"):
        named = numbers_in(part)
        if Cue.SETTLING in find_cues(part):
            named |= _beside(part, "also")
            named = _beside(part, "only") or named
            picked = picked_in(part, numbers_in_order(part))
            found |= named - unsettled_in(part) if picked is None else picked
        elif found and not says_more(part):
            found |= named
    return frozenset(found)


def _beside(text: str, turn: str) -> frozenset[str]:
    """The numbers right after a turn: "A-1 is afgedaan, evenals A-2"."""
    places = (row for row in find_citations(text) if is_registered(row.references))
    beside = (row for row in places if pattern("register", turn).search(text[: row.begin].lower()))
    return frozenset(in_one_spelling(one.id) for row in beside for one in row.references)


def settled_before(text: str, numbers: Sequence[str]) -> frozenset[str]:
    """Those of the numbers named before a text that it says to be met without them: "Beide toezeggingen zijn afgedaan".

    None where it speaks of others, or of one and not which.
    """
    picked = picked_in(text, numbers) if len(numbers) > 1 else None
    if picked is not None:
        return picked
    whole = matches("register", "several_at_hand", text) and len(numbers) > 1
    return (
        frozenset(numbers)
        if whole and (len(numbers) == _PAIR or not matches("register", "both", text))
        else frozenset()
    )


def picked_in(text: str, numbers: Sequence[str]) -> frozenset[str] | None:
    """Those of several numbers that a text says to be met by their order: "only the first", "respectively".

    None where it speaks of no order.
    """
    low = text.lower()
    if respectively := pattern("register", "respectively").search(low):
        return _each_of(low[respectively.end() :], numbers)
    if len(numbers) > 1 and matches("register", "one_of", low):
        return frozenset()
    picks = _picks(low)
    if not picks or len(numbers) < _PAIR:
        return None
    head = low[: picks[0].begin]
    found = set(numbers) if _settles(head) else set[str]()
    for pick, after in zip_longest(picks, picks[1:]):
        said = low[pick.end : after.begin if after else len(low)]
        number = next(iter(numbers[pick.at :]), "")
        if matches("register", "unsettled", said) or pattern("register", "all_but").search(low[: pick.begin]):
            found.discard(number)
        elif number and _settles(said):
            found.add(number)
    return frozenset(found)


def _picks(low: str) -> list[_Pick]:
    places = (
        _Pick(found.start(), found.end(), at)
        for name, at in _ORDER.items()
        for found in pattern("register", name).finditer(low)
    )
    return sorted(places, key=lambda pick: pick.begin)


def _each_of(said: str, numbers: Sequence[str]) -> frozenset[str]:
    """The numbers that are met where a text says one thing of each, in their order; none where these are not as many.

    When each was met may stand before the one word for all of them: "op 3 mei en op 4 juni afgedaan".
    """
    parts = _PARTS.split(said)
    if len(parts) != len(numbers):
        return frozenset()
    last = _settles(parts[-1])
    met = (_settles(part) or (last and _says_when(part)) for part in parts)
    return frozenset(number for number, done in zip(numbers, met, strict=True) if done)


def _says_when(part: str) -> bool:
    first = next(iter(words(part)), "")
    return first in word_set("clauses", "prepositions") and not matches("register", "unsettled", part)


def _settles(text: str) -> bool:
    return Cue.SETTLING in find_cues(text) and not matches("register", "unsettled", text)


def says_more(text: str) -> bool:
    """Whether a text says more than numbers and that they are those of promises."""
    said = (word for word in words(text) if is_content(word) and not is_code(word))
    return any(not matches("register", "pledge", word) and word not in word_set("words", "pointing") for word in said)


def unsettled_in(text: str) -> frozenset[str]:
    """The numbers in a text after which it says, before the next one, that their promises are not met."""
    places = sorted((row.begin, row.end) for row in find_citations(text) if is_registered(row.references))
    open_ = (
        text[begin:end]
        for (begin, end), after in zip_longest(places, places[1:], fillvalue=(len(text), 0))
        if matches("register", "unsettled", text[end : after[0]])
    )
    return frozenset(chain.from_iterable(map(numbers_in, open_)))
