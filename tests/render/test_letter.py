"""`tracker show`: one letter as it is read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import NEW, OLD, SMALL
from tracker.ledger.queries import Index
from tracker.render.letter import render
from tracker.views.text_style import TextStyle

PEN = TextStyle(100)


def test_a_letter_is_told_from_its_masthead_to_its_reports() -> None:
    text = render(Index(SMALL), NEW, PEN)
    order = ["Voortgang 2021", "kst-12345-9", "A. Minister", "Havens en sluizen", "schuift door naar eind 2023"]
    assert sorted(order, key=text.index) == order
    assert "t-aaaa0001 postponed" in text


def test_offices_stand_beside_those_who_signed() -> None:
    assert "A. Minister (Minister van Havens)" in render(
        Index(SMALL), replace(OLD, offices=("Minister van Havens",)), PEN
    )


@pytest.mark.parametrize(("change", "told"), [({"signatories": ()}, "unknown"), ({"sections": ()}, "no headings")])
def test_what_is_not_there_is_said(change: dict[str, object], told: str) -> None:
    bare = replace(OLD, **change)
    text = render(Index(replace(SMALL, letters=(bare, NEW))), bare, PEN)
    assert told in text
    assert told not in render(Index(SMALL), OLD, PEN)
