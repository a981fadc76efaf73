"""Other rulings on the verdicts of a ledger: what comes out is what judging all anew gives."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from msgspec.structs import replace

from tests.alignment.made import letter
from tests.processor import is_linear
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.decisions.stale import sift
from tracker.documents import ReadResult
from tracker.ledger.rejudging import Judged, reruled, unruled
from tracker.model import Letter
from tracker.pipeline import judge_letters

WHEN = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
PLAN = "In oktober {year} sturen wij de Kamer het havenplan."
RUNS = "De subsidieregeling visserij loopt tot 1 januari 2025."
LONGER = "De subsidieregeling visserij wordt verlengd met anderhalf jaar."


def dated(name: str, year: int, *texts: str) -> Letter:
    passages = (PLAN.format(year=year), *texts)
    return replace(letter(name, ("Havens", *passages)), date=dt.date(year, 1, 10))


LETTERS = (dated("a", 2023, RUNS), dated("b", 2024, LONGER))
DAY = dt.date(2023, 12, 31)


def ruling(what: Ruling, name: str, quote: str, value: str = "", end: dt.date | None = None) -> Decision:
    return Decision(ruling=what, who="A", when=WHEN, why="x", quotes=(anchor(name, quote),), value=value, end=end)


STATUS = ruling(Ruling.STATUS, "a", PLAN.format(year=2023), "dropped")
NOTE = ruling(Ruling.NOTE, "a", PLAN.format(year=2023), "nagaan")
TITLE = ruling(Ruling.TITLE, "a", RUNS, "visserij")
SLIP = ruling(Ruling.SLIP, "b", PLAN.format(year=2024), "none")
LATER = ruling(Ruling.STATUS, "b", PLAN.format(year=2024), "delivered")
SPLIT = ruling(Ruling.SPLIT, "b", PLAN.format(year=2024))
STALE = ruling(Ruling.NOTE, "a", "Dit staat er niet.", "x")
NOWHERE = ruling(Ruling.NOTE, "c", "Dit staat er niet.", "x")


@cache
def judged(*rulings: Decision, day: dt.date | None = None) -> Judged:
    return judge_letters(ReadResult(LETTERS, (), ()), "havens", day, rulings)


@pytest.mark.parametrize(
    ("before", "after"),
    [((), (SPLIT,)), ((SPLIT,), ()), ((), (STALE,)), ((STALE,), ()), ((), (NOWHERE,)), ((), (SLIP,))],
)
def test_what_needs_more_is_left_to_judging_anew(before: tuple[Decision, ...], after: tuple[Decision, ...]) -> None:
    assert reruled(judged(*before), before, after) is None


def test_a_ruling_on_a_letter_of_after_the_day_is_left_to_it_too() -> None:
    assert reruled(judged(day=DAY), (), (LATER,)) is None


def test_the_same_rulings_give_the_same() -> None:
    known = judged(STATUS)
    assert reruled(known, (STATUS,), (STATUS,)) is known


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), (STATUS,)),
        ((STATUS,), ()),
        ((STATUS, NOTE), (NOTE,)),
        ((NOTE,), (NOTE, STATUS, TITLE)),
        ((STATUS,), (LATER, STATUS)),
        ((SPLIT, STATUS), (SPLIT, STATUS, LATER)),
        ((STALE,), (STALE, STATUS)),
    ],
)
def test_verdicts_alone_come_out_as_if_all_were_judged_anew(
    before: tuple[Decision, ...], after: tuple[Decision, ...]
) -> None:
    found = reruled(judged(*before), before, after)
    assert found == judged(*after)
    assert found != judged(*before)


def test_an_end_that_a_step_counted_goes_with_the_ruling_that_made_it() -> None:
    found = judged()
    (thread,) = (row for row in found.ledger.threads if any(step.new_end for step in row.members))
    steps = tuple(replace(step, new_end=None) for step in thread.members)
    counted = [row.deadline for row in found.ledger.commitments] + [row.new_deadline for row in found.ledger.reports]
    assert any(row and not row.text for row in counted)
    bare = tuple(replace(thread, members=steps) if row is thread else row for row in found.ledger.threads)
    other = Judged(found.ledger, unruled(bare, found.ledger.threads))
    again = reruled(other, (), (NOTE,))
    assert again is not None
    ends = [row.deadline for row in again.ledger.commitments] + [row.new_deadline for row in again.ledger.reports]
    assert not any(row and not row.text for row in ends)


def test_threads_stay_as_they_were_judged_where_no_ruling_changed_them() -> None:
    known = judged()
    found = reruled(known, (), (STATUS,))
    assert found is not None
    assert [row.id for row in found.unruled] == [row.id for row in found.ledger.threads if row.ruled_by]
    others = zip(known.ledger.threads, found.ledger.threads, strict=True)
    assert all(one is other for one, other in others if other.ruled_by is None)


def test_one_more_of_many_rulings_takes_time_by_their_number() -> None:
    """Of 10,000, most of which apply no more, it took the processor ten seconds."""

    def many(number: int) -> tuple[Decision, ...]:
        return tuple(ruling(Ruling.NOTE, "a", f"Dit staat er niet: {at}.", "x") for at in range(number))

    def one_more(number: int) -> None:
        before = many(number)
        known = replace(judged(), stale=sift(before, LETTERS)[1])
        assert reruled(known, before, (*before, STATUS)) is not None

    assert is_linear(one_more, 500)
