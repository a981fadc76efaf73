"""The rest of a path that is being typed, as far as there is one way to go on."""

from __future__ import annotations

import os
from pathlib import Path


def completed(typed: str) -> tuple[str, ...]:
    """The first path in order of names that begins as typed and goes on, if any; hidden ones only after a dot."""
    head, slash, start = typed.rpartition("/")
    folder = Path(f"{head}{slash}" or ".").expanduser()
    try:
        with os.scandir(folder) as found:
            names = sorted((row.name, row.is_dir()) for row in found if row.name.startswith(start))
    except OSError:
        return ()
    for name, is_folder in names:
        if name != start and (start.startswith(".") or not name.startswith(".")):
            return (f"{head}{slash}{name}{'/' if is_folder else ''}",)
    return ()
