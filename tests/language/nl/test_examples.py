"""The examples of the Dutch word lists: each list finds what it must and leaves alone what it must."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tracker.extraction.references import find_references
from tracker.extraction.slots import find_amounts, find_conditions, find_hedges
from tracker.language.patterns import expression, lexicon
from tracker.language.resources import entries

READINGS = entries("readings", "examples")
DETAILS = entries("details", "examples")

FOUND: dict[str, Callable[[str], list[str]]] = {
    "amounts": lambda text: [f"{row.value:.0f} {row.unit}" for row in find_amounts(text)],
    "references": lambda text: [row.id for row in find_references(text)],
    "conditions": lambda text: list(find_conditions(text)),
    "hedges": lambda text: list(find_hedges(text)),
}


def finds(name: str, text: str) -> bool:
    """Whether a list of readings.toml finds something in a text; word lists are for small letters."""
    if name.startswith("context."):
        return bool(expression("readings", "context", name.removeprefix("context.")).search(text))
    return bool(lexicon()[name].search(text.lower()))


@pytest.mark.parametrize(
    ("name", "side", "text"),
    [(name, side, text) for name, rows in READINGS.items() for side in ("yes", "no") for text in rows[side]],
)
def test_a_list_of_readings_takes_its_examples_alone(name: str, side: str, text: str) -> None:
    assert finds(name, text) is (side == "yes")


def test_every_list_of_readings_has_examples_of_both_sides() -> None:
    """A list that is added needs some too."""
    known = {*lexicon(), *(f"context.{name}" for name in entries("readings", "context"))}
    assert set(READINGS) == known
    assert [name for name, rows in READINGS.items() if not rows["yes"] or not rows["no"]] == []


@pytest.mark.parametrize(
    ("kind", "text", "found"), [(kind, text, found) for kind, rows in DETAILS.items() for text, found in rows.items()]
)
def test_details_are_found_as_their_examples_say(kind: str, text: str, found: list[str]) -> None:
    assert FOUND[kind](text) == found


def test_every_kind_of_detail_has_examples_of_both_sides() -> None:
    """Some texts with it, and one without."""
    assert DETAILS.keys() == FOUND.keys()
    assert [kind for kind, rows in DETAILS.items() if all(rows.values()) or not any(rows.values())] == []


def test_every_kind_of_reference_has_an_example() -> None:
    shown = {row.kind for text in DETAILS["references"] for row in find_references(text)}
    assert shown == set(entries("details", "references"))
