"""What a command was asked to read: a folder, perhaps at a git revision, and the letters that words name."""

from __future__ import annotations

import datetime as dt
import errno
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.documents.collection import find_letter, language_of, load_collection, named_like_letter
from tracker.documents.limits import DEFAULT
from tracker.documents.manifest import MANIFEST, parse_manifest
from tracker.errors import CollectionError, LetterError
from tracker.i18n.catalog import text_of
from tracker.language.pack import use
from tracker.ledger.ledger_cache import judged_once, ledger_once, of_letters
from tracker.ledger.queries import Index
from tracker.model import Collection, Ledger, Letter
from tracker.open_collection import rulings_of
from tracker.storage.bounded_read import read_bounded
from tracker.text.system_fault import system_fault

if TYPE_CHECKING:
    from tracker.documents.read import ReadResult
    from tracker.ledger.rejudging import Judged
    from tracker.linking.linker import IncrementalLinker
    from tracker.sources.register import Register


class CollectionSource:
    """A folder of letters as the command line names it, read once when it is first needed."""

    def __init__(
        self, folder: Path, as_of: dt.date | None = None, rev: str | None = None, strict: bool = False
    ) -> None:
        self.folder = folder
        self.as_of = as_of
        self.rev = rev
        self.strict = strict

    @cached_property
    def collection(self) -> Collection:
        """The letters of the folder as bytes. Raises CollectionError, HistoryError."""
        if self.rev is None:
            return load_collection(self.folder)
        from tracker.pipeline import open_collection

        return open_collection(self.folder, self.rev)

    @cached_property
    def language(self) -> str:
        """The code of the language that the letters are read in. Raises CollectionError, HistoryError."""
        return parse_manifest(self.collection.manifest or "").language if self.rev else language_of(self.folder)

    @cached_property
    def reading(self) -> ReadResult:
        """The letters of the folder as read. Raises CollectionError, HistoryError."""
        from tracker.documents.read import read_collection

        reading = read_collection(self.collection)
        if reading.refused and (self.strict or not reading.letters):
            first = reading.refused[0]
            raise CollectionError("collection.strict", path=first.path, reason=text_of(first.reason).rstrip("."))
        return reading

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """The letters up to the day asked for. Raises CollectionError where there is none."""
        from tracker.pipeline import up_to

        letters = up_to(self.reading.letters, self.as_of)
        if not letters:
            raise CollectionError("collection.none-before", folder=self.folder, day=self.as_of)
        return letters

    @cached_property
    def ledger(self) -> Ledger:
        """What the letters promise and what became of it, remembered as a whole where no file was refused.

        What is refused may be read the next time, and what is strict asks for the reading. Raises DecisionError.
        """
        return self._with_links(whole=True)

    def _with_links(self, *, whole: bool) -> Ledger:
        if self.strict:
            return self._judged(whole=whole).ledger
        of, rulings = of_letters(self.collection, self.as_of), rulings_of(self.collection)
        ledger = ledger_once(of, rulings, lambda: self._judged(whole=whole), whole=whole)
        use(self.language)
        return ledger

    @cached_property
    def ledger_without_links(self) -> Ledger:
        """The same without the links of its threads, which no screen shows, and of which a long series has very many.

        Raises DecisionError.
        """
        if self.strict:
            return self._judged(whole=False).ledger
        of = of_letters(self.collection, self.as_of)
        judged = judged_once(of, rulings_of(self.collection), lambda: self._judged(whole=False))
        use(self.language)
        return judged.ledger

    def _judged(self, *, whole: bool) -> Judged:
        from tracker.pipeline import judge_read

        assert self.letters  # noqa: S101 - raises where no letter is from that day or before
        return judge_read(self.reading, self.collection, self.collection.name, self.as_of, whole=whole)

    @cached_property
    def register(self) -> Register | None:
        """What parliament's register says of promises, None where it was not fetched. Raises CollectionError."""
        from tracker.pipeline import register_of

        return register_of(self.collection)

    @cached_property
    def linker(self) -> IncrementalLinker:
        """The linker after it has taken all letters."""
        from tracker.pipeline import correction_of, linker_of

        return linker_of(self.ledger_without_links, correction_of(self.collection))

    @cached_property
    def index(self) -> Index:
        """The ledger with its parts at hand by id, but for the links of its threads."""
        return Index(self.ledger_without_links)

    @cached_property
    def linked(self) -> Index:
        """The same with the links of its threads, not all with their evidence."""
        return Index(self._with_links(whole=False))

    def find(self, words: str) -> Letter:
        """The letter that an id, a unique part of it, a year or a path names.

        Raises UnknownLetterError, or LetterError where the file of that name could not be read.
        """
        path, folder = Path(words).resolve(), self.folder.resolve()
        inside = path.is_file() and path.is_relative_to(folder)
        name = path.relative_to(folder).as_posix() if inside else words
        for refusal in self.reading.refused:
            if name in (refusal.path, Path(refusal.path).name):
                raise LetterError("collection.letter-unreadable", path=refusal.path, reason=refusal.reason)
        return find_letter(self.letters, name)


def default_folder() -> Path:
    """The current folder if it holds letters, else ./seeds."""
    here = Path()
    holds_letters = any(named_like_letter(path.name, scanned=False) for path in here.iterdir())
    return here if holds_letters or (here / MANIFEST).is_file() else here / "seeds"


def read_one(path: Path) -> Letter:
    """One letter, by itself, in the language of the letters beside it. Raises LetterError, CollectionError."""
    try:
        data = read_bounded(path, DEFAULT.size)
    except OSError as fault:
        if fault.errno == errno.EFBIG:
            raise LetterError("file.too-large", path=path, size=DEFAULT.size >> 20) from fault
        if not path.is_file():
            raise LetterError("file.none", path=path) from fault
        raise LetterError("file.unreadable", path=path, cause=system_fault(fault)) from fault
    from tracker.documents.read import read_letter

    use(language_of(path.parent))
    return read_letter(path.name, data)
