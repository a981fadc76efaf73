"""Values by name in one SQLite file: written whole, believed only where they are sound, and made anew where not.

Two processes may write at once, and either may be killed. What is no database any more, or no plain file of the user's
own, is removed and begun anew. Nothing in it is ever run: values are bytes, each with a checksum that knows its name.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from threading import RLock
from typing import TypeVar

from tracker.storage.corruption import tell_corruption

T = TypeVar("T")

MOST = 4 << 30
"""Bytes of all values; beyond it the older half goes."""
STATES = 3
"""States of the tracker whose values are kept: versions that are used side by side."""
LARGEST = 256 << 20
"""Bytes of a value."""
_SUM = 20
"""Bytes of the checksum that a value begins with."""
_SECONDS = 5.0
"""How long another writer is waited for."""
_TABLES = """
    CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, used REAL NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS entry (at INTEGER PRIMARY KEY, state TEXT NOT NULL, name TEXT NOT NULL, data BLOB);
    CREATE UNIQUE INDEX IF NOT EXISTS entry_name ON entry (state, name);
"""


class Store:
    """The values of one state of the tracker in a file. Raises OSError: the file cannot be kept."""

    def __init__(self, path: Path, state: str) -> None:
        self._path, self._state = path, state
        self._lock = RLock()
        self._process = 0
        self._connection: sqlite3.Connection | None = None
        self._inherited: sqlite3.Connection | None = None
        """That of the process which this one was forked from: to close it is not ours."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._sound(self._tidy)

    def get(self, name: str) -> memoryview:
        """The value of a name, not copied. Raises KeyError: there is none that can be believed."""
        row = self._sound(lambda one: one.execute(_GET, (self._state, name)).fetchone())
        if row is None:
            raise KeyError(name)
        if not _is_sound(name, row[0]):
            tell_corruption(self._path)
            raise KeyError(name)
        return memoryview(row[0])[_SUM:]

    def has(self, name: str) -> bool:
        """Whether there is a value of a name, sound or not: nothing of it is read."""
        return self._sound(lambda one: one.execute(_HAS, (self._state, name)).fetchone()) is not None

    def put(self, name: str, data: bytes) -> None:
        """Keep a value; what is too large, or cannot be written now, is not kept."""
        if len(data) <= LARGEST:
            self._sound(lambda one: _write(one, (self._state, name), _sum(name, data), data))

    def drop(self, name: str) -> None:
        """Let go of a value."""
        self._sound(lambda one: one.execute("DELETE FROM entry WHERE state = ? AND name = ?", (self._state, name)))

    def unsound(self) -> int | None:
        """How many values are not to be believed; None where none can be kept now."""
        rows = self._sound(lambda one: [_is_sound(*row) for row in one.execute(_ALL, (self._state,))])
        return None if rows is None else sum(not row for row in rows)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None and self._process == os.getpid():
                connection.close()

    def __del__(self) -> None:
        self.close()

    def _sound(self, action: Callable[[sqlite3.Connection], T]) -> T | None:
        """What an action on the file gives; a file that is none of ours, or broken, is begun anew, once.

        None where another process keeps it, or nothing can be written.
        """
        with self._lock:
            for last in (False, True):
                try:
                    return action(self._opened())
                except sqlite3.OperationalError as fault:
                    self.close()
                    if not _is_broken(fault) or last:
                        return None
                except (sqlite3.DatabaseError, OSError):
                    self.close()
                    if last:
                        return None
                self._remove()
        return None

    def _opened(self) -> sqlite3.Connection:
        """The file, open in this process: what was opened before a fork is not used after it."""
        if self._connection is None or self._process != os.getpid():
            self._inherited = self._connection
            for path in _files(self._path):
                _refuse_odd(path)
            self._connection, self._process = _connected(self._path), os.getpid()
        return self._connection

    def _remove(self) -> None:
        tell_corruption(self._path)
        for path in _files(self._path):
            with suppress(OSError):
                path.unlink()

    def _tidy(self, one: sqlite3.Connection) -> None:
        """Bound the file: the states used longest ago go, and of too many bytes the older half."""
        one.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (self._state, time.time()))
        old = one.execute("SELECT name FROM state ORDER BY used DESC, name LIMIT -1 OFFSET ?", (STATES,)).fetchall()
        for (name,) in old:
            one.execute("DELETE FROM entry WHERE state = ?", (name,))
            one.execute("DELETE FROM state WHERE name = ?", (name,))
        pages, free, size = (one.execute(f"PRAGMA {name}").fetchone()[0] for name in _SIZE)
        if (pages - free) * size > MOST:
            one.execute(_OLDER)


