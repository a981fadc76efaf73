"""`read_base`: pieces, sizes and weights of the base encoder's file."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from tracker.training.base_encoder import read_base

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁plan")


def file_of(*tensors: tuple[str, bytes, int]) -> bytes:
    """A file of five pieces and some tensors: name, bytes, number of values."""
    letters = [piece.encode() for piece in PIECES]
    ends = [sum(map(len, letters[:at])) for at in range(len(letters) + 1)]
    head = b"E5S1" + struct.pack("<i7ifi5i", 1, 64, 2, 4, 128, 5, 16, 0, 1e-12, 0, len(PIECES), 0, 2, 1, 3)
    head += struct.pack("<Q6I5f", ends[-1], *ends, 0, 0, 0, 0, -2.5) + b"".join(letters)
    head += struct.pack("<iI", 1, 3) + b"xyz" + struct.pack("<i", len(tensors))
    size = len(head) + sum(2 + len(name) + 21 for name, _, _ in tensors)
    table, body = b"", b""
    for name, data, count in tensors:
        table += (
            struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, count, size + len(body), len(data))
        )
        body += data
    return head + table + body


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no file of the base encoder"):
        read_base(b"PK\x03\x04" + bytes(100))


def test_pieces_with_their_scores_and_sizes() -> None:
    base = read_base(file_of())
    assert base.pieces == PIECES
    assert base.scores[4] == -2.5
    assert (base.width, base.heads, base.inner, base.unknown) == (64, 4, 128, 3)


def test_plain_numbers_and_numbers_of_four_bits() -> None:
    plain = np.arange(4, dtype="<f4")
    scale = np.array([0.5], "<f2").tobytes()
    halves = bytes([0x08 | 0xA0] + [0x88] * 15)
    base = read_base(file_of(("plain", plain.tobytes(), 4), ("short", scale + halves, 32)))
    assert base.tensors["plain"].tolist() == [0, 1, 2, 3]
    assert base.tensors["short"].tolist() == [0.0] * 16 + [1.0] + [0.0] * 15
