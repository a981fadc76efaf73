"""`tokenize`: words and marks by their shapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.tokens import tokenize

TOKENS = {
    "De brug is af.": ["De", "brug", "is", "af", "."],
    "€ 1.500,50 in 2025": ["€", "1.500,50", "in", "2025"],
    "de onderwijs-regio’s": ["de", "onderwijs-regio’s"],
    "en/of": ["en/of"],
    "de 12e brief, 2025Z19677, van 1.500m2": ["de", "12e", "brief", ",", "2025Z19677", ",", "van", "1.500m2"],
    "bestuurs- en raadsperiode": ["bestuurs", "-", "en", "raadsperiode"],
}


@pytest.mark.parametrize(("text", "tokens"), TOKENS.items())
def test_words_and_marks(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


ELIDED = {
    "bestuurs- en raadsperiode": ["bestuurs"],
    "voor- en na-ijlen": ["voor"],
    "het plan – een schets": [],
    "het plan - een schets": [],
    "de raad-": ["raad"],
    "een -teken": [],
}


@pytest.mark.parametrize(("text", "elided"), ELIDED.items())
def test_a_compound_without_its_last_part_is_marked(text: str, elided: list[str]) -> None:
    assert [token.text for token in tokenize(text) if token.elided] == elided


def test_a_word_is_low_with_a_straight_apostrophe() -> None:
    assert [token.low for token in tokenize("Onderwijsregio’s")] == ["onderwijsregio's"]


@given(st.text())
def test_tokens_stand_where_they_say_and_nothing_but_space_is_lost(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.begin : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(sign for sign in text if not sign.isspace())