_GET = "SELECT data FROM entry WHERE state = ? AND name = ?"
_HAS = "SELECT 1 FROM entry WHERE state = ? AND name = ?"
_ALL = "SELECT name, data FROM entry WHERE state = ?"
_PUT = "INSERT OR REPLACE INTO entry (state, name, data) VALUES (?, ?, zeroblob(?))"
_SIZE = ("page_count", "freelist_count", "page_size")
_OLDER = (
    "DELETE FROM entry WHERE at < (SELECT at FROM entry ORDER BY at LIMIT 1 OFFSET (SELECT count(*) FROM entry) / 2)"
)


def _write(one: sqlite3.Connection, key: tuple[str, str], checksum: bytes, data: bytes) -> None:
    """Write a value with its checksum into its place: as a parameter SQLite would copy it three times."""
    one.execute("BEGIN IMMEDIATE")
    try:
        at = one.execute(_PUT, (*key, len(checksum) + len(data))).lastrowid
        with one.blobopen("entry", "data", at or 0) as blob:
            blob.write(checksum)
            blob.write(data)
        one.execute("COMMIT")
    except BaseException:
        if one.in_transaction:
            one.execute("ROLLBACK")
        raise


def _connected(path: Path) -> sqlite3.Connection:
    """A file with our tables. Raises sqlite3.DatabaseError: it is no database, or has others."""
    one = sqlite3.connect(path, timeout=_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        one.executescript(
            f"PRAGMA trusted_schema = OFF; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; {_TABLES}"
        )
        _refuse_others(one)
    except BaseException:
        one.close()
        raise
    return one


def _refuse_others(one: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError where a file holds what could act by itself: a view, a trigger."""
    if not {row for (row,) in one.execute("SELECT type FROM sqlite_master")} <= {"table", "index"}:
        raise sqlite3.DatabaseError


def _files(path: Path) -> tuple[Path, ...]:
    """A file with those that SQLite keeps beside it."""
    return path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def _refuse_odd(path: Path) -> None:
    """Put out of the way what is no plain file of the user's own: a link, a pipe, what another put there."""
    with suppress(FileNotFoundError):
        known = path.lstat()
        if not stat.S_ISREG(known.st_mode) or known.st_uid != _user(known):
            tell_corruption(path)
            path.unlink()


def _user(known: os.stat_result) -> int:
    return os.geteuid() if hasattr(os, "geteuid") else known.st_uid


def _is_broken(fault: sqlite3.OperationalError) -> bool:
    """Whether a file is at fault that can be begun anew: not where it is locked, or no file can be."""
    return fault.sqlite_errorcode & 0xFF not in _NOW


_NOW = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_FULL,
)
"""What is no fault of the file."""


def _is_sound(name: object, data: object) -> bool:
    """Whether a value is whole and the one of its name."""
    if not isinstance(name, str) or not isinstance(data, bytes):
        return False
    return data[:_SUM] == _sum(name, memoryview(data)[_SUM:])


def _sum(name: str, data: bytes | memoryview) -> bytes:
    """The checksum of a value: of what it holds, and of which it is."""
    return blake2b(data, digest_size=_SUM, key=name.encode()[:64]).digest()
