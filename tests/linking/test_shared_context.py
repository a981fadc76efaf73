"""Whether what two statements share only says where one of them is, or who gets it."""

from __future__ import annotations

import pytest

from tests.series import Promise, Told, subject
from tracker.linking.shared_context import shares_only_place, shares_only_who
from tracker.model import Kind, Outcome

MUSEUM = "Het museum aan de haven openen wij."
SYSTEM = "De politie krijgt een nieuw meldsysteem voor cybercrime."

PLACES = {
    "the thing itself is late": (MUSEUM, "Het museum aan de haven is vertraagd.", False),
    "what is done with it is late": (MUSEUM, "De opening van het museum is vertraagd.", False),
    "what stands opposite": (MUSEUM, "De bouw van het hotel tegenover het museum loopt vertraging op.", True),
    "the work along it": (
        "De fontein in het Julianapark plaatsen we.",
        "Het onderhoud van de paden langs de fontein in het Julianapark schuift op.",
        True,
    ),
}
WHO = {
    "the system, under a shorter name": (SYSTEM, "Bij de politie is een systeem in gebruik.", False),
    "another that speaks of it": (SYSTEM, "De politie heeft agenten cybercrime laten melden.", False),
    "nothing shared": (SYSTEM, "De brug is geopend.", False),
    "what else they got": (SYSTEM, "De politie heeft vijftig specialisten aangenomen.", True),
}


@pytest.mark.parametrize(("promise", "report", "expected"), PLACES.values(), ids=PLACES)
def test_all_that_is_shared_says_where(promise: str, report: str, *, expected: bool) -> None:
    pair = subject(Promise(promise, Kind.DELIVER), "a", "Haven"), subject(Told(report, Outcome.DELAYED), "b", "Haven")
    assert shares_only_place(*pair) is expected
    assert shares_only_place(*reversed(pair)) is expected


@pytest.mark.parametrize(("promise", "report", "expected"), WHO.values(), ids=WHO)
def test_all_that_is_shared_says_who(promise: str, report: str, *, expected: bool) -> None:
    found = shares_only_who(
        subject(Promise(promise, Kind.DELIVER), "a", "Haven"), subject(Told(report, Outcome.DELIVERED), "b", "Haven")
    )
    assert found is expected
