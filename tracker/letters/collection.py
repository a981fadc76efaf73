"""A folder on disk → Collection, bounded; and which letter a user's words mean."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tracker.errors import CollectionError, UnknownLetterError
from tracker.model import Collection, Letter, Refusal, SourceFile

SUFFIXES = frozenset({".txt", ".pdf", ".docx", ".xml", ".html", ".htm"})


def load_collection(folder: Path) -> Collection:
    """The letters of a folder as bytes."""
    if not folder.is_dir():
        raise CollectionError(f"{folder} is no folder; give the folder that holds the letters.")
    files = [
        SourceFile(path.relative_to(folder).as_posix(), path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix.lower() in SUFFIXES
    ]
    if not files:
        raise CollectionError(f"{folder} holds no letters (.txt, .pdf, .docx, .xml, .html); put them there.")
    return Collection(folder.name, tuple(files), _text(folder / "letters.toml"), _text(folder / "decisions.toml"))


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def find_letter(letters: Iterable[Letter], words: str) -> Letter:
    """The letter that an id, a unique part of one, a year or a path means."""
    known = list(letters)
    exact = [letter for letter in known if words in (letter.id, letter.path)]
    year = [letter for letter in known if letter.anchor and str(letter.anchor.year) == words]
    part = [letter for letter in known if words.casefold() in f"{letter.id} {letter.path}".casefold()]
    for found in (exact, year, part):
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(letter.id for letter in found)
            raise UnknownLetterError(f"“{words}” may mean {names}; give one of these ids.")
    raise UnknownLetterError(f"no letter is called “{words}”; there are {', '.join(letter.id for letter in known)}.")
