"""What one letter brings."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from tests.ledgers import DELIVERED, LAPSED, NEW, OLD, POSTPONED, PROMISED, SMALL
from tracker.ledger.news import News, news_of
from tracker.ledger.queries import Index
from tracker.model import Ledger, StepKind
from tracker.statuses import NEWS


def brought(ledger: Ledger = SMALL, letter: str = NEW.id) -> News:
    index = Index(ledger)
    return news_of(index, next(row for row in ledger.letters if row.id == letter))


def test_threads_are_told_by_what_the_letter_did() -> None:
    found = brought()
    assert {kind: rows for kind, rows in found.steps.items() if rows} == {
        StepKind.PROMISED: (PROMISED,),
        StepKind.POSTPONED: (POSTPONED,),
        StepKind.DELIVERED: (DELIVERED,),
    }
    assert set(found.steps) == set(NEWS)
    assert (found.previous, found.spoken) == (OLD, 3)


def test_a_thread_that_runs_since_an_earlier_letter_is_not_promised_anew() -> None:
    again = replace(PROMISED, members=(replace(PROMISED.members[0], letter=OLD.id), *PROMISED.members))
    assert brought(replace(SMALL, threads=(again,))).steps[StepKind.PROMISED] == ()


def test_of_several_steps_the_weightiest_is_told() -> None:
    both = replace(POSTPONED, members=(*POSTPONED.members, replace(POSTPONED.members[1], step=StepKind.DROPPED)))
    found = brought(replace(SMALL, threads=(both,)))
    assert [kind for kind, rows in found.steps.items() if rows] == [StepKind.DROPPED]
    assert found.spoken == 1


def test_silence_since_the_letter_before_is_told_and_older_counted() -> None:
    assert (brought().silent, brought().silent_before) == ((LAPSED,), 0)
    later = replace(OLD, id="kst-12345-8", date=dt.date(2021, 1, 1))
    found = brought(replace(SMALL, letters=(OLD, later, NEW)))
    assert (found.previous, found.silent, found.silent_before) == (later, (), 1)


def test_a_silence_that_is_in_doubt_is_no_news() -> None:
    found = brought(replace(SMALL, threads=(replace(LAPSED, confidence=0.2),)))
    assert (found.silent, found.silent_before) == ((), 0)
    ruled = replace(LAPSED, confidence=0.2, decided_by="A. Analyst")
    assert brought(replace(SMALL, threads=(ruled,))).silent == (ruled,)


def test_the_first_letter_has_none_before_it() -> None:
    found = brought(letter=OLD.id)
    assert found.previous is None
    assert found.spoken == 4
    assert found.silent_before == 0
