"""What a writer of rulings does, alone or beside others."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tracker.decisions.file import record
from tracker.decisions.ruling import Decision, Ruling, anchor


def ruling(value: str) -> Decision:
    """A ruling to keep."""
    now = dt.datetime(2024, 7, 1, 12, tzinfo=dt.UTC)
    quotes = (anchor("brief", "Wij komen."),)
    return Decision(ruling=Ruling.NOTE, who="A", when=now, why="w", quotes=quotes, value=value)


def write_rulings(path: Path, name: str, number: int) -> None:
    """Keep so many rulings; it prints each that it was told is kept."""
    for at in range(number):
        record(path, ruling(f"{name}-{at}"))
        print(f"{name}-{at}", flush=True)
