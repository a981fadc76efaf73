"""What a clause says, as facts that rules can ask for."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.features import ClauseFeatures, find_nouns, read_clause
from tracker.language.nl.clauses import cut_clauses
from tracker.language.syntax import SubjectType, Tense
from tracker.temporal.timex import tag_times
from tracker.text.tokens import tokenize


def read(text: str, markers: frozenset[str] = frozenset()) -> ClauseFeatures:
    (clause,) = cut_clauses(tokenize(text))
    return read_clause(clause, tag_times(text, dt.date(2021, 3, 15)), markers)


def test_read_clause() -> None:
    found = read("In mei 2022 sturen wij uw Kamer een wetsvoorstel.")
    assert found.text == "in mei 2022 sturen wij uw kamer een wetsvoorstel."
    assert (found.tense, found.verbs, found.subject) == (Tense.PRESENT, ("sturen",), SubjectType.GOVERNMENT)
    assert "inform" in found.classes
    assert "law" in found.nouns
    assert found.addressee
    assert not found.negated
    assert [time.deadline.end for time in found.times] == [dt.date(2022, 5, 31)]


def test_fixed_expressions_do_what_they_are_listed_for() -> None:
    assert "evaluate" in read("Wij brengen de dijken in kaart.").classes
    assert "evaluate" not in read("Wij brengen de dijken op hoogte.").classes


@pytest.mark.parametrize(("text", "negated"), [("Dat doen wij niet.", True), ("Dat doen niet alleen wij.", False)])
def test_a_clause_is_negated_by_a_word_of_its_own(text: str, negated: bool) -> None:
    assert read(text).negated is negated


def test_markers_come_from_its_words_and_from_around_it() -> None:
    assert read("Wij zijn voornemens een loket te openen.", frozenset({"item"})).markers >= {"item", "plan"}


@pytest.mark.parametrize(("text", "told"), [("Wij sturen u het plan.", True), ("Wij sturen hun het plan.", False)])
def test_who_is_told(text: str, told: bool) -> None:
    assert read(text).addressee is told


def test_find_nouns() -> None:
    assert find_nouns("een subsidie voor drie pilots") == {"money", "programme"}
    assert find_nouns("de wandeling") == frozenset()
