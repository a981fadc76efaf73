"""How much of their words two quotes have in common: two acts of one project hardly any."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, profiled
from tracker.linking.candidates import index_keys
from tracker.linking.quote_similarity import likeness
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


def compared(one: Promise, other: Promise) -> float:
    """How alike the quotes of a statement of one letter and of one of the next are."""
    (older,), _ = profiled(Made("a", "2023-01-01", {"Merwebrug": [one]}))
    (newer,), _ = profiled(Made("b", "2024-01-01", {"Merwebrug": [other]}))
    return likeness(older, newer)


@pytest.mark.parametrize("other", TWO_ACTS.values(), ids=TWO_ACTS.keys())
def test_two_acts_of_one_project_have_few_words_in_common(other: Promise) -> None:
    assert compared(BRIDGE, other) < 0.4


@pytest.mark.parametrize("other", ONE_ACT.values(), ids=ONE_ACT.keys())
def test_one_act_has_most_words_in_common(other: Promise) -> None:
    assert compared(BRIDGE, other) >= 0.4


def test_the_same_quote_is_wholly_alike() -> None:
    assert compared(BRIDGE, BRIDGE) == pytest.approx(1.0)


@pytest.mark.parametrize("other", [*TWO_ACTS.values(), *ONE_ACT.values()])
def test_it_is_the_same_both_ways(other: Promise) -> None:
    assert compared(BRIDGE, other) == pytest.approx(compared(other, BRIDGE), abs=0.1)


def test_what_words_tell_stands_in_one_order_in_every_process() -> None:
    """What is added up of it depends on the order, and a set has another one with each hash seed."""
    (profile,), _ = profiled(Made("a", "2023-01-01", {"Merwebrug": [BRIDGE]}))
    assert len(profile.told) > 1
    assert list(profile.told) == sorted(profile.told)
    assert list(index_keys(profile)) == sorted(profile.stems)
