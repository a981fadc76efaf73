"""What was remembered and is not sound is told, once: it is made anew, which takes its time."""

from __future__ import annotations

import os
from pathlib import Path

_HERE = os.getpid()
_told: set[Path] = set()


def tell_corruption(path: Path) -> None:
    """Say on standard error that what a file remembered is not believed; the processes of `--jobs` leave it to this."""
    if path in _told or os.getpid() != _HERE:
        return
    _told.add(path)
    from tracker.i18n.catalog import text_of
    from tracker.i18n.message import message
    from tracker.text.escape import plain
    from tracker.text.standard_error import tell

    tell(f"tracker: {plain(text_of(message('cache.unsound', path=path)))}\n")
