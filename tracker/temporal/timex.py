"""Text and the letter's date → time expressions with the intervals that they stand for.

An expression is resolve in three layers, from the inside out: a stretch of the calendar ("2025"), what narrows it
("eind 2025") and how the promise lies to it ("uiterlijk eind 2025"). All words are data in `language/nl/time.toml`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.model import Deadline, Precision
from tracker.temporal.candidates import Choice
from tracker.temporal.grammar import Name, grammar
from tracker.temporal.interval import Length, edtf, extend, retract
from tracker.temporal.resolve import ResolvedTime, TimexRole, resolve
from tracker.temporal.tagger import WINDOW, Found, find_stretches
from tracker.text.normalize import fold

__all__ = ["Length", "Timex", "TimexRole", "extend", "retract", "tag_times"]


# A letter dated outside these years has a wrong date; counting from it would leave the calendar.
_YEARS = range(1000, 8000)


class Timex(Struct, frozen=True):
    """A time expression of a text: text[begin:end], what it says, and the interval that it stands for."""

    begin: int
    end: int
    sense: TimexRole
    deadline: Deadline
    length: Length | None = None
    """How long, for a duration that is so many months or days."""
    negated: bool = False
    """The text says that it is not then ("niet eind dit jaar, maar …")."""
    past: Deadline | None = None
    """Of a day, month or season without a year: the last one before the letter, which a past tense means."""
    name: str = ""
    """The rule that makes it part of a name."""
    kind: str = ""
    """What the words name: "day", "month", "season", "year", "school", "moment", "part", "range", …"""


def tag_times(text: str, anchor: dt.date | None) -> tuple[Timex, ...]:
    """All time expressions of a sentence (or clause), the longest where they overlap, in order.

    `anchor` is the letter's date; without it, words that count from it get no dates and a notice says so.
    """
    anchor = anchor if anchor and anchor.year in _YEARS else None
    folded = fold(text)
    times: list[Timex] = []
    before: Found | None = None
    for found in find_stretches(folded.text, anchor):
        begin, end = folded.original(found.begin), folded.original(found.end, end=True)
        time = _expression(folded.text, text[begin:end], found, anchor, begin)
        if before and _is_limit(folded.text[before.end : found.begin], found) and _can_be_limited(times[-1], time):
            time = _limited(text, times.pop(), time)
        times.append(time)
        before = found
    return tuple(times)


def _is_limit(between: str, found: Found) -> bool:
    """Whether an expression is a limit, joined to the one before it by "maar" or the like."""
    return bool(found.frames) and found.frames[-1].effect in ("by", "before") and bool(grammar().limit.match(between))


def _can_be_limited(time: Timex, limit: Timex) -> bool:
    both = (time, limit)
    return not time.negated and all(one.sense is TimexRole.DUE and one.deadline.end is not None for one in both)


def _limited(text: str, time: Timex, limit: Timex) -> Timex:
    """A time with its limit ("in het voorjaar, maar uiterlijk in juni"): from its own start to the end of the limit."""
    first, last = time.deadline, limit.deadline
    start = first.start if first.start and last.end and first.start <= last.end else last.start
    deadline = replace(
        last,
        text=text[time.begin : limit.end],
        start=start,
        edtf=edtf(start, last.end),
        rule=f"{first.rule}+limit+{last.rule}",
    )
    return replace(limit, begin=time.begin, deadline=deadline)


def increase_of(times: Sequence[Timex]) -> Timex | None:
    """The time that says by how much something lasts longer or comes later ("met anderhalf jaar")."""
    return next((time for time in times if time.kind == "increase"), None)


def _expression(text: str, words: str, found: Found, anchor: dt.date | None, begin: int) -> Timex:
    reading = resolve(found.stretch, found.frames, anchor)
    name = _name(text, found, reading, anchor)
    if name:
        reading = replace(reading, sense=TimexRole.NAME)
    return Timex(
        begin,
        begin + len(words),
        reading.sense,
        _deadline(words, found, reading, anchor),
        length=found.stretch.length,
        negated=bool(grammar().negation.search(_left(text, found))),
        past=_past(words, found, anchor),
        name=name,
        kind=found.stretch.kind,
    )


def _left(text: str, found: Found) -> str:
    return text[max(0, found.begin - WINDOW) : found.begin]


def _past(words: str, found: Found, anchor: dt.date | None) -> Deadline | None:
    """The reading of words without a year as what has been."""
    if found.stretch.choice is not Choice.NEXT or not found.stretch.periods:
        return None
    reading = resolve(replace(found.stretch, choice=Choice.PAST), found.frames, anchor)
    gone = reading.end is not None and anchor is not None and reading.end < anchor
    return _deadline(words, found, reading, anchor) if gone else None


def _name(text: str, found: Found, reading: ResolvedTime, anchor: dt.date | None) -> str:
    """The rule that makes it part of a name by the words before it; its own where a bare year can only be a topic."""
    if reading.end is None:
        return ""
    left, right = _left(text, found), text[found.end :]
    begun = anchor is None or (reading.start or reading.end) <= anchor
    times = (
        {"", "begun", "running"} if begun and reading.sense is not TimexRole.PAST else {"", "begun"} if begun else {""}
    )
    for name, pattern in grammar().names:
        if name.when in times and _fits(name, found) and pattern.search(left):
            return name.id
    bracketed = left.endswith("(") and right.startswith(")")
    alone = left.rstrip().endswith(":") or (not left.strip() and (right.startswith(":") or not right.strip(" .")))
    is_topic = begun if bracketed else not alone
    return found.rules[0] if found.needs == "name" and not found.frames and is_topic else ""


def _fits(name: Name, found: Found) -> bool:
    framed = found.frames[0].id in name.frames if found.frames else not name.frames
    return framed and (not name.kinds or found.stretch.kind in name.kinds)


def _deadline(words: str, found: Found, reading: ResolvedTime, anchor: dt.date | None) -> Deadline:
    return Deadline(
        text=words,
        start=reading.start,
        end=reading.end,
        edtf=edtf(reading.start, reading.end),
        precision=found.stretch.precision if reading.end else Precision.OPEN,
        anchor=anchor,
        rule="+".join(found.rules),
        notice=reading.notice,
    )
