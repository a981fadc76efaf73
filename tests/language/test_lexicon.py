"""What the lists of words make of the data of the language."""

from __future__ import annotations

from tracker.language.lexicon import function_words, function_words_of, verb_classes, verb_particles


def test_function_words_by_their_part_and_none_for_a_part_that_is_lacking() -> None:
    assert "omdat" in function_words()["subordinators"]
    assert function_words()["no such part"] == frozenset()
    assert "tenses" not in function_words()


def test_a_verb_is_listed_by_its_whole_infinitive() -> None:
    assert "deliver" in verb_classes()["opleveren"]
    assert "make" in verb_classes()["uitvoeren"]
    assert "op|leveren" not in verb_classes()


def test_the_prefix_of_a_separable_verb_is_a_particle() -> None:
    assert {"op", "uit", "toe"} <= verb_particles()
    assert "be" not in verb_particles()


def test_words_of_several_parts_are_those_of_each() -> None:
    assert function_words_of("articles", "speakers") == function_words()["articles"] | function_words()["speakers"]
    assert function_words_of("no such part") == frozenset()
