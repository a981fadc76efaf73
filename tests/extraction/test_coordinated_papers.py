"""Papers that are promised side by side, and what is one paper about another."""

from __future__ import annotations

import pytest

from tracker.extraction.coordinated_papers import papers_beside, papers_in


@pytest.mark.parametrize(
    "text",
    [
        "Wij sturen het rapport over de kades en de sluizen.",
        "Wij sturen de reactie op het rapport en de kaart.",
        "Wij sturen het overzicht van de rapporten en de plannen.",
        "Wij sturen het plan voor de scholen en de aanpak van het onderzoek.",
        "Wij sturen het rapport of de kaart.",
        "Wij sturen het rapport en het eindrapport niet, maar het plan.",
        "Wij sturen het rapport en starten met het plan.",
    ],
)
def test_one_paper_or_what_it_is_about_is_not_two(text: str) -> None:
    assert papers_beside(text) - {"eindrapport", "rapport"} == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij sturen het rapport over de kades en de kaart van de sluizen.", 2),
        ("Zoals in de brief gezegd sturen wij het rapport en ook de lijst.", 2),
        ("Wij sturen het onderzoeksrapport en de bijbehorende kabinetsreactie.", 2),
        ("Wij sturen een brief en een plan.", 2),
    ],
)
def test_two_papers_stand_beside_each_other(text: str, found: int) -> None:
    assert len(papers_beside(text)) == found
    assert papers_beside(text) <= papers_in(text)
