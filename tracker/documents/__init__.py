"""Letters: bytes of any supported format → Letter. What reads them is loaded where one of these names is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.documents.collection import find_letter, load_collection
    from tracker.documents.manifest import ManifestEntry
    from tracker.documents.read import ReadResult, read_collection, read_letter

__all__ = ["ManifestEntry", "ReadResult", "find_letter", "load_collection", "read_collection", "read_letter"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    from tracker.documents import collection, manifest, read

    return next(getattr(module, name) for module in (collection, manifest, read) if hasattr(module, name))
