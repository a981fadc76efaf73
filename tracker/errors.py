"""The tracker's one error type with its few kinds, and what each means for the exit code."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command line answers with."""

    DONE = 0
    GATE = 1
    USER = 2
    BUG = 3
    INTERRUPTED = 130


class TrackerError(Exception):
    """A fault that the user can mend; the message is one sentence with the remedy."""

    code = ExitCode.USER


class CollectionError(TrackerError):
    """The folder, its manifest or its decisions cannot be used."""


class LetterError(TrackerError):
    """A document cannot be read; the other letters of the collection still can."""


class UnknownLetterError(TrackerError):
    """The words given name no letter, or several."""


class HistoryError(TrackerError):
    """The git repository or revision asked for is not there."""


class DecisionError(TrackerError):
    """A ruling cannot be read, written or applied."""


class RulesetError(Exception):
    """The language data contradicts itself: our bug. Lists every fault with file and key."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults
