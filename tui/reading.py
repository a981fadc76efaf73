"""The one door to the tracker: a folder → its study, from the cache where nothing changed since; its letters, anew."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tracker.model import Ledger, Letter
from tracker.storage.cache import digest, remembered
from tui.view_model import Study


def read_study(folder: Path, as_of: dt.date | None) -> Study:
    """The study of a folder as of a day. Raises CollectionError, DecisionError."""
    from tracker import pipeline

    collection = pipeline.open_collection(folder)
    about = ("ledger", digest(collection), str(as_of or ""))
    return Study(remembered(Ledger, about, lambda: pipeline.build_ledger(collection, as_of)))


def letters_of(folder: Path) -> tuple[Letter, ...]:
    """The letters of a folder as they are now. Raises CollectionError."""
    from tracker import pipeline
    from tracker.documents import read_collection

    return read_collection(pipeline.open_collection(folder)).letters


def who_signs(folder: Path) -> str:
    """The name that git signs with in a folder, "" where it knows none."""
    from tracker.git.history import identity

    return identity(folder.resolve()) or ""
