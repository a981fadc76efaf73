"""What was ruled on the moves of a deadline, at work on the steps of a draft before it is asked what passed.

A move is no slip, prolongs what is in force, or went to another day.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from msgspec.structs import replace

from tracker.linking.thread_draft import RuledMove, ThreadDraft
from tracker.model import AnyStatement, Commitment, Slip, SlipVerdict, Step, StepKind
from tracker.status.timeline import StepReading


def with_ruled_moves(reading: StepReading, draft: ThreadDraft) -> StepReading:
    """The steps and moves as they were last ruled to be; those of other letters as they are."""
    for move in {row.letter: row for row in draft.moves}.values():
        reading = _ruled(reading, draft.members, move)
    return reading


def _ruled(reading: StepReading, members: Sequence[AnyStatement], move: RuledMove) -> StepReading:
    ours = [slip for slip in reading.slips if slip.to_letter == move.letter]
    ends = {slip.new_end for slip in ours} - {None}
    by_id = {row.id: row for row in members}
    moving = {
        step.ref
        for step in reading.steps
        if step.letter == move.letter and (step.step is StepKind.POSTPONED or _end(by_id.get(step.ref)) in ends)
    }
    if move.verdict is SlipVerdict.MOVED:
        slips = tuple(_moved(slip, move) if slip in ours else slip for slip in reading.slips)
        return replace(reading, slips=slips, overruled=reading.overruled | moving)
    is_extension = move.verdict is SlipVerdict.EXTENSION
    return replace(
        reading,
        slips=tuple(slip for slip in reading.slips if slip not in ours),
        steps=tuple(_step(step, ours, moving, is_extension=is_extension) for step in reading.steps),
        overruled=reading.overruled | moving | (_until(move.letter, members) if is_extension else set()),
    )


def _end(row: AnyStatement | None) -> object:
    """The last day that a statement itself names for what is to come."""
    deadline = row.deadline if isinstance(row, Commitment) else row.new_deadline if row is not None else None
    return deadline.end if deadline is not None else None


def _moved(slip: Slip, move: RuledMove) -> Slip:
    """The slip with another new end."""
    days = (move.end - slip.old_end).days if move.end and slip.old_end else None
    return replace(slip, new_end=move.end, days=days)


def _step(step: Step, ours: Sequence[Slip], moving: Container[str], *, is_extension: bool) -> Step:
    """A step of what was ruled to be no slip, with the last day that stands, or from when to when it was prolonged."""
    if step.ref not in moving:
        return step
    kind = StepKind.EXTENDED if is_extension else StepKind.REPEATED
    if not ours:
        return replace(step, step=kind)
    return replace(step, step=kind, old_end=ours[0].old_end, new_end=ours[-1].new_end if is_extension else None)


def _until(letter: str, members: Sequence[AnyStatement]) -> set[str]:
    """The statements up to those of a letter: what they date is in force, and not to be done by then."""
    last = max((at for at, row in enumerate(members) if row.letter == letter), default=-1)
    return {row.id for row in members[: last + 1]}
