"""An answer into a file that a user names: never over what letters and rulings are kept in, nor among letters."""

from __future__ import annotations

from pathlib import Path

from tracker.decisions.toml_text import FILE_NAME as RULINGS
from tracker.documents.collection import read_as_letter
from tracker.documents.manifest import MANIFEST, REGISTER
from tracker.errors import CollectionError
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
    folders = {letters.resolve(), *(folder for folder in target.parents if (folder / MANIFEST).is_file())}
    if any(read_as_letter(folder, target) for folder in folders):
        raise CollectionError("output.letter", path=path)


def _is_git(folder: Path) -> bool:
    """Whether a folder is one in which git keeps its own."""
    return folder.name.casefold() == ".git" or ((folder / "HEAD").is_file() and (folder / "objects").is_dir())
