"""Text and the letter's date → time expressions with the intervals that they stand for.

What TimeML calls TIMEX3: an expression with a normalised value, resolved against the document's date, by rules that are
data as in HeidelTime (Strötgen and Gertz, 2010). Three layers, from the inside out: an interval of the year ("2025"),
its modifier ("eind 2025", TIMEX3's mod="END") and the frame that says how a promise lies to it ("uiterlijk eind 2025").
Unlike TIMEX3 each gives an interval of days, never a coarse value. All words are data in `time.toml`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.language.pack import cached
from tracker.model import Deadline, Precision
from tracker.temporal.candidates import Choice, DateCandidate
from tracker.temporal.grammar import CalendarName, grammar
from tracker.temporal.interval import Length, edtf, extend, retract
from tracker.temporal.misread_days import restore_days
from tracker.temporal.resolve import ResolvedTime, TimexRole, resolve
from tracker.temporal.tagger import WINDOW, Found, find_candidates
from tracker.text.normalize import fold
from tracker.time_limit import keep_time

__all__ = ["Length", "Timex", "TimexRole", "extend", "nearest", "retract", "tag_times"]


_AHEAD = frozenset({"span", "within", "ahead", "day-ahead"})
_LIMITS = frozenset({"span", "within"})
"""What counts from the letter's date to a last day."""
COUNTING = frozenset({"span", "within", "ahead"})
"""What counts from the letter's date by months or years, so that its day is none that somebody chose."""
_NEAR = 366
"""Days: so far from where such a count ends may the date be that says it exactly ("over twee jaar, eind 2026").

By judgement: who counts in years counts from one calendar year to another.
"""
_LIMITING = frozenset({"by", "before"})
"""The effects of frames that name a last day only."""
# A letter dated outside these years has a wrong date; counting from it would leave the calendar.
_YEARS = range(1000, 8000)


class Timex(Struct, frozen=True):
    """A time expression of a text: text[begin:end], its role, and the interval that it stands for."""

    begin: int
    end: int
    role: TimexRole
    deadline: Deadline
    length: Length | None = None
    """How long, for a duration that is so many months or days."""
    negated: bool = False
    """The text says that it is not then ("niet eind dit jaar, maar …")."""
    past: Deadline | None = None
    """Of a day, month or season without a year: the last one before the letter, which a past tense means."""
    name: str = ""
    """The rule that makes it part of a name."""
    made_then: bool = False
    """Whether what has that name was there then: a letter "van 3 maart 2020"."""
    topic: bool = False
    """What the words before it are for or about ("de cijfers over 2025"), not when something is done."""
    ahead: bool = False
    """It is to come, whatever the tense of the verb ("is uiterlijk in mei gereed", "zijn binnen een jaar getoetst")."""
    reached: Deadline | None = None
    """Of "tot 2027" the stretch itself: what is put off until then falls in it, what lasts until then ends before."""
    kind: str = ""
    """What the words name: "day", "month", "season", "year", "school", "moment", "part", "range", …"""
    running_year: bool = False
    """Whether they name the running year, or a part of it ("eind dit jaar")."""


@cached(maxsize=512)
def tag_times(text: str, anchor: dt.date | None) -> tuple[Timex, ...]:
    """All time expressions of a sentence (or clause), the longest where they overlap, in order.

    `anchor` is the letter's date; without it, words that count from it get no dates and a notice says so. Raises
    LetterError: the time of the letter at work is over.
    """
    keep_time()
    anchor = anchor if anchor and anchor.year in _YEARS else None
    folded = fold(restore_days(text))
    times: list[Timex] = []
    before: Found | None = None
    for found in find_candidates(folded.text, anchor):
        begin, end = folded.original(found.begin), folded.original(found.end, end=True)
        time = _expression(folded.text, text[begin:end], found, anchor, begin)
        if before and _is_limit(folded.text, before, found) and _can_be_limited(times[-1], time):
            later = _expression(folded.text, text[begin:end], found, times[-1].deadline.start, begin)
            passed = (
                _ends_before(time, times[-1])
                and not _is_just_over(times[-1], before, anchor)
                and _can_be_limited(times[-1], later)
            )
            time = _limited(text, times.pop(), later if passed else time)
        elif before and _is_beside(folded.text, before, found):
            seen = _seen_from(times[-1], found, anchor)
            closer = _expression(folded.text, text[begin:end], found, seen, begin) if seen != anchor else time
            time = replace(closer, begin=times.pop().begin) if _is_closer(times[-1], closer) else time
        times.append(time)
        before = found
    return tuple(times)


