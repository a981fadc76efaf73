"""`noun_phrases`: runs of nouns with what joins them."""

from __future__ import annotations

import pytest

from tracker.extraction.noun_phrases import LONGEST, noun_phrases


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Wij sturen de Kamer het actieplan voor de luchtvaart.", "actieplan voor de luchtvaart"),
        ("Wij voeren de motie van Jansen over dierenwelzijn uit.", "dierenwelzijn"),
        ("Wij maken een bestuurs- en beleidsplan.", "bestuurs- en beleidsplan"),
    ],
)
def test_noun_phrases(text: str, phrase: str) -> None:
    assert any(phrase in " ".join(row.written) for row in noun_phrases(text))


def test_persons_are_no_part_of_a_phrase() -> None:
    assert not any("Jansen" in row.written for row in noun_phrases("Wij voeren de motie Jansen en Pieters uit."))


def test_a_phrase_has_no_more_words_than_a_title() -> None:
    text = "Het " + " en ".join(["beleidsplan"] * 30)
    assert all(len(row.written) <= LONGEST for row in noun_phrases(text))


@pytest.mark.parametrize("marks", ["''", "‘’"])
def test_quotation_marks_bound_a_phrase(marks: str) -> None:
    text = f"Wij leveren het {marks[0]}Stedenbouwkundig Programma{marks[1]} en de waterkaart op."
    assert [" ".join(row.written) for row in noun_phrases(text)] == ["Stedenbouwkundig Programma", "waterkaart"]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_letter_after_an_apostrophe_is_no_noun(mark: str) -> None:
    assert noun_phrases(f"Wij komen naar {mark}s-Gravenhage.") == ()
