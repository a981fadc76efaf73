"""A ruling stands as long as its quotes do."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, NEW, REPORTS, SMALL
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.decisions.stale import sift

QUOTES = tuple(anchor(row.letter, row.quote) for row in (COMMITMENTS[0], REPORTS[1]))
NOTE = Decision(ruling=Ruling.NOTE, who="A", when=dt.datetime(2024, 1, 1, tzinfo=dt.UTC), why="x", quotes=QUOTES)


def test_one_whose_quotes_stand() -> None:
    assert sift([NOTE], SMALL.letters) == ((NOTE,), ())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"hash": "00000000"}, "stale.quote-changed"),
        ({"letter": "kst-1-1"}, "stale.no-letter"),
        ({"letter": NEW.id}, "stale.quote-gone"),
    ],
)
def test_one_with_a_quote_that_does_not(change: dict[str, str], reason: str) -> None:
    other = replace(NOTE, quotes=(replace(QUOTES[0], **change), QUOTES[1]))
    standing, (stale,) = sift([NOTE, other], SMALL.letters)
    assert standing == (NOTE,)
    assert (stale.decision, stale.reason.id) == (other, reason)
