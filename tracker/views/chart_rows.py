"""What the charts of a sheet draw, a row each."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from tracker.model import Status


class ViewLine(Struct, frozen=True):
    """A promise in the milestone trend: on each day that it was reported, the day that it was promised for."""

    thread: str
    title: str
    points: tuple[tuple[dt.date, dt.date], ...]
    extension: bool = False
    """Whether it is what is in force that gets more time, which is no slip."""
    adrift: bool = False
    """Whether its newest move names no new day."""
    letters: tuple[str, ...] = ()
    """The short name of the letter that told of each point."""


class Month(Struct, frozen=True):
    """How many open promises fall due in a month; `name` is its name in the language spoken."""

    first: dt.date
    name: str
    number: int


class Bar(Struct, frozen=True):
    """What became of the promises that one letter made first: how many have which status now."""

    letter: str
    numbers: tuple[tuple[Status, int], ...]


class Figure(Struct, frozen=True):
    """How many dated promises have a fate; `key` is that of the block in which they stand."""

    key: str
    number: int


class Share(Struct, frozen=True):
    """What became of the dated promises that one letter made first, as far as letters were to tell.

    `numbers` has how many count as what in the share of those kept, in the order of KeptShare, none left out.
    """

    letter: str
    numbers: tuple[Figure, ...]

    @property
    def number(self) -> int:
        """How many promises those are."""
        return sum(row.number for row in self.numbers)
