"""What statements mean by networks that did not see their body: kept by `meanings`, asked by `pairs` and `lapses`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.extraction.learned.network import Words
from tracker.linking.meaning import Vectors
from tracker.storage.cache import digest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class LeftOutVectors:
    """Gives each statement the vector that was made of it."""

    def __init__(self, table: Mapping[Words, bytes], others: Vectors | None) -> None:
        self._table = table
        self._others = others
        self.name = digest(sorted(table.items()))[:12]

    def vectors(self, statements: Sequence[Words]) -> list[bytes]:
        """The vectors of statements; `others` give those of statements that the table does not have.

        Raises KeyError where there are no others.
        """
        missing = [row for row in statements if row not in self._table] if self._others else []
        added = zip(missing, self._others.vectors(missing), strict=True) if self._others and missing else ()
        found = {**self._table, **dict(added)}
        return [found[row] for row in statements]


def packed(rows: Sequence[Words], vectors: NDArray[np.float32]) -> bytes:
    """Statements and their vectors as the bytes of a file."""
    import numpy as np

    out = BytesIO()
    texts, headings = (np.array(column) for column in zip(*rows, strict=True))
    np.savez_compressed(out, texts=texts, headings=headings, vectors=vectors.astype(np.float16))
    return out.getvalue()


def read_vectors(path: Path, others: Vectors | None = None) -> LeftOutVectors:
    """What `packed` made; `others` give vectors to what is not there. Raises OSError, ValueError."""
    import numpy as np

    with np.load(path, allow_pickle=False) as held:
        rows = zip(held["texts"], held["headings"], held["vectors"], strict=True)
        table = {Words(str(text), str(heading)): row.tobytes() for text, heading, row in rows}
    return LeftOutVectors(table, others)
