"""What is done, without the thing: that stands in the sentences before."""

from __future__ import annotations

import pytest

from tracker.extraction.bridging import bridged_words
from tracker.extraction.noun_phrases import noun_phrases

BEFORE = ("Dit kost tijd.", "Het advies geeft aanleiding het wetsvoorstel zendmasten aan te passen.")


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("De indiening van het dijkplan is voorzien in 2026.", ()),
        ("Het dijkplan wordt in 2026 ingediend.", ()),
        ("Het kost nu eenmaal tijd.", ()),
        ("Dat is niet haalbaar.", ()),
        ("De indiening is nu voorzien in 2026.", ("wetsvoorstel", "zendmasten")),
        ("De indiening bij uw Kamer is nu voorzien in 2026.", ("wetsvoorstel", "zendmasten")),
    ],
    ids=["names its thing", "the thing itself", "no act", "no noun", "an act alone", "and for whom"],
)
def test_an_act_alone_is_of_the_most_telling_thing_before(quote: str, words: tuple[str, ...]) -> None:
    assert bridged_words(noun_phrases(quote, without="in 2026"), map(noun_phrases, BEFORE)) == words


def test_where_nothing_is_named_before_nothing_is_left_out() -> None:
    assert bridged_words(noun_phrases("De indiening volgt."), map(noun_phrases, BEFORE[:1])) == ()
    assert bridged_words((), map(noun_phrases, BEFORE)) == ()
