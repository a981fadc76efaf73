"""Quotes with few words in common are hardly of one act, whatever project they are of."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, Told, profiled
from tracker.linking.pair_score import PairScore, score_pair
from tracker.linking.quote_likeness import UNLIKE_QUOTES, likeness
from tracker.linking.weights import WEIGHTS
from tracker.model import Kind

BRIDGE = Promise("De aanbesteding van de Merwebrug start in 2025.", Kind.START, "2025-01-01", "2025-12-31")

TWO_ACTS = {
    "another act of the project": Promise("De kadewoningen worden opgeleverd.", Kind.DELIVER),
    "its costs": Promise("De lasten komen ten laste van de algemene reserve.", Kind.DELIVER),
}
ONE_ACT = {
    "other words around the same": Promise("In 2026 start de aanbesteding van de Merwebrug.", Kind.START),
    "a part of a compound": Promise("De brugaanbesteding Merwebrug begint.", Kind.START),
}


def compared(one: Promise | Told, other: Promise | Told) -> tuple[PairScore, float]:
    """The score of a statement of one letter and one of the next, and how alike their quotes are."""
    (older,), first = profiled(Made("a", "2023-01-01", {"Merwebrug": [one]}))
    (newer,), second = profiled(Made("b", "2024-01-01", {"Merwebrug": [other]}))
    return score_pair(older, newer, (first, second), 1.0), likeness(older, newer)


@pytest.mark.parametrize("other", TWO_ACTS.values(), ids=TWO_ACTS.keys())
def test_unlike_quotes_count_against_one_act(other: Promise) -> None:
    score, alike = compared(BRIDGE, other)
    assert alike < WEIGHTS.alike
    assert score.of(UNLIKE_QUOTES) == pytest.approx(-WEIGHTS.unlike_quotes * (1 - alike / WEIGHTS.alike))


@pytest.mark.parametrize("other", ONE_ACT.values(), ids=ONE_ACT.keys())
def test_quotes_with_most_words_in_common_are_not_unlike(other: Promise) -> None:
    score, alike = compared(BRIDGE, other)
    assert alike >= WEIGHTS.alike
    assert score.of(UNLIKE_QUOTES) == 0


def test_the_same_quote_is_wholly_alike() -> None:
    assert compared(BRIDGE, BRIDGE)[1] == pytest.approx(1.0)


def test_a_promise_to_inform_leaves_its_subject_to_others() -> None:
    told = Promise("Wij informeren de raad hierover na de zomer.", Kind.INFORM)
    assert compared(BRIDGE, told)[0].of(UNLIKE_QUOTES) == 0


def test_an_equal_deadline_excuses_other_words() -> None:
    again = Promise("De kadewoningen worden opgeleverd.", Kind.DELIVER, "2025-01-01", "2025-12-31")
    assert compared(BRIDGE, again)[0].of(UNLIKE_QUOTES) == 0
