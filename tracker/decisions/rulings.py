"""Rulings given: the one service of the command line and of the terminal UI."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct

from tracker.decisions.file import record, withdraw_ruling
from tracker.decisions.ruling import Anchor, Decision, Ruling
from tracker.decisions.stale import sift
from tracker.decisions.toml_text import FILE_NAME
from tracker.errors import DecisionError
from tracker.model import Letter


class RulingService(Struct, frozen=True):
    """Where rulings on the letters of a folder are given and taken back."""

    folder: Path
    letters: Callable[[], Iterable[Letter]]
    """The letters as they are now; asked when a ruling is given."""

    def rule(self, ruling: Ruling, quotes: tuple[Anchor, ...], *, who: str, why: str, **values: Any) -> Decision:
        """Keep a ruling on quotes and give it; `values` are the other fields of a `Decision`.

        Raises DecisionError: no reason is given, a quote does not stand in its letter, or the ruling or the file has
        faults.
        """
        if not why.strip():
            raise DecisionError("decide.no-why")
        decision = Decision(ruling=ruling, who=who, when=dt.datetime.now(dt.UTC), why=why, quotes=quotes, **values)
        _, stale = sift([decision], self.letters())
        if stale:
            raise DecisionError("decide.stale", reason=stale[0].reason)
        record(self.folder / FILE_NAME, decision)
        return decision

    def take_back(self, decision: Decision) -> None:
        """Take a ruling out of the file. Raises DecisionError: it is not there any more, or the file has faults."""
        withdraw_ruling(self.folder / FILE_NAME, decision)
