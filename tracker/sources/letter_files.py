"""The files of a folder that may be letters: which there are, which paper one is named after, and what one holds."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from tracker.documents.collection import named_like_letter
from tracker.documents.limits import DEFAULT
from tracker.storage.bounded_read import read_bounded


def files_in(folder: Path) -> Iterator[Path]:
    """The files in a folder and in those in it that are named like letters; hidden ones are left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if named_like_letter(name) and not name.startswith("."))


def names_paper(name: str, id_: str) -> bool:
    """Whether a file has the id of a paper in its name."""
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(id_)}(?![A-Za-z0-9]|-[A-Za-z0-9])", Path(name).stem) is not None


def is_same(path: Path, digest: str) -> bool:
    """Whether a file, and no link, has this content; git may have changed the ends of its lines."""
    if not digest or path.is_symlink():
        return False
    try:
        data = read_bounded(path, DEFAULT.size)
    except OSError:
        return False
    return digest in {hashlib.sha256(one).hexdigest() for one in (data, *_other_ends(data))}


def _other_ends(data: bytes) -> Iterator[bytes]:
    """A text with the other ends of lines, as git checks it out where it is told to; not what has bytes of no text."""
    if b"\0" not in data[:_LOOKED]:
        plain = data.replace(b"\r\n", b"\n")
        yield plain
        yield plain.replace(b"\n", b"\r\n")


_LOOKED = 8000
"""Bytes in which git looks for what tells that a file is no text."""


def digest_of(path: Path) -> str:
    """What tells the content of a file from others, "" of a link and of what cannot be read."""
    if path.is_symlink():
        return ""
    try:
        return hashlib.sha256(read_bounded(path, DEFAULT.size)).hexdigest()
    except OSError:
        return ""
