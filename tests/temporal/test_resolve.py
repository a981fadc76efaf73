"""Which of the years is meant, and what a frame makes of it."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.temporal.rules import rule
from tracker.i18n.message import message
from tracker.temporal.absolute import day_candidate, read_month, read_year
from tracker.temporal.grammar import Effect, Frame, grammar
from tracker.temporal.resolve import TimexRole, resolve
from tracker.temporal.timex import tag_times

DAY = dt.date(2024, 6, 26)
MAY = read_month(rule("month"), {"month": "mei"}, DAY)
YEAR = read_year(rule("year"), {"year": "2025"}, DAY)


def frame(effect: Effect) -> Frame:
    return next(row for row, _ in grammar().frames if row.effect == effect and not row.kinds)


def told(*frames: Frame) -> tuple[str, str | None, str | None]:
    found = resolve(YEAR, frames, DAY)
    return found.role.value, found.start and found.start.isoformat(), found.end and found.end.isoformat()


def test_a_month_without_a_year_is_the_next_one() -> None:
    assert str(resolve(MAY, (), DAY).start) == "2025-05-01"
    assert str(resolve(MAY, (), dt.date(2024, 3, 1)).start) == "2024-05-01"


def test_without_a_letter_it_is_none() -> None:
    assert resolve(read_month(rule("month"), {"month": "mei"}, None), (), None).end is None


def test_what_ended_before_the_letter_is_past() -> None:
    gone = day_candidate(rule("day"), {"day": "3", "month": "mei", "year": "2020"}, DAY)
    assert resolve(gone, (), DAY).role is TimexRole.PAST


@pytest.mark.parametrize(
    ("effect", "role", "end"),
    [
        ("by", TimexRole.DUE, "2025-12-31"),
        ("before", TimexRole.DUE, "2024-12-31"),
        ("until", TimexRole.UNTIL, "2024-12-31"),
        ("through", TimexRole.UNTIL, "2025-12-31"),
    ],
)
def test_a_frame_sets_the_end(effect: Effect, role: TimexRole, end: str) -> None:
    found = told(frame(effect))
    assert (found[0], found[2]) == (role.value, end)


BOUNDS = {
    "fourteen days of a season are left": ("in de zomer", "2024-08-17", "2024-08-31"),
    "fewer are left": ("in de zomer", "2024-08-18", "2025-08-31"),
    "what is to come began 30 days ago": ("komend schooljaar", "2024-08-31", "2025-07-31"),
    "what is to come began 31 days ago": ("komend schooljaar", "2024-09-01", "2026-07-31"),
    "a day passed 60 days ago": ("op 1 mei", "2024-06-30", "2024-05-01"),
    "a day passed 61 days ago": ("op 1 mei", "2024-07-01", "2025-05-01"),
}


@pytest.mark.parametrize(("words", "day", "end"), BOUNDS.values(), ids=BOUNDS.keys())
def test_how_long_ago_is_still_meant(words: str, day: str, end: str) -> None:
    (time,) = tag_times(f"Het plan komt {words}.", dt.date.fromisoformat(day))
    assert str(time.deadline.end) == end


def test_what_ends_on_the_day_of_the_letter_is_not_past() -> None:
    today = day_candidate(rule("day"), {"day": "26", "month": "juni", "year": "2024"}, DAY)
    assert resolve(today, (), DAY).role is TimexRole.DUE


@pytest.mark.parametrize(("words", "start"), [("deze week", "2024-06-26"), ("volgende week", "2024-07-01")])
def test_of_what_runs_the_rest_is_meant_of_what_comes_all(words: str, start: str) -> None:
    (time,) = tag_times(f"Het plan komt {words}.", DAY)
    assert str(time.deadline.start) == start


def test_what_is_to_be_told_of_a_time_is_told_of_what_it_means() -> None:
    told = message("time.five-figures")
    assert resolve(replace(YEAR, notice=told), (), DAY).notice == told
    assert resolve(YEAR, (), DAY).notice in {None, ""}
