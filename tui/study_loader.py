"""The one door to the tracker: a folder → its study, from the cache where nothing changed since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tracker.decisions.ruling import Decision
from tracker.language.stored_words import for_a_moment
from tracker.ledger.ledger_cache import is_kept, judged_once, keep_judged, of_letters, without_links
from tracker.ledger.rejudging import Judged
from tracker.model import Collection, Ledger, Letter, Refusal
from tracker.storage.cache import keeps
from tracker.storage.isolated_process import run_isolated
from tui.lazy_modules import loaded
from tui.view_model import Study

if TYPE_CHECKING:
    from tracker.documents import ReadResult
    from tracker.incremental_ledger import IncrementalLedger


MANY = 8
"""Letters from which on another process judges them."""
STEP = 4
"""While letters are read for the first time, so many times as many are shown each time."""


class Scope(Struct, frozen=True):
    """What is studied: the letters of a folder, as of a day or at a git revision, all of them or some."""

    folder: Path
    as_of: dt.date | None = None
    rev: str | None = None
    strict: bool = False
    """Whether a file that cannot be read makes the whole collection refused."""
    only: tuple[str, ...] = ()
    """The ids of the letters that count; none for all."""


AskLedgerProcess = Callable[[Scope, Study, tuple[Decision, ...]], Study | None]
"""Who tells what other rulings make of a study; None where the letters have to be judged anew for that."""


def read_study(scope: Scope, known: Study | None = None, ledger_process: AskLedgerProcess | None = None) -> Study:
    """The study of a scope; from the one that is `known` where no more than rulings changed since.

    What rulings change beside verdicts the process of the ledger tells, if one is given.

    Raises CollectionError, DecisionError, HistoryError.
    """
    loaded("tracker.open_collection")
    from tracker import open_collection

    collection = open_collection.open_collection(scope.folder, scope.rev)
    rulings = open_collection.rulings_of(collection)
    of = _made_of(collection, scope)
    study = _ruled(scope, known, rulings, ledger_process) if known is not None and known.of == of else None
    if study is None:
        if _is_apart(collection) and not is_kept(of, rulings):
            list(run_isolated(_made_whole, scope))
        judged = judged_once(of, rulings, lambda: _judged(collection, scope, rulings))
        study = Study(judged, rulings, of)
    if scope.strict:
        _refuse(study.ledger.refused)
    return study


def check(scope: Scope) -> None:
    """What can never be shown is refused before a screen opens: no such revision, of a strict collection a bad file.

    Raises CollectionError, HistoryError.
    """
    loaded("tracker.open_collection")
    from tracker import open_collection
    from tracker.documents import read_collection

    collection = open_collection.open_collection(scope.folder, scope.rev)
    if scope.strict:
        _refuse(read_collection(collection).refused)


def _ruled(
    scope: Scope, known: Study, rulings: tuple[Decision, ...], ledger_process: AskLedgerProcess | None
) -> Study | None:
    """The same letters under other rulings; None where they have to be judged anew for that."""
    asked = ledger_process if not known.ledger.registered else None
    return known.ruled(rulings) or (asked(scope, known, rulings) if asked is not None else None)


def growing(scope: Scope) -> Iterator[Study]:
    """Studies of the letters read so far, ever more of them, while not all are known: as of ever later days.

    First one letter to be read, which promises nothing yet; the words that this took are let go of. Another process
    judges them, be they few: that takes five times the memory of all that is shown, which this one would hold.
    Raises CollectionError, DecisionError, HistoryError.
    """
    loaded("tracker.open_collection")
    from tracker import open_collection

    collection = open_collection.open_collection(scope.folder, scope.rev)
    rulings = open_collection.rulings_of(collection)
    if scope.strict or not keeps() or is_kept(_made_of(collection, scope), rulings):
        return
    with for_a_moment():
        first = _first(collection)
    if first is not None:
        yield Study(first, rulings, number=len(collection.files))
    for part in run_isolated(_made_by_parts, scope):
        yield Study(msgspec.msgpack.decode(part.judged, type=Judged), rulings, number=part.number)


def _first(collection: Collection) -> Judged | None:
    """The first of several letters, to be read while they are judged."""
    from tracker.documents import read_collection

    files = collection.files[:1] if len(collection.files) > 1 else ()
    for letter in read_collection(replace(collection, files=files)).letters if files else ():
        return Judged(Ledger(letter.anchor, (letter,), (), (), (), (), name=collection.name))
    return None


def _is_apart(collection: Collection) -> bool:
    """Whether letters are judged anew by another process: of many that takes more memory than to show them.

    That hands it over in the cache, and can be asked for again; the few are judged here.
    """
    return keeps() and len(collection.files) >= MANY


def _by_parts(collection: Collection, scope: Scope, rulings: tuple[Decision, ...]) -> Iterator[tuple[Judged, int]]:
    """What ever more letters say, up to all but the last ones, with the number of all."""
    loaded("tracker.pipeline")
    from tracker import pipeline

    reading, correction = _read(collection, scope), pipeline.correction_of(collection)
    days = [letter.anchor for letter in pipeline.up_to(reading.letters, scope.as_of) if letter.anchor]
    for day in dict.fromkeys(days[STEP**at - 1] for at in range(len(days).bit_length()) if STEP**at <= len(days)):
        if day < days[-1]:
            yield without_links(pipeline.judge_letters(reading, collection.name, day, rulings, correction)), len(days)


class _Part(NamedTuple):
    """What some letters say, as another process hands it over."""

    judged: bytes
    """Encoded: to unpickle so many values takes as much memory again, between which they stand for good."""
    number: int
    """How many letters there are."""


def _made_by_parts(scope: Scope) -> Iterator[_Part]:
    """In another process: what ever more letters say, then the cache has what all of them do."""
    from tracker import open_collection

    collection = open_collection.open_collection(scope.folder, scope.rev)
    for judged, number in _by_parts(collection, scope, open_collection.rulings_of(collection)):
        yield _Part(msgspec.msgpack.encode(judged), number)
    yield from _made_whole(scope)


def _made_whole(scope: Scope) -> Iterator[_Part]:
    """In another process: the cache has what all letters say."""
    from tracker import open_collection

    collection = open_collection.open_collection(scope.folder, scope.rev)
    rulings = open_collection.rulings_of(collection)
    of = _made_of(collection, scope)
    if not is_kept(of, rulings):
        keep_judged(of, rulings, _judged(collection, scope, rulings))
    yield from ()


def _judged(collection: Collection, scope: Scope, rulings: tuple[Decision, ...]) -> Judged:
    """What all letters say, or those that count alone."""
    loaded("tracker.pipeline")
    from tracker import pipeline

    return pipeline.judge_collection(_incremental(collection, scope), collection, rulings)


def _incremental(collection: Collection, scope: Scope) -> IncrementalLedger:
    """The letters, or those that count alone, to be judged."""
    from tracker.incremental_ledger import IncrementalLedger
    from tracker.pipeline import correction_of

    return IncrementalLedger(
        _read(collection, scope), collection.name, scope.as_of, correction_of(collection), whole=False
    )


class ReadLetters(NamedTuple):
    """Letters to be judged, and what they are made of."""

    incremental: IncrementalLedger
    of: tuple[str, ...]


def read_letters(scope: Scope) -> ReadLetters | None:
    """The letters of a scope, linked; None where more is made of them than verdicts: a register stands beside them.

    Raises CollectionError, DecisionError, HistoryError.
    """
    from tracker.open_collection import open_collection

    collection = open_collection(scope.folder, scope.rev)
    if collection.register is not None:
        return None
    incremental = _incremental(collection, scope)
    incremental.begin()
    return ReadLetters(incremental, _made_of(collection, scope))


def keep_shown(of: tuple[str, ...], rulings: tuple[Decision, ...], judged: Judged) -> None:
    """Keep for the next session what is shown of these letters under rulings."""
    if not judged.ledger.refused:  # what was refused may be read the next time
        keep_judged(of, rulings, judged)


def _read(collection: Collection, scope: Scope) -> ReadResult:
    """The letters, or those that count alone."""
    from tracker.documents import read_collection

    reading = read_collection(collection)
    kept = tuple(letter for letter in reading.letters if letter.id in scope.only)
    return replace(reading, letters=kept) if scope.only else reading


def _made_of(collection: Collection, scope: Scope) -> tuple[str, ...]:
    """What a study of a scope is made of, rulings aside."""
    return of_letters(collection, scope.as_of, scope.only)


def _refuse(refused: Sequence[Refusal]) -> None:
    from tracker.errors import CollectionError
    from tracker.i18n.catalog import text_of

    for first in refused:
        raise CollectionError("collection.strict", path=first.path, reason=text_of(first.reason).rstrip("."))


def letters_of(folder: Path, paths: Container[str]) -> tuple[Letter, ...]:
    """The letters of some files of a folder as they are now. Raises CollectionError."""
    from tracker.documents import load_collection, read_collection

    return read_collection(load_collection(folder, only=paths)).letters


def who_signs(folder: Path) -> str:
    """The name that git signs with in a folder, "" where it knows none."""
    from tracker.git.repository import identity

    return identity(folder.resolve()) or ""
