"""From which day the times of a sentence count that tells what was promised before."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.promise_day import times_of

LETTER = dt.date(2030, 10, 8)
SAME = [
    "Binnen vier weken sturen wij u het plan.",
    "Op 10 september sprak ik met de raad; binnen vier weken sturen wij u het plan.",
    "Wij sturen u binnen vier weken het plan dat op 10 september is toegezegd.",
    "In het debat is het plan toegezegd. Binnen vier weken sturen wij het.",
]


def ends(text: str) -> list[dt.date | None]:
    return [row.deadline.end for row in times_of(text, LETTER)[0] if row.deadline.text.lower().startswith("binnen")]


@pytest.mark.parametrize("text", SAME)
def test_what_is_promised_now_counts_from_the_letter(text: str) -> None:
    assert ends(text) == [dt.date(2030, 11, 5)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Op 10 september 2030 heb ik toegezegd u binnen vier weken een plan te sturen.", dt.date(2030, 10, 8)),
        (
            "In het overleg van 3 juli jl. is toegezegd dat u binnen twee maanden hoort.",
            dt.date(2030, 9, 3),
        ),
        ("In het debat van 10 september hebben wij beloofd binnen vier weken te komen.", dt.date(2030, 10, 8)),
        ("In het debat heb ik toegezegd u binnen vier weken een plan te sturen.", None),
        ("Eerder dit jaar is toegezegd dat u binnen een maand bericht krijgt.", None),
    ],
)
def test_what_was_promised_before_counts_from_its_day(text: str, day: dt.date | None) -> None:
    assert ends(text) == [day]


def test_a_day_is_the_same_from_wherever_it_counts() -> None:
    text = "Op 10 september 2030 heb ik toegezegd u voor 1 december 2030 een plan te sturen."
    assert [row.deadline.end for row in times_of(text, LETTER)[0]] == [dt.date(2030, 9, 10), dt.date(2030, 11, 30)]
    assert times_of(text, LETTER)[1] == dt.date(2030, 9, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wij sturen u het plan voor 1 oktober.", dt.date(2031, 9, 30)),
        ("Ik heb toegezegd u voor 1 februari het plan te sturen.", dt.date(2031, 1, 31)),
        ("Ik heb toegezegd u voor 1 oktober het plan te sturen.", dt.date(2030, 9, 30)),
        ("Ik heb toegezegd u voor 1 december het plan te sturen.", dt.date(2030, 11, 30)),
    ],
)
def test_a_day_without_a_year_of_what_was_promised_before_is_the_nearest(text: str, day: dt.date) -> None:
    """Of a promise that is made now it is the next."""
    assert [row.deadline.end for row in times_of(text, LETTER)[0]] == [day]
