"""The dictionary of Dutch: its forms, what it knows, and how often words are written."""

from __future__ import annotations

import pytest

from tracker.language.nl.dictionary import frequency, is_known, lemmatize


@pytest.mark.parametrize(("word", "form"), [("dijken", "dijk"), ("huizen", "huis"), ("liepen", "lopen")])
def test_lemmatize(word: str, form: str) -> None:
    assert lemmatize(word) == form


def test_a_made_up_word_is_unknown() -> None:
    assert is_known("dijk")
    assert not is_known("dijkzwamelaar")
    assert not frequency("dijkzwamelaar")


def test_common_words_are_written_more_often() -> None:
    assert frequency("de") > frequency("dijk") > 0
