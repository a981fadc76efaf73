"""The matches of a letter as they are kept: very many, of which few are ever told in words.

What is asked of every one stands in columns; the rest is read when a match is told.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from tracker.linking.clustering import ThreadMatch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class KeptMatches(Struct, frozen=True, array_like=True):
    """The matches of a letter with those before it, in columns and whole."""

    older: bytes
    """The position of the older statement of each pair, as 64-bit integers."""
    newer: bytes
    """That of the newer one."""
    likely: bytes
    """How probable each is (0..1), with how far it is ahead of others, as 64-bit floats."""
    total: bytes
    """The log-odds of each, as 64-bit floats."""
    whole: Raw
    """The matches, as msgspec encodes them."""

    def __len__(self) -> int:
        return len(memoryview(self.total).cast("d"))

    def apart(self) -> KeptMatches:
        """The same, without the whole entry that they were read in."""
        return replace(self, whole=self.whole.copy())

    def read(self) -> tuple[ThreadMatch, ...]:
        """The matches, in their order."""
        return msgspec.msgpack.decode(self.whole, type=tuple[ThreadMatch, ...])


def kept_matches(matches: Sequence[ThreadMatch], likely: Sequence[float]) -> KeptMatches:
    """Matches as they are kept, each with how probable it is."""
    return KeptMatches(
        array("q", [row.pair[0] for row in matches]).tobytes(),
        array("q", [row.pair[1] for row in matches]).tobytes(),
        array("d", likely).tobytes(),
        array("d", [row.total for row in matches]).tobytes(),
        Raw(msgspec.msgpack.encode(matches)),
    )


class MatchColumns(NamedTuple):
    """The columns of all matches, those of one letter after those of another."""

    older: NDArray[np.int64]
    newer: NDArray[np.int64]
    likely: NDArray[np.float64]
    total: NDArray[np.float64]


def match_columns(matches: Sequence[KeptMatches]) -> MatchColumns:
    """The columns of the matches of some letters."""
    import numpy as np

    return MatchColumns(
        np.frombuffer(b"".join(row.older for row in matches), np.int64),
        np.frombuffer(b"".join(row.newer for row in matches), np.int64),
        np.frombuffer(b"".join(row.likely for row in matches), np.float64),
        np.frombuffer(b"".join(row.total for row in matches), np.float64),
    )
