"""Where a sentence turns from one registered promise to the next."""

from __future__ import annotations

import pytest

from tracker.language.nl.number_turns import number_places, turns_to_number
from tracker.text.tokens import tokenize

TURNS = {
    "the second of a row": ("T01234, |T01235 en T01236 zijn afgedaan.", False),
    "more of one number": ("T01234 is afgedaan |en wordt gestuurd.", False),
    "no number before it": ("De brief is gestuurd |en over T01235 hoort u meer.", False),
    "no word that joins": ("T01234 is gestuurd |in mei.", False),
    "another number with its verb": ("T01234 is gestuurd |en T01235 volgt.", True),
    "another number after a comma": ("T01234 is gestuurd, |T01235 volgt in mei.", True),
    "of another number": ("T01234 is gestuurd |en over T01235 hoort u meer.", True),
    "another number, shortly": ("T01234 is gestuurd, |T01235 niet.", True),
}


@pytest.mark.parametrize(("text", "turns"), TURNS.values(), ids=TURNS.keys())
def test_turns_to_number(text: str, turns: bool) -> None:
    tokens = tokenize(text.replace("|", ""))
    at = next(n for n, token in enumerate(tokens) if token.begin == text.index("|"))
    assert turns_to_number(tokens, at, number_places(tokens)) is turns
