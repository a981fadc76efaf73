"""The match of the macro `length` → the length of time that its words name, or the two between which it lies."""

from __future__ import annotations

from math import ceil

from tracker.model import Precision
from tracker.temporal.interval import Length
from tracker.temporal.match_groups import Groups, count_of, length_of, precision_of
from tracker.text.days import MONTH

_PRECISIONS = list(Precision)
_HOURS = 24
"""Of a day."""
_WORKING_DAY = 1.4
"""Days: five of seven."""


def lengths_in(groups: Groups) -> tuple[Length, Length]:
    """The shortest and the longest that the words name: "zes weken tot twee maanden", "een of twee jaar".

    Mostly these are the same: "een week of zes" is about six weeks, "een jaar en drie maanden" one length of two.
    """
    if "hours" in groups:
        one = Length(days=ceil(count_of(groups) / _HOURS))
        return one, one
    unit = groups["unit"]
    first = length_of(count_of(groups), unit)
    if "more" in groups:
        first = _sum(first, length_of(_count(groups, "more"), groups.get("more_unit", unit)))
    if "about" in groups:
        first = length_of(_count(groups, "about"), unit)
    found = [first]
    if "low" in groups:
        found.append(length_of(_count(groups, "low"), unit))
    if "or" in groups:
        found.append(length_of(_count(groups, "or"), groups["or_unit"]))
    return min(found, key=_days), max(found, key=_days)


def precision_in(groups: Groups) -> Precision:
    """How finely a length is stated: by the smallest of its units."""
    units = [groups[name] for name in ("unit", "more_unit", "or_unit") if name in groups]
    return min(map(precision_of, units), key=_PRECISIONS.index, default=Precision.DAY)


def _count(groups: Groups, name: str) -> float:
    return count_of({"count": groups[name]})


def _sum(one: Length, other: Length) -> Length:
    return Length(one.months + other.months, one.days + other.days, one.working_days + other.working_days)


def _days(length: Length) -> float:
    """About how many days it takes, to compare it with another."""
    return length.months * MONTH + length.days + length.working_days * _WORKING_DAY
