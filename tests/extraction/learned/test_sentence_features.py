"""`sentence_features`: what a sentence shows a linear reader."""

from __future__ import annotations

import datetime as dt
from math import isclose

from tracker.extraction.analysed_sentence import AnalysedSentence, analyse_sentence
from tracker.extraction.learned.sentence_features import clause_view, sentence_features

DAY = dt.date(2024, 6, 26)


def test_n_grams_have_length_one_together() -> None:
    features = sentence_features(analyse_sentence("In 2025 sturen wij het plan.", DAY))
    grams = [value for name, value in features.items() if name.startswith("w:")]
    assert isclose(sum(value**2 for value in grams), 1)


def test_digits_are_alike() -> None:
    one, other = (sentence_features(analyse_sentence(f"De brug is {year} m lang.", DAY)) for year in (2025, 2031))
    assert one == other


def test_how_a_sentence_begins_and_ends_is_shown() -> None:
    """The rest of a sentence that was cut begins small."""
    whole, rest = (set(sentence_features(analyse_sentence(text, DAY))) for text in ("Het plan komt.", "het plan komt"))
    assert (rest - whole) >= {"begins=small", "ends=open"}
    assert (whole - rest) >= {"ends=."}


def test_facts_of_a_clause_stand_with_its_tense() -> None:
    features = sentence_features(analyse_sentence("Wij zullen het plan in 2025 sturen.", DAY))
    assert {"main.future", "main.future.subject=government", "main.future.time=due"} <= set(features)


def test_a_view_shows_its_own_clause_alone() -> None:
    sentence = analyse_sentence("Wij sturen het plan, en de raad bespreekt de brug.", DAY)
    first, second = (clause_view(clause, sentence) for clause in sentence.clauses[:2])
    assert "w:plan" in first
    assert "w:plan" not in second


def test_a_word_without_end_shows_no_more_than_a_long_one() -> None:
    endless = AnalysedSentence("".join(chr(97 + at * at % 26) for at in range(200_000)), (), ())
    assert len(sentence_features(endless)) < 300
