"""The gate: which findings of an audit make it say no, and which of them an earlier audit knew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from tracker.errors import CollectionError
from tracker.i18n.catalog import gettext
from tracker.i18n.message import Message, first_of, message
from tracker.model import Refusal
from tracker.statuses import GATES
from tracker.storage.bounded_read import read_bounded
from tracker.views.audit import KIND
from tracker.views.sheet import ReportView, ThreadEntry

LARGEST = 50 << 20
"""Bytes of a saved audit."""


class BaselineState(StrEnum):
    """A finding beside those of an earlier audit, in the words of SARIF."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    ABSENT = "absent"


class Finding(Struct, frozen=True):
    """One entry of a finding block; of an absent one the entry is that of the earlier audit."""

    key: str
    entry: ThreadEntry
    standing: BaselineState


class _Known(Struct, frozen=True):
    """What an earlier audit in JSON is read as."""

    schema: Literal["sheets/1"]
    sheets: tuple[ReportView, ...]


def findings(sheet: ReportView, baseline: ReportView | None = None) -> tuple[Finding, ...]:
    """The findings of an audit, then those that only the baseline has."""
    known = {(key, row.thread): row for key, row in _entries(baseline)} if baseline else {}
    here = [(key, row) for key, row in _entries(sheet)]
    found = [Finding(key, row, _standing(row, known.get((key, row.thread)))) for key, row in here]
    present = {(key, row.thread) for key, row in here}
    gone = [Finding(key, row, BaselineState.ABSENT) for (key, id_), row in known.items() if (key, id_) not in present]
    return (*found, *gone)


def since_edition(found: Collection[Finding]) -> tuple[str, ...]:
    """How many findings came and went since an earlier audit, each promise counted once."""
    more, done = (
        len({row.entry.thread for row in found if row.standing is state})
        for state in (BaselineState.NEW, BaselineState.ABSENT)
    )
    return (gettext("audit.since-edition", more=more, done=done),)


def complaint(found: Collection[Finding], keys: Collection[str]) -> Message | None:
    """Why the gate says no, in one sentence; None where it says yes."""
    numbers = tally(found, keys)
    return message("audit.complaint", numbers=numbers) if numbers else None


def unchecked(refused: Collection[Refusal]) -> Message | None:
    """Why the gate cannot say yes, in one sentence: files that nobody read; None where there are none."""
    if not refused:
        return None
    return message("audit.unchecked", files=first_of((row.path for row in refused), 3))


def tally(found: Collection[Finding], keys: Collection[str]) -> str:
    """How many findings of these kinds are new or updated ("1 slipped, 2 lapsed"), "" where none is."""
    against = [row for row in found if row.key in keys and row.standing in {BaselineState.NEW, BaselineState.UPDATED}]
    numbers = ((key, sum(row.key == key for row in against)) for key in GATES)
    return ", ".join(gettext(f"finding.count.{key}", number=number) for key, number in numbers if number)


def read_baseline(path: Path) -> ReportView:
    """An audit that was saved with --format json. Raises CollectionError."""
    try:
        sheets = msgspec.json.decode(read_bounded(path, LARGEST), type=_Known).sheets
    except (OSError, ValueError, RecursionError) as fault:
        raise CollectionError("audit.no-baseline", path=path) from fault
    sheet = sheets[0] if len(sheets) == 1 else None
    if sheet is None or sheet.kind != KIND:
        raise CollectionError("audit.no-baseline", path=path)
    return sheet


def _entries(sheet: ReportView) -> Iterator[tuple[str, ThreadEntry]]:
    """Every finding with its kind, kind by kind; a promise that stands in one block may be of several kinds."""
    rows = [row for block in sheet.blocks for row in block.entries]
    return ((key, row) for key in GATES for row in rows if key in _kinds(row))


def _kinds(row: ThreadEntry) -> set[str]:
    """What a gate may hold against a promise: its status, that its deadline moved, that it was met late."""
    return {str(row.status)} | ({"slipped"} if row.moves else set()) | ({"late"} if row.late else set())


def _standing(row: ThreadEntry, known: ThreadEntry | None) -> BaselineState:
    """An entry is updated when its deadline moved, or passed, again."""
    if known is None:
        return BaselineState.NEW
    return BaselineState.UNCHANGED if _state(row) == _state(known) else BaselineState.UPDATED


def _state(row: ThreadEntry) -> tuple[dt.date | None, int, int]:
    return row.due, row.moves, row.days
