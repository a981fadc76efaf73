"""Which of several promises named by their numbers a text says to be met."""

from __future__ import annotations

import pytest

from tracker.extraction.settled_numbers import settled_before, settled_in

A, B, C = (f"TZ202303-00{number}" for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (f"De toezeggingen {A} en {B} zijn respectievelijk in behandeling en nog niet afgedaan.", ""),
        (f"De toezeggingen {A}, {B} en {C} zijn respectievelijk afgedaan en in uitvoering.", ""),
        (f"De toezeggingen {A} en {B} zijn respectievelijk afgedaan en in uitvoering.", A),
        (f"De toezeggingen {A} en {B} zijn respectievelijk nog open en afgedaan.", B),
        (f"{A}, {B} en {C} zijn respectievelijk nagekomen, in uitvoering en nagekomen.", A + C),
        (f"{A} en {B} zijn respectievelijk met de brief van 3 mei 2023 en met deze brief afgedaan.", A + B),
        (f"Van de toezeggingen {A} en {B} is alleen de eerste afgedaan.", A),
        (f"Toezeggingen {A} en {B}: alleen de laatste is afgedaan.", B),
        (f"{A}, {B} en {C} zijn afgedaan, met uitzondering van de tweede.", A + C),
        (f"{A} en {B} zijn afgedaan, met dien verstande dat de laatste nog openstaat.", A),
        (f"{A} en {B} zijn in de eerste helft van mei afgedaan.", A + B),
        (f"{A} is afgedaan; {B} loopt nog.", A),
        (f"Eén van beide toezeggingen ({A} en {B}) is afgedaan.", ""),
        (f"Twee van de toezeggingen {A}, {B} en {C} zijn afgedaan.", ""),
        (f"Eerstgenoemde toezegging van {A} en {B} is afgedaan.", A),
        (f"Toezegging {A} is afgedaan, evenals een stand van {B}.", A),
        (f"Toezegging {A} is afgedaan, evenals toezegging {B}.", A + B),
    ],
)
def test_of_several_numbers_those_are_met_that_a_text_says_so_of(text: str, met: str) -> None:
    assert settled_in(text) == {number for number in (A, B, C) if number in met}


@pytest.mark.parametrize(
    ("text", "named", "met"),
    [
        ("De eerste is afgedaan.", [A], ""),
        ("De Tweede Kamer acht dit afgedaan.", [A, B], ""),
        ("De laatste hand is gelegd aan wat is afgedaan.", [A, B], ""),
        ("Deze toezegging is afgedaan.", [A, B], ""),
        ("De motie is afgedaan.", [A, B], ""),
        ("Beide moties zijn afgedaan.", [A, B], ""),
        ("Beide toezeggingen zijn afgedaan.", [A, B, C], ""),
        ("Beide toezeggingen zijn afgedaan.", [A], ""),
        ("De toezeggingen over de havens zijn afgedaan.", [A, B], ""),
        ("De toezeggingen uit de brief van mei zijn afgedaan.", [A, B], ""),
        ("De derde is afgedaan.", [A, B], ""),
        ("Alleen de eerste is afgedaan.", [A, B], A),
        ("De eerste staat nog open, de laatste is afgedaan.", [A, B], B),
        ("Beide toezeggingen zijn afgedaan.", [A, B], A + B),
        ("Beide zijn afgedaan, behalve de laatste.", [A, B], A),
        ("Aan beide is voldaan.", [A, B], A + B),
        ("De genoemde toezeggingen zijn hiermee afgedaan.", [A, B, C], A + B + C),
    ],
)
def test_several_named_before_are_met_together_or_by_their_order(text: str, named: list[str], met: str) -> None:
    assert settled_before(text, named) == {number for number in (A, B, C) if number in met}
