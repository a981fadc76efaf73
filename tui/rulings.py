"""Rulings from the screens: what the analyst decided about a thread or a statement, as decisions to be kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct

from tracker.decisions.file import FILE_NAME, Decision, Ruling, anchor, record, withdraw
from tracker.errors import DecisionError
from tracker.model import Statement


class Wish(Struct, frozen=True):
    """A ruling before it has a name and a time: what, on which statements, and why; the rest as in a Decision."""

    ruling: Ruling
    rows: tuple[Statement, ...]
    why: str
    value: str = ""
    start: dt.date | None = None
    end: dt.date | None = None


class Desk(Struct, frozen=True):
    """Where rulings on a collection are given, and by whom."""

    folder: Path
    who: str

    def rule(self, wish: Wish) -> Decision:
        """Keep a ruling on the quotes of statements and give it. Raises DecisionError."""
        decision = Decision(
            ruling=wish.ruling,
            who=self.who,
            when=dt.datetime.now(dt.UTC).replace(microsecond=0),
            why=wish.why,
            quotes=tuple(anchor(row.letter, row.quote) for row in wish.rows),
            value=wish.value,
            start=wish.start,
            end=wish.end,
        )
        record(self.folder / FILE_NAME, decision)
        return decision

    def undo(self, decision: Decision) -> None:
        """Take a ruling back. Raises DecisionError: it is no longer there, or cannot be removed."""
        withdraw(self.folder / FILE_NAME, decision)


def read_deadline(text: str) -> tuple[str, dt.date | None, dt.date | None]:
    """What was typed as a deadline: a day, "start/end" (either may be left out), words without dates, or nothing.

    Raises DecisionError where it looks like dates and is none.
    """
    if not any(char.isdigit() for char in text):
        return text, None, None
    start, slash, end = text.partition("/")
    try:
        last = dt.date.fromisoformat(end if slash else start)
        first = dt.date.fromisoformat(start) if slash and start else None
    except ValueError:
        raise DecisionError("tui.no-deadline", words=text) from None
    return text, first, last
