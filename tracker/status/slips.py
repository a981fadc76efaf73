"""Deadlines that move: which one is later, how a prolongation counts, and whether the letter says why."""

from __future__ import annotations

import datetime as dt

from tracker.model import Commitment, Deadline, Slip, StatusReport
from tracker.temporal.limits import is_limit
from tracker.temporal.timex import Length, extend

Statement = Commitment | StatusReport


def is_later(old: Deadline | None, new: Deadline | None) -> bool:
    """Whether a deadline is later than another on every reading; what is only narrower, or unknown, is not.

    Deadlines are compared by their ends. A window that overlaps the old one is later only where it begins later too and
    most of it lies after the old end; of a limit ("uiterlijk", "binnen") the end says all. The end of something that
    lasts until then is compared with another such end only.
    """
    if old is None or new is None or old.end is None or new.end is None or new.end <= old.end:
        return False
    if old.start is None or new.start is None:
        return old.start is new.start
    if is_limit(new) or new.start > old.end:
        return True
    return not is_limit(old) and new.start > old.start and new.end - old.end > old.end - new.start


def extended(end: dt.date | None, by: Length | None) -> dt.date | None:
    """The new end of what is prolonged by a length of time, as far as both are known."""
    return extend(end, by) if end is not None and by is not None else None


def make_slip(
    earlier: Statement, later: Statement, old: dt.date | None, new: dt.date | None, reason: str | None
) -> Slip:
    """The move that `later` makes against `earlier`; `reason` is the sentence that says why."""
    return Slip(
        from_letter=earlier.letter,
        to_letter=later.letter,
        old_end=old,
        new_end=new,
        days=(new - old).days if old is not None and new is not None else None,
        explained=reason,
        from_ref=earlier.id,
        to_ref=later.id,
    )
