"""Pattern → runs of letters of which every text that it matches has one: so that most texts need not be searched.

It is the index of words to search that code search makes of a regular expression (R. Cox, "Regular Expression Matching
with a Trigram Index", 2012), read from Python's own parse of the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from msgspec import Struct

SHORTEST = 3
"""Letters of a run: shorter ones stand in most texts, but for a digit."""
LONGEST = 20
"""Letters of a run: of a longer one the first."""
_MOST = 48
"""Runs that are followed side by side."""
_RANGE = 10
"""Letters of a class that are followed one by one."""
_REPEATED = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_WIDTHLESS = (op.AT, op.ASSERT, op.ASSERT_NOT)

DIGIT = "0"
"""What stands for every digit, in runs and in the texts that are compared with them."""

Runs = frozenset[str]
_EMPTY: Runs = frozenset(("",))


class _Read(Struct, frozen=True):
    """What a part of a pattern matches: one of `whole` where these are few; each match has one of `some`."""

    whole: Runs | None = None
    some: Runs | None = None


_ANYTHING = _Read()


def literals(pattern: str | re.Pattern[str]) -> Runs | None:
    """Runs of three letters or more, or a digit, of which each match of a pattern has one; None where there are none.

    Their digits are all DIGIT.
    """
    text, flags = (pattern, 0) if isinstance(pattern, str) else (pattern.pattern, pattern.flags)
    parsed = _parser.parse(text, flags)
    if parsed.state.flags & re.IGNORECASE:
        return None
    some = _sequence(parsed).some
    return some if some is None else frozenset(map(_short, some))


def _short(run: str) -> str:
    """What is asked of a text of a run: its first letters, or that it has a digit at all."""
    return run[:LONGEST] if len(run) >= SHORTEST else DIGIT


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Read:
    """What stands after each other: runs grow until one comes that may be anything."""
    found: list[Runs] = []
    runs, letters, whole = _EMPTY, "", True
    for kind, value in items:
        if kind is op.LITERAL:
            letters += _letter(value)
            continue
        if kind in _WIDTHLESS:
            continue
        runs, letters = _followed(runs, letters), ""
        read = _item(kind, value)
        found += [read.some] if read.some is not None else []
        if read.whole is not None and len(runs) * len(read.whole) <= _MOST:
            runs = frozenset(first + then for first in runs for then in read.whole)
            continue
        found.append(runs)
        runs, whole = (read.whole if read.whole is not None and len(read.whole) <= _MOST else _EMPTY), False
    runs = _followed(runs, letters)
    return _Read(runs if whole else None, _most_telling([*found, runs]))


def _followed(runs: Runs, letters: str) -> Runs:
    """Runs with the same letters after each."""
    return frozenset(run + letters for run in runs) if letters else runs


def _most_telling(found: Iterable[Runs]) -> Runs | None:
    """Those of which the shortest is longest; of equals the fewest."""
    ranked = [(min(map(_telling, runs)), -len(runs), runs) for runs in found]
    length, _, best = max(ranked, key=lambda row: row[:2])
    return best if length >= SHORTEST else None


def _telling(run: str) -> int:
    """The letters of a run that count; a digit tells as much as the shortest run."""
    return SHORTEST if DIGIT in run and len(run) < SHORTEST else min(LONGEST, len(run))


def _item(kind: Any, value: Any) -> _Read:
    if kind is op.IN:
        return _Read(_class(value))
    if kind is op.BRANCH:
        return _any_of([_sequence(branch) for branch in value[1]])
    if kind is op.SUBPATTERN:
        _, added, _, items = value
        return _ANYTHING if added & re.IGNORECASE else _sequence(items)
    if kind is op.ATOMIC_GROUP:
        return _sequence(value)
    if kind in _REPEATED:
        return _repeated(*value)
    return _ANYTHING


def _any_of(reads: list[_Read]) -> _Read:
    whole, some = [row.whole for row in reads], [row.some for row in reads]
    return _Read(_united(whole), _united(some))


def _united(rows: list[Runs | None]) -> Runs | None:
    known = [row for row in rows if row is not None]
    return frozenset(chain.from_iterable(known)) if len(known) == len(rows) else None


def _repeated(least: int, most: int, items: Iterable[tuple[Any, Any]]) -> _Read:
    read = _sequence(items)
    if least == 0:
        return _Read(read.whole | _EMPTY) if most == 1 and read.whole is not None else _ANYTHING
    return read if least == most == 1 else _Read(None, read.some)


def _class(parts: Iterable[tuple[Any, Any]]) -> Runs | None:
    """The letters of a class where they are few."""
    letters: set[str] = set()
    for kind, value in parts:
        if (kind, value) == (op.CATEGORY, op.CATEGORY_DIGIT):
            letters.add(DIGIT)
        elif kind in (op.LITERAL, op.RANGE):
            letters |= set(_letters(kind, value))
        else:
            return None
        if len(letters) > _RANGE:
            return None
    return frozenset(letters)


def _letters(kind: Any, value: Any) -> Iterator[str]:
    first, last = (value, value) if kind is op.LITERAL else value
    return map(_letter, range(first, min(last, first + _RANGE) + 1))


def _letter(code: int) -> str:
    return DIGIT if chr(code).isdecimal() else chr(code)
