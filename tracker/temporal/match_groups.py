"""The named groups of a rule's match, read: years, numbers, lengths and the words that choose among years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from tracker.model import Precision
from tracker.temporal.candidates import HALF_MONTH, OF_MONTHS, Choice, DateCandidate, DateInterval
from tracker.temporal.grammar import TimexRule, Unit, grammar
from tracker.temporal.interval import Length

Groups = dict[str, str]
AnchorDay = dt.date | None

CENTURY = 2000
"""The year that two figures count from."""
OFFSETS = {Choice.THIS: 0, Choice.COMING: 1, Choice.FOLLOWING: 1, Choice.PAST: -1}
_WEEK = 7
"""Days."""
_YEARS_AROUND = range(-2, 4)


def named_periods(
    rule: TimexRule,
    periods: Iterable[DateInterval | None],
    choice: Choice = Choice.GIVEN,
    kind: str = "",
    unit: Unit | None = None,
) -> DateCandidate:
    """What the rule names; periods that the calendar does not have are left out."""
    there = tuple(period for period in periods if period)
    return DateCandidate(kind or rule.value, there, choice, rule.precision, unit=unit)


def unit_of(length: Length) -> Unit | None:
    """The unit of the calendar that is so long."""
    return Unit.WEEK if length.days == _WEEK else OF_MONTHS.get(length.months)


def number_meant(table: str, word: str) -> int:
    """The number that a word of the table means."""
    return int(grammar().words[table][word])


def choice_of(word: str) -> Choice:
    """Which one is meant by "dit", "komend" or "vorig"."""
    return Choice(grammar().words["relative"][word])


def length_of(count: float, unit: str) -> Length:
    """So many units, in months and (working) days; half a month is 15 days."""
    size = str(grammar().words["unit"][unit])
    number = count * int(size[:-1])
    if size.endswith("w"):
        return Length(working_days=round(number))
    if size.endswith("d"):
        return Length(days=round(number))
    return Length(months=int(number), days=0 if number == int(number) else HALF_MONTH)


def count_of(groups: Groups) -> float:
    """A number in figures or words; one where there is none."""
    plain = groups.get("count", "1").strip("- ").replace(",", ".").replace("½", ".5")
    return float(plain) if plain[0].isdigit() or plain[0] == "." else float(grammar().words["number"][plain])


def precision_of(unit: str) -> Precision:
    """How finely something counted in the unit is stated."""
    length = length_of(1, unit)
    return (
        Precision.DAY
        if length.days or length.working_days
        else Precision.YEAR
        if length.months % 12 == 0
        else Precision.MONTH
    )


def which_years(groups: Groups, anchor: AnchorDay) -> tuple[tuple[int, ...], Choice]:
    """The years that the words can mean, and how to choose among them."""
    if year := groups.get("year") or groups.get("year_after"):
        return (int(year),), Choice.GIVEN
    if "yy" in groups:
        return (CENTURY + int(groups["yy"]),), Choice.GIVEN
    if anchor is None:
        return (), Choice.NEXT
    if relative := groups.get("rel_year") or groups.get("rel_before"):
        return (anchor.year + OFFSETS[choice_of(relative)],), Choice.GIVEN
    word = groups.get("rel") or groups.get("tail")
    return tuple(anchor.year + offset for offset in _YEARS_AROUND), choice_of(word) if word else Choice.NEXT
