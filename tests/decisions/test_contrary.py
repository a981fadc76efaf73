"""Rulings of two analysts on one thing that cannot both hold."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tracker.decisions.contrary import contrary
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.model import Kind

WHEN = dt.datetime(2024, 7, 1, tzinfo=dt.UTC)
MAY, JUNE = dt.date(2024, 5, 31), dt.date(2024, 6, 30)


def ruled(who: str, what: Ruling, *quotes: str, **more: Any) -> Decision:
    """A ruling of somebody on quotes of one letter."""
    anchors = tuple(anchor("a", quote) for quote in quotes or ("Er komt een plan.",))
    return Decision(ruling=what, who=who, when=WHEN, why="w", quotes=anchors, **more)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [ruled("A", Ruling.STATUS, value="dropped"), ruled("A", Ruling.STATUS, value="delivered")],
        [ruled("A", Ruling.STATUS, value="dropped"), ruled("B", Ruling.STATUS, value="dropped")],
        [ruled("A", Ruling.STATUS, value="dropped"), ruled("B", Ruling.STATUS, "Iets anders.", value="delivered")],
        [ruled("A", Ruling.NOTE, value="een"), ruled("B", Ruling.NOTE, value="twee")],
        [ruled("A", Ruling.STATUS, value="dropped"), ruled("B", Ruling.TITLE, value="Het plan")],
        [ruled("A", Ruling.MISSED, kind=Kind.INFORM), ruled("B", Ruling.DEADLINE, end=MAY)],
        [ruled("A", Ruling.SAME, "x", "y"), ruled("B", Ruling.DIFFERENT, "x", "z")],
        [ruled("A", Ruling.REGISTERED, value="T1"), ruled("B", Ruling.UNREGISTERED, value="T2")],
        [
            *(ruled("A", Ruling.STATUS, value="dropped"), ruled("B", Ruling.STATUS, value="delivered")),
            ruled("A", Ruling.STATUS, value="delivered"),
        ],
    ],
)
def test_what_can_hold_together_is_not_told(rows: list[Decision]) -> None:
    assert contrary(rows) == ()


@pytest.mark.parametrize(
    "rows",
    [
        [ruled("A", Ruling.STATUS, value="dropped"), ruled("B", Ruling.STATUS, value="delivered")],
        [ruled("A", Ruling.MISSED, kind=Kind.INFORM), ruled("B", Ruling.REJECTED)],
        [ruled("A", Ruling.KIND, kind=Kind.INFORM), ruled("B", Ruling.MISSED, kind=Kind.START)],
        [ruled("A", Ruling.DEADLINE, end=MAY), ruled("B", Ruling.DEADLINE, end=JUNE)],
        [ruled("A", Ruling.DEADLINE, end=MAY), ruled("B", Ruling.DEADLINE)],
        [ruled("A", Ruling.SLIP, value="none"), ruled("B", Ruling.SLIP, value="moved", end=JUNE)],
        [ruled("A", Ruling.SAME, "x", "y"), ruled("B", Ruling.DIFFERENT, "y", "x")],
        [ruled("A", Ruling.REGISTERED, value="T1"), ruled("B", Ruling.UNREGISTERED, value="T1")],
    ],
)
def test_what_cannot_is_told_whoever_was_first(rows: list[Decision]) -> None:
    for before, after in (rows, rows[::-1]):
        (found,) = contrary([before, after])
        assert (found.before, found.after) == (before, after)
        assert all(word in str(found.told) for word in ("A (", "B (", "withdraw"))


def test_a_verdict_is_on_the_thread_whichever_quote_it_names() -> None:
    rows = [ruled("A", Ruling.STATUS, "x", value="dropped"), ruled("B", Ruling.STATUS, "y", value="delivered")]
    assert contrary(rows, {("a", "x"): "t-1", ("a", "y"): "t-2"}) == ()
    assert len(contrary(rows, {("a", "x"): "t-1", ("a", "y"): "t-1"})) == 1
