"""Deadlines as Dutch writes them: which of two is later."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.model import Deadline
from tracker.status.slips import is_later
from tracker.temporal.timex import tag_times

OLD, NEW = dt.date(2023, 9, 14), dt.date(2024, 4, 5)
NOT_LATER = [
    ("uiterlijk eind 2024", "uiterlijk eind 2024"),
    ("uiterlijk eind 2024", "eind 2024"),
    ("voor de zomer van 2024", "in 2024"),
    ("in 2024", "eind 2024"),
    ("eind 2024", "uiterlijk 1 december 2024"),
    ("in het voorjaar van 2024", "in 2024"),
]
LATER = [
    ("uiterlijk eind 2024", "uiterlijk eind 2025", 365),
    ("uiterlijk 1 oktober 2024", "uiterlijk 1 april 2025", 182),
    ("voor de zomer van 2024", "voor het einde van 2024", 177),
    ("binnen een jaar", "binnen een jaar", 203),
    ("eind 2024", "uiterlijk eind 2025", 365),
    ("uiterlijk eind 2024", "in 2025", 365),
    ("in de zomer van 2024", "in het najaar van 2024", 91),
]


def read(words: str, day: dt.date) -> Deadline:
    (time,) = tag_times(f"Het plan volgt {words}.", day)
    return time.deadline


@pytest.mark.parametrize(("old", "new"), NOT_LATER)
def test_what_may_be_the_same_day_is_not_later(old: str, new: str) -> None:
    assert not is_later(read(old, OLD), read(new, NEW))


@pytest.mark.parametrize(("old", "new", "days"), LATER)
def test_a_later_end_is_a_slip(old: str, new: str, days: int) -> None:
    one, other = read(old, OLD), read(new, NEW)
    assert is_later(one, other)
    assert not is_later(other, one)
    assert one.end
    assert other.end
    assert (other.end - one.end).days == days
