"""What a ledger is made of, as digests: where all of it is the same, so is the ledger."""

from __future__ import annotations

import os

from tracker.model import Collection
from tracker.storage.cache import digest
from tracker.storage.ocr_cache import kept_layer


def fingerprint(collection: Collection) -> tuple[str, ...]:
    """The files of a collection, what was read from their pictures, and what the environment sets for the tracker."""
    pictures = [kept_layer(file.data) for file in collection.files]
    set_here = {name: value for name, value in os.environ.items() if name.startswith("TRACKER_")}
    settings = sorted((os.fsencode(name), os.fsencode(value)) for name, value in set_here.items())
    return digest(collection), digest(pictures), digest(settings)
