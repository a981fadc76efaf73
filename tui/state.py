"""Where the analyst was in a collection, kept between sessions: never needed, safe to delete."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2s
from pathlib import Path

import msgspec
from msgspec import Struct
from platformdirs import user_state_path

from tracker.ledger.deadlines import AHEAD
from tracker.storage.atomic import write_over


class ComparedPlace(Struct, omit_defaults=True):
    """Where one reads in two letters that are compared."""

    older: str
    newer: str
    top: str
    """The key of the block at the top of the view."""
    lines: int = 0
    """How many lines of that are above the view."""
    change: str = ""
    """The key of the change that is looked at."""
    folded: bool = True
    """Whether what did not change is folded."""


class State(Struct, omit_defaults=True):
    """The view, the filter and order of the overview, the thread under the cursor, the theme, who rules."""

    view: str = "overview"
    filter: str = ""
    order: str = "telling"
    thread: str = ""
    opened: tuple[str, ...] = ()
    """The thread whose page was open, the statement that was looked at there, the lines that one read below it, and the
    words that were looked for; () for none."""
    theme: str = ""
    letter: str = ""
    compared: tuple[str, ...] = ()
    """The two letters that were chosen to be compared; () for the newest two."""
    compared_at: ComparedPlace | None = None
    """Where the two letters that were compared last were read."""
    name: str = ""
    sought: str = ""
    """The words that were looked for in all letters."""
    window: int = AHEAD.days
    """How many days ahead something is told to fall due."""
    narrowed: dict[str, str] = {}
    """The words that were looked for in each list, or its filter, by view."""
    rows: dict[str, str] = {}
    """The row under the cursor of each list, by view."""
    counting: str = ""
    """The filter whose promises are counted."""
    places: dict[str, str] = {}
    """The passage at the top of each letter that was read last, by letter."""
    saved_in: str = ""
    """The folder in which something was saved last."""


def read_state(folder: Path) -> State:
    """What was kept for a collection, or the beginning."""
    try:
        return msgspec.json.decode(_file(folder).read_bytes(), type=State)
    except (OSError, msgspec.DecodeError):
        return State()


def keep_state(folder: Path, state: State) -> None:
    """Keep it; where that cannot be done it is done without."""
    path = _file(folder)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_over(path, msgspec.json.encode(state))


def _file(folder: Path) -> Path:
    name = blake2s(str(folder.resolve()).encode(errors="surrogateescape"), digest_size=8).hexdigest()
    return user_state_path("progress-letter-tracker") / "tui" / f"{name}.json"
