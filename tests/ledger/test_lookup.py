"""Threads and statements by what an analyst types."""

from __future__ import annotations

import pytest

from tests.ledgers import DELIVERED, LAPSED, POSTPONED, SMALL
from tracker.errors import UnknownThreadError
from tracker.ledger.lookup import find_statement, find_thread, find_threads, former_ids
from tracker.ledger.queries import Index
from tracker.text.short_id import thread_id

INDEX = Index(SMALL)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("t-aaaa0003", LAPSED, id="id"),
        pytest.param("SLUISPLAN", DELIVERED, id="title, any case"),
        pytest.param("slib haven", POSTPONED, id="words spread over title and quotes"),
    ],
)
def test_find_threads(words: str, expected: object) -> None:
    assert find_threads(INDEX, words)[0] == expected


def test_a_thread_is_found_by_the_name_of_one_that_was_joined_with_it() -> None:
    for thread in SMALL.threads:
        names = former_ids(INDEX, thread)
        assert thread.id not in names
        assert all(find_threads(INDEX, name) == (thread,) for name in names)
    assert thread_id(POSTPONED.members[-1].ref) in former_ids(INDEX, POSTPONED)


@pytest.mark.parametrize("words", ["vliegveld", "", "t-ffff"])
def test_an_unknown_thread_is_refused_with_the_remedy(words: str) -> None:
    with pytest.raises(UnknownThreadError, match="--all"):
        find_threads(INDEX, words)


def test_a_statement_is_found_by_a_part_of_its_id() -> None:
    row = SMALL.commitments[0]
    assert find_statement(INDEX, row.id[3:]) == find_statement(INDEX, row.id) == find_statement(INDEX, row.quote) == row


def test_words_of_several_threads_name_none_alone() -> None:
    assert find_thread(INDEX, "sluisplan") == DELIVERED
    with pytest.raises(UnknownThreadError, match=POSTPONED.id):
        find_thread(INDEX, "de")
