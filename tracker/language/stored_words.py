"""A long list of words, kept in the store in pieces: who asks for some of them loads no more than those pieces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import Any, Generic, TypeVar
from weakref import WeakSet

import msgspec
from msgspec import Struct

from tracker.storage.cache import digest, is_remembered, keep, keeps_in_file, recalled, remembered

V = TypeVar("V")

TOGETHER = 12
"""Words that are decoded together: a few microseconds' work."""
MANY = 40_000
"""Questions of a process that reads some ten letters: by judgement."""
ROWS = 512
"""Such rows in a piece, of some 120 kB."""
_moment: ContextVar[bool] = ContextVar("moment", default=False)
"""Whether the lists are asked for a moment only."""
_WHOLE: WeakSet[StoredWords[Any]] = WeakSet()
"""The lists that this process holds whole."""


class _Piece(Struct, frozen=True, array_like=True):
    """Words in their order, some in a row."""

    firsts: tuple[str, ...]
    """The first word of each row."""
    rows: tuple[bytes, ...]
    """Each a mapping, as msgspec encodes it."""


class StoredWords(Generic[V]):
    """What a library says of each word that it knows.

    The first process loads the list as the library has it, since to cut it takes longer than to load it; the second
    cuts it, or the first where it asks for very much, and those after it have the pieces.
    """

    def __init__(
        self,
        name: str,
        kind: type[V],
        load: Callable[[], Mapping[str, V]],
        cut: Callable[[], Mapping[str, V]],
        release: Callable[[], object] = lambda: None,
    ) -> None:
        """`kind` is the type of what is said, `name` that of the list; `load` loads it to be asked, `cut` to be cut.

        `release` has the library let go of it.
        """
        self._name, self._load, self._cut, self._release = name, load, cut, release
        self._row = msgspec.msgpack.Decoder(dict[str, kind]).decode  # type: ignore[valid-type]
        self._whole: Mapping[str, V] | None = None
        self._firsts: tuple[str, ...] = ()
        """The first word of each piece."""
        self._pieces: dict[int, _Piece] = {}
        self._asked = 0

    def get(self, word: str) -> V | None:
        """What is said of a word, None where it is unknown."""
        if self._whole is None and not self._firsts:
            self._begin()
        if (whole := self._whole) is not None:
            self._asked += 1
            found = whole.get(word)
            if self._asked == MANY:
                self._cut_ahead()
            return found
        piece = self._piece(max(bisect_right(self._firsts, word) - 1, 0))
        return self._row(piece.rows[max(bisect_right(piece.firsts, word) - 1, 0)]).get(word)

    def _begin(self) -> None:
        if keeps_in_file():
            self._firsts = recalled(tuple[str, ...], self._about("firsts")) or ()
            if not self._firsts and not _moment.get() and is_remembered(self._about("asked")):
                self._firsts = self._cut_up()
        if not self._firsts:
            self._whole = self._load()
            _WHOLE.add(self)
            remembered(bool, self._about("asked"), lambda: True)

    def _cut_ahead(self) -> None:
        """Cut the list where this takes little of all that this process does, and no other one cuts it."""
        if keeps_in_file() and not is_remembered(self._about("cut")):
            remembered(bool, self._about("cut"), lambda: True)
            self._firsts, self._whole = self._cut_up(), None

    def _piece(self, at: int) -> _Piece:
        if at not in self._pieces:
            found: _Piece | None = recalled(_Piece, self._about(str(at)))
            if found is None:
                self._firsts = self._cut_up()
            else:
                self._pieces[at] = found
        return self._pieces[at]

    def _cut_up(self) -> tuple[str, ...]:
        """Have all pieces, and keep them; the first word of each."""
        self._pieces = dict(enumerate(_pieces_of(self._cut())))
        for at, piece in self._pieces.items():
            keep(digest(self._about(str(at))), msgspec.msgpack.encode(piece))
        firsts = tuple(piece.firsts[0] for piece in self._pieces.values())
        keep(digest(self._about("firsts")), msgspec.msgpack.encode(firsts))
        return firsts

    def let_go(self) -> None:
        """Hold the list whole no longer: what is asked from now on is asked as by the second process."""
        self._whole = None
        self._release()

    def _about(self, what: str) -> tuple[str, ...]:
        return "words", self._name, what


@contextmanager
def for_a_moment() -> Iterator[None]:
    """Ask within a block and hold nothing whole after it: nothing is cut here, which takes 180 MB for a while."""
    before = _moment.set(True)
    try:
        yield
    finally:
        _moment.reset(before)
        while _WHOLE:
            _WHOLE.pop().let_go()


def _pieces_of(words: Mapping[str, object]) -> Iterator[_Piece]:
    """A mapping in pieces."""
    encode = msgspec.msgpack.Encoder().encode
    rest = iter(sorted(words.items()))
    while piece := list(islice(rest, TOGETHER * ROWS)):
        rows = [piece[at : at + TOGETHER] for at in range(0, len(piece), TOGETHER)]
        yield _Piece(tuple(row[0][0] for row in rows), tuple(encode(dict(row)) for row in rows))
