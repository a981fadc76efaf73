"""Which texts of a letter have a key, by which the texts of another find them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from tracker.alignment.weights import CROWD

T = TypeVar("T")


def holders(texts: Iterable[T], keys: Callable[[T], Iterable[str]]) -> Mapping[str, Sequence[int]]:
    """At which positions each key stands, without the keys of a crowd of texts: they tell none of them."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        for key in keys(text):
            places[key].append(at)
    return {key: found for key, found in places.items() if len(found) <= CROWD}
