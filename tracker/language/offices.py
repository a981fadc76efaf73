"""Offices of the state by their field: whether the minister that a text names is one of those that sign."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.language.lemmas import is_content, lemma, words
from tracker.language.pack import cached, current
from tracker.language.patterns import expression
from tracker.language.resources import entries
from tracker.storage.cache import remembered

_SHORTEST = 4
"""Letters: in a field that is all in capitals, so long are the words that are no function words; by judgement."""


def is_of_field(one: str, other: str) -> bool:
    """Whether two offices have a word of their field in common, or one has the first letters of the other's ("IenW").

    "Zaken" is of any field: "Binnenlandse Zaken" is not "Buitenlandse Zaken". Not where one names no field.
    """
    return _are_alike(field_of(one), field_of(other))


def is_of_ministry(office: str, ministry: str) -> bool:
    """The same of an office and a ministry, as a register names it: by its field, by an abbreviation or in full.

    A field that is one of a ministry's is of that.
    """
    found = expression("readings", "context", "ministry").match(ministry.lower())
    field = ministry[found.start("field") : found.end("field")] if found else field_of(ministry) or ministry
    return any(_are_alike(one, field) for one in _with_ministries(field_of(office)))


def are_of_others(offices: Iterable[str], ministry: str) -> bool:
    """Whether all offices of which a field is known are of others than a ministry; not where nothing is known."""
    known = list(filter(field_of, offices))
    return bool(ministry and known) and not any(is_of_ministry(office, ministry) for office in known)


def _are_alike(mine: str, yours: str) -> bool:
    if mine and mine.lower() == yours.lower():
        return True
    if _share_a_word(mine, yours):
        return True
    return any(short and short == first for short, first in _spelled(mine, yours))


def field_of(office: str) -> str:
    """The field of a minister or state secretary, as it is written; "" of anybody else."""
    found = expression("readings", "context", "minister").match(office.lower())
    return office[found.start("field") : found.end("field")] if found else ""


@cached(maxsize=256)
def _with_ministries(field: str) -> tuple[str, ...]:
    """A field, and the ministries of which it is only a part: of "Medische Zorg" that of health."""
    named = frozenset(words(field))
    several = entries("register", "portfolios").items()
    return (field, *(name for name, parts in several if any(named.issuperset(words(part)) for part in parts)))


@cached(maxsize=256)
def _share_a_word(mine: str, yours: str) -> bool:
    """Whether two fields share a word that tells something; remembered, for a report asks no other dictionary."""
    shared = sorted({*words(mine)}.intersection(words(yours)))
    about = ("fields", current().code, *shared)
    return bool(shared) and remembered(bool, about, lambda: any(is_content(lemma(word)) for word in shared))


def _spelled(one: str, other: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The abbreviation that each may be, with the first letters of the words of the other."""
    return (_abbreviation(one), _first_letters(other)), (_abbreviation(other), _first_letters(one))


def _abbreviation(field: str) -> str:
    capitals = "".join(filter(str.isupper, field))
    return capitals if " " not in field and len(capitals) > 1 else ""


def _first_letters(field: str) -> str:
    """The first letters of the words in capitals, up to a dash; of an abbreviation its capitals."""
    if short := _abbreviation(field):
        return short
    ministry, *_ = field.split(" – ")
    least = _SHORTEST if field.isupper() else 1
    return "".join(word[0] for word in ministry.split() if word[0].isupper() and len(word) >= least)
