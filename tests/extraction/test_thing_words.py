"""Whether two texts name one thing, in the same words or in compounds of them."""

from __future__ import annotations

import pytest

from tracker.extraction.thing_words import name_one_thing, thing_words

TUNNELS = "Rapport over de veiligheid van tunnels"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TUNNELS, "De minister stuurt het rapport over spoortunnelveiligheid."),
        (TUNNELS, "De minister stuurt het rapport over tunnelkosten."),
        (TUNNELS, "De minister stuurt het rapport over tunnels."),
        (TUNNELS, "De minister stuurt het rapport over de veiligheid van tunnels en bruggen."),
        ("Rapportage over de kwaliteit van het water", "De drinkwaterkwaliteitsrapportage volgt."),
        ("Visie op de bouw van woningen", "De minister stuurt de woningbouwlocatievisie."),
        ("Onderzoek naar de lonen van leraren", "De minister onderzoekt loonleraren en de werkdruk."),
        ("Brief over onderwijs", "De minister stuurt de onderwijsbrief."),
        ("Brief", "De minister stuurt een brief."),
        ("", ""),
    ],
)
def test_what_either_says_more_of_is_another_thing(one: str, other: str) -> None:
    assert not name_one_thing(thing_words(other), thing_words(one))
    assert not name_one_thing(thing_words(one), thing_words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TUNNELS, "De minister zegt toe een rapport te sturen over tunnelveiligheid."),
        ("Rapportage over de kwaliteit van het water", "De minister stuurt de waterkwaliteitsrapportage."),
        ("Visie op de bouw van woningen", "De minister stuurt de woningbouwvisie."),
        ("Brief over het toezicht op de kinderopvang", "De minister stuurt een brief over kinderopvangtoezicht."),
        ("Notitie over het onderhoud van bruggen", "De wethouder stuurt de notitie brugonderhoud."),
        (TUNNELS, "De minister stuurt het rapport over de veiligheid van tunnels."),
    ],
)
def test_a_compound_names_what_its_parts_name(one: str, other: str) -> None:
    assert name_one_thing(thing_words(other), thing_words(one))
    assert name_one_thing(thing_words(one), thing_words(other))
