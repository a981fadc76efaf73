"""A list of promises that a council or parliament published, as promises of a register.

What a list does not say surely is said to be unclear, by which nobody is accused and nothing is held to be met.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from tracker.errors import LetterError
from tracker.sources.list_columns import (
    Stand,
    bare,
    below_of,
    day_in,
    done_of,
    fields_of,
    list_words,
    stand_of,
    unread_columns,
)
from tracker.sources.list_tables import ListFile, ListRow
from tracker.sources.register import Registered, beside
from tracker.sources.services import Parliament
from tracker.text.normalize import one_space

_HEAD = 40
"""Rows in which the head of a list is looked for: titles and remarks stand above it. By judgement."""
_LEAST = 3
"""Figures of a number that is not that of a row, which another stands under in the next list; by judgement."""
_NAMELESS = 8
"""Signs of the digest by which a promise without a number is known."""


class ReadList(Struct, frozen=True):
    """The promises of a list, and how many of its rows are none, or say nothing."""

    promises: tuple[Registered, ...]
    left: int = 0


def promises_in(service: Parliament, file: ListFile, until: dt.date) -> ReadList:
    """The promises of a list as of a day, by number. Raises LetterError: it has no table or facts of promises."""
    readings = ([row for table in tables for row in _of_table(service, table, until)] for tables in file.readings)
    rows = max(readings, key=len, default=[]) or list(_of_facts(service, file.lines))
    known: dict[str, Registered] = {}
    for row in rows:
        if row is not None:
            other = known.get(row.number)
            same = other is not None and (other.text, other.status) == (row.text, row.status)
            known[row.number] = row if same else beside(row, other)
    if not known:
        raise LetterError("list.none")
    return ReadList(tuple(known[number] for number in sorted(known)), sum(row is None for row in rows))


def rows_above(table: Sequence[ListRow]) -> Sequence[ListRow]:
    """What stands above the head of a list, nothing where a table is none."""
    return table[: _head(table) or 0]


def lines_above(lines: Sequence[str]) -> Iterator[str]:
    """The lines above the first promise of a page that lists facts."""
    labels = list_words()["labels"]
    known = (labels["title"], *labels["number"])
    return takewhile(lambda line: not bare(line).startswith(known), lines[:_HEAD])


def _head(table: Sequence[ListRow]) -> int | None:
    """The place of the row that heads the columns of a list."""
    return next((at for at, row in enumerate(table[:_HEAD]) if fields_of(row)), None)


def _of_table(service: Parliament, table: Sequence[ListRow], until: dt.date) -> Iterator[Registered | None]:
    """The promises of a table, None for each row of another kind."""
    at = _head(table)
    if at is None:
        return
    read = _Rows(service, table[at], until)
    for row in rows_above(table):
        read.below = below_of(" ".join(row)) or read.below
    kinds = {read.kind(row) for row in table[at + 1 :]}.intersection(list_words()["promise"])
    for row in table[at + 1 :]:
        if row == table[at] or not any(row):
            continue
        if sum(map(bool, row)) == 1:
            read.below = below_of("".join(row)) or read.below
        else:
            yield read.promise(row) if not kinds or read.kind(row) in list_words()["promise"] else None


class _Rows:
    """How the rows of a table are read as of a day, by its head and by what stands above them."""

    def __init__(self, service: Parliament, head: ListRow, until: dt.date) -> None:
        self._service, self._head, self._until = service, head, until
        self._columns = fields_of(head)
        self._unread = unread_columns(head)
        self.below = Stand()
        """How what stands below the last heading stands."""

    def kind(self, row: ListRow) -> str:
        """What a row is said to be, "" where no column says so."""
        return bare(_cell(row, self._columns.get("kind", ())))

    def promise(self, row: ListRow) -> Registered | None:
        """The promise of a row, None where it tells of none."""
        said = {field: _cell(row, places) for field, places in self._columns.items()}
        told = (said.get("text", ""), said.get("subject", ""))
        text = next(filter(None, told), "")
        if not text or any(map(_is_motion, (*told, said.get("kind", "")))):
            return None
        stand = self._stand(row)
        return Registered(
            number=_number(said.get("number", ""), text),
            text=text,
            status=stand.status,
            met=stand.met,
            by=(said["by"],) if stand.met and said.get("by") else (),
            made=day_in(said.get("made", "")),
            ministry=said.get("ministry", ""),
            unclear=stand.unclear,
            closed=stand.closed,
            unread=tuple(head for at, head in self._unread.items() if _cell(row, (at,))),
        )

    def _stand(self, row: ListRow) -> Stand:
        """How the promise of a row stands: by its status and by what says that it was met, else by what is above it.

        Where two of these are at odds, nobody knows.
        """
        cells = dict(enumerate(row))
        told = [stand_of(self._service, cells[at]) for at in self._columns.get("status", ()) if cells.get(at)]
        done = ((self._head[at], cells.get(at, "")) for at in self._columns.get("done", ()))
        told = [*told, *(done_of(head, cell, self._until) for head, cell in done)] or [self.below]
        words = "; ".join(dict.fromkeys(one.status for one in told if one.status))
        agree = len({(one.met, one.unclear) for one in told}) == 1
        return replace(told[0], status=words) if agree else Stand(words)


def _is_motion(words: str) -> bool:
    return any(f"{bare(words)} ".startswith(f"{one} ") for one in list_words()["motion"])


def _cell(row: ListRow, places: Sequence[int]) -> str:
    """What a row has in the first of some columns that is filled."""
    return next((one_space(row[at]) for at in places if at < len(row) and row[at].strip()), "")


def _number(number: str, text: str) -> str:
    """The number of a promise; where a list has none, or counts its rows, what is the same for the same words."""
    if any(map(str.isdigit, number)) and not (number.isdecimal() and len(number) < _LEAST):
        return number
    return f"x-{hashlib.sha256(bare(text).encode()).hexdigest()[:_NAMELESS]}"


def _of_facts(service: Parliament, lines: Sequence[str]) -> Iterator[Registered | None]:
    """The promises of a page that lists the facts of each one below the other, after its title and its words."""
    labels = list_words()["labels"]
    places = [at for at, line in enumerate(lines) if _fact(line, labels["number"])]
    for at, after in zip(places, (*places[1:], len(lines)), strict=False):
        number = _fact(lines[at], labels["number"])
        title = next((place for place in range(at - 1, -1, -1) if number in lines[place]), None)
        if title is None or not bare(lines[title]).startswith(labels["title"]):
            yield None
            continue
        every = [name for one in labels.values() if isinstance(one, list) for name in one]
        said = " ".join(line for line in lines[title + 1 : at] if line and not _fact(f"{line} ", every, bare_too=True))
        facts = {
            name: next(filter(None, (_fact(line, labels[name]) for line in lines[at:after])), "")
            for name in ("status", "made", "ministry")
        }
        stand = stand_of(service, facts["status"])
        yield Registered(
            number=number,
            text=said or lines[title],
            status=stand.status,
            met=stand.met,
            made=day_in(facts["made"]),
            ministry=facts["ministry"],
            unclear=stand.unclear,
            closed=stand.closed,
            unread=tuple(one for one in labels["telling"] if any(_fact(line, (one,)) for line in lines[at:after])),
        )


def _fact(line: str, labels: Sequence[str], *, bare_too: bool = False) -> str:
    """What a line says after one of some labels, "" where it begins with none."""
    low = line.casefold().lstrip("|*- ")
    label = next((one for one in labels if low.startswith(one) and not low[len(one) : len(one) + 1].isalnum()), None)
    if label is None:
        return ""
    said = line.lstrip("|*- ")[len(label) :].strip(" |:\t*")
    return said or ("-" if bare_too else "")
