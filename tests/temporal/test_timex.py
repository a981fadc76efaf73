"""The time expressions of a sentence: where they stand, what they mean, and what limits or names them."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.model import Precision
from tracker.temporal.grammar import grammar
from tracker.temporal.timex import Length, Timex, TimexRole, extend, increase_of, tag_times

DAY = dt.date(2021, 3, 15)


def one(text: str, anchor: dt.date | None = DAY) -> Timex:
    (time,) = tag_times(text, anchor)
    return time


def test_it_stands_where_the_text_has_it() -> None:
    text = "Het plan komt — naar verwachting — uiterlijk 1 mei 2022."
    time = one(text)
    assert text[time.begin : time.end] == time.deadline.text == "uiterlijk 1 mei 2022"
    assert (time.role, time.deadline.precision) == (TimexRole.DUE, Precision.DAY)


def test_a_limit_narrows_the_time_before_it() -> None:
    time = one("Het plan komt in het voorjaar van 2022, maar uiterlijk in mei 2022.")
    assert (time.deadline.start, time.deadline.end) == (dt.date(2022, 3, 1), dt.date(2022, 5, 31))
    assert "limit" in time.deadline.rule


def test_without_a_date_of_the_letter_what_counts_from_it_has_no_day() -> None:
    assert one("Het plan komt volgend jaar.").deadline.end == dt.date(2022, 12, 31)
    dateless = one("Het plan komt volgend jaar.", None)
    assert dateless.deadline.end is None
    assert dateless.deadline.notice is not None


@pytest.mark.parametrize(("text", "negated"), [("Dat komt niet in mei 2022.", True), ("Dat komt in mei 2022.", False)])
def test_a_time_that_is_denied(text: str, negated: bool) -> None:
    assert one(text).negated is negated


def test_a_month_without_a_year_may_be_the_one_that_passed() -> None:
    time = one("Het plan is in februari verschenen.")
    assert time.past is not None
    assert time.past.end == dt.date(2021, 2, 28)
    coming = one("Het plan verschijnt in april.")
    assert coming.past is not None
    assert (coming.deadline.end, coming.past.end) == (dt.date(2021, 4, 30), dt.date(2020, 4, 30))


def test_until_a_year_is_before_it_and_what_is_put_off_falls_in_it() -> None:
    time = one("De start is uitgesteld tot 2027.")
    assert time.reached is not None
    assert time.reached.end == dt.date(2027, 12, 31)


def test_a_year_in_a_name_is_no_time() -> None:
    assert one("Wij werken aan het Klimaatakkoord 2019.").role is TimexRole.NAME


def test_increase_of() -> None:
    times = tag_times("De regeling loopt tot 1 januari 2025 en wordt met anderhalf jaar verlengd.", DAY)
    found = increase_of(times)
    assert found is not None
    assert found.length is not None
    assert found.length.months == 18
    assert increase_of(tag_times("Het plan komt in mei.", DAY)) is None


@pytest.mark.parametrize("unit", sorted(set(grammar().words["unit"]) - {"jarig"}))
def test_every_stretch_of_time_that_is_known_moves_an_end(unit: str) -> None:
    """Whatever it is called, a thing that is prolonged by it ends later."""
    for sentence in ("De regeling wordt met twee {} verlengd.", "De opening is een {} uitgesteld."):
        moved = increase_of(tag_times(sentence.format(unit), DAY))
        assert moved is not None
        assert moved.length is not None
        end = extend(DAY, moved.length)
        assert end is not None
        assert end > DAY


@pytest.mark.parametrize("number", grammar().words["number"])
def test_every_number_that_is_known_moves_an_end(number: str) -> None:
    moved = increase_of(tag_times(f"De regeling wordt met {number} jaar verlengd.", DAY))
    assert moved is not None
    assert moved.length is not None
    assert moved.length.months == int(12 * grammar().words["number"][number])


LENGTHS = {
    "een decennium": 120,
    "twee decennia": 240,
    "een halve eeuw": 600,
    "een lustrum": 60,
    "een jaar en een half": 18,
    "een jaar en een kwartaal": 15,
    "een jaar en drie maanden": 15,
    "drie kwart jaar": 9,
    "een academisch jaar": 12,
    "twee kalenderkwartalen": 6,
    "tien en een half jaar": 126,
}


@pytest.mark.parametrize("words", LENGTHS)
def test_stretches_however_they_are_spelled(words: str) -> None:
    for sentence in ("De regeling wordt verlengd met {}.", "De regeling is {} verlengd."):
        moved = increase_of(tag_times(sentence.format(words), DAY))
        assert moved is not None
        assert moved.length == Length(LENGTHS[words])
