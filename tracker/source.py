"""What a command was asked to read: a folder, perhaps at a git revision, and the letters that words name."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path

from tracker.errors import CollectionError, LetterError
from tracker.ledger import Index
from tracker.letters import read_letter
from tracker.letters.collection import SUFFIXES, find_letter
from tracker.model import Ledger, Letter


class Source:
    """A folder of letters as the command line names it, read once when it is first needed."""

    def __init__(
        self, folder: Path, as_of: dt.date | None = None, rev: str | None = None, strict: bool = False
    ) -> None:
        self.folder = folder
        self.as_of = as_of
        self.rev = rev
        self.strict = strict

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger of the folder. Raises CollectionError, HistoryError."""
        from tracker import pipeline

        ledger = pipeline.build_ledger(pipeline.open_collection(self.folder, self.rev), self.as_of)
        if self.strict and ledger.refused:
            first = ledger.refused[0]
            raise CollectionError(
                f"{len(ledger.refused)} of the files cannot be read, first {first.path}: {first.reason}"
            )
        return ledger

    @cached_property
    def index(self) -> Index:
        """The ledger with its parts at hand by id."""
        return Index(self.ledger)

    def find(self, words: str) -> Letter:
        """The letter that an id, a unique part of it, a year or a path names. Raises UnknownLetterError."""
        path, folder = Path(words).resolve(), self.folder.resolve()
        inside = path.is_file() and path.is_relative_to(folder)
        return find_letter(self.ledger.letters, path.relative_to(folder).as_posix() if inside else words)


def default_folder() -> Path:
    """The current folder if it holds letters, else ./seeds."""
    here = Path()
    holds_letters = any(path.suffix.lower() in SUFFIXES for path in here.iterdir())
    return here if holds_letters or (here / "letters.toml").is_file() else here / "seeds"


def read_file(path: Path) -> Letter:
    """One letter, by itself. Raises LetterError."""
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise LetterError(f"{path} cannot be read ({fault.strerror}); name a file with one letter.") from fault
    return read_letter(path.name, data)
