"""Which deadline stood when a statement was written."""

from __future__ import annotations

from tests.series import Made, Promise, build, due
from tracker.model import AnyStatement, Deadline
from tracker.status.standing_deadlines import StandingDeadlines


def row(letter: str, text: str = "Er komt een plan.") -> AnyStatement:
    (found,) = build(Made(letter, "2024-01-01", {"Water": [Promise(text)]}))[1]
    return found


def until(end: str) -> Deadline:
    found = due("", end)
    assert found is not None
    return found


FIRST, SECOND, THIRD = row("a"), row("b"), row("c")


def test_what_the_last_letter_before_said_stands() -> None:
    acts = StandingDeadlines()
    for statement, earlier, end in ((FIRST, None, "2024-03-01"), (SECOND, FIRST, "2024-05-01")):
        acts.take_up(statement, earlier)
        acts.set(statement, until(end))
    acts.take_up(THIRD, SECOND)
    standing = acts.before(THIRD)
    assert standing is not None
    assert (standing.by, standing.deadline) == (SECOND, until("2024-05-01"))
    assert [one.by for one in acts.known_before(THIRD)] == [FIRST, SECOND]


def test_of_one_letter_the_latest_end_stands_and_an_end_more_than_none() -> None:
    acts, again, open_ = StandingDeadlines(), row("a", "Er komt een kaart."), row("a", "Er komt een brug.")
    acts.take_up(FIRST, None)
    for statement, deadline in ((FIRST, until("2024-05-01")), (again, until("2024-03-01"))):
        acts.take_up(statement, FIRST)
        acts.set(statement, deadline)
    acts.take_up(open_, FIRST)
    acts.set(open_, Deadline("zo snel mogelijk", None, None, "", until("2024-03-01").precision))
    acts.take_up(SECOND, FIRST)
    standing = acts.before(SECOND)
    assert standing is not None
    assert standing.by == FIRST


def test_a_letter_is_not_compared_with_itself_nor_with_another_act() -> None:
    acts, other = StandingDeadlines(), row("a", "Er komt een brug.")
    for statement in (FIRST, other):
        acts.take_up(statement, None)
        acts.set(statement, until("2024-03-01"))
    assert acts.before(FIRST) is None
    acts.take_up(SECOND, None)
    assert acts.before(SECOND) is None
    acts.take_up(THIRD, other)
    assert [one.by for one in acts.known_before(THIRD)] == [other]
