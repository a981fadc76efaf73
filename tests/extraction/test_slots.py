"""Amounts, conditions and hedges of a quote."""

from __future__ import annotations

import pytest

from tracker.extraction.slots import find_amounts, find_conditions, find_hedges


@pytest.mark.parametrize(
    "text",
    [
        "op 1 januari 2024",
        "Kamerstuk 27 923, nr. 443",
        "in 2025 starten wij",
        "artikel 3",
        "de top-10 van",
        "in week 42 volgt een plan",
        "uiterlijk in week 40 stuur ik u",
        "1-10-'25 zal het er zijn",
    ],
)
def test_dates_and_numbers_of_papers_are_no_amounts(text: str) -> None:
    assert find_amounts(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit", "per", "was"),
    [
        ("verhoogd van €1 mln naar €1.75 mln.", 1_750_000, "EUR", None, 1_000_000),
        ("de komende tien jaar 60.000 leraren", 60_000, "leraren", None, None),
        ("minimaal 80% van het personeel", 80, "%", None, None),
        ("maximaal 22 uur per maand", 22, "uur", "per maand", None),
        ("€ 430 miljoen per jaar structureel", 430_000_000, "EUR", "per jaar", None),
        ("5 miljoen euro beschikbaar", 5_000_000, "EUR", None, None),
        ("een bijdrage van 2,5 procent", 2.5, "%", None, None),
    ],
)
def test_amounts(text: str, value: float, unit: str, per: str | None, was: float | None) -> None:
    (amount,) = find_amounts(text)
    assert (amount.value, amount.unit, amount.per, amount.was) == (value, unit, per, was)


def test_conditions_and_hedges_are_kept_as_worded() -> None:
    text = "Naar verwachting sturen wij dit in mei, mits de Raad van State tijdig adviseert."
    assert find_hedges(text) == ("Naar verwachting",)
    assert find_conditions(text) == ("mits de Raad van State tijdig adviseert",)


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("Er is € l2.OOO voor de brug.", "€ l2.OOO", 12_000),
        ("Er is l.5OO euro voor de brug.", "l.5OO euro", 1_500),
        ("De weg kost € 1.2l5.000.", "€ 1.2l5.000", 1_215_000),
        ("Er is € 5O miljoen voor de brug.", "€ 5O miljoen", 50_000_000),
    ],
)
def test_figures_that_were_misread_as_letters(text: str, printed: str, value: float) -> None:
    assert [(amount.text, amount.value) for amount in find_amounts(text)] == [(printed, value)]


@pytest.mark.parametrize("text", ["Zie artikel 3.l.", "Dat is o.a. in 3.O gezegd.", "Er is € O, l en I."])
def test_letters_that_are_no_figures(text: str) -> None:
    assert find_amounts(text) == ()
