"""The tagger: where time expressions stand in a text, each a candidate that is modified, joined and framed."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from tracker.language.pack import cached
from tracker.language.patterns import pattern_set
from tracker.model import Precision
from tracker.temporal.candidates import DateCandidate, DateInterval, apply_modifier, join
from tracker.temporal.grammar import Frame, grammar
from tracker.temporal.interpreters import candidate_of
from tracker.temporal.interval import days_on, earlier, later
from tracker.text.pattern_set import PatternSet

# So many characters before an expression hold all words that can belong to it.
WINDOW = 60
"""Characters before an expression in which parts and frames are looked for; by judgement."""
# A longer list of times is no range.
_LIST = 12
"""Expressions that one list joins at most; by judgement."""
_JOINED = "range"
"""What stands among the rules of an expression that is joined of several."""
_SAYS_WHICH = ("rel", "rel_year", "rel_before", "year", "year_after", "yy", "tail")


class Found(Struct, frozen=True):
    """An expression in the text: its candidate, the frames around it, the inner one first, and its rules."""

    begin: int
    end: int
    candidate: DateCandidate
    rules: tuple[str, ...]
    needs: str = ""
    frames: tuple[Frame, ...] = ()
    joined: bool = False
    """Whether it is joined of several."""


def find_candidates(text: str, anchor: dt.date | None) -> list[Found]:
    """All expressions of a folded text, the longest where they overlap, in order."""
    if not grammar().anything.search(text):
        return []
    bare = _longest(_bare(text, anchor))
    narrowed = _longest([one for found in bare if (one := _narrowed(text, found)).needs != "part"])
    framed = _counted(text, [_framed(text, found) for found in _joined(text, narrowed)], anchor)
    return _longest([found for found in framed if found.frames or found.needs != "frame"])


class _Taken:
    """Stretches of text that are spoken for; asking and taking stay quick however many there are."""

    def __init__(self) -> None:
        self.begins: list[int] = []
        self.ends: list[int] = []

    def take(self, begin: int, end: int) -> bool:
        """Take text[begin:end] unless a part of it is taken."""
        at = bisect_right(self.begins, begin)
        if not self.free(begin, end):
            return False
        self.begins.insert(at, begin)
        self.ends.insert(at, end)
        return True

    def free(self, begin: int, end: int) -> bool:
        """Whether nothing of text[begin:end] is taken."""
        at = bisect_right(self.begins, begin)
        before = at == 0 or self.ends[at - 1] <= begin
        return before and (at == len(self.begins) or self.begins[at] >= end)


def _longest(found: Sequence[Found]) -> list[Found]:
    taken = _Taken()
    ranked = sorted(found, key=lambda one: (one.begin - one.end, one.begin))
    return sorted((one for one in ranked if taken.take(one.begin, one.end)), key=lambda one: one.begin)


def _bare(text: str, anchor: dt.date | None) -> list[Found]:
    ignored = _Taken()
    for match in grammar().ignore.finditer(text):
        ignored.take(*match.span())
    found = []
    rules = grammar().rules
    for at in sorted(_sought().possible(text)):
        rule, pattern = rules[at]
        for match in _compiled(pattern).finditer(text):
            begin, end = match.span()
            if ignored.free(begin, end):
                groups = match.groupdict()
                says_which = rule.needs != "name" and any(groups.get(name) for name in _SAYS_WHICH)
                candidate = candidate_of(rule, groups, anchor)
                found.append(Found(begin, end, candidate, (rule.id,), "" if says_which else rule.needs))
    return found


@cached(maxsize=None)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cached(maxsize=1)
def _sought() -> PatternSet:
    """The patterns of the rules, in their order."""
    return pattern_set(pattern for _, pattern in grammar().rules)


def _narrowed(text: str, found: Found) -> Found:
    """The expression with the part words before it, the longest that fit; and with those before them."""
    window = text[max(0, found.begin - WINDOW) : found.begin]
    matches = [(match.start(), part) for part, pattern in grammar().parts if (match := pattern.search(window))]
    for at, part in sorted(matches, key=lambda pair: pair[0]):
        candidate = apply_modifier(found.candidate, part)
        if candidate.periods:
            begin = found.begin - len(window) + at
            return _narrowed(text, Found(begin, found.end, candidate, (*found.rules, part.id)))
    return found


# ---------------------------------------------------------------- neighbours


def _joined(text: str, found: Sequence[Found]) -> list[Found]:
    """Neighbours joined by "and", "or", "to", a dash … become one candidate."""
    joined: list[Found] = []
    at = 0
    while at < len(found):
        size = _chain(text, found[at : at + _LIST])
        joined.append(_whole(text, found[at : at + size]))
        at += size
    return joined


def _chain(text: str, found: Sequence[Found]) -> int:
    """How many of the first make one range.

    A comma joins only in a list that ends with a joining word, and parts that adjoin ("eind mei, begin juni").
    """
    size = 1
    for number, (left, right) in enumerate(pairwise(found), start=2):
        between = text[left.end : right.begin]
        if not (left.candidate.periods and right.candidate.periods and grammar().join.match(between)):
            break
        if between != ", " or _adjoin(left.candidate, right.candidate):
            size = number
    return size


def _adjoin(left: DateCandidate, right: DateCandidate) -> bool:
    """Whether one part of a year or month begins where another ends."""
    begins = {period.start for period in right.periods}
    ends = (days_on(period.end, 1) for period in left.periods)
    return left.kind == right.kind == "part" and not begins.isdisjoint(ends)


def _whole(text: str, found: Sequence[Found]) -> Found:
    first, last = found[0], found[-1]
    if len(found) == 1:
        return first
    candidate = first.candidate
    for left, right in pairwise(found):
        exclusive = bool(grammar().exclusive.match(text[left.end : right.begin]))
        candidate = join(candidate, right.candidate, exclusive=exclusive)
    needs = first.needs if all(one.needs for one in found) else ""
    return Found(first.begin, last.end, candidate, (*first.rules, _JOINED), needs, joined=True)


# ---------------------------------------------------------------- lengths before and after a day


def _counted(text: str, found: Sequence[Found], anchor: dt.date | None) -> list[Found]:
    """A length with the day that it is counted from becomes one expression: "twee weken voor 12 juni"."""
    counted: list[Found] = []
    for one in found:
        last = counted[-1] if counted else None
        if last and text[last.end : one.begin] == " " and (day := _counted_from(last, one, anchor)):
            counted[-1] = _in_frame(text, day)
        else:
            counted.append(one)
    return counted


def _counted_from(length: Found, found: Found, anchor: dt.date | None) -> Found | None:
    """The day that lies so long before or after another one, or a recess of known days; no date from what is vague."""
    effect = found.frames[0].effect if found.frames else "at"
    much, periods = length.candidate.length, found.candidate.periods
    if much is None or length.candidate.kind != "length" or not periods or effect not in ("before", "after"):
        return None
    periods = _of_known_days(periods, anchor)
    if not periods:
        unknown = replace(found.candidate, kind="open", periods=(), precision=Precision.OPEN, unit=None)
        return Found(length.begin, found.end, unknown, (*length.rules, *found.rules))
    days = [later(period.end, much) if effect == "after" else earlier(period.start, much) for period in periods]
    there = tuple(DateInterval(day, day) for day in days if day)
    candidate = replace(found.candidate, kind="day", periods=there, precision=Precision.DAY, unit=None)
    return Found(length.begin, found.end, candidate, (*length.rules, *found.rules)) if there else None


def _of_known_days(periods: Sequence[DateInterval], anchor: dt.date | None) -> tuple[DateInterval, ...]:
    """Single days; of what takes several the one to come, where a calendar gives its days."""
    if all(period.start == period.end for period in periods):
        return tuple(periods)
    coming = next((period for period in periods if anchor is None or period.end >= anchor), periods[-1])
    return (coming,) if coming.exact else ()


# ---------------------------------------------------------------- frames


def _framed(text: str, found: Found) -> Found:
    """The expression with the frame before it, and one more around "voor" and "na" ("tot na de zomer")."""
    if not found.candidate.periods:
        return found
    framed = _in_frame(text, found)
    if framed.frames and framed.frames[0].effect in ("before", "after") and framed.begin < found.begin:
        return _in_frame(text, framed)
    return framed


def _may_frame(frame: Frame, found: Found) -> bool:
    fits = not frame.kinds or found.candidate.kind in frame.kinds
    return fits and (not frame.joined or found.joined)


def _in_frame(text: str, found: Found) -> Found:
    window = text[max(0, found.begin - WINDOW) : found.begin]
    fitting = [
        (match.start(), number, frame)
        for number, (frame, pattern) in enumerate(grammar().frames)
        if _may_frame(frame, found) and (match := pattern.search(window))
    ]
    if not fitting:
        return found
    at, _, frame = min(fitting, key=lambda fit: fit[:2])
    begin = found.begin if frame.outside else found.begin - len(window) + at
    return replace(found, begin=begin, rules=(*found.rules, frame.id), frames=(*found.frames, frame))
