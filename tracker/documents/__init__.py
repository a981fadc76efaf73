"""Letters: bytes of any supported format → Letter."""

from __future__ import annotations

from tracker.documents.collection import find_letter, load_collection
from tracker.documents.manifest import ManifestEntry
from tracker.documents.read import ReadResult, read_collection, read_letter

__all__ = ["ManifestEntry", "ReadResult", "find_letter", "load_collection", "read_collection", "read_letter"]
