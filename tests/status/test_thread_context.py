"""What stands around a promise in all drafts."""

from __future__ import annotations

from msgspec.structs import replace

from tests.series import Made, Promise, Told, linked
from tracker.model import Candidate, Commitment, Kind, StatusReport
from tracker.status.thread_context import near, surroundings_of

PLAN = Promise("Er komt een actieplan waterzuivering Maas.", Kind.DELIVER, "2023-09-01", "2023-11-30")
BRIDGE = Promise("De brug bij Hoogeveen wordt geschilderd.", Kind.DELIVER, "2023-09-01", "2023-11-30")
DONE = Told("Het actieplan waterzuivering Maas is gepubliceerd.")
SERIES = (Made("a", "2023-06-20", {"Water": [PLAN, BRIDGE]}), Made("b", "2024-06-26", {"Water": [DONE]}))


def test_a_letter_is_taken_up_as_far_as_its_promises_are() -> None:
    _, drafts = linked(*SERIES)
    assert surroundings_of(drafts).taken_up == {"a": 0.5}


def test_what_nobody_takes_up_counts_for_nothing() -> None:
    desk = Promise("In Assen opent een loket.", Kind.START, "2023-09-01", "2023-11-30")
    _, drafts = linked(Made("a", "2023-06-20", {"Water": [PLAN, BRIDGE, desk]}), SERIES[1])
    assert surroundings_of(drafts).taken_up == {"a": 1 / 3}


def test_nothing_that_is_in_the_thread_came_near_it() -> None:
    _, drafts = linked(*SERIES)
    around = surroundings_of(drafts)
    for draft in drafts:
        mine = {row.id for row in draft.members}
        assert all(row.id not in mine and 0 <= score <= 1 for row, score in near(draft, around))


def test_what_came_near_is_a_promise_or_a_report() -> None:
    _, drafts = linked(*SERIES)
    around = surroundings_of(drafts)
    beside = next(row for row in drafts if row.members[0].quote == BRIDGE.text)
    refs = [row.id for draft in drafts if draft is not beside for row in draft.members]
    given = replace(beside, candidates=tuple(Candidate(ref, 0.3, ()) for ref in (*refs, "gone")))
    assert [(row.id, score) for row, score in near(given, around)] == [(ref, 0.3) for ref in refs]
    assert {type(row) for row, _ in near(given, around)} == {Commitment, StatusReport}
