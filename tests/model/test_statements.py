"""What statements say, whichever rule read them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, REPORTS
from tracker.model import LEARNED, TENTATIVE, Outcome

MOVES = {
    Outcome.DELAYED: True,
    Outcome.EXTENDED: True,
    Outcome.DELIVERED: False,
    Outcome.IN_PROGRESS: False,
    Outcome.CHANGED: False,
    Outcome.CANCELLED: False,
    Outcome.DECLINED: False,
}


@pytest.mark.parametrize(("outcome", "moves"), MOVES.items())
def test_a_report_moves_a_deadline_where_something_comes_later_or_lasts_longer(outcome: Outcome, moves: bool) -> None:
    assert replace(REPORTS[0], outcome=outcome).moves_deadline is moves


def test_a_promise_moves_none() -> None:
    assert not any(row.moves_deadline for row in COMMITMENTS)


@pytest.mark.parametrize(("rule", "ruled"), [(LEARNED, False), (TENTATIVE, False), (REPORTS[0].rule, True)])
def test_what_weights_alone_read_is_not_ruled(rule: str, ruled: bool) -> None:
    assert replace(REPORTS[0], rule=rule).is_ruled is ruled
    assert replace(COMMITMENTS[0], rule=rule).is_ruled is ruled
