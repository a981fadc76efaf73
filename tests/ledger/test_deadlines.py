"""Threads by what became of their deadlines."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import DELIVERED, HOSTILE_THREAD, LAPSED, POSTPONED, PROMISED, SMALL
from tracker.ledger.deadlines import met_late, newest_progress, of_status, partly_met, passed, slipped
from tracker.ledger.queries import Index
from tracker.model import Lateness, Status, StepKind, Thread


def index(*threads: Thread, as_of: dt.date | None = SMALL.as_of) -> Index:
    return Index(replace(SMALL, threads=threads or SMALL.threads, as_of=as_of))


def test_by_status_in_the_order_of_the_ledger() -> None:
    assert of_status(index(), Status.PROMISED) == (HOSTILE_THREAD, PROMISED)
    assert of_status(index(), Status.DROPPED) == ()


def test_what_passed_comes_longest_ago_first() -> None:
    later = replace(PROMISED, status=Status.LAPSED)
    assert passed(index(later, LAPSED, POSTPONED)) == (LAPSED, later)


def test_what_slipped_comes_without_a_date_first_then_by_days() -> None:
    (slip,) = POSTPONED.slips
    undated = replace(PROMISED, slips=(replace(slip, new_end=None, days=None),))
    less = replace(HOSTILE_THREAD, slips=(replace(slip, days=30),))
    assert slipped(index(less, POSTPONED, undated, LAPSED)) == (undated, POSTPONED, less)


def test_how_it_goes_is_told_by_the_newest_report_of_a_later_letter() -> None:
    first, last = DELIVERED.members
    assert newest_progress(DELIVERED) == last.ref
    assert newest_progress(replace(DELIVERED, members=(first, replace(last, letter=first.letter)))) == ""
    assert newest_progress(replace(DELIVERED, members=(first, replace(last, step=StepKind.POSTPONED)))) == ""
    assert newest_progress(LAPSED) == ""


def test_partly_met_is_what_is_open_has_a_day_and_goes_on() -> None:
    going = replace(DELIVERED, status=Status.PROMISED)
    assert partly_met(index(going, DELIVERED, PROMISED)) == (going,)


LATE = {Lateness.LATE: True, Lateness.ON_TIME: False, Lateness.DEPENDS: False, Lateness.UNKNOWN: False}


@pytest.mark.parametrize(("lateness", "told"), LATE.items())
def test_met_late_is_late_on_every_reading(lateness: Lateness, told: bool) -> None:
    row = replace(DELIVERED, lateness=lateness)
    assert met_late(index(row)) == ((row,) if told else ())


def test_a_delay_that_was_announced_is_no_surprise() -> None:
    assert met_late(index(replace(DELIVERED, slips=POSTPONED.slips))) == ()
