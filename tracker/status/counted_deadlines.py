"""Statements with the last days that their threads counted for them: "met anderhalf jaar verlengd" names no day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeVar

from msgspec.structs import replace

from tracker.extraction import Statements
from tracker.model import Commitment, Deadline, Precision, StatusReport, Thread
from tracker.temporal.interval import edtf

Stated = TypeVar("Stated", Commitment, StatusReport)


def with_counted_ends(
    commitments: Iterable[Commitment],
    reports: Iterable[StatusReport],
    threads: Iterable[Thread],
    before: Iterable[Thread] = (),
) -> Statements:
    """The statements; one without a (new) deadline of its own has the one, without words, that its step counted.

    What threads counted for them `before` is theirs no longer.
    """
    now, then = _counted(threads), _counted(before)
    return (
        tuple(_dated(row, "deadline", now, then) for row in commitments),
        tuple(_dated(row, "new_deadline", now, then) for row in reports),
    )


def _counted(threads: Iterable[Thread]) -> dict[str, Deadline]:
    """The deadline that its step counted, by statement."""
    return {
        step.ref: Deadline("", None, step.new_end, edtf(None, step.new_end), Precision.DAY)
        for thread in threads
        for step in thread.members
        if step.new_end is not None
    }


def _dated(
    row: Stated, name: Literal["deadline", "new_deadline"], now: dict[str, Deadline], then: dict[str, Deadline]
) -> Stated:
    known: Deadline | None = getattr(row, name)
    own = None if known == then.get(row.id) else known
    found = own or now.get(row.id)
    return row if found == known else replace(row, **{name: found})
