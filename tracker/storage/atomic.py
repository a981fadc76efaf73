"""Files that stand whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from tracker.errors import CollectionError


def write_new(path: Path, text: str) -> None:
    """Write a file that must not be there yet: all of it, or nothing. Raises CollectionError."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError as fault:
        raise CollectionError(f"{path} is there already; edit it, or move it away first.") from fault
    except OSError as fault:
        raise CollectionError(f"{path} cannot be written ({fault.strerror}); name a folder that may be.") from fault
    finally:
        draft.unlink(missing_ok=True)


def write_over(path: Path, text: str | bytes) -> None:
    """Write a file in the place of what is there, if anything: all of it, or nothing. Raises OSError."""
    data = text.encode() if isinstance(text, str) else text
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
