"""Texts that are nearly the same word for word, and whether it is sure that they are of one thing."""

from __future__ import annotations

import pytest

from tracker.language.lemmas import words
from tracker.linking.near_duplicates import SameText, SameTexts

PLAN = "Het actieplan voor de bouw van nieuwe loodsen sturen we in mei 2022 naar uw Kamer."
ADVICE = "Dit advies delen wij ook met uw Kamer."


def found_in(texts: dict[str, list[str]], text: str) -> SameText | None:
    return SameTexts({of: map(words, several) for of, several in texts.items()}).find(words(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kamer.",
        "De veerboten varen in mei 2022 naar de eilanden van het noorden.",
        "Het actieplan voor de bouw van nieuwe loodsen is in april van dat jaar door het college besproken.",
    ],
)
def test_another_text_is_not(text: str) -> None:
    assert found_in({"plan": [PLAN]}, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Het actieplan voor de bouw van nieuwe loodsen sturen we in juni 2023 naar uw Kamer.",
        "Het actieplan voor de bouw van nieuwe loodsen sturen we niet in mei 2022 naar uw Kamer.",
        "Het actieplan voor de sloop van nieuwe loodsen sturen we in mei 2022 naar uw Kamer.",
        "Het actieplan voor de bouw van nieuwe loodsen sturen we in mei 2022 naar de gemeente.",
    ],
)
def test_what_differs_in_time_thing_or_denial_is_near_and_not_sure(text: str) -> None:
    found = found_in({"plan": [PLAN]}, text)
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        "Het actieplan voor de bouw van nieuwe loodsen zendt de minister in mei 2022 aan de Kamer.",
        "De minister stuurt de Kamer het actieplan voor de bouw van nieuwe loodsen in mei 2022.",
    ],
)
def test_what_differs_in_who_speaks_is_sure(text: str) -> None:
    found = found_in({"plan": [PLAN, "Iets anders."], "advice": [ADVICE]}, text)
    assert found is not None
    assert (found.of, found.sure) == ("plan", True)
    assert "loods" in found.told


def test_a_text_that_tells_little_or_stands_twice_is_not_sure() -> None:
    found = found_in({"advice": [ADVICE], "plan": [PLAN]}, ADVICE)
    assert found is not None
    assert (found.of, found.sure) == ("advice", False)
    twice = found_in({"plan": [PLAN], "again": [PLAN]}, PLAN)
    assert twice is not None
    assert not twice.sure


FEW = "In juni 2024 sturen we uw Kamer het onderzoek naar de zeesluizen."
ASKED = "De minister stuurt in juni 2024 het onderzoek naar de zeesluizen aan de Kamer."


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        ({"one": [FEW], "two": [FEW]}, ASKED),
        ({"one": [FEW], "two": [FEW.replace("juni", "mei")]}, ASKED),
        ({"one": [FEW.replace("2024", "2025")]}, ASKED),
        ({"one": [FEW.replace("juni", "juli")]}, ASKED),
        ({"one": [FEW.replace("zeesluizen", "loodsen")]}, ASKED),
        ({"one": [FEW.replace("onderzoek", "tweede onderzoek")]}, ASKED),
        (
            {"one": ["We sturen uw Kamer elk jaar de monitor over de zeesluizen."]},
            "De monitor over de zeesluizen, elk jaar.",
        ),
        (
            {"one": ["In juni 2024 sturen we uw Kamer een advies."]},
            "De minister stuurt in juni 2024 een advies.",
        ),
    ],
)
def test_few_telling_words_are_not_sure_where_anything_else_is_near_or_differs(
    texts: dict[str, list[str]], text: str
) -> None:
    found = found_in(texts, text)
    assert found is None or not found.sure


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (FEW, ASKED),
        (
            "Voor eind 2024 sturen we uw Kamer een kwaliteitskader voor loodsen.",
            "De minister stuurt voor eind 2024 een kwaliteitskader voor loodsen.",
        ),
        ("In juni 2024 openen we de zeesluizen van Goes.", "De minister opent in juni 2024 de zeesluizen van Goes."),
    ],
)
def test_few_telling_words_are_sure_where_all_is_alike_and_nothing_else_near(said: str, text: str) -> None:
    found = found_in({"one": [said], "plan": [PLAN]}, text)
    assert found is not None
    assert (found.of, found.sure) == ("one", True)


@pytest.mark.parametrize(
    ("others", "sure"),
    [
        ({"near": [PLAN.replace("nieuwe", "oude")]}, True),
        ({"as near": [PLAN]}, False),
    ],
)
def test_many_telling_words_are_sure_where_no_other_text_is_as_near(others: dict[str, list[str]], sure: bool) -> None:
    found = found_in({"plan": [PLAN]} | others, PLAN)
    assert found is not None
    assert found.sure is sure
