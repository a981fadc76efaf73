"""Points that are counted through a paper, each with text of its own."""

from __future__ import annotations

from tests.documents.structure.candidates import candidate
from tracker.documents.structure.candidates import HeadingCandidate
from tracker.documents.structure.numbered_points import numbered_points

TEXT = "De gemeente werkt aan de brug."


def paper(*words: str) -> list[HeadingCandidate]:
    return [candidate(text, page=1, structured=True) for text in words]


def test_points_that_count_from_the_first() -> None:
    assert numbered_points(paper("1. Brug", TEXT, "2. Weg", TEXT, "3. Sluis", TEXT)) == {0, 2, 4}


def test_two_are_no_count() -> None:
    assert numbered_points(paper("1. Brug", TEXT, "2. Weg", TEXT)) == set()


def test_points_right_beside_each_other_are_a_list() -> None:
    assert numbered_points(paper("1. Brug", "2. Weg", "3. Sluis", TEXT)) == set()


def test_a_count_that_does_not_begin_at_one_is_none() -> None:
    assert numbered_points(paper("2. Brug", TEXT, "3. Weg", TEXT, "4. Sluis", TEXT)) == set()


def test_a_number_of_more_parts_is_no_point() -> None:
    assert numbered_points(paper("1.1 Brug", TEXT, "1.2 Weg", TEXT, "1.3 Sluis", TEXT)) == set()
