"""A collection as it is found, and the rulings beside it: what a ledger that is remembered is known by."""

from __future__ import annotations

from pathlib import Path

from tracker.decisions.ruling import Decision
from tracker.decisions.toml_text import read_decisions
from tracker.documents.collection import load_collection
from tracker.model import Collection


def open_collection(folder: Path, rev: str | None = None) -> Collection:
    """The letters of a folder: as they are on disk, or as they stood at a git revision.

    Raises CollectionError or HistoryError.
    """
    if rev is None:
        return load_collection(folder)
    from tracker.git.history import collection_at
    from tracker.git.repository import repository_of

    root, inside = repository_of(folder)
    return collection_at(root, rev, inside)


def rulings_of(collection: Collection) -> tuple[Decision, ...]:
    """The analysts' rulings beside the letters, in the order that they were given. Raises DecisionError."""
    return read_decisions(collection.decisions) if collection.decisions else ()
