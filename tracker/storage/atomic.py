"""Files that stand whole or not at all: written beside their place under a hidden name, then put there at once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import CollectionError


def write_new(path: Path, text: str) -> None:
    """Write a file that must not be there yet: all of it, or nothing. Raises CollectionError."""
    try:
        with _draft(path, text.encode(), durable=True) as draft:
            os.link(draft, path)
    except FileExistsError as fault:
        raise CollectionError("write.exists", path=path) from fault
    except OSError as fault:
        raise CollectionError("write.unwritable", path=path, cause=fault.strerror) from fault


def write_over(path: Path, text: str | bytes, *, durable: bool = True) -> None:
    """Write a file in the place of what is there, if anything: all of it, or nothing; its mode stays. Raises OSError.

    With `durable` it is on the disk when this returns; without, a crash of the machine may lose or empty it.
    """
    data = text.encode() if isinstance(text, str) else text
    with _draft(path, data, durable=durable) as draft:
        if path.is_file():
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        draft.replace(path)


@contextmanager
def _draft(path: Path, data: bytes, *, durable: bool) -> Iterator[Path]:
    """The data in a file of its own in the same folder, which is gone afterwards if it was not put into its place."""
    draft = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        with draft.open("xb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        yield draft
    finally:
        draft.unlink(missing_ok=True)
