"""How alike two texts are by what their words weigh."""

from __future__ import annotations

import pytest

from tracker.text.set_similarity import containment, cosine, cosine_shares, dice, ochiai, overlap_coefficient, unit

DIKE, ROAD = unit({"dijk": 3.0, "klei": 4.0}), unit({"weg": 2.0})


def test_texts_without_a_word_in_common_are_not_alike() -> None:
    assert cosine(DIKE, ROAD) == 0
    assert cosine_shares(DIKE, ROAD) == {}
    assert cosine(DIKE, {}) == 0


def test_a_text_is_wholly_like_itself_however_long() -> None:
    assert cosine(DIKE, unit({"dijk": 6.0, "klei": 8.0})) == pytest.approx(1)


def test_what_each_word_brings_adds_up() -> None:
    both = unit({"dijk": 1.0, "weg": 1.0})
    assert sum(cosine_shares(DIKE, both).values()) == pytest.approx(cosine(DIKE, both)) == pytest.approx(0.6 * 0.5**0.5)


def test_what_weighs_nothing_has_no_length() -> None:
    assert unit({"de": 0.0}) == {}
    assert unit({}) == {}
    assert list(unit({"klei": 1.0, "dijk": 2.0})) == ["klei", "dijk"]


MEASURES = {
    "nothing is shared": (0, 4, 9, (0, 0, 0)),
    "nothing is there": (0, 0, 0, (0, 0, 0)),
    "one is nothing": (0, 0, 9, (0, 0, 0)),
    "all of both": (4, 4, 4, (1, 1, 1)),
    "all of the lesser": (4, 4, 9, (8 / 13, 4 / 6, 1)),
    "a part of both": (2, 4, 9, (4 / 13, 2 / 6, 0.5)),
}


@pytest.mark.parametrize(("shared", "one", "other", "found"), MEASURES.values(), ids=MEASURES.keys())
def test_what_is_shared_is_held_against_the_mean_the_geometric_mean_or_the_lesser(
    shared: float, one: float, other: float, found: tuple[float, float, float]
) -> None:
    for sides in ((one, other), (other, one)):
        assert (dice(shared, *sides), ochiai(shared, *sides), overlap_coefficient(shared, *sides)) == found


def test_with_smoothing_hardly_anything_does_not_share_all_of_itself() -> None:
    assert overlap_coefficient(0.5, 0.5, 9, smoothing=0.5) == 0.5
    assert overlap_coefficient(0, 0, 0, smoothing=0.5) == 0


def test_how_much_of_one_the_other_has() -> None:
    assert containment(2, 4) == 0.5
    assert containment(0, 0) == 0
