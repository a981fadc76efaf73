"""Whether a hyphen at the end of a line belongs to the word or to the line."""

from __future__ import annotations

import pytest

from tracker.documents.layout.dehyphenate import Hyphens, Join

JOINED = {
    "a word that was broken": ("verzwa", "ring van de dijk", Join.SOLID),
    "a name": ("PO", "Raad", Join.HYPHEN),
    "an address": ("www.dijk", "herstel.nl", Join.HYPHEN),
    "what the next word completes": ("onderwijs", "en zorgplan", Join.SUSPENDED),
    "the end of the text": ("dijk", "", Join.SUSPENDED),
    "two vowels": ("zee", "eend", Join.HYPHEN),
    "a single letter": ("e", "bike", Join.HYPHEN),
    "two adjectives": ("pedagogisch", "didactische", Join.HYPHEN),
}


@pytest.mark.parametrize(("before", "after", "join"), JOINED.values(), ids=JOINED.keys())
def test_join(before: str, after: str, join: Join) -> None:
    assert Hyphens("").join(before, after) is join


def test_the_words_of_the_letter_are_the_best_evidence() -> None:
    assert Hyphens("Het dijk-herstel is klaar.").join("dijk", "herstel") is Join.HYPHEN
    assert Hyphens("Het dijkherstel is klaar.").join("dijk", "herstel") is Join.SOLID
    assert Hyphens("De zeeeend zwemt.").join("zee", "eend") is Join.SOLID
