"""Rulings from the screens: what the analyst wishes to be kept about a thread or a statement."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.model import Statement
from tui.labels import Labels

if TYPE_CHECKING:
    from tracker.decisions.rulings import RulingService


class Wish(Struct, frozen=True):
    """A ruling before it has a name and a time: what, on which statements, and why; the rest as in a Decision."""

    ruling: Ruling
    rows: tuple[Statement, ...]
    why: str
    value: str = ""
    start: dt.date | None = None
    end: dt.date | None = None


def keep_ruling(service: RulingService, who: str, wish: Wish) -> Decision:
    """Keep the ruling that is wished for and give it. Raises DecisionError."""
    quotes = tuple(anchor(row.letter, row.quote) for row in wish.rows)
    dates = {"start": wish.start, "end": wish.end}
    return service.rule(wish.ruling, quotes, who=who, why=wish.why, value=wish.value, **dates)


def ruling_words(ruling: Ruling, value: str, labels: Labels) -> str:
    """What a ruling says, in words: "status: dropped"."""
    table = {Ruling.STATUS: "status", Ruling.SLIP: "slip_is"}.get(ruling, "")
    name, told = labels(f"ruled.{ruling}"), labels(f"{table}.{value}") if labels.has(f"{table}.{value}") else value
    return f"{name}: {told}" if told else name
