"""Each letter is aligned with those shortly before it."""

from __future__ import annotations

from tests.series import Made, build
from tracker.alignment import align
from tracker.alignment.neighbours import LOOK_BACK, align_neighbours

LETTERS = [build(Made(f"l{number}", f"202{number}-01-01", {"Water": ["Er komt een kaart."]}))[0] for number in range(5)]


def test_no_letter_is_aligned_with_one_long_before_it() -> None:
    found = align_neighbours([(letter.id, letter) for letter in LETTERS])
    ids = [letter.id for letter in LETTERS]
    expected = [(older, newer) for at, newer in enumerate(ids) for older in ids[max(0, at - LOOK_BACK) : at]]
    assert [(row.from_, row.to) for row in found] == expected
    assert ("l0", "l4") not in expected


def test_each_pair_is_what_aligning_the_two_gives() -> None:
    (found,) = align_neighbours([("a", LETTERS[0]), ("b", LETTERS[1])])
    assert found == align(LETTERS[0], LETTERS[1])


def test_one_letter_has_no_neighbour() -> None:
    assert align_neighbours([("a", LETTERS[0])]) == ()
