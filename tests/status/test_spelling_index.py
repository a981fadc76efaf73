"""Which sentences are spelled like given words."""

from __future__ import annotations

import pytest

from tracker.status.spelling_index import SpellingIndex

INDEX = SpellingIndex([("de", "waterkering", "is", "hersteld"), ("het", "zwembad", "is", "open"), ()])


def test_words_of_no_sentence_are_like_none() -> None:
    assert INDEX.likeness(("qqqq",)).tolist() == [0.0, 0.0, 0.0]
    assert INDEX.likeness(()).tolist() == [0.0, 0.0, 0.0]


def test_endings_and_compounds_are_alike() -> None:
    herstel, bad, nothing = INDEX.likeness(("herstel", "waterkeringen")).tolist()
    assert herstel > 0.5 > bad == nothing == 0.0


def test_the_same_words_are_wholly_alike() -> None:
    assert INDEX.likeness(("het", "zwembad", "is", "open"))[1] == pytest.approx(1.0)


def test_what_many_sentences_have_makes_none_alike() -> None:
    index = SpellingIndex([*[("gemeente", str(number)) for number in range(500)], ("gemeente", "sluis")])
    assert index.likeness(("gemeente",)).max() == 0.0
    assert index.likeness(("gemeente", "sluis")).argmax() == 500
