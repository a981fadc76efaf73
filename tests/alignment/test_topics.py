"""Subjects that run through letters."""

from __future__ import annotations

import pytest

from tests.alignment.made import CARE, HOUSES, NOISE, WATER, letter
from tracker.alignment import align
from tracker.alignment.topics import find_topics
from tracker.model import Letter

ONE = letter("a", ("Dijken", WATER), ("Luchthavens", NOISE))
TWO = letter("b", ("Dijken", WATER), ("Woningen", HOUSES))
THREE = letter("c", ("Woningen", HOUSES), ("Dijken", WATER))


def topics(*letters: Letter) -> list[tuple[str, int]]:
    pairs = [align(older, newer) for at, newer in enumerate(letters) for older in letters[:at]]
    return [(row.label, len(row.sections)) for row in find_topics(letters, pairs)]


def test_one_letter_has_no_topic() -> None:
    assert topics(ONE) == []


def test_in_the_order_in_which_they_first_appear() -> None:
    assert topics(ONE, TWO, THREE) == [("Dijken", 3), ("Woningen", 2)]


def test_a_newer_letter_renames_none() -> None:
    def ids(*letters: Letter) -> list[str]:
        pairs = [align(older, newer) for at, newer in enumerate(letters) for older in letters[:at]]
        return [row.id for row in find_topics(letters, pairs)]

    assert ids(ONE, TWO) == ids(ONE, TWO, THREE)[:1]


@pytest.mark.parametrize(("times", "count"), [(1, 0), (9, 1)])
def test_a_thread_that_runs_through_two_sections_once_joins_nothing(times: int, count: int) -> None:
    crossings = [(ONE.sections[1].id, TWO.sections[1].id)] * times
    assert len(find_topics([ONE, TWO], [], crossings)) == count


def test_topics_run_through_letters_and_bear_a_heading() -> None:
    first = letter("a", ("1. Dijken", WATER), ("2. De huurwoningen", HOUSES), ("Tot slot", CARE))
    second = letter("b", ("1. De huurwoningen in krimpgebieden", HOUSES), ("Tot slot", CARE))
    third = letter("c", ("Huurwoningen", HOUSES), ("Luchthavens", NOISE))
    alignments = [align(first, second), align(second, third)]
    topics = find_topics([first, second, third], alignments)
    assert [(topic.label, topic.sections) for topic in topics] == [("Huurwoningen", ("a/s2", "b/s1", "c/s1"))]
    assert find_topics([first, second], alignments[:1])[0].id == topics[0].id
