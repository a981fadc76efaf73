"""Which of a clause's time expressions bounds what it says."""

from __future__ import annotations

import datetime as dt

from tracker.language.syntax import Tense
from tracker.temporal.timex import Timex, TimexRole

_RANK = {TimexRole.DUE: 0, TimexRole.UNTIL: 0, TimexRole.FROM: 1, TimexRole.OPEN: 2, TimexRole.PAST: 3}
_DATED = (TimexRole.DUE, TimexRole.UNTIL, TimexRole.FROM)


def is_dated(time: Timex | None) -> bool:
    """Whether a time expression names the dates between which, or until which, something is to happen."""
    return time is not None and time.role in _DATED


def binding_time(
    tense: Tense, own: tuple[Timex, ...], inner: tuple[Timex, ...], anchor: dt.date | None
) -> Timex | None:
    """The time that bounds a clause: a date before words without one, its own words before those of `inner`.

    When it is done counts before what it is about ("de cijfers over 2025 ontvangt u in maart 2026").
    `inner` are the time expressions of the infinitive clauses that complete it; `anchor` is the letter's date.
    """
    for times in (own, inner):
        usable = [
            time for time in times if time.role in _RANK and not time.negated and not _lies_back(time, tense, anchor)
        ]
        if usable:
            return min(usable, key=lambda time: (_RANK[time.role], time.topic))
    return None


def _lies_back(time: Timex, tense: Tense, anchor: dt.date | None) -> bool:
    """With a verb in the past, a month without a year or a period under way is the past one."""
    if tense not in (Tense.PAST, Tense.PERFECT) or time.role not in (TimexRole.DUE, TimexRole.FROM):
        return False
    start = time.deadline.start
    return time.past is not None or anchor is None or (start is not None and start <= anchor)
