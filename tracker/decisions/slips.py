"""An analyst's ruling on the move of a deadline: it is no slip, it prolongs what is in force, or it went elsewhere."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec.structs import replace

from tracker.model import Slip, Status, StepKind, Thread


class SlipVerdict(StrEnum):
    """What a move of a deadline is."""

    NONE = "none"
    """The deadline did not move."""
    EXTENSION = "extension"
    """What is in force got more time: no slip."""
    MOVED = "moved"
    """It moved to the day of the ruling, or where that has none to no day."""


def rule_slips(thread: Thread, letter: str, verdict: SlipVerdict, end: dt.date | None) -> Thread:
    """The thread with the moves that a letter made as they were ruled to be; those of other letters as they are."""
    ours = [slip for slip in thread.slips if slip.to_letter == letter]
    if verdict is SlipVerdict.MOVED:
        return replace(thread, slips=tuple(_moved(slip, end) if slip in ours else slip for slip in thread.slips))
    slips = tuple(slip for slip in thread.slips if slip not in ours)
    kind = StepKind.EXTENDED if verdict is SlipVerdict.EXTENSION else StepKind.REPEATED
    steps = tuple(
        replace(step, step=kind, **_ends(ours, verdict))
        if step.letter == letter and step.step is StepKind.POSTPONED
        else step
        for step in thread.members
    )
    still = slips or thread.status is not Status.POSTPONED
    return replace(thread, slips=slips, members=steps, status=thread.status if still else Status(kind))


def _moved(slip: Slip, end: dt.date | None) -> Slip:
    """The slip with another new end."""
    days = (end - slip.old_end).days if end and slip.old_end else None
    return replace(slip, new_end=end, days=days)


def _ends(slips: list[Slip], verdict: SlipVerdict) -> dict[str, dt.date | None]:
    """From when to when a running thing got more time; where nothing moved, the last day that stands."""
    if not slips:
        return {}
    if verdict is SlipVerdict.NONE:
        return {"old_end": slips[0].old_end, "new_end": None}
    return {"old_end": slips[0].old_end, "new_end": slips[-1].new_end}
