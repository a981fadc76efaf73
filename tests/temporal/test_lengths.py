"""Lengths of time, however they are spelled: the same one wherever a sentence counts by them."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.model import Precision
from tracker.temporal.interval import Length, later
from tracker.temporal.lengths import lengths_in, precision_in
from tracker.temporal.timex import Timex, TimexRole, increase_of, tag_times

DAY = dt.date(2025, 1, 1)

VAGUE = (
    "een week of wat",
    "een jaar en enkele maanden",
    "een jaar en een paar maanden",
    "een jaar of langer",
    "een jaar of meer",
    "twee jaar of drie",
    "een jaar en een half miljoen",
)
"""What is longer than it can be told: its first words alone would come too early."""

AT_MOST = {
    "ten hoogste zes maanden": Length(6),
    "hooguit zes maanden": Length(6),
    "maximaal twee jaar": Length(24),
    "een kleine twee jaar": Length(24),
    "niet meer dan twee jaar": Length(24),
    "ongeveer een jaar": Length(12),
}
SPELLED = {
    "twee jaar": Length(24),
    "twee jaar en zes maanden": Length(30),
    "een jaar en drie maanden": Length(15),
    "een jaar plus drie maanden": Length(15),
    "een maand en twee weken": Length(1, 14),
    "een jaar en een half": Length(18),
    "twee en een half jaar": Length(30),
    "1½ jaar": Length(18),
    "½ jaar": Length(6),
    "een week of zes": Length(days=42),
    "een dag of tien": Length(days=10),
    "een maand of drie": Length(3),
    "een jaar of vijf": Length(60),
    "één jaar of twee": Length(24),
    "een kwartaal of twee": Length(6),
    "zes weken tot twee maanden": Length(2),
    "een maand tot zes weken": Length(days=42),
    "een half jaar tot een jaar": Length(12),
    "twee jaar of drie jaar": Length(36),
    "anderhalf à twee jaar": Length(24),
    "anderhalf á twee jaar": Length(24),
    "1,5 à 2 jaar": Length(24),
    "twee tot drie jaar": Length(36),
    "twee tot maximaal drie jaar": Length(36),
    "zes a acht weken": Length(days=56),
    "6-8 weken": Length(days=56),
    "drie (3) maanden": Length(3),
    "achttien (18) maanden": Length(18),
    "een heel jaar": Length(12),
    "een etmaal": Length(days=1),
    "tien werkdagen": Length(working_days=10),
    "een schooljaar": Length(12),
} | AT_MOST


def one(text: str) -> Timex:
    times = [time for time in tag_times(text, DAY) if time.deadline.end is not None or time.length is not None]
    assert len(times) == 1, times
    return times[0]


@pytest.mark.parametrize("words", VAGUE)
@pytest.mark.parametrize("text", ["Binnen {} is het af.", "Over {} is het af.", "Het wordt met {} verlengd."])
def test_what_goes_on_is_not_cut_short(words: str, text: str) -> None:
    times = tag_times(text.format(words), DAY)
    assert [time.deadline.text for time in times if time.deadline.end or time.kind == "increase"] == []


@pytest.mark.parametrize("words", SPELLED)
def test_within_a_length_ends_with_all_of_it(words: str) -> None:
    time = one(f"Binnen {words} sturen wij uw Kamer het plan.")
    assert (time.deadline.start, time.deadline.end) == (DAY, later(DAY, SPELLED[words]))
    assert time.deadline.is_limit


@pytest.mark.parametrize("words", SPELLED)
def test_in_a_length_ends_no_sooner_than_all_of_it(words: str) -> None:
    time = one(f"Over {words} evalueren wij de wet.")
    there = later(DAY, SPELLED[words])
    assert there is not None
    assert time.deadline.start is not None
    assert time.deadline.end is not None
    assert time.deadline.start <= there <= time.deadline.end


@pytest.mark.parametrize("words", [words for words in SPELLED if words not in AT_MOST])
def test_after_a_length_is_after_all_of_it(words: str) -> None:
    assert one(f"Na {words} evalueren wij de wet.").deadline.end == later(DAY, SPELLED[words])


@pytest.mark.parametrize("words", SPELLED)
def test_an_end_is_moved_by_all_of_a_length(words: str) -> None:
    moved = increase_of(tag_times(f"De regeling wordt verlengd met {words}.", DAY))
    assert moved is not None
    assert moved.length == SPELLED[words]


@pytest.mark.parametrize("words", SPELLED)
def test_what_counts_from_an_event_has_no_date(words: str) -> None:
    times = tag_times(f"Binnen {words} na inwerkingtreding van de wet volgt een telling.", DAY)
    assert all(time.deadline.end is None for time in times)
    assert any(time.role is TimexRole.OPEN for time in times)


HOURS = {
    "48 uur": "2025-01-03",
    "24 uur": "2025-01-02",
    "vierentwintig uur": "2025-01-02",
    "36 uur": "2025-01-03",
    "72 uren": "2025-01-04",
}


@pytest.mark.parametrize(("words", "end"), HOURS.items())
def test_hours_take_days(words: str, end: str) -> None:
    assert str(one(f"Binnen {words} is er antwoord.").deadline.end) == end


@pytest.mark.parametrize("text", ["Zij geeft twee uur les.", "De openingstijd wordt met twee uur verlengd."])
def test_other_hours_are_no_length(text: str) -> None:
    assert all(time.length is None for time in tag_times(text, DAY))


@pytest.mark.parametrize(
    ("groups", "lengths"),
    [
        ({"count": "twee", "unit": "jaar"}, (Length(24), Length(24))),
        ({"unit": "halfjaar"}, (Length(6), Length(6))),
        ({"count": "een", "unit": "jaar", "more": "drie", "more_unit": "maanden"}, (Length(15), Length(15))),
        ({"count": "een", "unit": "jaar", "more": "een half"}, (Length(18), Length(18))),
        ({"count": "een", "unit": "week", "about": "zes"}, (Length(days=42), Length(days=42))),
        ({"low": "twee", "count": "drie", "unit": "jaar"}, (Length(24), Length(36))),
        ({"count": "zes", "unit": "weken", "or": "twee", "or_unit": "maanden"}, (Length(days=42), Length(2))),
        ({"count": "twee", "unit": "maanden", "or": "zes", "or_unit": "weken"}, (Length(days=42), Length(2))),
        ({"count": "25", "hours": "uur"}, (Length(days=2), Length(days=2))),
    ],
)
def test_the_shortest_and_the_longest(groups: dict[str, str], lengths: tuple[Length, Length]) -> None:
    assert lengths_in(groups) == lengths


@pytest.mark.parametrize(
    ("groups", "precision"),
    [
        ({"unit": "jaar"}, Precision.YEAR),
        ({"unit": "jaar", "more_unit": "maanden"}, Precision.MONTH),
        ({"unit": "maand", "or_unit": "weken"}, Precision.DAY),
        ({"hours": "uur"}, Precision.DAY),
    ],
)
def test_it_is_as_fine_as_its_smallest_unit(groups: dict[str, str], precision: Precision) -> None:
    assert precision_in(groups) is precision
