"""Rulings on the move of a deadline, before it is asked what passed."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, POSTPONED, REPORTS, SMALL
from tracker.ledger.queries import Index
from tracker.linking.thread_draft import RuledMove, ThreadDraft
from tracker.model import Lateness, SlipVerdict, StepKind, Thread
from tracker.status.ruled_moves import with_ruled_moves
from tracker.status.timeline import StepReading

SLIP = POSTPONED.slips[0]
DAY = dt.date(2024, 6, 30)
READING = StepReading(POSTPONED.members, POSTPONED.slips, Lateness.UNKNOWN)


def ruled(letter: str, *verdicts: SlipVerdict, end: dt.date | None = None) -> StepReading:
    moves = tuple(RuledMove(letter, verdict, end) for verdict in verdicts)
    return with_ruled_moves(READING, ThreadDraft((COMMITMENTS[0], REPORTS[0]), {}, moves=moves))


def thread(reading: StepReading) -> Thread:
    return replace(POSTPONED, members=reading.steps, slips=reading.slips)


def test_the_ruling_of_another_letter_changes_nothing() -> None:
    for verdict in SlipVerdict:
        found = ruled(SLIP.from_letter, verdict, end=DAY)
        assert (found.steps, found.slips) == (READING.steps, READING.slips)


@pytest.mark.parametrize(
    ("verdict", "step"), [(SlipVerdict.NONE, StepKind.REPEATED), (SlipVerdict.EXTENSION, StepKind.EXTENDED)]
)
def test_what_is_no_slip_is_none(verdict: SlipVerdict, step: StepKind) -> None:
    found = ruled(SLIP.to_letter, verdict)
    assert found.slips == ()
    assert [row.step for row in found.steps] == [StepKind.PROMISED, step]
    assert REPORTS[0].id in found.overruled


def test_the_deadline_that_did_not_move_stands() -> None:
    found = thread(ruled(SLIP.to_letter, SlipVerdict.NONE))
    index = Index(replace(SMALL, threads=(found,)))
    assert Index(SMALL).due(POSTPONED) == SLIP.new_end
    assert index.due(found) == SLIP.old_end
    assert SLIP.new_end not in {end for _, end in (*index.course(found), *index.milestones(found))}


def test_an_extension_has_its_ends() -> None:
    (step,) = [row for row in ruled(SLIP.to_letter, SlipVerdict.EXTENSION).steps if row.step is StepKind.EXTENDED]
    assert (step.old_end, step.new_end) == (SLIP.old_end, SLIP.new_end)


def test_another_day_counts_its_days_and_the_last_ruling_holds() -> None:
    assert SLIP.old_end is not None
    for earlier in SlipVerdict:
        (slip,) = ruled(SLIP.to_letter, earlier, SlipVerdict.MOVED, end=DAY).slips
        assert (slip.new_end, slip.days) == (DAY, (DAY - SLIP.old_end).days)
    (undated,) = ruled(SLIP.to_letter, SlipVerdict.MOVED).slips
    assert (undated.new_end, undated.days) == (None, None)
    (unknown,) = with_ruled_moves(
        replace(READING, slips=(replace(SLIP, old_end=None),)),
        ThreadDraft((COMMITMENTS[0], REPORTS[0]), {}, moves=(RuledMove(SLIP.to_letter, SlipVerdict.MOVED, DAY),)),
    ).slips
    assert (unknown.old_end, unknown.new_end, unknown.days) == (None, DAY, None)
