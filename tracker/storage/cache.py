"""What was read before, by the content that it was read from: safe to delete at any time, never needed.

An entry holds a checksum and is believed only where it is whole, a plain file and the user's own.
It is good for one state of the tracker's own code and rules and of the libraries, and for one content; anything
else is read anew.
TRACKER_NO_CACHE=1 in the environment leaves it out.
"""

from __future__ import annotations

import os
import stat
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
"""Entries kept of one state; beyond it the older half goes."""
STATES = 3
"""States of the tracker whose entries are kept: versions that are used side by side."""
LARGEST = 256 << 20
"""Bytes of an entry."""
_SUM = 20
"""Bytes of the checksum that an entry begins with."""


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
        known: T = msgspec.msgpack.decode(_sound(entry), type=kind)
    except (OSError, ValueError):
        value = make()
        _keep(entry, msgspec.msgpack.encode(value))
        return value
    return known


def forget(about: tuple[str, ...]) -> None:
    """Let go of what was made of something that is no more."""
    folder = _folder()
    if folder is not None:
        with suppress(OSError):
            (folder / digest(about)).unlink()


def _sound(entry: Path) -> bytes:
    """What an entry holds, if it is whole, a plain file and the user's own. Raises OSError, ValueError."""
    number = os.open(entry, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with open(number, "rb") as file:  # noqa: PTH123 (it was opened with flags)
        known = os.fstat(number)
        if not stat.S_ISREG(known.st_mode) or known.st_size > LARGEST or known.st_uid != _user(known):
            raise ValueError(entry)
        found = file.read(LARGEST + 1)
    if found[:_SUM] != _sum(entry, found[_SUM:]):
        raise ValueError(entry)
    return found[_SUM:]


def unsound() -> int:
    """How many entries of the tracker as it is now are not to be believed; they are made anew when they are needed."""
    folder = _folder()
    return sum(not _is_sound(entry) for entry in folder.iterdir()) if folder else 0


def _is_sound(entry: Path) -> bool:
    try:
        return bool(_sound(entry))
    except (OSError, ValueError):
        return False


def _user(known: os.stat_result) -> int:
    return os.geteuid() if hasattr(os, "geteuid") else known.st_uid


def _sum(entry: Path, data: bytes) -> bytes:
    """The checksum of an entry: of what it holds, and of which it is."""
    return blake2b(data, digest_size=_SUM, key=entry.name.encode()[:64]).digest()


def _keep(entry: Path, data: bytes) -> None:
    """Write an entry whole; a cache that cannot be written is done without."""
    with suppress(OSError):
        write_over(entry, _sum(entry, data) + data, durable=False)


def _folder() -> Path | None:
    """The folder of entries for the tracker as it is now; None without a cache."""
    if os.environ.get("TRACKER_NO_CACHE"):
        return None
    return _made(user_cache_path("progress-letter-tracker") / "read")


@lru_cache(maxsize=1)
def _made(top: Path) -> Path | None:
    """That folder in the cache, made where it is missing, when the oldest of others may go; None if it cannot be."""
    folder = top / _state()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if folder.is_symlink():
            return None
        os.utime(folder)
        _drop_oldest(top, folder)
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


def _drop_oldest(top: Path, folder: Path) -> None:
    """Bound the cache: the states that were used longest ago go, and of too many entries of this one the older half."""
    states = sorted((path for path in top.iterdir() if path.is_dir() and not path.is_symlink()), key=_age)
    for old in states[:-STATES]:
        rmtree(old, ignore_errors=True)
    entries = list(folder.iterdir())
    for entry in sorted(entries, key=_age)[: len(entries) // 2] if len(entries) > KEPT else ():
        with suppress(OSError):
            entry.unlink()


def _age(path: Path) -> float:
    return path.lstat().st_mtime
