"""The last known deadline of each promised act, letter by letter: what a later statement is compared with."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tracker.model import AnyStatement, Deadline


class Standing(Struct, frozen=True):
    """A deadline, and the statement that set it."""

    by: AnyStatement
    deadline: Deadline


class StandingDeadlines:
    """Which deadlines each act had; statements that take up an earlier one belong to its act."""

    def __init__(self) -> None:
        self._act: dict[str, str] = {}
        self._set: dict[str, list[Standing]] = {}

    def take_up(self, row: AnyStatement, earlier: AnyStatement | None) -> None:
        """Add a statement to the act of an earlier one; without one it begins an act."""
        self._act[row.id] = self._act.get(earlier.id, earlier.id) if earlier is not None else row.id

    def set(self, row: AnyStatement, deadline: Deadline) -> None:
        """A statement sets the deadline of its act."""
        self._set.setdefault(self._act[row.id], []).append(Standing(row, deadline))

    def before(self, row: AnyStatement) -> Standing | None:
        """What stood when a statement was written: the latest end that the last letter before its own named."""
        known = self.known_before(row)
        last = [one for one in known if one.by.letter == known[-1].by.letter]
        return max(last, key=lambda one: (one.deadline.end is not None, one.deadline.end), default=None)

    def known_before(self, row: AnyStatement) -> Sequence[Standing]:
        """All that letters before that of a statement said of its act, in order."""
        return [one for one in self._set.get(self._act[row.id], ()) if one.by.letter != row.letter]
