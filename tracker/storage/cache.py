"""What was read before, by the content that it was read from: safe to delete at any time, never needed.

An entry is good for one state of the tracker's own code and rules and of the libraries, and for one content; anything
else is read anew.
TRACKER_NO_CACHE=1 in the environment leaves it out.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from shutil import rmtree
from typing import Any, TypeVar

import msgspec
from platformdirs import user_cache_path

from tracker.storage.atomic import write_over

T = TypeVar("T")

KEPT = 20_000
"""Entries kept; beyond it the cache begins anew."""


def digest(value: object) -> str:
    """A name for a value that msgspec encodes: equal values have the same, others do not."""
    return blake2b(msgspec.msgpack.encode(value), digest_size=20).hexdigest()


def remembered(kind: Any, about: tuple[str, ...], make: Callable[[], T]) -> T:
    """What `make` gives, from the cache where the same was made of the same before.

    `kind` is the value's type, as msgspec takes it. `about` names everything that the value depends on: what is made,
    and the digests of what it is made of.
    """
    folder = _folder()
    if folder is None:
        return make()
    entry = folder / digest(about)
    try:
        known: T = msgspec.msgpack.decode(entry.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        value = make()
        _keep(entry, msgspec.msgpack.encode(value))
        return value
    return known


def _keep(entry: Path, data: bytes) -> None:
    """Write an entry whole; a cache that cannot be written is done without."""
    with suppress(OSError):
        write_over(entry, data, durable=False)


def _folder() -> Path | None:
    """The folder of entries for the tracker as it is now; None without a cache."""
    if os.environ.get("TRACKER_NO_CACHE"):
        return None
    return _made(user_cache_path("progress-letter-tracker") / "read")


@lru_cache(maxsize=1)
def _made(top: Path) -> Path | None:
    """That folder in the cache, made where it is missing, when what older states left goes; None if it cannot be."""
    folder = top / _state()
    try:
        if folder.is_dir() and sum(1 for _ in folder.iterdir()) <= KEPT:
            return folder
        _empty(top)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


@lru_cache(maxsize=1)
def _state() -> str:
    """A digest of the tracker's own files: a change of code or rules makes every older entry void.

    So does whatever is installed beside msgspec: the libraries that read letters stand there too.
    """
    home, libraries = Path(__file__).parents[1], Path(msgspec.__file__).parents[1]
    files = sorted(path for path in home.rglob("*") if path.suffix in {".py", ".toml", ".npz", ".onnx", ".json"})
    facts = [(path.relative_to(home).as_posix(), (stat := path.stat()).st_size, stat.st_mtime_ns) for path in files]
    return digest((facts, libraries.stat().st_mtime_ns))[:16]


def _empty(top: Path) -> None:
    """Remove all entries, of this state and of older ones."""
    for folder in sorted(top.glob("*")):
        rmtree(folder, ignore_errors=True)
