"""What was read before, by the content that it was read from: safe to delete at any time, never needed.

It is good for one state of the tracker's own code and rules and of the libraries, and for one content; anything
else is read anew.
TRACKER_NO_CACHE=1 in the environment leaves it out.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from platformdirs import user_cache_path

from tracker.storage.store import Store

T = TypeVar("T")

FILE_NAME = "read.sqlite"
_OWN = (".py", ".toml", ".npz", ".onnx", ".json")


class Notes(dict[str, bytes]):
    """What is remembered within a block alone, to be kept elsewhere."""

    def get(self, name: str) -> memoryview:  # type: ignore[override]
        """The value of a name. Raises KeyError."""
        return memoryview(self[name])

    def has(self, name: str) -> bool:
        """Whether there is a value of a name."""
        return name in self

    def put(self, name: str, data: bytes) -> None:
        """Keep a value."""
        self[name] = data

    def drop(self, name: str) -> None:
        """Let go of a value."""
        self.pop(name, None)


_notes: ContextVar[Notes | None] = ContextVar("notes", default=None)


def digest(value: object) -> str:
    """A name for a value that msgspec encodes: equal values have the same, others do not."""
    return blake2b(msgspec.msgpack.encode(value), digest_size=20).hexdigest()


def remembered(kind: Any, about: tuple[str, ...], make: Callable[[], T]) -> T:
    """What `make` gives, from the store where the same was made of the same before.

    `kind` is the value's type, as msgspec takes it. `about` names everything that the value depends on: what is made,
    and the digests of what it is made of.
    """
    known: T | None = recalled(kind, about)
    if known is None:
        known = make()
        if (store := _store()) is not None:
            store.put(digest(about), msgspec.msgpack.encode(known))
    return known


def recalled(kind: Any, about: tuple[str, ...]) -> Any:
    """The value that was made of this before; None where none was."""
    store = _store()
    if store is None:
        return None
    try:
        return msgspec.msgpack.decode(store.get(digest(about)), type=kind)
    except (KeyError, ValueError):
        return None


def is_remembered(about: tuple[str, ...]) -> bool:
    """Whether something was made of this before; what of it is not sound is made anew when it is asked for."""
    store = _store()
    return store is not None and store.has(digest(about))


def keeps() -> bool:
    """Whether anything can be remembered."""
    return _store() is not None


def keeps_in_file() -> bool:
    """Whether what is remembered now is there for other processes, too."""
    return isinstance(_store(), Store)


def keep(name: str, data: bytes) -> None:
    """Keep what another process noted."""
    if (store := _store()) is not None:
        store.put(name, data)


@contextmanager
def noted() -> Iterator[dict[str, bytes]]:
    """What is remembered within a block, in the place of a store."""
    notes = Notes()
    token = _notes.set(notes)
    try:
        yield notes
    finally:
        _notes.reset(token)


def forget(about: tuple[str, ...]) -> None:
    """Let go of what was made of something that is no more."""
    store = _store()
    if store is not None:
        store.drop(digest(about))


def unsound() -> int | None:
    """How many values of the tracker as it is now are not to be believed; they are made anew when they are needed.

    None where nothing can be remembered though it is asked for.
    """
    store = _store()
    if isinstance(store, Store):
        return store.unsound()
    return 0 if store or os.environ.get("TRACKER_NO_CACHE") else None


def cache_file() -> Path:
    """The file in which values are remembered."""
    return user_cache_path("progress-letter-tracker") / FILE_NAME


def _store() -> Store | Notes | None:
    """The store of the tracker as it is now; None without a cache."""
    if (notes := _notes.get()) is not None:
        return notes
    if os.environ.get("TRACKER_NO_CACHE"):
        return None
    return _opened(cache_file())


@lru_cache(maxsize=1)
def _opened(path: Path) -> Store | None:
    """A store in a file; None where none can be kept."""
    try:
        return Store(path, _state())
    except OSError:
        return None


@lru_cache(maxsize=1)
def code() -> str:
    """A digest of the tracker's own code, rules and networks, the same on every machine that has the same."""
    return digest([(name, digest(path.read_bytes())) for name, path in _own_files()])


@lru_cache(maxsize=1)
def _state() -> str:
    """A digest of the tracker's own files: a change of code or rules makes every older entry void.

    So does whatever is installed beside msgspec: the libraries that read letters stand there too.
    """
    facts = list(_seen_in(str(Path(__file__).parents[1]), ""))
    return digest((facts, Path(msgspec.__file__).parents[1].stat().st_mtime_ns))[:16]


def _seen_in(folder: str, name: str) -> Iterator[tuple[str, int, int]]:
    """Size and time of the tracker's own files in a folder: every command asks this before it does anything."""
    with os.scandir(folder) as found:
        rows = sorted(found, key=lambda row: row.name)
    for row in rows:
        if row.is_dir():
            yield from _seen_in(row.path, f"{name}{row.name}/")
        elif row.name.endswith(_OWN):
            stat = row.stat()
            yield f"{name}{row.name}", stat.st_size, stat.st_mtime_ns


def _own_files() -> list[tuple[str, Path]]:
    """The tracker's code, rules, weights and networks, each with its name within the package."""
    home = Path(__file__).parents[1]
    files = sorted(path for path in home.rglob("*") if path.name.endswith(_OWN))
    return [(path.relative_to(home).as_posix(), path) for path in files]
