"""Which earlier statements the index gives for comparison."""

from __future__ import annotations

from tracker.linking.candidates import TermIndex
from tracker.linking.weights import COMPARED, COMPARED_OF_LETTER, HOLDERS


def index_of(*rows: tuple[int, dict[str, float]]) -> TermIndex:
    """An index of statements, each with the number of its letter and its words."""
    index = TermIndex()
    for at, (letter, words) in enumerate(rows):
        index.add(at, letter, words)
    return index


def test_statements_that_share_nothing_or_little_are_not_compared() -> None:
    index = index_of((1, {"haven": 3.0}), (1, {"brug": 3.0, "kade": 3.0}), (1, {"kade": 0.8, "plan": 3.0}))
    assert index.nearest(3, {"brug": 3.0, "kade": 3.0}) == [1]


def test_a_word_counts_as_in_the_statement_where_it_tells_less() -> None:
    index = index_of((1, {"brug": 0.4, "kade": 2.0}), (1, {"brug": 3.0, "kade": 2.0}))
    assert index.nearest(2, {"brug": 5.0, "kade": 2.0}) == [1, 0]


def test_a_letter_with_many_alike_does_not_crowd_out_another() -> None:
    many = [(2, {"brug": 4.0, "kade": 4.0})] * 30
    index = index_of((1, {"brug": 2.0}), *many)
    found = index.nearest(31, {"brug": 4.0, "kade": 4.0})
    assert 0 in found
    assert len(found) == COMPARED_OF_LETTER + 1


def test_the_work_of_one_statement_is_bounded_however_many_letters_there_are() -> None:
    index = index_of(*((letter, {"brug": 4.0}) for letter in range(HOLDERS) for _ in range(2)))
    found = index.nearest(2 * HOLDERS, {"brug": 4.0})
    assert len(found) == COMPARED
    assert min(found) >= HOLDERS


def test_a_statement_is_not_compared_with_itself() -> None:
    index = index_of((1, {"brug": 4.0}), (2, {"brug": 4.0}))
    assert index.nearest(1, {"brug": 4.0}) == [0]
