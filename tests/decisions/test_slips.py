"""Rulings on the move of a deadline come to the drafts that they quote."""

from __future__ import annotations

import datetime as dt

from tests.ledgers import COMMITMENTS
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.decisions.slips import rule_moves
from tracker.linking.thread_draft import RuledMove, ThreadDraft
from tracker.model import SlipVerdict

ONE, OTHER, *_ = COMMITMENTS
DAY = dt.date(2024, 6, 30)


def ruling(value: SlipVerdict, end: dt.date | None = None) -> Decision:
    when = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    quotes = (anchor(ONE.letter, ONE.quote),)
    return Decision(ruling=Ruling.SLIP, who="A", when=when, why="x", quotes=quotes, value=value, end=end)


def test_the_draft_that_is_quoted_has_them_in_the_order_in_which_they_were_given() -> None:
    drafts = ThreadDraft((ONE,), {}), ThreadDraft((OTHER,), {})
    found = rule_moves([ruling(SlipVerdict.NONE), ruling(SlipVerdict.MOVED, DAY)], drafts)
    assert [row.verdict for row in found[0].moves] == [SlipVerdict.NONE, SlipVerdict.MOVED]
    assert found[0].moves[1] == RuledMove(ONE.letter, SlipVerdict.MOVED, DAY)
    assert found[1] is drafts[1]
    assert rule_moves([], drafts) == drafts
