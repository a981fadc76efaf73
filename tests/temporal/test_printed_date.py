"""The days that the heads of papers print."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.temporal.printed_date import printed_dates


@pytest.mark.parametrize(
    "line",
    [
        "27-nov-22",
        "27 nov. 2022",
        "2 7 NOV. 2 0 2 2",
        "27.11.22",
        "27 / 11 / 2022",
        "27november2022",
        "27 NOV 2O22",
        "2022/11/27",
        "2022.11.27",
        "27-ll-2O22",
    ],
)
def test_a_day_is_read_however_it_is_printed(line: str) -> None:
    """Dashes, spaces, short years and misread figures: all mean one day."""
    assert [(one.before, one.day, one.after) for one in printed_dates(line)] == [("", dt.date(2022, 11, 27), "")]


@pytest.mark.parametrize(
    "line", ["12 van 22 scholen", "Paragraaf 3.2.19.4", "31 februari 2022", "november 2022", "Nr. 12"]
)
def test_other_figures_are_no_day(line: str) -> None:
    """What is no day of the calendar with its year is none."""
    assert not list(printed_dates(line))


def test_the_words_around_a_day_are_kept() -> None:
    """They tell whose day it is."""
    (found,) = printed_dates("Datum 3 mrt. 21, 14.00 uur")
    assert (found.before, found.day, found.after) == ("Datum ", dt.date(2021, 3, 3), ", 14.00 uur")
