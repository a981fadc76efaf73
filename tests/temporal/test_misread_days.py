"""Days whose figures the reading of a picture took for letters."""

import datetime as dt

import pytest

from tracker.temporal.timex import tag_times

LETTER = dt.date(2031, 5, 12)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wij sturen uiterlijk l juli 2032 het plan.", "2032-07-01"),
        ("Op 3l december 2O31 loopt het af.", "2031-12-31"),
        ("Vóór lO maart 2032 komt het plan.", "2032-03-09"),
        ("De brug is op I7 juni 2031 klaar.", "2031-06-17"),
        ("Op l4 sept. opent de brug.", "2031-09-14"),
    ],
)
def test_a_misread_day_is_the_printed_one(text, day):
    (time,) = tag_times(text, LETTER)
    assert str(time.deadline.end) == day


@pytest.mark.parametrize(
    "text", ["In wijk L maart 2032", "Op 2 l juli 2032", "De weg van 3 l maart 2032", "variant-l maart 2032"]
)
def test_what_may_be_something_else_is_no_day(text):
    (time,) = tag_times(text, LETTER)
    assert time.kind == "month"
