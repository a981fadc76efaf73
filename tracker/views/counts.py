"""How many promises there are by ministry, minister, actor, kind, topic, status and sum, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct

from tracker.ledger.queries import Index
from tracker.model import EURO, Commitment, Status, Thread
from tracker.text.normalize import comparable

BANDS = (("<100k", 0.0, 1e5), ("100k..1m", 1e5, 1e6), ("1m..100m", 1e6, 1e8), (">100m", 1e8, float("inf")))
"""Sums by their size, as a filter on amounts names them; the upper bound belongs to the next but the last."""


class Count(Struct, frozen=True):
    """A value of a field, how many promises have it, and how many of those have which status."""

    value: str
    number: int
    statuses: dict[Status, int]


def ministries(index: Index, thread: Thread) -> tuple[str, ...]:
    """The offices that signed the letters in which a thread stands, each once."""
    rows = index.quotes_of(thread)
    return tuple(dict.fromkeys(office for row in rows for office in index.letters[row.letter].offices))


def ministers(index: Index, thread: Thread) -> tuple[str, ...]:
    """Who signed the letters in which a thread stands, each once."""
    rows = index.quotes_of(thread)
    return tuple(dict.fromkeys(name for row in rows for name in index.letters[row.letter].signatories))


def amounts(index: Index, thread: Thread) -> tuple[float, ...]:
    """The sums of money that a thread names, in euros."""
    return tuple(row.value for quote in index.quotes_of(thread) for row in quote.amounts if row.unit == EURO)


def counts(index: Index, threads: Iterable[Thread] | None = None) -> dict[str, tuple[Count, ...]]:
    """The counts of some promises, else of all, by field, the field as filters name it; those with most come first."""
    counted = index.ledger.threads if threads is None else tuple(threads)
    return {field: _counted(index, counted, values) for field, values in _VALUES.items()}


def _commitments(index: Index, thread: Thread) -> Iterable[Commitment]:
    return (row for row in index.quotes_of(thread) if isinstance(row, Commitment))


def _bands(index: Index, thread: Thread) -> Iterable[str]:
    found = amounts(index, thread)
    return (name for name, low, high in BANDS if any(low <= value < high for value in found))


_VALUES: dict[str, Callable[[Index, Thread], Iterable[str]]] = {
    "ministry": ministries,
    "minister": ministers,
    "actor": lambda index, thread: (row.actor for row in _commitments(index, thread)),
    "kind": lambda index, thread: (row.kind.value for row in _commitments(index, thread)),
    "topic": lambda index, thread: filter(None, [index.topic(thread)]),
    "status": lambda _, thread: [thread.status.value],
    "amount": _bands,
}


def _key(value: str, spelled: dict[str, str]) -> str:
    """The value whatever its case; how it was written first is kept."""
    spelled.setdefault(comparable(value), value)
    return comparable(value)


def _counted(
    index: Index, threads: Iterable[Thread], values: Callable[[Index, Thread], Iterable[str]]
) -> tuple[Count, ...]:
    found: dict[str, Counter[Status]] = {}
    spelled: dict[str, str] = {}
    for thread in threads:
        for key in {_key(value, spelled) for value in values(index, thread)}:
            found.setdefault(key, Counter())[thread.status] += 1
    rows = (Count(spelled[key], statuses.total(), dict(statuses)) for key, statuses in found.items())
    return tuple(sorted(rows, key=lambda row: (-row.number, row.value)))
