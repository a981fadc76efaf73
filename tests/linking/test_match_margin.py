"""How far two statements are ahead of what else either could be."""

from __future__ import annotations

import pytest

from tracker.linking.match_margin import leads

LETTERS = {0: "a", 1: "a", 2: "b", 3: "b", 4: "c"}
RIVALS = {
    "no other": ({(0, 2): 0.5}, 0.5),
    "another of the later letter": ({(0, 2): 0.5, (0, 3): 0.4}, 0.1),
    "another of the earlier letter": ({(0, 2): 0.5, (1, 2): 0.3}, 0.2),
    "the nearest of both counts": ({(0, 2): 0.5, (0, 3): 0.1, (1, 2): 0.4}, 0.1),
    "a better one": ({(0, 2): 0.5, (0, 3): 0.75}, -0.25),
    "one as good": ({(0, 2): 0.5, (0, 3): 0.5}, 0.0),
    "the second best of three": ({(0, 2): 0.9, (0, 3): 0.4, (1, 2): 0.6}, 0.3),
    "one of a third letter is no rival": ({(0, 2): 0.5, (0, 4): 0.9}, 0.5),
    "nor is one of two others": ({(0, 2): 0.5, (1, 3): 0.9}, 0.5),
}


@pytest.mark.parametrize(("alike", "ahead"), RIVALS.values(), ids=RIVALS.keys())
def test_how_far_the_first_pair_is_ahead(alike: dict[tuple[int, int], float], ahead: float) -> None:
    found = leads(alike, LETTERS)
    assert found.keys() == alike.keys()
    assert found[0, 2] == pytest.approx(ahead)


def test_nothing_is_ahead_of_nothing() -> None:
    assert leads({}, LETTERS) == {}
