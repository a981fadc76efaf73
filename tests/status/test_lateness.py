"""Whether what was done came after its deadline."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, Told, build, due
from tracker.extraction import StatementFacts
from tracker.extraction.cues import Cue
from tracker.model import Lateness, StatusReport
from tracker.status.lateness import lateness_of
from tracker.status.standing_deadlines import Standing

LETTERS = {name: build(Made(name, day, {}))[0] for name, day in (("a", "2024-01-01"), ("b", "2024-07-01"))}
LETTERS |= {"c": build(Made("c", "2025-01-01", {}))[0]}
(PROMISE,) = build(Made("a", "2024-01-01", {"Water": [Promise("Er komt een plan.")]}))[1]
ENCLOSED = StatementFacts(sentence_cues=frozenset({Cue.ENCLOSED}))

LATER_THAN = StatementFacts(cues=frozenset({Cue.POSTPONING}))
NO_DELAY = StatementFacts(cues=frozenset({Cue.POSTPONING, Cue.UNMOVED}))

CASES = {
    "between the two letters, without delay": ("2024-10-01", None, NO_DELAY, Lateness.DEPENDS),
    "between the two letters, later than planned": ("2024-10-01", None, LATER_THAN, Lateness.LATE),
    "nothing stood": ("", None, StatementFacts(), Lateness.UNKNOWN),
    "told in the letter after, due before the last": ("2024-06-30", None, StatementFacts(), Lateness.LATE),
    "due on the day of the letter before": ("2024-07-01", None, StatementFacts(), Lateness.LATE),
    "due between the two letters": ("2024-10-01", None, StatementFacts(), Lateness.DEPENDS),
    "due on the day of the letter": ("2025-01-01", None, StatementFacts(), Lateness.ON_TIME),
    "enclosed with a letter after the day": ("2024-10-01", None, ENCLOSED, Lateness.LATE),
    "it says that it was late": ("2024-10-01", ("2024-11-01", "2024-11-30"), StatementFacts(), Lateness.LATE),
    "it says that it was not": ("2024-06-30", ("2024-06-01", "2024-06-30"), StatementFacts(), Lateness.ON_TIME),
    "it says a time around the day": ("2024-06-15", ("2024-06-01", "2024-06-30"), StatementFacts(), Lateness.DEPENDS),
    "it says a time from the day on": ("2024-06-15", ("2024-06-15", "2024-06-30"), StatementFacts(), Lateness.DEPENDS),
    "it says a day alone": ("2024-06-15", ("", "2024-06-16"), StatementFacts(), Lateness.LATE),
}


@pytest.mark.parametrize(("end", "when", "facts", "lateness"), CASES.values(), ids=CASES.keys())
def test_lateness(end: str, when: tuple[str, str] | None, facts: StatementFacts, lateness: Lateness) -> None:
    (report,) = build(Made("c", "2025-01-01", {"Water": [Told("Het plan is af.", when=when)]}))[1]
    assert isinstance(report, StatusReport)
    deadline = due("", end)
    standing = Standing(PROMISE, deadline) if deadline else None
    assert lateness_of(report, standing, LETTERS, facts) is lateness


def test_what_was_done_before_a_day_may_have_been_done_in_time() -> None:
    (report,) = build(Made("c", "2025-01-01", {"Water": [Told("De brug is voor de kerst geopend.")]}))[1]
    assert isinstance(report, StatusReport)
    day = due("", "2024-12-24")
    assert day is not None
    told = replace(report, when=replace(day, is_limit=True))
    for end, lateness in (("2024-11-30", Lateness.DEPENDS), ("2024-12-31", Lateness.ON_TIME)):
        standing = Standing(PROMISE, replace(day, end=dt.date.fromisoformat(end)))
        assert lateness_of(told, standing, LETTERS, StatementFacts()) is lateness


def test_the_first_letter_of_all_tells_no_beginning() -> None:
    (report,) = build(Made("a", "2024-01-01", {"Water": [Told("Het plan is af.")]}))[1]
    deadline = due("", "2023-01-01")
    assert isinstance(report, StatusReport)
    assert deadline is not None
    assert lateness_of(report, Standing(PROMISE, deadline), LETTERS, StatementFacts()) is Lateness.DEPENDS
