"""Which bodies words name, and whose a thing is."""

from __future__ import annotations

import pytest

from tracker.extraction.bodies import bodies_in, owners_of

TOWN = frozenset({"municipality"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("het plan van de raad", set()),
        ("provinciale wegen", set()),
        ("burgemeester en wethouders", {"municipality"}),
        ("gedeputeerde staten", {"province"}),
        ("de provincies en het waterschap", {"province", "water_board"}),
    ],
)
def test_the_kinds_of_body_that_words_name(text: str, found: set[str]) -> None:
    assert bodies_in(text.split()) == found


@pytest.mark.parametrize(
    ("text", "senders", "found"),
    [
        ("havenplan van de provincie", frozenset(), set()),
        ("havenplan van de gemeente", TOWN, set()),
        ("havenplan", TOWN, set()),
        ("havenplan voor de provincie", TOWN, set()),
        ("havenplan van de provincie", frozenset({"province"}), set()),
        ("havenplan van de provincie", TOWN, {"provincie"}),
        ("visie van een vervoerregio", TOWN, {"vervoerregio"}),
    ],
)
def test_whose_a_thing_is_that_is_not_the_senders(text: str, senders: frozenset[str], found: set[str]) -> None:
    assert owners_of(text.split(), senders) == found
