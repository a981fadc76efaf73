"""Letters: bytes of any supported format → Letter."""

from __future__ import annotations

from tracker.letters.collection import find_letter, load_collection
from tracker.letters.manifest import Facts
from tracker.letters.reading import Reading, read_collection, read_letter

__all__ = ["Facts", "Reading", "find_letter", "load_collection", "read_collection", "read_letter"]
