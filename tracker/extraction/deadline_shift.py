"""A sentence that moves a deadline → the old and the new one, where it names them."""

from __future__ import annotations

import datetime as dt
from functools import partial
from itertools import pairwise

from msgspec.structs import replace

from tracker.language.patterns import expression
from tracker.language.syntax import Tense
from tracker.model import Deadline
from tracker.temporal.interval import edtf
from tracker.temporal.timex import COUNTING, Timex, TimexRole, extend, increase_of, nearest, retract

_ENDS = (TimexRole.DUE, TimexRole.UNTIL, TimexRole.FROM)


def is_of_the_act(sentence: str, time: Timex) -> bool:
    """Whether a time says when a deadline is moved, not which one it was or is: "in 2025 met een jaar verlengd"."""
    if time.role is TimexRole.UNTIL:
        return False
    read = partial(expression, "readings", "context")
    before, words, after = sentence[: time.begin], sentence[time.begin : time.end], sentence[time.end :]
    left = read("clause_end").split(before.lower())[-1]
    right = read("clause_end").split(after.lower())[0]
    if not read("moving").search(f"{left}…{right}") or any(map(read("introduced").search, (left, words.lower()))):
        return False
    return bool(read("acting").search(left) or (not before.strip() and read("acting_after").search(right)))


def has_been(sentence: str, time: Timex, tense: Tense) -> bool:
    """Whether a time without a year is the past one: "in juli besloten", not "verschoven naar juli"."""
    if time.past is None or time.ahead or time.role is TimexRole.UNTIL or tense not in (Tense.PAST, Tense.PERFECT):
        return False
    read = partial(expression, "readings", "context")
    before, words = sentence[: time.begin].lower(), sentence[time.begin : time.end].lower()
    return not (read("moving").search(sentence.lower()) or any(map(read("introduced").search, (before, words))))


def is_put_off(text: str) -> bool:
    """Whether a clause, in lower case, says that something is put off, so that "tot 2027" is when it comes."""
    return bool(expression("readings", "context", "put_off").search(text))


def moved_deadlines(
    sentence: str, times: tuple[Timex, ...], *, put_off: bool = False, written: dt.date | None = None
) -> tuple[Deadline | None, Deadline | None]:
    """The old and the new deadline of a sentence that delays or extends something; None for what it does not say.

    "niet eind dit jaar, maar begin 2022" and "van eind 2021 naar begin 2022" name both; "de deadline van 1 juni …
    wordt opgeschoven" the old one; "tot 1 augustus met 17 maanden verlengd" the old one and a length that gives the
    new; "met een jaar verlengd tot en met 2024" the reverse. What is put off "tot 2027" comes in 2027, what is
    extended "tot 2027" ends before. By what "is niet mogelijk" is the old one; a term that counts from a day that the
    sentence does not name ("binnen drie weken") is none. An old one without a year is the one nearest to the day that
    the sentence was `written`.
    """
    if put_off:
        times = tuple(replace(time, deadline=time.reached) if time.reached else time for time in times)
    ends = [
        time
        for time in times
        if time.role in _ENDS and not time.negated and time.deadline.end and not is_of_the_act(sentence, time)
    ]
    ends = [time for time in ends if not time.topic] or ends
    negated = [time for time in times if time.negated]
    if negated:
        return (_before(negated[0], ends[0]), ends[0].deadline) if ends else (negated[0].deadline, None)
    for old, new in pairwise(ends):
        if expression("readings", "context", "moved_to").search(sentence[old.end : new.begin].lower()):
            return _before(old, new), new.deadline
    missed = _missed(sentence, ends)
    if missed:
        later = [time for time in ends if time not in missed]
        old_end = None if missed[0].kind in COUNTING else _old(missed[0], written)
        return old_end, later[0].deadline if later else None
    named = [time for time in times if names_old(sentence, time)]
    if named:
        later = [time for time in ends if time not in named]
        if later:
            return _before(named[-1], later[0]), later[0].deadline
        named_end = _old(named[-1], written)
        return named_end, _shifted(named_end, increase_of(times), back=False)
    return _by_length(sentence, ends[0], increase_of(times)) if ends else (None, None)


def _before(old: Timex, new: Timex) -> Deadline:
    """The day that something is moved from: of words without a year the last one, where the next comes after the new.

    "Van december naar juni" in a letter of February is of the December that has been.
    """
    first, last = old.deadline.end, new.deadline.end
    return old.past if old.past and first and last and first > last else old.deadline


def _old(time: Timex, written: dt.date | None) -> Deadline:
    """The day that an old deadline names: without a year the nearest, unless the text says that it is to come."""
    return time.deadline if written is None or time.ahead else nearest(time, written)


def _missed(sentence: str, ends: list[Timex]) -> list[Timex]:
    """The ends by which, as the part of the sentence around them says, it cannot be done."""
    read = partial(expression, "readings", "context")
    said = read("not_by").search(sentence.lower())
    if not said or not ends:
        return []
    before, after = sentence[: said.start()].lower(), sentence[said.end() :].lower()
    begin = max((found.end() for found in read("clause_end").finditer(before)), default=0)
    stop = read("clause_end").search(after)
    end = said.end() + stop.start() if stop else len(sentence)
    return [time for time in ends if begin <= time.begin < end and time.role in (TimexRole.DUE, TimexRole.FROM)]


def names_old(sentence: str, time: Timex) -> bool:
    """Whether a time is the old deadline by the words before it: "de termijn van mei", "zou in mei", "toen mei"."""
    return bool(expression("readings", "context", "old_deadline").search(sentence[: time.begin].lower()))


def _by_length(sentence: str, end: Timex, length: Timex | None) -> tuple[Deadline | None, Deadline | None]:
    """Whether the named end is the old or the new one: an end after the verb of extending is new.

    So is that of what comes "een jaar later dan gepland".
    """
    deadline = end.deadline
    if deadline.end is None or length is None or length.length is None:
        return None, deadline
    read, before = partial(expression, "readings", "context"), sentence[: end.begin].lower()
    than_planned = read("than_planned").search(sentence[length.begin :].lower())
    is_new = length.begin < end.begin or bool(than_planned or read("new_deadline").search(before))
    other = _shifted(deadline, length, back=is_new)
    return (other, deadline) if is_new else (deadline, other)


def _shifted(deadline: Deadline, length: Timex | None, *, back: bool) -> Deadline | None:
    """A deadline so much later, or earlier; None where it or the length has no figure."""
    if deadline.end is None or length is None or length.length is None:
        return None
    end, by = deadline.end, length.length
    moved = retract(end, by) if back else extend(end, by, exclusive=deadline.exclusive)
    return replace(
        deadline,
        text=f"{deadline.text} {'−' if back else '+'} {length.deadline.text}",
        start=None,
        end=moved,
        edtf=edtf(None, moved) if moved else "",
        exclusive=back and deadline.exclusive,
    )
