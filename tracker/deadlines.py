"""Text and the letter's date → time expressions with the intervals that they stand for.

Three layers, from the inside out: a stretch of the calendar ("2025"), what narrows it ("eind 2025") and how the promise lies to it
("uiterlijk eind 2025"). All words are data (`language/nl/time.toml`); this module finds the layers and puts them together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.intervals import Length, edtf, extend, retract
from tracker.language.times import Frame, Grammar, grammar
from tracker.model import Deadline, Precision
from tracker.readings import Reading, Sense, read
from tracker.stretches import Choice, Stretch, join, narrow, stretch_of

__all__ = ["Length", "Sense", "TimeExpression", "extend", "find_times", "retract"]

_WINDOW = 70


class TimeExpression(Struct, frozen=True):
    """A time expression of a text: text[begin:end], what it says, and the interval that it stands for."""

    begin: int
    end: int
    sense: Sense
    deadline: Deadline
    length: Length | None = None
    """How long, for a duration that is so many months or days."""
    negated: bool = False
    """The text says that it is not then ("niet eind dit jaar, maar …")."""
    past: Deadline | None = None
    """Of a day, month or season without a year: the last one before the letter, which a verb in the past tense means."""
    kind: str = ""
    """The stretch's kind in the data ("month", "season", "moment", "part", …)."""


class _Found(Struct, frozen=True):
    """A stretch found in the text, and what stands before it so far."""

    begin: int
    end: int
    rules: tuple[str, ...]
    stretch: Stretch
    needs: str = ""


def find_times(text: str, anchor: dt.date | None) -> tuple[TimeExpression, ...]:
    """All time expressions of a sentence (or clause), the longest where they overlap, in order.

    `anchor` is the letter's date; without it, words that count from it get no dates and a notice says so.
    """
    data = grammar()
    if not data.anything.search(text):
        return ()
    stretches = _joined(text, _narrowed(text, _stretches(text, anchor, data), data), data)
    return tuple(
        _expression(text, anchor, found, frames, data) for found, frames in _framed(text, anchor, stretches, data)
    )


def _stretches(text: str, anchor: dt.date | None, data: Grammar) -> list[_Found]:
    masked = [match.span() for match in data.ignore.finditer(text)]
    found = [
        _Found(
            match.start(),
            match.end(),
            (rule.id,),
            stretch_of(rule, match, anchor),
            _needs(rule.needs, match.groupdict()),
        )
        for rule, pattern in data.rules
        for match in pattern.finditer(text)
        if not any(begin < match.end() and match.start() < end for begin, end in masked)
    ]
    return _longest(found)


def _needs(needs: str, groups: dict[str, str | None]) -> str:
    """A stretch that says which one it is ("mei 2025", "komend najaar") stands alone."""
    says = any(groups.get(name) for name in ("rel", "rel_year", "yy", "word", "calendar", "tail"))
    if says or (groups.get("year") and needs != "name"):
        return ""
    return needs


def _longest(found: Sequence[_Found]) -> list[_Found]:
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.begin - one.end, one.begin)):
        if all(one.end <= other.begin or other.end <= one.begin for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.begin)


def _narrowed(text: str, found: list[_Found], data: Grammar) -> list[_Found]:
    narrowed = []
    for one in found:
        window = text[max(0, one.begin - _WINDOW) : one.begin]
        matches = [(match, part) for part, pattern in data.parts if (match := pattern.search(window))]
        if one.stretch.periods and matches:
            match, part = min(matches, key=lambda pair: pair[0].start())
            cut = narrow(one.stretch, part)
            if cut.periods:
                begin = one.begin - len(window) + match.start()
                narrowed.append(_Found(begin, one.end, (*one.rules, part.id), cut))
                continue
        if one.needs != "part":
            narrowed.append(one)
    return _longest(narrowed)


def _joined(text: str, found: list[_Found], data: Grammar) -> list[_Found]:
    """Neighbours joined by "en", "of", "tot", a dash … become one stretch; a comma joins only in a list that ends with such a word."""
    joined: list[_Found] = []
    at = 0
    while at < len(found):
        size = _chain(text, found[at:], data)
        joined.append(_join_all(text, found[at : at + size]) if size > 1 else found[at])
        at += max(size, 1)
    return joined


