"""A folder of papers is opened for one round at a time, and what a round before left half done in it is tidied up."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.errors import CollectionError
from tracker.sources.fetch_state import KEPT
from tracker.sources.holdings import Holdings
from tracker.sources.manifest_file import alone
from tracker.text.system_fault import system_fault

_DRAFT = re.compile(r"\.[\w.-]+\.\d+-[0-9a-f]{8}\.new")


@contextmanager
def opened(folder: Path) -> Iterator[Holdings]:
    """The papers of a folder, which is made where it is not there, for one round at a time.

    Raises CollectionError: another round is under way there, the folder cannot be written, letters.toml is faulty.
    """
    kept, made = folder / KEPT, not folder.exists()
    try:
        if os.path.lexists(kept) and (kept.is_symlink() or not kept.is_dir()):
            raise CollectionError("source.odd-folder", path=kept)
        kept.mkdir(parents=True, exist_ok=True)
        with alone(kept):
            for path in (*folder.glob(".*.new"), *kept.glob(".*.new")):
                if _DRAFT.fullmatch(path.name):
                    path.unlink(missing_ok=True)
            _finish(Holdings(folder))
            yield Holdings(folder)
    except OSError as fault:
        raise CollectionError("write.unwritable", path=folder, cause=system_fault(fault)) from fault
    finally:
        with suppress(OSError):  # what holds nothing is left as little as it was found
            kept.rmdir()
            if made:
                folder.rmdir()


def _finish(holdings: Holdings) -> None:
    """Take a file that a round wrote and was stopped before it told of it for what it is: ours.

    Of a letter that letters.toml speaks of it says so; else the file goes, for the letter comes again.
    """
    state, path = holdings.memory.state, holdings.half_told()
    if not state.writing:
        return
    found = next((row for row in holdings.stated.entries.items() if row[1].path == path and row[1].sha256), None)
    if path and found is None:
        (holdings.folder / path).unlink()
    elif found and found[1].sha256 != state.written:
        holdings.stated.correct(found[0], {"sha256": state.written})
    state.writing = state.written = ""
    holdings.memory.save()
