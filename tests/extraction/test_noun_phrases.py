"""`noun_phrases`: runs of nouns with what joins them."""

from __future__ import annotations

import pytest

from tracker.extraction.noun_phrases import LONGEST_PHRASE, noun_phrases
from tracker.text.tokens import tokenize


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het plan is gereed voor de wijk.", ["plan", "wijk"]),
        ("Aangezien uit de analyse blijkt dat het kan, volgt een plan.", ["analyse", "plan"]),
        ("Ten behoeve van de leerlingen komt er een loket.", ["leerlingen", "loket"]),
        ("Wij zien een groot tekort aan docenten in kwalitatief goed onderwijs.", ["tekort aan docenten", "onderwijs"]),
        ("Wij maken met de gemeente Den Haag een plan.", ["Den Haag", "plan"]),
        ("Wij verbouwen De Paauw.", ["De Paauw"]),
        ("Door de toenemende instroom is er werk.", ["toenemende instroom"]),
    ],
    ids=["predicate", "conjunction", "part of a preposition", "adverb at the end", "name", "name with article", "noun"],
)
def test_what_names_nothing_is_no_part_of_a_phrase(text: str, found: list[str]) -> None:
    phrases = [" ".join(row.written) for row in noun_phrases(text)]
    assert [row for row in phrases if row in found] == found
    assert not any("kwalitatief" in row or "gereed" in row or "behoeve" in row for row in phrases)


def test_a_phrase_that_goes_on_past_its_longest_ends_before_its_last_joint() -> None:
    found = noun_phrases("Het actieplan voor de scholen in de steden van de provincies over het brede zware onderwerp.")
    assert found[0].written[-1] != "zware"


def test_persons_are_no_part_of_a_phrase() -> None:
    assert not any("Jansen" in row.written for row in noun_phrases("Wij voeren de motie Jansen en Pieters uit."))


def test_a_phrase_has_no_more_words_than_a_title() -> None:
    text = "Het " + " en ".join(["beleidsplan"] * 30)
    assert all(len(row.written) <= LONGEST_PHRASE for row in noun_phrases(text))


@pytest.mark.parametrize("marks", ["''", "‘’"])
def test_quotation_marks_bound_a_phrase(marks: str) -> None:
    text = f"Wij leveren het {marks[0]}Stedenbouwkundig Programma{marks[1]} en de waterkaart op."
    assert [" ".join(row.written) for row in noun_phrases(text)] == ["Stedenbouwkundig Programma", "waterkaart"]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_letter_after_an_apostrophe_is_no_noun(mark: str) -> None:
    assert noun_phrases(f"Wij komen naar {mark}s-Gravenhage.") == ()


def test_a_stretch_of_a_sentence_gives_the_phrases_of_its_tokens_without_those_passed_over() -> None:
    text = "De minister schrijft dat het loket in mei 2024 sluit."
    tokens = [row for row in tokenize(text) if row.begin >= text.index("het loket")]
    assert [phrase.written for phrase in noun_phrases(text, tokens, "mei 2024")] == [("loket",)]
