"""What a section is compared by: its number and title apart, its role, and the roots of its words."""

from __future__ import annotations

import re

import pytest

from tests.alignment.made import CARE, HOUSES, WATER, letter
from tracker.alignment.section_profile import profiles, role_of, roots, split_heading
from tracker.language.resources import read_table


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("1.2 De dijken:", "1.2", "de dijken"),
        ("iii. Instroom", "iii", "instroom"),
        ("IV. Vraag en aanbod", "iv", "vraag en aanbod"),
        ("... en meer", "", "en meer"),
        ("I know", "", "i know"),
        ("2024 in cijfers", "", "2024 in cijfers"),
        ("72.", "", "72"),
    ],
)
def test_split_heading(heading: str, number: str, title: str) -> None:
    assert split_heading(heading) == (number, title)


@pytest.mark.parametrize("rule", [rule for table in ("role", "empty") for rule in read_table("headings")[table]])
def test_heading_rules_fit_their_examples(rule: dict[str, list[str]]) -> None:
    pattern = re.compile(str(rule["text"]))
    assert [text for text in rule["no"] if pattern.fullmatch(text)] == []
    assert [text for text in rule["yes"] if not pattern.fullmatch(text)] == []


@pytest.mark.parametrize(("heading", "role"), [("5. Tot slot", "closing"), ("Slotgrachten", None), ("Dijken", None)])
def test_role_of(heading: str, role: str | None) -> None:
    assert role_of(heading) == role


def test_a_profile_holds_the_words_of_its_subsections() -> None:
    water, dikes, care = profiles(letter("a", ("1. Water", CARE), ("#Dijken", WATER), ("2. Zorg", HOUSES)))
    (dike,) = roots(["dijken"])
    assert dike in water.full
    assert dike not in water.own
    assert dike in dikes.own
    assert dike not in care.full
    assert (water.children, dikes.ancestors) == ((dikes.id,), (water.id,))
    assert (water.number, water.title) == ("1", "water")
