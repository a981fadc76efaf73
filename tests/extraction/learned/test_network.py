"""`Network`: what it reads of a text and its heading, in which batches, and when it is there."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extraction.learned import network
from tracker.extraction.learned.network import Words, batches, is_installed, padded, token_ids


class Letters:
    """A tokenizer of single letters."""

    def token_to_id(self, piece: str) -> int:
        return {"<s>": 0, "</s>": 2}[piece]

    def encode_batch(self, texts: list[str], add_special_tokens: bool) -> list[SimpleNamespace]:
        assert not add_special_tokens
        return [SimpleNamespace(ids=[ord(char) for char in text]) for text in texts]


def test_parts_are_cut_at_their_greatest_length() -> None:
    (row,) = token_ids(Letters(), [Words("a" * 200, "b" * 200)])
    assert row == [0, *[97] * 80, 2, *[98] * 14, 2]


def test_shorter_rows_are_filled_up() -> None:
    ids, mask = padded([[0, 9, 2], [0, 2]])
    assert ids.tolist() == [[0, 9, 2], [0, 2, 1]]
    assert mask.tolist() == [[1, 1, 1], [1, 1, 0]]


@given(st.lists(st.integers(1, 90)), st.integers(1, 20))
def test_every_row_is_in_one_batch(lengths: list[int], size: int) -> None:
    found = list(batches(lengths, size))
    assert sorted(at for rows in found for at in rows) == list(range(len(lengths)))
    assert all(len(rows) <= size for rows in found)


def test_it_is_there_only_where_it_is_installed_and_not_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_has_needs", lambda: True)
    monkeypatch.delenv("TRACKER_ENCODER")
    assert is_installed()
    monkeypatch.setenv("TRACKER_ENCODER", "0")
    assert not is_installed()
    monkeypatch.delenv("TRACKER_ENCODER")
    monkeypatch.setattr(network, "_has_needs", lambda: False)
    assert not is_installed()