def _chain(text: str, found: Sequence[_Found], data: Grammar) -> int:
    """How many of the first stretches make one range."""
    size = 1
    for number, (left, right) in enumerate(zip(found, found[1:], strict=False), start=2):
        between = text[left.end : right.begin]
        if not (left.stretch.periods and right.stretch.periods and data.joins.match(between)):
            break
        if between.strip() != ",":
            size = number
    return size


def _join_all(text: str, found: Sequence[_Found]) -> _Found:
    first, *rest = found
    stretch = first.stretch
    for before, one in zip(found, rest, strict=False):
        between = text[before.end : one.begin].split()
        stretch = join(stretch, one.stretch, exclusive=between == ["tot"])
    return _Found(
        first.begin,
        rest[-1].end,
        (*first.rules, "range"),
        stretch,
        first.needs if all(one.needs for one in rest) else "",
    )


def _framed(
    text: str, anchor: dt.date | None, found: list[_Found], data: Grammar
) -> list[tuple[_Found, tuple[Frame, ...]]]:
    """Each stretch with the frames before it, the inner one first; what needs a frame and has none is left out."""
    pairs = {}
    for one in found:
        frames: list[Frame] = []
        begin = one.begin
        while len(frames) < 2 and one.stretch.periods:
            step = _frame_before(text, begin, one.stretch.kind, data)
            if step is None or (frames and frames[0].effect not in ("before", "after")):
                break
            begin, frame = step
            frames.append(frame)
        whole = replace(one, begin=begin, rules=(*one.rules, *(frame.id for frame in frames)))
        if frames or one.needs != "frame":
            pairs[whole.begin, whole.end] = (whole, tuple(frames))
    return [pairs[one.begin, one.end] for one in _longest([whole for whole, _ in pairs.values()])]


def _frame_before(text: str, at: int, kind: str, data: Grammar) -> tuple[int, Frame] | None:
    window = text[max(0, at - _WINDOW) : at]
    offset = at - len(window)
    fitting = [
        (offset + match.start(), number, frame)
        for number, (frame, pattern) in enumerate(data.frames)
        if (not frame.kinds or kind in frame.kinds) and (match := pattern.search(window))
    ]
    if not fitting:
        return None
    begin, _, frame = min(fitting, key=lambda fit: fit[:2])
    return begin, frame


def _expression(
    text: str, anchor: dt.date | None, found: _Found, frames: tuple[Frame, ...], data: Grammar
) -> TimeExpression:
    reading = read(found.stretch, frames, anchor)
    left = text[max(0, found.begin - _WINDOW) : found.begin]
    if _is_name(text, left, found, frames, anchor, data):
        reading = replace(reading, sense=Sense.NAME)
    past = (
        read(replace(found.stretch, choice=Choice.PAST), frames, anchor)
        if found.stretch.choice is Choice.NEXT
        else None
    )
    return TimeExpression(
        found.begin,
        found.end,
        reading.sense,
        _deadline(text, found, reading, anchor),
        length=found.stretch.length,
        negated=bool(data.negation.search(left)),
        past=_deadline(text, found, past, anchor) if past and past.end else None,
        kind=found.stretch.kind,
    )


def _is_name(
    text: str, left: str, found: _Found, frames: tuple[Frame, ...], anchor: dt.date | None, data: Grammar
) -> bool:
    """Whether the words before it make the expression part of a name, or a bare year stands where a name or topic does."""
    if not found.stretch.periods:
        return False
    begun = anchor is None or found.stretch.periods[0].start <= anchor
    for context, pattern in data.contexts:
        framed = frames[0].id in context.frames if frames else not context.frames
        fits = not context.kinds or found.stretch.kind in context.kinds
        if framed and fits and (begun or not context.begun) and pattern.search(left):
            return True
    if found.needs != "name" or frames:
        return False
    bracketed = left.endswith("(") and text[found.end : found.end + 1] == ")"
    alone = not left.strip() and not text[found.end :].strip(" .")
    return begun if bracketed else not (alone or left.rstrip().endswith(":"))


def _deadline(text: str, found: _Found, reading: Reading, anchor: dt.date | None) -> Deadline:
    dated = reading.end is not None
    return Deadline(
        text=text[found.begin : found.end],
        start=reading.start,
        end=reading.end,
        edtf=edtf(reading.start, reading.end),
        precision=found.stretch.precision if dated else Precision.OPEN,
        anchor=anchor,
        rule="+".join(found.rules),
        notice=reading.notice,
    )
