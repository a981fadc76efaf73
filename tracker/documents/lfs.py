"""What Git LFS has put a pointer in the place of: found where git keeps it, and believed only if it is what it was."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from tracker.errors import LetterError
from tracker.storage.bounded_read import read_bounded

_BEGIN = b"version https://git-lfs.github.com/spec/"
_POINTER = re.compile(re.escape(_BEGIN) + rb"v1\n(?:[^\n]*\n)*?oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n")
_POINTER_SIZE = 1024
"""Bytes that a pointer has at most, by its specification."""


def is_pointer(data: bytes) -> bool:
    """Whether Git LFS has put this in the place of a file that it keeps elsewhere."""
    return data.startswith(_BEGIN)


def behind(data: bytes, git: Path | None, most: int) -> bytes:
    """What a pointer stands for where a git directory keeps that; anything else as it is.

    Raises LetterError: it is larger than `most` bytes, or what is kept in its place is something else.
    """
    pointer = _POINTER.match(data[:_POINTER_SIZE])
    if pointer is None or git is None:
        return data
    oid, size = pointer[1].decode(), int(pointer[2])
    if size > most:
        raise LetterError("letter.file-too-large", size=size >> 20, most=most >> 20)
    try:
        kept = read_bounded(git / "lfs" / "objects" / oid[:2] / oid[2:4] / oid, most)
    except OSError:
        return data
    if len(kept) != size or sha256(kept).hexdigest() != oid:
        raise LetterError("letter.lfs-damaged")
    return kept


def git_of(folder: Path) -> Path | None:
    """The git directory that the work trees of a folder's repository share, as its files say; None without one."""
    place = folder.absolute()
    entry = next((path / ".git" for path in (place, *place.parents) if (path / ".git").exists()), None)
    try:
        if entry is None or entry.is_dir():
            return entry
        own = entry.parent / _line(entry).removeprefix("gitdir: ")
        return own / _line(own / "commondir") if (own / "commondir").is_file() else own
    except (OSError, ValueError):
        return None


def _line(path: Path) -> str:
    return read_bounded(path, _POINTER_SIZE << 3).decode().rstrip("\n")
