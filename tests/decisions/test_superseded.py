"""Which rulings a later one replaces."""

from __future__ import annotations

import pytest

from tests.decisions.test_contrary import ruled
from tracker.decisions.ruling import Decision, Ruling
from tracker.decisions.superseded import superseded
from tracker.model import Kind


@pytest.mark.parametrize(
    ("rows", "replaced"),
    [
        ([ruled("A", Ruling.STATUS, value="dropped"), ruled("A", Ruling.STATUS, value="delivered")], [0]),
        ([ruled("A", Ruling.NOTE, value=text) for text in ("een", "twee", "drie")], [0, 1]),
        ([ruled("A", Ruling.MISSED, kind=Kind.INFORM), ruled("B", Ruling.REJECTED)], [0]),
        ([ruled("A", Ruling.SAME, "x", "y"), ruled("B", Ruling.DIFFERENT, "y", "x")], [0]),
        ([ruled("A", Ruling.REGISTERED, value="T1"), ruled("B", Ruling.UNREGISTERED, value="T1")], [0]),
        ([ruled("A", Ruling.SLIP, value="none"), ruled("A", Ruling.SLIP, value="extension")], [0]),
        ([ruled("A", Ruling.MISSED, kind=Kind.INFORM), ruled("A", Ruling.KIND, kind=Kind.START)], []),
        ([ruled("A", Ruling.STATUS, value="dropped"), ruled("A", Ruling.TITLE, value="Het plan")], []),
        ([ruled("A", Ruling.SPLIT), ruled("A", Ruling.SPLIT)], []),
    ],
)
def test_the_later_ruling_on_the_same_counts(rows: list[Decision], replaced: list[int]) -> None:
    assert list(superseded(rows, {})) == [rows[at] for at in replaced]


def test_a_verdict_is_replaced_by_one_on_another_quote_of_its_thread() -> None:
    rows = [ruled("A", Ruling.STATUS, quote, value=value) for quote, value in (("x", "dropped"), ("y", "delivered"))]
    things = [(row.quotes[0].letter, row.quotes[0].quote) for row in rows]
    assert superseded(rows, {}) == ()
    assert superseded(rows, dict.fromkeys(things, "t-1")) == (rows[0],)
