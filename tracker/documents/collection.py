"""A folder on disk → Collection, bounded and without leaving it; and which letter a user's words mean."""

from __future__ import annotations

import os
import stat
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from tracker.documents.formats.registry import READERS, refused_suffixes, suffixes
from tracker.documents.lfs import behind, git_of, is_pointer
from tracker.documents.limits import DEFAULT, Limits
from tracker.documents.manifest import MANIFEST, REGISTER, parse_manifest
from tracker.errors import CollectionError, LetterError, UnknownLetterError
from tracker.i18n.message import first_of, message
from tracker.model import Collection, Letter, Refusal, SourceFile
from tracker.text.system_fault import system_fault

_TRIES = 3
"""How often a file that changes while it is read is read again."""


def load_collection(folder: Path, limits: Limits = DEFAULT, only: Container[str] | None = None) -> Collection:
    """The letters of a folder and of the folders in it, as bytes, with the manifest and the rulings beside them.

    With `only` those of these paths alone.

    Raises CollectionError: there is no such folder, it holds no letters or too many, or its manifest is no text.
    """
    if not folder.is_dir():
        raise CollectionError("collection.no-folder", folder=folder)
    files: list[SourceFile] = []
    refused: list[Refusal] = []
    total = 0
    for path in _letters(folder):
        name = path.relative_to(folder).as_posix()
        if only is not None and name not in only:
            continue
        if not is_utf8(name):
            refused.append(Refusal(shown_name(name), message("letter.name-not-utf8")))
            continue
        try:
            data = _whole(path, folder, min(limits.size, limits.total - total))
        except LetterError as fault:
            refused.append(Refusal(name, fault.message))
            continue
        total += len(data)
        files.append(SourceFile(name, data))
        if len(files) > limits.files:
            raise CollectionError("collection.too-many-letters", folder=folder, most=limits.files)
    if not files and not refused:
        usual = ", ".join(row.suffixes[0] for row in READERS)
        raise CollectionError("collection.no-letters", folder=folder, suffixes=usual)
    texts = [_text(folder / name, limits) for name in (MANIFEST, "decisions.toml", "learned.toml", REGISTER)]
    return Collection(folder.resolve().name, tuple(files), texts[0], texts[1], tuple(refused), texts[2], texts[3])


def _letters(folder: Path) -> Iterator[Path]:
    """What is named like a letter under a folder, in order, and links to folders; none is followed, nothing hidden."""
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*names, *folders]):
            linked = name in folders and Path(root, name).is_symlink()
            if (linked or named_like_letter(name)) and not name.startswith("."):
                yield Path(root, name)


def named_like_letter(name: str, *, scanned: bool = True) -> bool:
    """Whether a file has the name of a letter; what it is, its content tells. A picture may be a `scanned` letter."""
    return Path(name).suffix.lower() in suffixes() | refused_suffixes(pictures=scanned)


def is_utf8(name: str) -> bool:
    """Whether the name of a file can be written."""
    return shown_name(name) == name


def shown_name(name: str) -> str:
    """The name of a file with a sign for each byte that is no UTF-8."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def read_as_letter(folder: Path, path: Path) -> bool:
    """Whether a file would be read as a letter of a folder; neither need exist."""
    if not path.is_relative_to(folder):
        return False
    inside = path.relative_to(folder)
    return named_like_letter(path.name) and not any(part.startswith(".") for part in inside.parts)


def _whole(path: Path, folder: Path, most: int) -> bytes:
    """The bytes of a file of a folder, from where Git LFS keeps them too. Raises LetterError."""
    data = _read(path, most)
    return behind(data, git_of(folder), most) if is_pointer(data) else data


def _read(path: Path, most: int) -> bytes:
    """The bytes of a file that stands still.

    Raises LetterError: it is no plain file, too large, cannot be read, or keeps changing.
    """
    try:
        for _ in range(_TRIES):
            before = path.lstat()
            _refuse_odd(before, most)
            with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:  # noqa: PTH123  (flags)
                data = file.read(most + 1)
            after = path.lstat()
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) and len(
                data
            ) == after.st_size:
                return data
    except OSError as fault:
        raise LetterError("letter.unreadable", cause=system_fault(fault)) from fault
    raise LetterError("letter.changing")


def _refuse_odd(status: os.stat_result, most: int) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise LetterError("letter.link")
    if stat.S_ISDIR(status.st_mode):
        raise LetterError("letter.folder")
    if not stat.S_ISREG(status.st_mode):
        raise LetterError("letter.odd-file")
    if status.st_size > most:
        raise LetterError("letter.file-too-large", size=status.st_size >> 20, most=most >> 20)


def _text(path: Path, limits: Limits) -> str | None:
    """A text file beside the letters, None where there is none."""
    if not os.path.lexists(path):
        return None
    try:
        return text_beside(path.name, _whole(path, path.parent, limits.size))
    except LetterError as fault:
        raise CollectionError("collection.unusable-file", file=path.name, reason=fault.message) from fault


def text_beside(name: str, data: bytes) -> str:
    """The text of a file beside the letters. Raises CollectionError: it is none, or Git LFS keeps it elsewhere."""
    if is_pointer(data):
        raise CollectionError("collection.lfs", file=name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise CollectionError("collection.not-utf8", file=name, byte=str(fault.start)) from fault


def language_of(folder: Path, limits: Limits = DEFAULT) -> str:
    """The code of the language that the letters of a folder are read in; the default where there are none.

    Raises CollectionError: the manifest is faulty.
    """
    return parse_manifest(_text(folder / MANIFEST, limits) or "").language


def find_letter(letters: Iterable[Letter], words: str) -> Letter:
    """The letter that an id, a path, a year or a unique part of id or path means.

    Raises UnknownLetterError: none or several do; the message lists the ids to choose from.
    """
    known = list(letters)
    wanted = words.casefold()
    ways = (
        [letter for letter in known if wanted in (letter.id.casefold(), letter.path.casefold())],
        [letter for letter in known if letter.anchor and str(letter.anchor.year) == words],
        [letter for letter in known if wanted and wanted in f"{letter.id} {letter.path}".casefold()],
    )
    found = next((way for way in ways if way), [])
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownLetterError(
            "collection.several-letters", words=words, found=first_of((row.id for row in found), 12)
        )
    raise UnknownLetterError("collection.unknown-letter", words=words, known=first_of((row.id for row in known), 12))
