"""The match of a time rule → the candidate that it names: the interval in every year that it could mean.

One small function for each `value` that a rule of the data can have; which year is meant is settled in `resolve`.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from tracker.i18n.message import message
from tracker.temporal import absolute, relative
from tracker.temporal.candidates import DateCandidate
from tracker.temporal.grammar import TimexRule, ValueKind
from tracker.temporal.lengths import lengths_in
from tracker.temporal.match_groups import AnchorDay, Groups, named_periods


def candidate_of(rule: TimexRule, groups: dict[str, str | None], anchor: AnchorDay) -> DateCandidate:
    """What the words of a rule's match name, seen from the letter's date `anchor`."""
    return VALUES[rule.value](rule, {name: text for name, text in groups.items() if text}, anchor)


def _undated(rule: TimexRule, _: Groups, __: AnchorDay) -> DateCandidate:
    return named_periods(rule, [])


def _typo(rule: TimexRule, _: Groups, __: AnchorDay) -> DateCandidate:
    return replace(named_periods(rule, [], kind="open"), notice=message("time.five-figures"))


def _duration(rule: TimexRule, groups: Groups, _: AnchorDay) -> DateCandidate:
    """How long; between two lengths an end moves by the longer one, and a day counted from another is not known."""
    shortest, longest = lengths_in(groups)
    if shortest != longest and rule.value == "length":
        return named_periods(rule, [])
    return replace(named_periods(rule, []), length=longest)


VALUES: dict[ValueKind, Callable[[TimexRule, Groups, AnchorDay], DateCandidate]] = {
    "day": absolute.day_candidate,
    "numeric": absolute.read_numeric,
    "month": absolute.read_month,
    "season": absolute.read_season,
    "fraction": absolute.read_fraction,
    "edge": absolute.read_edge,
    "week-number": absolute.read_week_number,
    "week-of-day": absolute.read_week_of_day,
    "moment": absolute.read_moment,
    "recess": absolute.read_recess,
    "year": absolute.read_year,
    "years": absolute.read_pair_of_years,
    "school": absolute.read_school,
    "relative-year": absolute.read_relative_year,
    "relative-unit": relative.read_relative_unit,
    "the-unit": relative.read_the_unit,
    "weekday": relative.read_weekday,
    "span": relative.read_span,
    "within": relative.read_span,
    "ahead": relative.period_ahead,
    "day-ahead": relative.read_day_ahead,
    "earlier": relative.read_earlier,
    "elapsed": relative.read_elapsed,
    "today": relative.read_today,
    "typo": _typo,
    "length": _duration,
    "increase": _duration,
    "rate": _undated,
    "open": _undated,
    "past": _undated,
}
"""How each value of a rule is read."""
