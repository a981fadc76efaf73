"""What stands around a promise in all drafts."""

from __future__ import annotations

from tests.series import Made, Promise, Told, linked
from tracker.model import Kind
from tracker.status.surroundings import near_reports, surroundings_of

PLAN = Promise("Er komt een actieplan waterzuivering Maas.", Kind.DELIVER, "2023-09-01", "2023-11-30")
BRIDGE = Promise("De brug bij Hoogeveen wordt geschilderd.", Kind.DELIVER, "2023-09-01", "2023-11-30")
DONE = Told("Het actieplan waterzuivering Maas is gepubliceerd.")
SERIES = (Made("a", "2023-06-20", {"Water": [PLAN, BRIDGE]}), Made("b", "2024-06-26", {"Water": [DONE]}))


def test_a_letter_is_taken_up_as_far_as_its_promises_are() -> None:
    _, drafts = linked(*SERIES)
    assert surroundings_of(drafts).taken_up == {"a": 0.5}


def test_nothing_that_is_in_the_thread_came_near_it() -> None:
    _, drafts = linked(*SERIES)
    around = surroundings_of(drafts)
    for draft in drafts:
        mine = {row.id for row in draft.members}
        assert all(row.id not in mine and 0 <= score <= 1 for row, score in near_reports(draft, around))
