"""The rest of a path that is being typed, as far as there is one way to go on."""

from __future__ import annotations

import os
from pathlib import Path

from textual.suggester import Suggester


class PathSuggester(Suggester):
    """Completes the name of the folder or file that is typed to the first that begins so."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The whole path, a folder with its slash; None where nothing begins so."""
        return completed(value)


def completed(typed: str) -> str | None:
    """The first path in order of names that begins as typed and goes on; hidden ones only where a dot is typed."""
    head, slash, start = typed.rpartition("/")
    folder = Path(f"{head}{slash}" or ".").expanduser()
    try:
        with os.scandir(folder) as found:
            names = sorted((row.name, row.is_dir()) for row in found if row.name.startswith(start))
    except OSError:
        return None
    for name, is_folder in names:
        if name != start and (start.startswith(".") or not name.startswith(".")):
            return f"{head}{slash}{name}{'/' if is_folder else ''}"
    return None
