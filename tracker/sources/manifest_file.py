"""letters.toml as it stands in a folder: read whole, and written by one hand at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.documents.limits import DEFAULT
from tracker.documents.manifest import MANIFEST
from tracker.errors import CollectionError, ExitCode
from tracker.i18n.message import message
from tracker.sources.fetch_state import wrote
from tracker.storage.atomic import write_over
from tracker.storage.bounded_read import read_bounded
from tracker.storage.lock import locked

_LOCK = 5.0
"""Seconds that another hand is waited for."""


def write_manifest(folder: Path, before: str, after: str) -> None:
    """Write letters.toml, unless another hand wrote it meanwhile. Raises CollectionError, OSError."""
    path = folder / MANIFEST
    with alone(folder):
        if read_beside(path) != before:
            raise CollectionError("source.manifest-changed", path=path)
        wrote(folder, before, after)
        write_over(path, after)


class UnderWayError(CollectionError):
    """Another round has the folder; it may be had when that is done."""

    code = ExitCode.INCOMPLETE


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """A folder for one hand. Raises UnderWayError: another has it."""
    try:
        with locked(folder, _LOCK):
            yield
    except TimeoutError:
        raise UnderWayError(message("source.under-way", folder=folder)) from None


def read_beside(path: Path) -> str:
    """The text of a file beside the letters, "" where there is none. Raises CollectionError: it is no such file."""
    if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
        raise CollectionError("source.odd-folder", path=path)
    try:
        return read_bounded(path, DEFAULT.size).decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as fault:
        raise CollectionError("collection.not-utf8", file=path.name, byte=str(fault.start)) from fault
