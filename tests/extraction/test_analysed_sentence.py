"""A sentence with all that later stages ask of it."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from tracker.extraction.analysed_sentence import AnalysedSentence, analyse_sentence, sentences_with_words
from tracker.language.syntax import Tense

DAY = dt.date(2025, 1, 6)


def test_clauses_have_tense_subject_and_the_time_that_bounds_them() -> None:
    sentence = analyse_sentence("In mei 2025 sturen wij de Kamer het plan, dat in 2023 is gemaakt.", DAY)
    clause = sentence.clauses[0]
    assert (clause.tense, clause.subject_text, clause.addressee) == (Tense.PRESENT, "wij", True)
    assert clause.time is not None
    assert clause.time.deadline.text == "In mei 2025"


@pytest.mark.parametrize(
    ("text", "states"),
    [("2027", False), ("5,9%", False), ("12.4 | 1.1", False), ("190 kg", False), ("Oplevering 2027", True)],
)
def test_what_has_no_words_states_nothing(text: str, states: bool) -> None:
    sentence = analyse_sentence(text, dt.date(2026, 1, 1))
    assert (sentence.has_words, bool(sentence.clauses)) == (states, states)


def test_an_infinitive_clause_gives_its_time_to_the_clause_that_it_completes() -> None:
    clause = analyse_sentence("Het doel is om in 2026 het loket te openen.", DAY).clauses[0]
    assert clause.times == ()
    assert clause.time is not None
    assert clause.time.deadline.edtf == "2026"


def test_an_analysis_can_be_kept_and_read_back() -> None:
    made = analyse_sentence("Eind 2025 sturen wij het plan en starten we de proef.", DAY)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=AnalysedSentence) == made


def test_words_of_a_stretch_are_whole() -> None:
    sentence = analyse_sentence("Wij sturen het plan voor scholen.", DAY)
    assert sentence.words_in("het plan") == ("het", "plan")
    assert sentence.words_in("lan voor") == ("plan", "voor")
    assert sentence.words_in("een ander plan") == ("een", "ander", "plan")


def test_sentences_are_split_with_their_places_and_words() -> None:
    first, second = sentences_with_words("Wij komen. Er is geld.")
    assert (first.text, second.begin, second.end, second.words) == ("Wij komen.", 11, 22, ("er", "is", "geld"))
