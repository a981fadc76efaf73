"""Whether a text says of several promises at once that they are met, and in which letter they were promised."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.collective_settlement import (
    days_of_their_letter,
    excepts_some,
    names_a_registered_one,
    settles_several,
)

DAY = dt.date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "settles"),
    [
        ("De toezegging is afgedaan.", False),
        ("Beide toezeggingen staan nog open.", False),
        ("Beide bruggen zijn gereed.", False),
        ("Beide toezeggingen zijn hiermee afgedaan.", True),
        ("Hiermee zijn alle toezeggingen uit mijn brief van 12 maart 2024 afgedaan.", True),
    ],
)
def test_what_is_said_of_several(text: str, settles: bool) -> None:
    assert settles_several(text) is settles


def test_the_letter_that_they_were_promised_in() -> None:
    text = "Hiermee zijn alle toezeggingen uit mijn brief van 12 maart 2024 afgedaan."
    assert days_of_their_letter(text, DAY) == {dt.date(2024, 3, 12)}
    assert days_of_their_letter("Beide toezeggingen zijn hiermee afgedaan.", DAY) == frozenset()


@pytest.mark.parametrize(("text", "named"), [("De brug is af.", False), ("Toezegging TZ202402-158 is afgedaan.", True)])
def test_a_number_of_the_register_is_named(text: str, named: bool) -> None:
    assert names_a_registered_one(text) is named


@pytest.mark.parametrize(
    ("text", "excepted"),
    [
        ("Alle toezeggingen zijn afgedaan.", False),
        ("Alle toezeggingen zijn afgedaan, met uitzondering van TZ202402-158.", True),
    ],
)
def test_those_that_are_left_out_are_seen(text: str, excepted: bool) -> None:
    assert excepts_some(text) is excepted
