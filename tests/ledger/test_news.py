"""What one letter brings."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import DELIVERED, LAPSED, NEW, OLD, POSTPONED, PROMISED, SMALL
from tracker.ledger.news import News, news_of
from tracker.ledger.queries import Index
from tracker.model import Lateness, Ledger, Searched, Status, StepKind, Thread
from tracker.report_headings import Fate
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


def test_a_silence_in_doubt_is_to_be_judged() -> None:
    doubtful = replace(LAPSED, confidence=0.2)
    found = brought(replace(SMALL, threads=(doubtful,)))
    assert (found.silent, found.silent_before) == ((), 0)
    assert (found.asked[Fate.DOUBTED], found.asked_before) == ((doubtful,), 0)
    ruled = replace(doubtful, decided_by="A. Analyst")
    found = brought(replace(SMALL, threads=(ruled,)))
    assert found.silent == (ruled,)
    assert not any(found.asked.values())


@pytest.mark.parametrize("sure", [POSTPONED, replace(DELIVERED, lateness=Lateness.LATE)], ids=["a slip", "late"])
def test_a_step_in_doubt_is_to_be_judged_and_not_told_as_done(sure: Thread) -> None:
    doubtful = replace(sure, confidence=0.2)
    found = brought(replace(SMALL, threads=(doubtful,)))
    assert not any(found.steps.values())
    assert found.asked[Fate.DOUBTED] == (doubtful,)
    assert any(brought(replace(SMALL, threads=(sure,))).steps.values())


def test_what_an_earlier_letter_left_in_doubt_is_no_news() -> None:
    moved = replace(POSTPONED.members[1], letter=OLD.id)
    doubtful = replace(POSTPONED, members=(POSTPONED.members[0], moved), confidence=0.2)
    found = brought(replace(SMALL, threads=(doubtful,)))
    assert (found.asked[Fate.DOUBTED], found.asked_before) == ((), 1)


BETWEEN = replace(OLD, id="kst-12345-8", date=dt.date(2021, 1, 1))


@pytest.mark.parametrize(
    ("speaking", "is_new"),
    [((NEW.id,), True), ((BETWEEN.id, NEW.id), False), ((BETWEEN.id,), False)],
    ids=["this letter alone", "both", "an earlier letter"],
)
def test_what_was_due_before_is_unclear_through_the_first_letter_that_speaks_of_it(
    speaking: tuple[str, ...], is_new: bool
) -> None:
    searched = tuple(Searched(letter, "p", "iets van dien aard", 0.9) for letter in speaking)
    unclear = replace(LAPSED, status=Status.UNCLEAR, searched=searched)
    found = brought(replace(SMALL, letters=(OLD, BETWEEN, NEW), threads=(unclear,)))
    assert (found.asked[Fate.UNCLEAR], found.asked_before) == (((unclear,), 0) if is_new else ((), 1))


def test_what_fell_due_since_the_letter_before_is_unclear_through_this_one() -> None:
    unclear = replace(LAPSED, status=Status.UNCLEAR)
    found = brought(replace(SMALL, threads=(unclear,)))
    assert (found.asked[Fate.UNCLEAR], found.asked_before) == ((unclear,), 0)


def test_the_first_letter_has_none_before_it() -> None:
    found = brought(letter=OLD.id)
    assert found.previous is None
    assert found.spoken == 4
    assert found.silent_before == 0
