"""What is due in a window is told by the whole interval; each promise with a date is in one group, as in reports."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from tests.ledgers import PROMISED, SMALL
from tracker.ledger.deadlines import AHEAD
from tracker.ledger.fates import fates, was_dated
from tracker.ledger.queries import Index
from tracker.model import Commitment, Status
from tracker.views.due_groups import due_groups
from tracker.views.page_one import fate_counts

DAY = dt.date(2024, 6, 26)


def index(start: dt.date, end: dt.date) -> Index:
    """The small ledger with one promise alone, due in an interval."""
    refs = {step.ref for step in PROMISED.members}
    rows = []
    for row in SMALL.commitments:
        deadline = row.deadline
        if row.id in refs:
            first = next(each.deadline for each in SMALL.commitments if each.deadline)
            deadline = replace(first, start=start, end=end)
        rows.append(replace(row, deadline=deadline))
    thread = replace(PROMISED, status=Status.PROMISED, slips=())
    return Index(replace(SMALL, threads=(thread,), commitments=tuple(rows), as_of=DAY))


def keys(start: dt.date, end: dt.date, days: int = 183) -> list[str]:
    return [group.key for group in due_groups(index(start, end), days)]


def test_an_interval_that_touches_the_window_is_in_it() -> None:
    assert keys(dt.date(2024, 10, 1), dt.date(2024, 12, 31)) == ["coming"]
    assert keys(dt.date(2024, 1, 1), dt.date(2024, 6, 26)) == ["coming"]
    assert keys(dt.date(2025, 1, 1), dt.date(2025, 3, 31)) == ["open"]
    assert keys(dt.date(2025, 1, 1), dt.date(2025, 3, 31), days=365) == ["coming"]


def test_every_thread_with_a_date_stands_once() -> None:
    ledger = Index(SMALL)
    told = [thread.id for group in due_groups(ledger, 183) for thread in group.threads]
    assert sorted(told) == sorted(thread.id for thread in SMALL.threads if was_dated(ledger, thread))
    assert all(isinstance(row, Commitment) for row in SMALL.commitments)


def test_the_groups_are_the_figures_of_page_one() -> None:
    coming = 0
    for day in [dt.date(year, month, 1) for year in range(2019, 2026) for month in (1, 4, 10)]:
        ledger = Index(replace(SMALL, as_of=day))
        told = {row.key: row.number for row in fate_counts(ledger, fates(ledger, ledger.ledger.threads)) if row.number}
        assert {group.key: len(group.threads) for group in due_groups(ledger, AHEAD.days)} == told
        coming += told.get("coming", 0)
    assert coming
