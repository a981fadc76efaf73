"""Two texts that are alike and speak of two things, and of one."""

from __future__ import annotations

import pytest

from tracker.extraction.distinct_things import is_other_thing

ONE = [
    ("De evaluatie op basisscholen komt in mei.", "De evaluatie in het primair onderwijs komt in mei."),
    ("De evaluatie op basisscholen komt in mei.", "De evaluatie op basisscholen en in het mbo komt in mei."),
    ("De evaluatie op scholen komt in mei.", "De evaluatie op middelbare scholen komt in mei."),
    ("In juni 2024 stuur ik uw Kamer het rapport over de kades.", "De minister stuurt in mei 2025 het rapport."),
    (
        "In het tweede kwartaal van 2024 komt het plan.",
        "De minister stuurt in het eerste kwartaal van 2025 het plan aan de Tweede Kamer.",
    ),
    ("De jaarrapportage 2024 over de dijken komt in mei.", "De jaarrapportage over de dijken komt in 2025."),
    ("Het rapport over de dijken van 2024 komt.", "De minister stuurt in de loop van 2025 het rapport over de dijken."),
    ("Ik stuur u het plan voor Zeeland.", "De minister van Infrastructuur stuurt het Zeelandse plan."),
    ("Ik stuur u de tweede monitor.", "De minister stuurt de monitor."),
    ("Ik stuur u de nota over Goes.", "Aan het lid De Vries wordt de nota toegezegd."),
    ("Ik stuur u de eerste en tweede monitor.", "De minister stuurt de tweede monitor."),
    ("Ik stuur u de evaluatie van de regeling.", "De minister stuurt de tussenevaluatie van de regeling."),
    ("Ik stuur u de kabinetsreactie op het rapport.", "De minister stuurt een reactie op het rapport."),
    ("De kosten van het plan zijn verstuurd.", "De minister informeert over de kosten van het plan."),
    ("Ik stuur u het rapport over de dijken.", "De minister stuurt het onderzoek over de dijken."),
]
OTHER = [
    ("Ik stuur u het rapport over de kades van Goes.", "De minister stuurt het plan voor de kades van Goes."),
    ("Ik stuur u het rapport over de kades.", "De minister stuurt geen rapport over de kades, maar gaat in gesprek."),
    ("De evaluatie op basisscholen komt in mei.", "De evaluatie op middelbare scholen komt in mei."),
    (
        "In mei 2025 komt de jaarrapportage 2024 over de dijken.",
        "De minister stuurt de jaarrapportage 2025 over de dijken.",
    ),
    (
        "Ik stuur u in mei het rapport van de dijken over 2023.",
        "De minister stuurt in mei het rapport over het jaar 2024.",
    ),
    ("Ik stuur u de tweede monitor van de dijken.", "De minister stuurt de eerste monitor van de dijken."),
    ("Ik stuur u het onderzoek naar de Maasbrug.", "De minister stuurt het onderzoek naar de Waalbrug."),
    ("Ik stuur u het advies over de dijken.", "De minister stuurt een beleidsreactie op het advies over de dijken."),
    ("Ik stuur u het plan voor de dijken.", "De minister stuurt een evaluatie van het plan voor de dijken."),
    ("Ik stuur u het plan voor de dijken.", "De minister meldt de financiële gevolgen van het plan voor de dijken."),
    ("Ik stuur u het plan voor de winning.", "De minister stuurt de planning van het plan voor de winning."),
    ("Ik stuur u de kaart van de situatie.", "De minister stuurt de evaluatie van de kaart van de situatie."),
    ("Ik stuur u de monitor.", "De minister meldt de uitkomsten van het gesprek met de raad over de monitor."),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_what_moves_or_is_said_by_one_alone_makes_no_other_thing(one: str, other: str) -> None:
    assert not is_other_thing(one, other)
    assert not is_other_thing(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_edition_place_in_a_row_or_name_is_another_thing(one: str, other: str) -> None:
    assert is_other_thing(one, other)
    assert is_other_thing(other, one)
