"""How alike two texts are by what their words weigh."""

from __future__ import annotations

import pytest

from tracker.alignment.cosine import cosine, shares, unit

DIKE, ROAD = unit({"dijk": 3.0, "klei": 4.0}), unit({"weg": 2.0})


def test_texts_without_a_word_in_common_are_not_alike() -> None:
    assert cosine(DIKE, ROAD) == 0
    assert shares(DIKE, ROAD) == {}
    assert cosine(DIKE, {}) == 0


def test_a_text_is_wholly_like_itself_however_long() -> None:
    assert cosine(DIKE, unit({"dijk": 6.0, "klei": 8.0})) == pytest.approx(1)


def test_what_each_word_brings_adds_up() -> None:
    both = unit({"dijk": 1.0, "weg": 1.0})
    assert sum(shares(DIKE, both).values()) == pytest.approx(cosine(DIKE, both)) == pytest.approx(0.6 * 0.5**0.5)


def test_what_weighs_nothing_has_no_length() -> None:
    assert unit({"de": 0.0}) == {}
    assert unit({}) == {}
    assert list(unit({"klei": 1.0, "dijk": 2.0})) == ["klei", "dijk"]
