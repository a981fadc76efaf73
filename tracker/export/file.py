"""An answer into a file that a user names: never over what letters and rulings are kept in, nor among letters."""

from __future__ import annotations

from pathlib import Path

from tracker.decisions.toml_text import FILE_NAME as RULINGS
from tracker.documents.collection import named_like_letter, read_as_letter
from tracker.documents.manifest import MANIFEST, REGISTER
from tracker.errors import CollectionError
from tracker.export.among_letters import is_of_others, keeps_letters, note_written
from tracker.extraction.learned.correction import FILE_NAME as LEARNED
from tracker.storage.atomic import write_out
from tracker.text.system_fault import system_fault

KEPT = frozenset({MANIFEST, RULINGS, LEARNED, REGISTER})
"""What stands beside letters, by hand, by rulings or from parliament: no answer bears such a name, in whatever case."""
_OF_GIT = frozenset({".git", ".gitattributes", ".gitignore", ".gitmodules"})
"""Files of a work tree that git goes by; ".git" is one where the tree is not the only one of its repository."""


def save(path: Path, answer: str | bytes, letters: Path) -> None:
    """Write an answer about the letters of a folder to where a user said, whole or not at all.

    Raises CollectionError: something is kept there that would be lost, it would be read as a letter from then on, or
    it cannot be written.
    """
    refuse_place(path, letters)
    if named_like_letter(path.resolve().name):
        note_written(answer)
    try:
        write_out(path, answer)
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise CollectionError("output.unwritable", path=path, cause=system_fault(fault)) from fault


def refuse_place(path: Path, letters: Path) -> None:
    """Nothing, where an answer may be written. Raises CollectionError: it may not, with the reason."""
    try:
        target = path.resolve()
        stands_apart = target.exists() and not target.is_file()
    except (OSError, RuntimeError, ValueError) as fault:
        raise CollectionError("output.unwritable", path=path, cause=system_fault(fault)) from fault
    if stands_apart:
        return
    names = {path.name.casefold(), target.name.casefold()}
    if names & KEPT:
        raise CollectionError("output.kept", path=path, name=target.name)
    if names & _OF_GIT or any(_is_git(folder) for folder in target.parents):
        raise CollectionError("output.git", path=path)
    if named_like_letter(target.name):
        _refuse_among_letters(path, target, letters.resolve())


def _refuse_among_letters(path: Path, target: Path, letters: Path) -> None:
    """Nothing, where a file that is named like a letter is ours to write.

    Letters are kept in the folder that is read, where a file of `KEPT` stands in a folder or above it, and where a
    letter lies in a folder or, unless that leads to what is read, in the one above it.
    """
    try:
        if target.exists() and is_of_others(target):
            raise CollectionError("output.of-others", path=path)
    except OSError as fault:
        raise CollectionError("output.unwritable", path=path, cause=system_fault(fault)) from fault
    marked = (folder for folder in target.parents if any((folder / name).is_file() for name in KEPT))
    near = (folder for folder in target.parents[:2] if folder == target.parent or folder not in letters.parents)
    among = any(read_as_letter(folder, target) for folder in (letters, *marked))
    if among or any(read_as_letter(folder, target) and keeps_letters(folder) for folder in near):
        raise CollectionError("output.letter", path=path)


def _is_git(folder: Path) -> bool:
    """Whether a folder is one in which git keeps its own."""
    return folder.name.casefold() == ".git" or ((folder / "HEAD").is_file() and (folder / "objects").is_dir())
