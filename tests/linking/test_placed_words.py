"""The words of a quote that tell where, and the things that stand there."""

from __future__ import annotations

import pytest

from tests.series import Promise, subject
from tracker.model import Kind

PLACED = {
    "a thing at a place": ("De bouw van het hotel tegenover het museum loopt door.", {"museum"}, ("hotel",)),
    "an act tells what, not where": ("Het hotel openen wij bij de bouw van de brug.", set(), ()),
    "no place": ("Het museum openen wij.", set(), ()),
}


@pytest.mark.parametrize(("quote", "where", "things"), PLACED.values(), ids=PLACED)
def test_the_place_is_told_from_the_thing(quote: str, where: set[str], things: tuple[str, ...]) -> None:
    placed = subject(Promise(quote, Kind.DELIVER), "a", "Haven").placed
    assert placed.where == where
    assert tuple(term[0] for term in placed.things) == things