_YEAR = dt.timedelta(days=365)
"""From a day to the same one of the next year; judged near enough, leap years or not."""
_JUST_OVER = dt.timedelta(days=31)
"""A time no longer than this that ended so lately before the day of a letter is meant by it. Judged, not measured."""


def _is_limit(text: str, before: Found, found: Found) -> bool:
    """Whether an expression is a limit of the one before it: joined by "maar" or the like, or it says so itself."""
    if not found.frames or found.frames[-1].effect not in _LIMITING:
        return False
    between = text[before.end : found.begin]
    return bool(grammar().limit.match(between) or grammar().bare_limit.match(text[before.end : found.end]))


def _can_be_limited(time: Timex, limit: Timex) -> bool:
    both = (time, limit)
    return not time.negated and all(one.role is TimexRole.DUE and one.deadline.end is not None for one in both)


def _ends_before(limit: Timex, time: Timex) -> bool:
    """Whether a limit is over before what it limits begins, so that the next one is meant."""
    start, end = time.deadline.start, limit.deadline.end
    return start is not None and end is not None and end < start


def _is_just_over(time: Timex, found: Found, anchor: dt.date | None) -> bool:
    """Whether a short time without a year was just over when a letter was written: "eind voorjaar", in June."""
    start, end = time.deadline.start, time.deadline.end
    if anchor is None or start is None or end is None or found.candidate.choice is not Choice.NEXT:
        return False
    return end - start < _JUST_OVER and end - _YEAR >= anchor - _JUST_OVER


def _is_beside(text: str, before: Found, found: Found) -> bool:
    """Whether an expression stands right beside the one before it, or in brackets of its own behind it."""
    between = text[before.end : found.begin]
    opened = between.lstrip().startswith("(")
    return bool(grammar().closer.match(between)) and (not opened or text[found.end : found.end + 1] == ")")


def _seen_from(time: Timex, found: Found, anchor: dt.date | None) -> dt.date | None:
    """From when an expression beside a time is seen: one without a year is the last before that time is over."""
    end = time.deadline.end
    if anchor is None or end is None or found.candidate.choice is not Choice.NEXT or time.kind in COUNTING:
        return anchor
    return max(anchor, end - dt.timedelta(days=_NEAR - 2))


def _is_closer(time: Timex, said: Timex) -> bool:
    """Whether a time says more exactly when another is: a part of it, or a date for what counts from the letter's.

    "In 2026, vanaf maart" is still due in that year, and a part of a row of years is not when all is done.
    """
    first, second = time.deadline, said.deadline
    alike = said.role is time.role or (time.role, said.role) == (TimexRole.DUE, TimexRole.UNTIL)
    if not alike or time.negated or said.negated or said.kind in COUNTING:
        return False
    if first.end is None or second.end is None or first.start is None:
        return False
    if time.kind in COUNTING:
        return abs((second.end - first.end).days) <= _NEAR
    if (first.end - first.start).days > _NEAR and not first.is_limit:
        return False
    inside = second.is_limit or first.start <= (second.start or second.end)
    return inside and first.start <= second.end <= first.end and (second.start, second.end) != (first.start, first.end)


def _limited(text: str, time: Timex, limit: Timex) -> Timex:
    """A time with its limit ("in het voorjaar, maar uiterlijk in juni"): from its own start to the end of the limit."""
    first, last = time.deadline, limit.deadline
    start = first.start if first.start and last.end and first.start <= last.end else last.start
    deadline = replace(
        last,
        text=text[time.begin : limit.end],
        start=start,
        edtf=edtf(start, last.end),
        anchor=first.anchor,
        rule=f"{first.rule}+limit+{last.rule}",
    )
    return replace(limit, begin=time.begin, deadline=deadline)


def nearest(time: Timex, anchor: dt.date) -> Deadline:
    """Of a time without a year the last one or the next, whichever ends nearer to the day `anchor`."""
    last, following = time.past, time.deadline
    if last is None or last.end is None or following.end is None:
        return following
    return last if anchor - last.end < following.end - anchor else following


def increase_of(times: Sequence[Timex]) -> Timex | None:
    """The time that says by how much something lasts longer or comes later ("met anderhalf jaar")."""
    return next((time for time in times if time.kind == "increase"), None)


