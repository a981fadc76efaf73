"""What is promised after it was done is another promise; what came in part, each year, or goes on is the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.linking.test_explanation import explained
from tests.series import Made, Promise, Told, linked, together
from tracker.linking.explanation import Reason
from tracker.model import Kind, Outcome

HEAD = "3. Waterkwaliteit"
PLAN = Promise("Wij stellen een actieplan waterzuivering Maas op.", Kind.DELIVER, "2024-01-01", "2024-12-31")
DONE = Told("Het actieplan waterzuivering Maas is opgesteld.")
NEXT = Promise("Wij evalueren het actieplan waterzuivering Maas.", Kind.EVALUATE, "2026-01-01", "2026-12-31")
AGAIN = Promise("Wij stellen het actieplan waterzuivering Maas op.", Kind.DELIVER, "2026-01-01", "2026-12-31")
YEARLY = Promise(
    "Jaarlijks stellen wij een actieplan waterzuivering Maas op.", Kind.DELIVER, "2026-01-01", "2026-12-31"
)
UNDATED = Promise("Wij voeren het actieplan waterzuivering Maas uit.", Kind.DELIVER)
PAST = Promise("Wij stellen een actieplan waterzuivering Maas op in mei.", Kind.DELIVER, "2024-05-01", "2024-05-31")
PART = Told("Het actieplan waterzuivering Maas is deels opgesteld.")
STARTED = Told("Het actieplan waterzuivering Maas is in mei gestart.", Outcome.IN_PROGRESS)
START = Promise("Het actieplan waterzuivering Maas start in mei.", Kind.START, "2024-05-01", "2024-05-31")
Row = Promise | Told


def series(first: Row, second: Sequence[Row], third: Sequence[Row] = ()) -> list[Made]:
    made = [Made("a", "2023-03-01", {HEAD: [first]}), Made("b", "2025-03-01", {HEAD: second})]
    return [*made, Made("c", "2025-09-01", {HEAD: third})] if third else made


@pytest.mark.parametrize(
    "letters",
    [
        pytest.param(series(PLAN, [PART], [AGAIN]), id="done in part"),
        pytest.param(series(PLAN, [DONE], [YEARLY]), id="done each year"),
        pytest.param(series(PLAN, [DONE], [UNDATED]), id="for no day"),
        pytest.param(series(PLAN, [DONE], [PAST]), id="for a day that is past"),
        pytest.param(series(PLAN, [DONE, AGAIN]), id="the same act, in the letter that calls it done"),
        pytest.param(series(PLAN, [STARTED], [AGAIN]), id="what was to be made has only begun"),
        pytest.param(series(PLAN, [AGAIN], [DONE]), id="promised before it was done"),
    ],
)
def test_what_goes_on_is_one_promise(letters: list[Made]) -> None:
    _, drafts = linked(*letters)
    assert len(drafts) == 1


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        pytest.param(series(PLAN, [DONE], [AGAIN]), "het actieplan", id="done and promised again"),
        pytest.param(series(PLAN, [DONE], [NEXT]), "evalueren", id="a next step in a later letter"),
        pytest.param(series(START, [STARTED], [AGAIN]), "het actieplan", id="begun, as promised"),
    ],
)
def test_what_is_promised_after_it_was_done_is_another(letters: list[Made], words: str) -> None:
    _, drafts = linked(*letters)
    assert not together(drafts, letters[0].sections[HEAD][0].text, words)  # type: ignore[index]


def test_why_two_such_promises_are_apart_is_told() -> None:
    found = explained("een actieplan", "stellen het actieplan", *series(PLAN, [DONE], [AGAIN]))
    assert found.reason is Reason.RENEWED
