"""Texts that are nearly the same word for word, and whether it is sure that they are of one thing."""

from __future__ import annotations

import pytest

from tracker.linking.same_text import SameTexts

PLAN = "Het actieplan voor de bouw van nieuwe loodsen sturen we in mei 2022 naar uw Kamer."
ADVICE = "Dit advies delen wij ook met uw Kamer."


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
    assert SameTexts({"plan": [PLAN]}).find(text) is None


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
    found = SameTexts({"plan": [PLAN]}).find(text)
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
    found = SameTexts({"plan": [PLAN, "Iets anders."], "advice": [ADVICE]}).find(text)
    assert found is not None
    assert (found.of, found.sure) == ("plan", True)
    assert "loods" in found.told


def test_a_text_that_tells_little_or_stands_twice_is_not_sure() -> None:
    found = SameTexts({"advice": [ADVICE], "plan": [PLAN]}).find(ADVICE)
    assert found is not None
    assert (found.of, found.sure) == ("advice", False)
    twice = SameTexts({"plan": [PLAN], "again": [PLAN]}).find(PLAN)
    assert twice is not None
    assert not twice.sure
