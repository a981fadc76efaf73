"""Rulings on the move of a deadline."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import POSTPONED, SMALL
from tracker.decisions.slips import SlipVerdict, rule_slips
from tracker.ledger.queries import Index
from tracker.model import Status, StepKind

SLIP = POSTPONED.slips[0]
DAY = dt.date(2024, 6, 30)


def steps(verdict: SlipVerdict, letter: str) -> list[StepKind]:
    return [step.step for step in rule_slips(POSTPONED, letter, verdict, None).members if step.letter == letter]


def test_the_ruling_of_another_letter_changes_nothing() -> None:
    for verdict in SlipVerdict:
        assert rule_slips(POSTPONED, SLIP.from_letter, verdict, DAY) == POSTPONED


@pytest.mark.parametrize(
    ("verdict", "status", "step"),
    [(SlipVerdict.NONE, Status.REPEATED, "repeated"), (SlipVerdict.EXTENSION, Status.EXTENDED, "extended")],
)
def test_what_is_no_slip_is_none_anywhere(verdict: SlipVerdict, status: Status, step: str) -> None:
    found = rule_slips(POSTPONED, SLIP.to_letter, verdict, None)
    assert found.slips == ()
    assert found.status is status
    assert StepKind.POSTPONED not in [row.step for row in found.members]
    assert StepKind(step) in [row.step for row in found.members]


def test_the_deadline_that_did_not_move_stands() -> None:
    found = rule_slips(POSTPONED, SLIP.to_letter, SlipVerdict.NONE, None)
    index = Index(replace(SMALL, threads=(found,)))
    assert Index(SMALL).due(POSTPONED) == SLIP.new_end
    assert index.due(found) == SLIP.old_end
    assert SLIP.new_end not in {end for _, end in (*index.course(found), *index.milestones(found))}


def test_an_extension_has_its_ends() -> None:
    found = rule_slips(POSTPONED, SLIP.to_letter, SlipVerdict.EXTENSION, None)
    (step,) = [row for row in found.members if row.step is StepKind.EXTENDED]
    assert (step.old_end, step.new_end) == (SLIP.old_end, SLIP.new_end)


def test_another_day_counts_its_days() -> None:
    (slip,) = rule_slips(POSTPONED, SLIP.to_letter, SlipVerdict.MOVED, DAY).slips
    assert SLIP.old_end is not None
    assert (slip.new_end, slip.days) == (DAY, (DAY - SLIP.old_end).days)
    (undated,) = rule_slips(POSTPONED, SLIP.to_letter, SlipVerdict.MOVED, None).slips
    assert (undated.new_end, undated.days) == (None, None)
