"""Statements with the last days that their threads counted for them: "met anderhalf jaar verlengd" names no day."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from tracker.extraction import Statements
from tracker.model import Commitment, Deadline, Precision, StatusReport, Thread
from tracker.temporal.interval import edtf


def with_counted_ends(
    commitments: Iterable[Commitment], reports: Iterable[StatusReport], threads: Iterable[Thread]
) -> Statements:
    """The statements; one without a (new) deadline of its own has the one, without words, that its step counted."""
    counted = {
        step.ref: Deadline("", None, step.new_end, edtf(None, step.new_end), Precision.DAY)
        for thread in threads
        for step in thread.members
        if step.new_end is not None
    }
    return (
        tuple(replace(row, deadline=row.deadline or counted.get(row.id)) for row in commitments),
        tuple(replace(row, new_deadline=row.new_deadline or counted.get(row.id)) for row in reports),
    )
