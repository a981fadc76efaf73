"""What workers tell the app: they post these, and only handlers change what is seen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tracker.decisions.ruling import Decision
from tracker.errors import TrackerError
from tui.view_model import Study


@dataclass
class LedgerRead(Message):
    """The letters were read; everything on the screens follows from the study."""

    study: Study
    request: int
    """The request that it answers."""


@dataclass
class LedgerFailed(Message):
    """The letters cannot be read; the reason is one sentence with its remedy."""

    reason: str
    request: int
    fault: TrackerError | None = None
    """None where somebody stopped the reading."""


@dataclass
class LettersCounted(Message):
    """So many of so many letters are read."""

    done: int
    number: int


class FolderChanged(Message):
    """A file of the collection was added, changed or removed."""


@dataclass
class Ruled(Message):
    """A ruling was kept, or taken back."""

    decision: Decision
    undone: bool = False
    known: Study | None = None
    """What was shown then."""
    study: Study | None = None
    """The same under the rulings of now; None where the letters have to be judged anew for that."""


@dataclass
class RulingFailed(Message):
    """A ruling could not be kept; the reason is one sentence with its remedy."""

    reason: str
