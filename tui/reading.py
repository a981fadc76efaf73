"""The one door to the tracker: a folder → its study, from the cache where nothing changed since; its letters, anew."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tracker.model import Collection, Ledger, Letter
from tracker.storage.cache import remembered
from tracker.storage.made_of import made_of
from tui.view_model import Study


class Scope(Struct, frozen=True):
    """What is studied: the letters of a folder, as of a day or at a git revision, all of them or some."""

    folder: Path
    as_of: dt.date | None = None
    rev: str | None = None
    strict: bool = False
    """Whether a file that cannot be read makes the whole collection refused."""
    only: tuple[str, ...] = ()
    """The ids of the letters that count; none for all."""


def read_study(scope: Scope) -> Study:
    """The study of a scope. Raises CollectionError, DecisionError, HistoryError."""
    from tracker import pipeline
    from tracker.decisions.apply import sift

    collection = pipeline.open_collection(scope.folder, scope.rev)
    about = ("ledger", *made_of(collection), str(scope.as_of or ""), *scope.only)
    ledger = remembered(Ledger, about, lambda: _judged(collection, scope))
    if scope.strict and ledger.refused:
        _refuse(ledger)
    rulings = pipeline.rulings_of(collection)
    _, stale = sift(rulings, ledger.letters)
    return Study(ledger, rulings, stale)


def _judged(collection: Collection, scope: Scope) -> Ledger:
    """The ledger of all letters, or of those that count alone."""
    from tracker import pipeline
    from tracker.documents import read_collection

    if not scope.only:
        return pipeline.build_ledger(collection, scope.as_of)
    reading = read_collection(collection)
    kept = replace(reading, letters=tuple(letter for letter in reading.letters if letter.id in scope.only))
    rulings, correction = pipeline.rulings_of(collection), pipeline.correction_of(collection)
    ledger = pipeline.judge_reading(kept, collection.name, scope.as_of, rulings, correction)
    return pipeline.with_register(ledger, collection)


def _refuse(ledger: Ledger) -> None:
    from tracker.errors import CollectionError
    from tracker.i18n.catalog import text_of

    first = ledger.refused[0]
    raise CollectionError("collection.strict", path=first.path, reason=text_of(first.reason).rstrip("."))


def letters_of(folder: Path) -> tuple[Letter, ...]:
    """The letters of a folder as they are now. Raises CollectionError."""
    from tracker import pipeline
    from tracker.documents import read_collection

    return read_collection(pipeline.open_collection(folder)).letters


def who_signs(folder: Path) -> str:
    """The name that git signs with in a folder, "" where it knows none."""
    from tracker.git.repository import identity

    return identity(folder.resolve()) or ""
