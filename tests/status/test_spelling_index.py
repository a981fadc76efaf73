"""Which sentences are spelled like given words."""

from __future__ import annotations

import pytest

from tracker.status.spelling_index import SpellingIndex, spelled_sentences

SAID = [("de", "waterkering", "is", "hersteld"), ("het", "zwembad", "is", "open"), ()]
INDEX = SpellingIndex([spelled_sentences(SAID)])


def test_words_of_no_sentence_are_like_none() -> None:
    assert INDEX.likeness(("qqqq",)).tolist() == [0.0, 0.0, 0.0]
    assert INDEX.likeness(()).tolist() == [0.0, 0.0, 0.0]


def test_endings_and_compounds_are_alike() -> None:
    herstel, bad, nothing = INDEX.likeness(("herstel", "waterkeringen")).tolist()
    assert herstel > 0.5 > bad == nothing == 0.0


def test_the_same_words_are_wholly_alike() -> None:
    assert INDEX.likeness(("het", "zwembad", "is", "open"))[1] == pytest.approx(1.0)


def test_what_many_sentences_have_makes_none_alike() -> None:
    said = [*[("gemeente", str(number)) for number in range(500)], ("gemeente", "sluis")]
    index = SpellingIndex([spelled_sentences(said)])
    assert index.likeness(("gemeente",)).max() == 0.0
    assert index.likeness(("gemeente", "sluis")).argmax() == 500


def test_sentences_are_alike_whichever_letters_they_are_of() -> None:
    apart = SpellingIndex([spelled_sentences(SAID[:1]), spelled_sentences(()), spelled_sentences(SAID[1:])])
    words = ("herstel", "open", "zwembaden")
    assert apart.likeness(words).tolist() == INDEX.likeness(words).tolist()
