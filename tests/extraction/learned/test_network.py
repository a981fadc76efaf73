"""`Network`: what it reads of a text and its heading, in which batches, and when it is there."""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.extraction.learned import network
from tracker.extraction.learned.network import Network, Words, batches, is_installed, padded, token_ids
from tracker.extraction.learned.weights import weights_folder


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


HOSTILE = {
    "nothing": "",
    "white space": " \t\n\r" * 500,
    "nul": "\0wij \0sturen\0",
    "half a pair": "wij \ud800 sturen \udfff",
    "families": "👨‍👩‍👧‍👦" * 500,
    "accents": "a" + "\u0301" * 100_000,
    "one word": "x" * 1_000_000,
    "many words": "wij sturen " * 100_000,
    "marks of the tokenizer": "</s><s><pad><unk><mask>" * 100,
    "no characters": "\uffff\ufdd0\U0010ffff" * 100,
}
"""Quotes and headings that nobody writes; two of a megabyte."""


@pytest.fixture(scope="module", params=["encoder", "meaning"])
def shipped(request: pytest.FixtureRequest) -> Network:
    for package in ("onnxruntime", "tokenizers"):
        pytest.importorskip(package, reason="the extra [encoder] is not installed")
    found = Network(request.param)
    found.answers([Words("wij", "")])
    return found


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_answered_in_a_moment(shipped: Network, text: str) -> None:
    began = time.process_time()
    told = shipped.answers([Words(text, "kop"), Words("wij sturen", text)])
    assert time.process_time() - began < 0.5
    assert len(told) == 2
    assert np.isfinite(told).all()


def test_one_network_at_a_time_is_ready(shipped: Network) -> None:
    row = [Words("wij sturen het plan", "Plannen")]
    before = shipped.answers(row)
    for name in ("encoder", "meaning"):
        Network(name).answers(row)
        assert [file.name for file in network._READY] == [f"{name}.onnx"]
    assert (shipped.answers(row) == before).all()


@pytest.mark.parametrize("file", ["encoder.onnx", "encoder.tokenizer.json"])
@pytest.mark.parametrize("content", [None, b"", b"no model", b'{"a": 1}'], ids=["lost", "empty", "text", "other"])
def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path, file: str, content: bytes | None) -> None:
    for package in ("onnxruntime", "tokenizers"):
        pytest.importorskip(package, reason="the extra [encoder] is not installed")
    for name in ("encoder.onnx", "encoder.tokenizer.json"):
        (tmp_path / name).symlink_to(str(weights_folder().joinpath(name)))
    (tmp_path / file).unlink()
    if content is not None:
        (tmp_path / file).write_bytes(content)
    with pytest.raises(TrackerError, match=f"{file} .*install the tracker anew"):
        Network("encoder", tmp_path).answers([Words("wij", "")])
