"""What a sentence points back to; which of all rules joins what, the tests of groups tell."""

from __future__ import annotations

import pytest

from tests.linking.test_within_letter import DELAY, DESK, PLAN, SERVES, TELL, Row, read
from tests.series import Promise, Told
from tracker.linking.anaphora import is_kindred, known_before, pointed_at
from tracker.model import Kind, Outcome

KNOWN = Promise("Het meldpunt wordt in mei geopend door de minister van Verkeer.", Kind.START)


def test_a_noun_that_is_taken_up_tells_how_far_back_it_stands() -> None:
    taken = Promise("Over dit actieplan spreken wij met schippers, vissers en windmolenbouwers.", Kind.START)
    profiles, _ = read(DESK, PLAN, taken)
    joint = pointed_at(profiles, 2)
    assert joint is not None
    assert (joint.one, joint.other) == (1, 2)
    assert [(part.name, part.value) for part in joint.parts] == [("taken-up", 1.0), ("neighbour", 1.0)]


@pytest.mark.parametrize(
    ("before", "after", "kindred"),
    [
        (PLAN, DESK, True),
        (PLAN, DELAY[0], True),
        (DELAY[0], DELAY[1], True),
        (DELAY[0], PLAN, True),
        (SERVES, PLAN, False),
        (Told("Er wordt aan de brug gewerkt.", Outcome.IN_PROGRESS), PLAN, True),
    ],
)
def test_what_is_over_is_spoken_of_again_only_as_over(before: Row, after: Row, *, kindred: bool) -> None:
    (one, other), _ = read(before, after)
    assert is_kindred(one.statement, other.statement) is kindred


FIRST_MONITOR = Told("In mei zijn de resultaten gepresenteerd van de eerste vismonitor.")
PERIOD = Promise("Een laatste brief in deze bestuursperiode ontvangt u in december.", Kind.INFORM)
ADVICE = Promise("Mijn appreciatie van dat advies ontvangt u na het zomerreces.", Kind.INFORM)
FILLED = Promise("Wij vullen de visstand aan.", Kind.START)


@pytest.mark.parametrize(
    ("rows", "back"),
    [
        pytest.param([FILLED, FIRST_MONITOR], None, id="names a thing of its own"),
        pytest.param([PLAN, PERIOD], None, id="a time that is no thing"),
        pytest.param([PLAN, Told("De commissie schreef in mei."), ADVICE], None, id="takes up another noun"),
        pytest.param([PLAN, TELL], 0, id="leaves all to what stands before"),
        pytest.param([DESK, PLAN, TELL], 1, id="the nearest"),
    ],
)
def test_what_a_sentence_leaves_its_subject_to(rows: list[Row], back: int | None) -> None:
    profiles, _ = read(*rows)
    joint = pointed_at(profiles, len(rows) - 1)
    assert (joint.one if joint else None) == back


def test_a_known_noun_is_looked_for_in_the_section() -> None:
    profiles, _ = read(DESK, PLAN, KNOWN)
    assert known_before(profiles, 2) == 0
    assert known_before(profiles, 1) is None
