"""The linear reader: one weight for each feature and head, summed; plain numpy.

Heads `commitment`, `firm` and `report` give log-odds of a sentence, `outcome=…` scores of a clause.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tracker.extraction.learned.sentence_features import Features
from tracker.extraction.learned.weights import weights_folder, weights_of
from tracker.language.pack import cached

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = "linear.npz"
STRONGEST = 4
"""So many features are named as the reasons of a score; by judgement."""


class LinearReader(Struct, frozen=True):
    """Weights of shape (features, heads), and the place of each feature and head in them."""

    features: dict[str, int]
    heads: dict[str, int]
    weights: NDArray[np.float32]
    biases: NDArray[np.float32]

    def scores(self, features: Features) -> NDArray[np.float64]:
        """The score of every head for features; those that it never met count nothing.

        Rounded to four digits, so that every machine's order of summing gives the same.
        """
        import numpy as np

        known = list(filter(self.features.__contains__, features))
        if not known:
            return self.biases.astype(np.float64).round(4)
        places, values = map(self.features.__getitem__, known), map(features.__getitem__, known)
        rows = self.weights[np.fromiter(places, np.intp, len(known))]
        summed = np.fromiter(values, np.float64, len(known)) @ rows.astype(np.float64)
        return (self.biases.astype(np.float64) + summed).round(4)

    def best(self, scores: NDArray[np.float64], prefix: str, without: Collection[str] = ()) -> str:
        """The head with the highest score among those whose names begin with `prefix`, without it.

        Those named by the rest of their names in `without` are passed over.
        """
        rows = {head.removeprefix(prefix): place for head, place in self.heads.items() if head.startswith(prefix)}
        return max((name for name in rows if name not in without), key=lambda name: scores[rows[name]])

    def strongest(self, features: Features, head: str) -> tuple[str, ...]:
        """The features that speak loudest for a head or against it, as "name +1.2", loudest first."""
        column = self.heads[head]
        parts = {
            name: value * float(self.weights[place, column])
            for name, value in features.items()
            if (place := self.features.get(name)) is not None
        }
        loudest = sorted(parts, key=lambda name: (-abs(parts[name]), name))[:STRONGEST]
        return tuple(f"{name} {parts[name]:+.2f}" for name in loudest)


def to_bytes(reader: LinearReader) -> bytes:
    """The weights as a file: names compressed, numbers in half precision; the same weights give the same bytes."""
    import numpy as np

    names = "\n".join(sorted(reader.features, key=lambda name: reader.features[name]))
    heads = "\n".join(sorted(reader.heads, key=lambda name: reader.heads[name]))
    out = BytesIO()
    np.savez(
        out,
        names=np.frombuffer(zlib.compress(names.encode(), 9), np.uint8),
        heads=np.frombuffer(heads.encode(), np.uint8),
        weights=reader.weights.astype(np.float16),
        biases=reader.biases.astype(np.float32),
    )
    return out.getvalue()


def from_bytes(data: bytes) -> LinearReader:
    """The reader whose weights a file holds; nothing in it is unpickled."""
    import numpy as np

    with np.load(BytesIO(data), allow_pickle=False) as table:
        names = zlib.decompress(table["names"].tobytes()).decode().split("\n")
        heads = table["heads"].tobytes().decode().split("\n")
        weights, biases = table["weights"].astype(np.float32), table["biases"]
    return LinearReader(
        {name: place for place, name in enumerate(names)},
        {head: place for place, head in enumerate(heads)},
        weights,
        biases,
    )


@cached(maxsize=None)
def load_reader(path: Path | None = None) -> LinearReader:
    """The reader of a weights file, by default that of the language. Raises FileNotFoundError: it has none."""
    source = path if path is not None else weights_folder().joinpath(WEIGHTS)
    with weights_of(source.name):
        return from_bytes(source.read_bytes())
