"""What was read from the pictures of a document's pages, kept beside the original in the cache.

It costs minutes, so no change of code makes it void. TRACKER_NO_CACHE=1 in the environment leaves it out.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from platformdirs import user_cache_path

from tracker.storage.atomic import write_over


def kept_layer(document: bytes) -> bytes | None:
    """What was kept for a document, None where nothing was."""
    entry = _entry(document)
    if entry is not None:
        with suppress(OSError):
            return entry.read_bytes()
    return None


def keep_layer(document: bytes, layer: bytes) -> bool:
    """Keep what was read from a document; whether that could be done."""
    entry = _entry(document)
    if entry is None:
        return False
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        write_over(entry, layer, durable=False)
    except OSError:
        return False
    return True


def _entry(document: bytes) -> Path | None:
    if os.environ.get("TRACKER_NO_CACHE"):
        return None
    name = blake2b(document, digest_size=20).hexdigest()
    return user_cache_path("progress-letter-tracker") / "ocr" / name
