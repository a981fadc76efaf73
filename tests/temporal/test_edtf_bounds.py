"""A date of EDTF → its first and last day."""

from __future__ import annotations

import pytest

from tracker.temporal.edtf_bounds import bounds_of


@pytest.mark.parametrize("text", ["", "gisteren", "2016-13-01", "2016-02-30", "2016/", "/2016", "../2016", "2017/2016"])
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each fault has words of its own
        bounds_of(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2016-11-29", "2016-11-29", "2016-11-29"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015?", "2015-01-01", "2015-12-31"),
        ("2014-10/2016-10", "2014-10-01", "2016-10-31"),
        ("201X", "2010-01-01", "2019-12-31"),
    ],
)
def test_first_and_last_day(text: str, low: str, high: str) -> None:
    assert [day.isoformat() for day in bounds_of(text)] == [low, high]
