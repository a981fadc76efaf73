"""Every thread has one fate, and the fates of a ledger add up."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import DELIVERED, HOSTILE_THREAD, LAPSED, POSTPONED, PROMISED, SMALL
from tests.series import Made, Promise, build, judged
from tracker.ledger.fates import (
    PROBABLE,
    SURE,
    Sureness,
    coming,
    counted,
    fate,
    fates,
    out_of_sight,
    sureness,
    was_dated,
)
from tracker.ledger.queries import Index
from tracker.model import Commitment, Firmness, Kind, Lateness, Status, Thread
from tracker.report_headings import Fate

DAYS = [None, *(dt.date(year, 1, 1) for year in range(2019, 2027))]


def index(*threads: Thread, as_of: dt.date | None = SMALL.as_of) -> Index:
    return Index(replace(SMALL, threads=threads or SMALL.threads, as_of=as_of))


@pytest.mark.parametrize(
    ("thread", "as_of", "told"),
    [
        pytest.param(POSTPONED, SMALL.as_of, Fate.SLIPPED, id="moved"),
        pytest.param(replace(POSTPONED, status=Status.LAPSED), SMALL.as_of, Fate.LAPSED, id="moved, then passed"),
        pytest.param(replace(POSTPONED, status=Status.REPEATED), SMALL.as_of, Fate.SLIPPED, id="moved, said again"),
        pytest.param(replace(POSTPONED, confidence=0.2), SMALL.as_of, Fate.DOUBTED, id="hardly sure"),
        pytest.param(replace(POSTPONED, confidence=0.2, decided_by="A"), SMALL.as_of, Fate.SLIPPED, id="ruled on"),
        pytest.param(DELIVERED, SMALL.as_of, Fate.LATE, id="late"),
        pytest.param(replace(DELIVERED, lateness=Lateness.DEPENDS), SMALL.as_of, Fate.KEPT, id="late on some readings"),
        pytest.param(replace(DELIVERED, partly=True), SMALL.as_of, Fate.PARTLY, id="in part"),
        pytest.param(LAPSED, SMALL.as_of, Fate.LAPSED, id="passed unmentioned"),
        pytest.param(HOSTILE_THREAD, dt.date(2022, 9, 1), Fate.COMING, id="due soon"),
        pytest.param(HOSTILE_THREAD, dt.date(2021, 9, 1), Fate.OPEN, id="due later"),
        pytest.param(HOSTILE_THREAD, dt.date(2023, 1, 1), Fate.ONGOING, id="past, and no verdict"),
        pytest.param(replace(HOSTILE_THREAD, status=Status.EXTENDED), SMALL.as_of, Fate.EXTENDED, id="extended"),
    ],
)
def test_what_became_of_it(thread: Thread, as_of: dt.date, told: Fate) -> None:
    assert fate(index(thread, as_of=as_of), thread) is told


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("status", Status)
def test_every_thread_has_one_fate_on_every_day(status: Status, day: dt.date | None) -> None:
    rows = tuple(replace(row, status=status) for row in SMALL.threads)
    found = fates(index(*rows, as_of=day), rows)
    assert list(found) == list(Fate)
    assert sorted(row.id for some in found.values() for row in some) == sorted(row.id for row in rows)


@pytest.mark.parametrize("thread", [LAPSED, POSTPONED, DELIVERED])
def test_an_accusation_in_doubt_is_counted_as_an_open_question(thread: Thread) -> None:
    assert counted(index(), thread) is thread.status
    assert counted(index(), replace(thread, confidence=0.2)) is Status.UNCLEAR
    assert counted(index(), replace(thread, confidence=0.2, decided_by="A")) is thread.status


def test_the_surest_stand_first_then_the_heaviest() -> None:
    (slip,) = POSTPONED.slips
    unsure = replace(POSTPONED, id="t-1", confidence=0.5, slips=(replace(slip, days=9000),))
    small = replace(POSTPONED, id="t-2", slips=(replace(slip, days=10),))
    assert fates(index(), (unsure, small, POSTPONED))[Fate.SLIPPED] == (POSTPONED, small, unsure)


def test_sureness_in_words() -> None:
    assert [sureness(at) for at in (SURE, PROBABLE, PROBABLE - 0.01)] == list(Sureness)


def test_what_never_had_a_day_is_undated() -> None:
    assert was_dated(index(), PROMISED)
    assert not was_dated(index(), replace(PROMISED, members=()))


TERMS = {
    "its last day is near": ("2022-03-10", "2022-06-30", True),
    "de komende tien jaar: it runs from the day of the letter on": ("2022-03-10", "2031-03-10", False),
    "uiterlijk eind 2022: so does this": ("2022-03-10", "2022-12-31", False),
    "eind 2022 begins more than half a year later": ("2022-10-01", "2022-12-31", False),
    "het schooljaar begins within half a year": ("2022-08-01", "2023-07-31", True),
    "it has begun, on another day": ("2022-01-01", "2026-12-31", True),
}


@pytest.mark.parametrize(("start", "end", "told"), TERMS.values(), ids=TERMS)
def test_what_draws_near_may_be_due_soon_by_any_day_that_the_letter_names(start: str, end: str, told: bool) -> None:
    promise = Promise("Er komt een meldpunt voor drijvend afval.", Kind.DELIVER, start, end, anchor="2022-03-10")
    made = Made("a", "2022-03-10", {"Water": [promise]})
    letter, rows = build(made)
    threads, commitments = judged(made), tuple(row for row in rows if isinstance(row, Commitment))
    ledger = replace(SMALL, letters=(letter,), commitments=commitments, reports=(), threads=threads)
    assert fate(Index(replace(ledger, as_of=letter.date)), threads[0]) is (Fate.COMING if told else Fate.OPEN)


def test_what_comes_is_open_and_due_within_half_a_year_soonest_first() -> None:
    day = dt.date(2022, 12, 31)
    half_a_year_before, after = dt.date(2022, 4, 1), dt.date(2023, 1, 1)
    for today, told in ((day, True), (half_a_year_before, True), (after, False), (dt.date(2022, 3, 31), False)):
        assert coming(index(HOSTILE_THREAD, DELIVERED, as_of=today)) == ((HOSTILE_THREAD,) if told else ())
    assert coming(index(as_of=None)) == ()
    closed = replace(HOSTILE_THREAD, status=Status.DELIVERED)
    assert coming(index(closed, as_of=day)) == ()


UNHEARD = [Made("a", "2021-03-10", {"Water": [Promise("Er komt een meldpunt voor drijvend afval.")]})]
LATER = [Made(name, f"{year}-03-10", {"Wegen": ["De brug is dicht."]}) for name, year in (("b", 2022), ("c", 2023))]
SIGHT = {
    "one later letter": ([*UNHEARD, LATER[0]], None),
    "two later letters": ([*UNHEARD, *LATER], 2021),
}


@pytest.mark.parametrize(("series", "year"), SIGHT.values(), ids=SIGHT.keys())
def test_a_firm_promise_without_a_deadline_is_out_of_sight_after_two_letters(
    series: list[Made], year: int | None
) -> None:
    built = [build(made) for made in series]
    rows = tuple(row for _, found in built for row in found if isinstance(row, Commitment))
    letters = tuple(letter for letter, _ in built)
    (thread,) = judged(*series)
    found = Index(replace(SMALL, letters=letters, commitments=rows, reports=(), threads=(thread,)))
    assert out_of_sight(found, thread) == year
    soft = tuple(replace(row, firmness=Firmness.SOFT) for row in rows)
    assert out_of_sight(Index(replace(found.ledger, commitments=soft)), thread) is None
