"""Titles → titles of which no two are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence


def all_different(told: Sequence[str], others: Sequence[Sequence[str]], years: Sequence[str]) -> Iterator[str]:
    """The titles in order; of one that was given before, another that its promise may have, else with its year.

    `others` are what each may be called besides, `years` the year of each, "" for none. Where these were given too, a
    number keeps it apart.
    """
    yield from _numbered(_with_years(_with_others(told, others), years))


def _with_others(told: Sequence[str], others: Sequence[Sequence[str]]) -> list[str]:
    """The titles, those given before with something else beside them where a promise says more."""
    taken: set[str] = {*told}
    given: set[str] = set()
    found = []
    for name, more in zip(told, others, strict=True):
        own = next((row for row in more if row not in taken), name) if name in given else name
        given.add(name)
        taken.add(own)
        found.append(own)
    return found


def _with_years(names: Sequence[str], years: Sequence[str]) -> list[str]:
    """The titles, those given before with their year where it is another, and no title says it already."""
    taken: set[str] = {*names}
    given: dict[str, set[str]] = {}
    found = []
    for name, year in zip(names, years, strict=True):
        known = given.setdefault(name, set())
        dated = f"{name[:-1]}, {year})" if name.endswith(")") else f"{name} ({year})"
        apart = bool(known and year) and year not in known and year not in name and dated not in taken
        known.add(year)
        taken.add(dated if apart else name)
        found.append(dated if apart else name)
    return found


def _numbered(names: Sequence[str]) -> Iterator[str]:
    """The names, with a number that no other has where a name was given before."""
    taken = {*names}
    given: Counter[str] = Counter()
    for name in names:
        given[name] += 1
        own = name
        while given[name] > 1 and own in taken:
            own = f"{name} ({given[name]})"
            given[name] += own in taken
        taken.add(own)
        yield own
