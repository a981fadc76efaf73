"""How much two quotes of one letter say the same."""

from __future__ import annotations

import pytest

from tests.linking.test_within_letter import AGAIN, DESK, PLAN, read
from tests.series import Promise
from tracker.linking.quote_overlap import overlap
from tracker.linking.weights import EQUAL_DEADLINE, RESTATED, SUMMED_UP


def test_overlap_is_what_its_parts_add_up_to_and_the_same_both_ways() -> None:
    (one, other), vocabulary = read(PLAN, AGAIN)
    there, back = overlap(one, other, vocabulary), overlap(other, one, vocabulary)
    assert there.value == pytest.approx(sum(row.contribution for row in there.parts))
    assert (there.value, there.strong) == (pytest.approx(back.value), back.strong)
    assert there.value > RESTATED > SUMMED_UP


def test_an_equal_last_day_adds_to_what_two_quotes_share() -> None:
    undated = Promise(AGAIN.text)
    values = []
    for other in (AGAIN, undated):
        (mine, yours), vocabulary = read(PLAN, other)
        values.append(overlap(mine, yours, vocabulary).value)
    assert values[0] - values[1] == pytest.approx(EQUAL_DEADLINE)


def test_quotes_of_unlike_words_share_nothing() -> None:
    (one, other), vocabulary = read(PLAN, DESK)
    assert (overlap(one, other, vocabulary).value, overlap(one, other, vocabulary).strong) == (0.0, 0)


PARTY = Promise("De gemeente stelt een actieplan waterzuivering op.")
SAME_PARTY = Promise("De gemeente opent een loket.")


def test_strong_words_are_counted_and_who_takes_part_is_none() -> None:
    (one, other), vocabulary = read(PLAN, AGAIN)
    assert overlap(one, other, vocabulary).strong == 2
    (one, other), vocabulary = read(PARTY, SAME_PARTY)
    assert overlap(one, other, vocabulary).strong == 0
