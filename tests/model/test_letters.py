"""The day that a letter's words are read from."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.model import Letter

MAY, JULY = dt.date(2024, 5, 1), dt.date(2024, 7, 1)
ANCHORS = {
    "its date": (MAY, None, None, MAY),
    "its date before its bounds": (MAY, MAY, JULY, MAY),
    "the middle of its bounds": (None, MAY, JULY, dt.date(2024, 5, 31)),
    "one bound": (None, MAY, None, None),
    "nothing": (None, None, None, None),
}


@pytest.mark.parametrize(("date", "earliest", "latest", "anchor"), ANCHORS.values(), ids=ANCHORS.keys())
def test_anchor(date: dt.date | None, earliest: dt.date | None, latest: dt.date | None, anchor: dt.date | None) -> None:
    assert Letter("l", "l.txt", "", (), (), date=date, earliest=earliest, latest=latest).anchor == anchor