def _expression(text: str, words: str, found: Found, anchor: dt.date | None, begin: int) -> Timex:
    resolved = resolve(found.candidate, found.frames, anchor)
    named = _naming(text, found, resolved, anchor)
    name = named.id if named else found.rules[0] if _is_topic(text, found, resolved, anchor) else ""
    if name:
        resolved = replace(resolved, role=TimexRole.NAME)
    past = _past(words, found, anchor)
    return Timex(
        begin,
        begin + len(words),
        resolved.role,
        _deadline(words, found, resolved, anchor),
        length=found.candidate.length,
        negated=bool(grammar().negation.search(_left(text, found))),
        past=past,
        name=name,
        made_then=named is not None and named.is_made_then,
        topic=any(frame.topic for frame in found.frames),
        ahead=_is_ahead(found, resolved, past, anchor) or _counts_ahead(found.candidate),
        reached=_reached(words, found, anchor),
        kind=found.candidate.kind,
        running_year=found.candidate.running,
    )


def _is_ahead(found: Found, resolved: ResolvedTime, past: Deadline | None, anchor: dt.date | None) -> bool:
    """Whether the words before a time say that it is to come; "before" says so of the nearer one only.

    "Zijn voor 1 juli geplaatst" of September tells what was done, that of May what will be.
    """
    frames = [frame for frame in found.frames if frame.ahead]
    if not frames or past is None or past.end is None or anchor is None or resolved.end is None:
        return bool(frames)
    return any(frame.effect != "before" for frame in frames) or resolved.end - anchor <= anchor - past.end


def _counts_ahead(candidate: DateCandidate) -> bool:
    """Whether words count from the letter's date on ("binnen twee jaar") or name what is to come ("volgend jaar")."""
    return candidate.kind in _AHEAD or candidate.choice in (Choice.COMING, Choice.FOLLOWING)


def _left(text: str, found: Found) -> str:
    return text[max(0, found.begin - WINDOW) : found.begin]


def _past(words: str, found: Found, anchor: dt.date | None) -> Deadline | None:
    """What words without a year stand for as what has been."""
    if found.candidate.choice is not Choice.NEXT or not found.candidate.periods:
        return None
    resolved = resolve(replace(found.candidate, choice=Choice.PAST), found.frames, anchor)
    gone = resolved.end is not None and anchor is not None and resolved.end < anchor
    return _deadline(words, found, resolved, anchor) if gone else None


def _reached(words: str, found: Found, anchor: dt.date | None) -> Deadline | None:
    """The stretch that words for its beginning ("tot 2027") name."""
    if not found.frames or found.frames[0].effect != "until" or not found.candidate.periods:
        return None
    resolved = resolve(found.candidate, found.frames[1:], anchor)
    return _deadline(words, found, resolved, anchor) if resolved.end is not None else None


def _naming(text: str, found: Found, resolved: ResolvedTime, anchor: dt.date | None) -> CalendarName | None:
    """The rule that makes it part of a name by the words before it."""
    if resolved.end is None:
        return None
    left, begun = _left(text, found), _has_begun(resolved, anchor)
    times = (
        {"", "begun", "running"} if begun and resolved.role is not TimexRole.PAST else {"", "begun"} if begun else {""}
    )
    fitting = ((name, pattern) for name, pattern in grammar().names if name.when in times and _fits(name, found))
    return next((name for name, pattern in fitting if pattern.search(left)), None)


def _has_begun(resolved: ResolvedTime, anchor: dt.date | None) -> bool:
    start = resolved.start or resolved.end
    return anchor is None or (start is not None and start <= anchor)


def _is_topic(text: str, found: Found, resolved: ResolvedTime, anchor: dt.date | None) -> bool:
    """Whether a bare year, or the like, can only be a name or a topic."""
    if resolved.end is None or found.needs != "name" or found.frames:
        return False
    left, right = _left(text, found), text[found.end :]
    bracketed = left.endswith("(") and right.startswith(")")
    opens = not left.strip() and (right.startswith(":") or not right.strip(" .") or grammar().opening_year.match(right))
    alone = left.rstrip().endswith(":") or opens
    return _has_begun(resolved, anchor) if bracketed else not alone


def _fits(name: CalendarName, found: Found) -> bool:
    framed = found.frames[0].id in name.frames if found.frames else not name.frames
    return framed and (not name.kinds or found.candidate.kind in name.kinds)


def _deadline(words: str, found: Found, resolved: ResolvedTime, anchor: dt.date | None) -> Deadline:
    return Deadline(
        text=words,
        start=resolved.start,
        end=resolved.end,
        edtf=edtf(resolved.start, resolved.end),
        precision=found.candidate.precision if resolved.end else Precision.OPEN,
        anchor=anchor,
        rule="+".join(found.rules),
        notice=resolved.notice,
        is_limit=found.candidate.kind in _LIMITS or any(frame.effect in _LIMITING for frame in found.frames),
        exclusive=resolved.exclusive,
    )
