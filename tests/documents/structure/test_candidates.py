"""What the rules of the outline ask of a block."""

from __future__ import annotations

import pytest

from tests.documents.structure.candidates import candidate
from tracker.documents.layout.blocks import Place
from tracker.model import PassageKind


def test_a_block_is_open_until_its_kind_or_place_is_known() -> None:
    assert candidate("De brug").open
    assert not candidate("De brug", kind=PassageKind.PARAGRAPH).open
    assert not candidate("De brug", place=Place(0, "", None, False, None)).open


def test_its_number() -> None:
    label = candidate("2.1 De brug").label
    assert label is not None
    assert label.parts == ("2", "1")
    assert candidate("De brug").label is None


SHORT = {
    "a title": ("Brug", {}, True),
    "too long": ("B" * 201, {}, False),
    "long and bold": ("B" * 201, {"structured": True, "emphasis": 1.0}, True),
    "too many lines": ("Brug", {"lines": 5}, False),
}


@pytest.mark.parametrize(("words", "facts", "short"), SHORT.values(), ids=SHORT.keys())
def test_short(words: str, facts: dict[str, float], short: bool) -> None:
    assert candidate(words, **facts).short is short


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("Versie 2.1", "1"),
        ("Bijlage bij Kamerstuk 27 923, nr. 12", "2"),
        ("Bijlage nr.1", "1"),
        ("Agenda 2030 [1]", "]"),
        ("De brug¹", "¹"),
        ("De brug", "g"),
        ("De brug is open.", "."),
        ("De brug is open.[1]", "."),
        ("De brug is open. [12]", "."),
        ("De brug is open.[1][2]", "."),
        ("De brug is open.1", "."),
        ("De brug is open.1, 2", "."),
        ("De brug is open.¹", "."),
        ("Is de brug open?¹²", "?"),
        ("De brug is open sinds 2024.1", "."),
    ],
)
def test_it_ends_before_the_marks_of_notes(words: str, end: str) -> None:
    assert candidate(words).end == end
