"""Whether two statements are one promise by the weights of hand."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, profiled
from tracker.linking.comparison import compare
from tracker.linking.manual_score import ComparedPair, is_enough, link_by_hand, parts_by_hand
from tracker.linking.quote_similarity import likeness
from tracker.linking.term_overlap import shared_words
from tracker.model import Kind

PLAN = Promise("Er komt een actieplan waterzuivering voor de Maas.", Kind.DELIVER, "2024-03-01", "2024-05-31")

PAIRS = {
    "another thing": (PLAN, Promise("Er komt een landelijk meldpunt geluidhinder.", Kind.START), 1.0, False),
    "one shared word": (PLAN, Promise("Er komt een overzicht van de waterzuivering.", Kind.DELIVER), 0.3, False),
    "another act of one thing": (
        Promise("De aanbesteding van de Merwebrug start in 2025.", Kind.START),
        Promise("De kadewoningen worden opgeleverd.", Kind.DELIVER),
        1.0,
        False,
    ),
    "the same sections and words": (
        PLAN,
        Promise(
            "Het actieplan waterzuivering Maas verschijnt in het voorjaar.", Kind.DELIVER, "2024-03-01", "2024-05-31"
        ),
        1.0,
        True,
    ),
    "the same sentence": (PLAN, PLAN, 1.0, True),
}


@pytest.mark.parametrize(("one", "other", "kinship", "held"), PAIRS.values(), ids=PAIRS.keys())
def test_when_it_comes_to_a_link(one: Promise, other: Promise, kinship: float, held: bool) -> None:
    (older,), first = profiled(Made("a", "2023-01-01", {"Water": [one]}))
    (newer,), second = profiled(Made("b", "2024-01-01", {"Water": [other]}))
    words = (first, second)
    signs = compare(older, newer, words, kinship)
    compared = ComparedPair(older, newer, words, shared_words(older, newer), signs, likeness(older, newer))
    linked = link_by_hand(compared)
    assert bool(linked) is held
    parts = parts_by_hand(compared)
    assert linked in {(), parts}
    assert held == (is_enough(compared) and sum(row.contribution for row in parts) >= 0)


def test_what_only_one_has_is_a_part() -> None:
    """The words of one promise alone, and that the quotes have few in common, are told with what they take off."""
    (older,), first = profiled(Made("a", "2023-01-01", {"Water": [PLAN]}))
    (newer,), second = profiled(Made("b", "2024-01-01", {"Water": [Promise("Er komt een brug.", Kind.START)]}))
    words = (first, second)
    signs = compare(older, newer, words, 1.0)
    found = parts_by_hand(ComparedPair(older, newer, words, shared_words(older, newer), signs, alike=0.0))
    taken_off = {row.name: row.contribution for row in found if row.name.startswith("unlike-") and row.value}
    assert taken_off.keys() == {"unlike-words", "unlike-quotes"}
    assert all(value < 0 for value in taken_off.values())
