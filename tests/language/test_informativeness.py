"""What a word tells by how few texts have it, and by how rare it is in the language."""

from __future__ import annotations

from math import log

import pytest

from tracker.language.informativeness import idf, informativeness, smooth_idf


def test_a_word_of_all_texts_tells_nothing_and_of_none_no_more_than_can_be_known() -> None:
    assert idf(10, 10) == idf(12, 10) == 0
    assert idf(0, 10) == pytest.approx(log(20))


def test_a_word_tells_more_the_fewer_texts_have_it() -> None:
    found = [idf(count, 10) for count in range(10)]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)
    assert idf(1, 100) > idf(1, 10)


def test_a_word_of_all_of_few_texts_tells_something_by_the_smooth_idf() -> None:
    assert smooth_idf(2, 2) == pytest.approx(log(2))
    assert idf(2, 2) == 0
    assert smooth_idf(1, 2) > smooth_idf(2, 2)
    assert smooth_idf(2, 3) > smooth_idf(2, 2)


def test_rare_words_tell_more_than_common_ones_and_acts_less_than_things() -> None:
    values = [informativeness(word) for word in ("de", "school", "zuivering", "waterzuivering")]
    assert values == sorted(values)
    assert values[0] == 0 < values[-1] <= 1
    assert informativeness("onbekendwoordje") == 1 > informativeness("onbekendwoordje" + "ing")
