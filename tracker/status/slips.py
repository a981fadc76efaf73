"""Deadlines that move: which one is later, how a prolongation counts, and whether the letter says why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from tracker.extraction import Facts
from tracker.extraction.cues import Cue
from tracker.model import AnyStatement, Commitment, Deadline, Precision, Slip
from tracker.temporal.interval import edtf
from tracker.temporal.timex import Length, extend, retract


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
    if new.is_limit or new.start > old.end:
        return True
    return not old.is_limit and new.start > old.start and new.end - old.end > old.end - new.start


def is_ahead(deadline: Deadline) -> bool:
    """Whether a deadline has an end that lay ahead when the letter was written: what is past then is a fact told."""
    return deadline.end is not None and (deadline.anchor is None or deadline.end >= deadline.anchor)


def recurs(old: Commitment, new: Commitment, facts: Facts) -> bool:
    """Whether a promise goes on or returns each year, so that its year moved on is no move to later.

    It says so in words, or is done all year and said again word for word with the next year, or the thing that it names
    has a year of its own that moved on too ("het plan 2025"), or both have the year from their lists ("Resultaten
    2025"): such a list is of the paper's year, whatever stands in it.
    """
    if any(Cue.RECURRING in facts[row.id].cues for row in (old, new)) or all(
        _of_a_list(row, facts) for row in (old, new)
    ):
        return True
    if _moved_on_a_year(old, new) and all(Cue.STANDING in facts[row.id].cues for row in (old, new)):
        return facts[old.id].topic == facts[new.id].topic
    return is_another_edition([old], new, facts)


def is_another_edition(before: Iterable[AnyStatement], new: AnyStatement, facts: Facts) -> bool:
    """Whether the thing that a promise names has a year of its own, and had another the last time that it had one."""
    named = [years for row in before if (years := facts[row.id].other_years)]
    other = facts[new.id].other_years
    return bool(named and other) and named[-1].isdisjoint(other)


def _moved_on_a_year(old: Commitment, new: Commitment) -> bool:
    """Whether both are due in a calendar year, the second in the year after that of the first."""
    one, other = old.deadline, new.deadline
    if one is None or other is None or not one.precision is other.precision is Precision.YEAR:
        return False
    return one.end is not None and other.end is not None and other.end.year == one.end.year + 1


def _of_a_list(row: Commitment, facts: Facts) -> bool:
    """Whether a promise is due in a year that the heading or head of its list names."""
    return row.deadline is not None and row.deadline.precision is Precision.YEAR and facts[row.id].dated_outside


def retracted(end: dt.date | None, by: Length | None) -> dt.date | None:
    """The end that something had before it came so much later, as far as both are known."""
    return retract(end, by) if end is not None and by is not None else None


def prolonged(deadline: Deadline, by: Length | None) -> Deadline | None:
    """A deadline counted on by a length of time ("met anderhalf jaar"), as far as both are known."""
    if deadline.end is None or by is None:
        return None
    end = extend(deadline.end, by, exclusive=deadline.exclusive)
    return replace(deadline, end=end, edtf=edtf(deadline.start, end), exclusive=False) if end is not None else None


def make_slip(
    earlier: AnyStatement, later: AnyStatement, old: dt.date | None, new: dt.date | None, reason: str | None
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


class Slips:
    """The moves of a promise in order, each told once."""

    def __init__(self) -> None:
        self._found: list[Slip] = []

    @property
    def found(self) -> tuple[Slip, ...]:
        """All of them so far."""
        return tuple(self._found)

    def tells(self, row: AnyStatement, old: dt.date | None, new: dt.date | None) -> bool:
        """Whether an earlier letter than that of a statement told of the same move to the same day."""
        told = (slip for slip in self._found if slip.to_letter != row.letter and new is not None)
        return any(slip.new_end == new and (old is None or slip.old_end in {None, old}) for slip in told)

    def add(self, slip: Slip) -> None:
        """Keep a move; of two ways in which one letter tells the same move, the one that names more of its dates."""
        for at, known in enumerate(self._found):
            if known.to_letter == slip.to_letter and _same_move(known, slip):
                self._found[at] = max(known, slip, key=_named_dates)
                return
        self._found.append(slip)


def _same_move(one: Slip, other: Slip) -> bool:
    """Whether two slips contradict each other in neither end; an end that one does not name agrees with any."""
    ends = ((one.old_end, other.old_end), (one.new_end, other.new_end))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in ends)


def _named_dates(slip: Slip) -> int:
    return (slip.old_end is not None) + (slip.new_end is not None)
