"""Whether a file is a document that others wrote, and whether a folder is one in which letters are kept."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tracker.documents.collection import named_like_letter
from tracker.documents.own_output import is_made_here
from tracker.errors import LetterError
from tracker.storage.bounded_read import read_bounded
from tracker.storage.cache import digest, is_remembered, remembered

_LOOKED_AT = 5
"""So many documents of a folder are read to see whether letters are kept there: the smallest."""
_LARGEST = 5_000_000
"""Bytes; a larger document is not read for that."""


def note_written(answer: str | bytes) -> None:
    """Remember what is written where a document may stand: a text has no place for who made it."""
    remembered(bool, _about(answer.encode() if isinstance(answer, str) else answer), lambda: True)


def is_of_others(path: Path) -> bool:
    """Whether a file that is named like a letter holds what the tracker did not write. Raises OSError."""
    if not path.stat().st_size:
        return False
    with path.open("rb") as file:
        if is_made_here(file):
            return False
    return not is_remembered(_about(path.read_bytes()))


def keeps_letters(folder: Path) -> bool:
    """Whether a letter lies in a folder: a document of others with a dossier or a printed day."""
    from tracker.documents.read import read_letter
    from tracker.model import DateSource

    for path in _documents(folder):
        try:
            letter = read_letter(path.name, read_bounded(path, _LARGEST))
        except (LetterError, OSError):
            continue
        if letter.dossier or letter.date_source is DateSource.HEADER:
            return True
    return False


def _documents(folder: Path) -> Iterator[Path]:
    """The smallest documents of others in a folder."""
    try:
        named = [path for path in folder.iterdir() if named_like_letter(path.name) and path.name[0] != "."]
        sizes = sorted((path.stat().st_size, path) for path in named if path.is_file())
        yield from islice((path for _, path in sizes if is_of_others(path)), _LOOKED_AT)
    except OSError:
        return


def _about(data: bytes) -> tuple[str, str]:
    return "written", digest(data)
