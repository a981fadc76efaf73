"""Matches are kept whole, and in columns those of some letters after each other."""

from __future__ import annotations

import msgspec

from tracker.linking.clustering import ThreadMatch
from tracker.linking.kept_matches import KeptMatches, kept_matches, match_columns

ROWS = (
    ThreadMatch(0, 3, 1.25, "same-words", ("brug", "haven"), (0, 7), (0.5, 0.0)),
    ThreadMatch(1, 3, -2.0, "few-shared-words", (), (2, 7)),
)


def test_what_is_kept_is_read_again() -> None:
    kept = kept_matches(ROWS, [0.75, 0.125])
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(kept), type=KeptMatches)
    assert (len(again), again.read()) == (2, ROWS)


def test_columns_have_all_matches_in_their_order() -> None:
    letters = [kept_matches((), ()), kept_matches(ROWS[:1], [0.75]), kept_matches(ROWS[1:], [0.125])]
    columns = match_columns(letters)
    found = [row.tolist() for row in (columns.older, columns.newer, columns.likely, columns.total)]
    assert found == [[0, 2], [7, 7], [0.75, 0.125], [1.25, -2.0]]
    assert [row.tolist() for row in match_columns([])] == [[], [], [], []]
