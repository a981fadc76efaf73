"""Where time expressions stand in a text: the stretches that its words name, narrowed, joined and framed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from tracker.language.times import Frame, grammar
from tracker.times.stretches import Stretch, join, narrow
from tracker.times.values import stretch_of

# So many characters before an expression hold all words that can belong to it.
WINDOW = 60
_SAYS_WHICH = ("rel", "rel_year", "year", "yy", "tail")


class Found(Struct, frozen=True):
    """An expression in the text: its stretch, the frames around it (the inner one first) and the rules that read it."""

    begin: int
    end: int
    stretch: Stretch
    rules: tuple[str, ...]
    needs: str = ""
    frames: tuple[Frame, ...] = ()


def find_stretches(text: str, anchor: dt.date | None) -> list[Found]:
    """All expressions of a folded text, the longest where they overlap, in order."""
    if not grammar().anything.search(text):
        return []
    bare = _longest(_bare(text, anchor))
    narrowed = _longest([one for found in bare if (one := _narrowed(text, found)).needs != "part"])
    framed = [_framed(text, found) for found in _joined(text, narrowed)]
    return _longest([found for found in framed if found.frames or found.needs != "frame"])


def _longest(found: Sequence[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.begin - one.end, one.begin)):
        if all(one.end <= other.begin or other.end <= one.begin for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.begin)


def _bare(text: str, anchor: dt.date | None) -> list[Found]:
    ignored = [match.span() for match in grammar().ignore.finditer(text)]
    found = []
    for rule, pattern in grammar().rules:
        for match in pattern.finditer(text):
            begin, end = match.span()
            if not any(left < end and begin < right for left, right in ignored):
                groups = match.groupdict()
                says_which = rule.needs != "name" and any(groups.get(name) for name in _SAYS_WHICH)
                stretch = stretch_of(rule, groups, anchor)
                found.append(Found(begin, end, stretch, (rule.id,), "" if says_which else rule.needs))
    return found


def _narrowed(text: str, found: Found) -> Found:
    """The expression with the part words before it, the longest that fit."""
    window = text[max(0, found.begin - WINDOW) : found.begin]
    matches = [(match.start(), part) for part, pattern in grammar().parts if (match := pattern.search(window))]
    if not matches:
        return found
    at, part = min(matches, key=lambda pair: pair[0])
    stretch = narrow(found.stretch, part)
    if not stretch.periods:
        return found
    return Found(found.begin - len(window) + at, found.end, stretch, (*found.rules, part.id))


# ---------------------------------------------------------------- neighbours


def _joined(text: str, found: Sequence[Found]) -> list[Found]:
    """Neighbours joined by "and", "or", "to", a dash … become one stretch."""
    joined: list[Found] = []
    at = 0
    while at < len(found):
        size = _chain(text, found[at:])
        joined.append(_whole(text, found[at : at + size]))
        at += size
    return joined


def _chain(text: str, found: Sequence[Found]) -> int:
    """How many of the first make one range; a comma joins only in a list that ends with a joining word."""
    size = 1
    for number, (left, right) in enumerate(pairwise(found), start=2):
        between = text[left.end : right.begin]
        if not (left.stretch.periods and right.stretch.periods and grammar().join.match(between)):
            break
        if between != ", ":
            size = number
    return size


def _whole(text: str, found: Sequence[Found]) -> Found:
    first, last = found[0], found[-1]
    if len(found) == 1:
        return first
    stretch = first.stretch
    for left, right in pairwise(found):
        exclusive = bool(grammar().exclusive.match(text[left.end : right.begin]))
        stretch = join(stretch, right.stretch, exclusive=exclusive)
    needs = first.needs if all(one.needs for one in found) else ""
    return Found(first.begin, last.end, stretch, (*first.rules, "range"), needs)


# ---------------------------------------------------------------- frames


def _framed(text: str, found: Found) -> Found:
    """The expression with the frame before it, and one more around "voor" and "na" ("tot na de zomer")."""
    if not found.stretch.periods:
        return found
    framed = _in_frame(text, found)
    if framed.frames and framed.frames[0].effect in ("before", "after") and framed.begin < found.begin:
        return _in_frame(text, framed)
    return framed


def _in_frame(text: str, found: Found) -> Found:
    window = text[max(0, found.begin - WINDOW) : found.begin]
    fitting = [
        (match.start(), number, frame)
        for number, (frame, pattern) in enumerate(grammar().frames)
        if (not frame.kinds or found.stretch.kind in frame.kinds) and (match := pattern.search(window))
    ]
    if not fitting:
        return found
    at, _, frame = min(fitting, key=lambda fit: fit[:2])
    begin = found.begin if frame.outside else found.begin - len(window) + at
    return replace(found, begin=begin, rules=(*found.rules, frame.id), frames=(*found.frames, frame))
