"""Which promise a statement is of, as a vector: statements of one promise lie near each other, in whatever words.

It comes with the extra `[encoder]`: a small transformer that read annotated threads of many bodies, and learned to find
for each statement those of the same thread among all of another letter (`python -m tracker.training.meanings`). Vectors
are remembered by the statements of a letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tracker.extraction import AnalysedLetter
from tracker.extraction.learned.network import Network, Words, is_installed
from tracker.language.pack import cached, current, use
from tracker.model import AnyStatement
from tracker.storage.cache import digest, remembered
from tracker.storage.parallel import make_ahead, tell_made

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MEANING = "meaning"
"""The name of the network."""
PER_LETTER = 2
"""Of each earlier letter so many statements that lie nearest are compared, whatever words they share; by judgement."""
MOST = 12
"""And of all letters together: so that the work for a statement does not grow with them; by judgement."""
LEAST = 0.3
"""What lies farther off (-1 to 1) is not compared for its meaning. Of 2,893 pairs of one promise 9 in 10 lie nearer,
of others 1 in 7 (29 annotated series, each body by a network that did not see it)."""
_TOGETHER = 64
"""Statements whose vectors are made and remembered together: by judgement, what comes of it is the same."""
_READ = 1_000
"""Statements of a letter that are read, in two seconds of the processor: some five times what a long letter makes; by
judgement."""
_PORTION = 256
"""Statements that are put in order together, nearest first: mostly enough of them; what comes of it is the same."""
_CHARACTERS = 500
"""Of a quote that are read: by judgement, as its beginning says what it is about."""
_HEADING = 80
"""Characters of its heading that are read; by judgement."""


class Vectors(Protocol):
    """What gives statements their vectors."""

    name: str
    """What it is, for what is remembered and for the ledger."""

    def vectors(self, statements: Sequence[Words]) -> list[bytes]:
        """For each statement, given as its quote and heading, a vector of length 1, as 16-bit floats."""
        ...


class MeaningNetwork:
    """The network of the language pack, loaded when it is first asked."""

    name = MEANING

    def __init__(self) -> None:
        self._network = Network(MEANING)

    def vectors(self, statements: Sequence[Words]) -> list[bytes]:
        """For each statement a vector of length 1, as 16-bit floats."""
        import numpy as np

        return [row.tobytes() for row in self._network.answers(statements).astype(np.float16)]


_GIVEN: ContextVar[Vectors | None] = ContextVar("vectors", default=None)


@contextmanager
def meant_by(vectors: Vectors) -> Iterator[None]:
    """Have these give statements their vectors: in training, networks that did not see the body."""
    token = _GIVEN.set(vectors)
    try:
        yield
    finally:
        _GIVEN.reset(token)


def load_meaning() -> Vectors | None:
    """What gives statements their vectors; None where the extra `[encoder]` is not installed or is switched off."""
    return _GIVEN.get() or (_shipped() if is_installed() else None)


@cached(maxsize=1)
def _shipped() -> MeaningNetwork:
    return MeaningNetwork()


def meaning_name() -> str:
    """What gives statements their vectors, by its name; "" where nothing does."""
    meaning = load_meaning()
    return "" if meaning is None else meaning.name


def read_words(letter: AnalysedLetter, statements: Iterable[AnyStatement]) -> list[Words]:
    """What is read of statements of a letter: as its base was trained on questions, which begin so."""
    rows = ((letter.heading(row.section)[:_HEADING], row.quote[:_CHARACTERS]) for row in statements)
    return [Words(f"query: {heading}: {quote}", "") for heading, quote in rows]


def meanings_of(statements: Sequence[Words]) -> list[bytes]:
    """The vector of each statement of a letter; empty where nothing gives any, and beyond the first thousand."""
    if load_meaning() is None:
        return [b""] * len(statements)
    found = list(chain.from_iterable(map(_meant, _parts(statements))))
    return found + [b""] * (len(statements) - len(found))


def meanings_ahead(letters: Iterable[Sequence[Words]]) -> None:
    """Have the vectors of letters' statements made and remembered, in several processes."""
    if load_meaning() is None:
        tell_made(MEANING, 0, 0)
    else:
        make_ahead(_meant, (part for statements in letters for part in _parts(statements)), _Part.about)


class _Part(NamedTuple):
    """Some statements of a letter, in whichever process."""

    statements: tuple[Words, ...]
    language: str

    def about(self) -> tuple[str, ...]:
        """What their vectors are made of."""
        return (MEANING, meaning_name(), digest(self.statements))


def _parts(statements: Sequence[Words]) -> Iterator[_Part]:
    statements = statements[:_READ]
    for first in range(0, len(statements), _TOGETHER):
        yield _Part(tuple(statements[first : first + _TOGETHER]), current().code)


def _meant(part: _Part) -> list[bytes]:
    use(part.language)
    meaning = load_meaning()
    if meaning is None:
        return []
    return remembered(list[bytes], part.about(), lambda: meaning.vectors(part.statements))


def nearness(one: bytes, other: bytes) -> float:
    """How near two statements lie, from -1 to 1; 0 where either has no vector."""
    if not one or not other:
        return 0.0
    return round(float(_read(one) @ _read(other)), 3)


class NearestInMeaning:
    """Finds of each letter those statements that lie nearest to one."""

    def __init__(self) -> None:
        """Know of no statement yet."""
        import numpy as np

        self._letters: list[int] = []
        self._vectors: list[bytes] = []
        self._table: NDArray[np.float32] = np.empty((0, 0), np.float32)
        """A row for each vector that was asked of, and room for more."""
        self._filled = 0

    def add(self, letter: int, vector: bytes) -> None:
        """Remember the next statement; its place is the number of those before it."""
        self._letters.append(letter)
        self._vectors.append(vector)

    def nearest(self, vector: bytes) -> list[int]:
        """The places of those that lie nearest, nearest first; none of what has no vector."""
        if not vector or not self._letters:
            return []
        self._fill(len(vector))
        near = (self._table[: self._filled] @ _read(vector)).round(3)
        found: list[int] = []
        taken: dict[int, int] = {}
        for at in _nearest_first(near):
            if len(found) == MOST:
                break
            letter = self._letters[at]
            if taken.get(letter, 0) < PER_LETTER:
                taken[letter] = taken.get(letter, 0) + 1
                found.append(at)
        return found

    def _fill(self, size: int) -> None:
        """Have every vector, of so many bytes, in the table; its room doubles, so that each is copied twice at most."""
        import numpy as np

        number, width = len(self._vectors), size // 2
        if number > len(self._table):
            roomy = np.zeros((2 * number, width), np.float32)
            roomy[: self._filled] = self._table[: self._filled].reshape(-1, width)
            self._table = roomy
        for at in range(self._filled, number):
            if self._vectors[at]:
                self._table[at] = _read(self._vectors[at])
        self._filled = number


def _nearest_first(near: NDArray[np.float32]) -> Iterator[int]:
    """The places of what lies near enough, the nearest first, of equals the oldest; no more is sorted than is asked."""
    import numpy as np

    places = np.flatnonzero(near >= LEAST)
    while len(places):
        values = near[places]
        least = np.partition(values, -_PORTION)[-_PORTION] if len(values) > _PORTION else LEAST
        portion, places = places[values >= least], places[values < least]
        yield from portion[np.argsort(-near[portion], kind="stable")].tolist()


def _read(vector: bytes) -> NDArray[np.float32]:
    import numpy as np

    return np.frombuffer(vector, np.float16).astype(np.float32)
