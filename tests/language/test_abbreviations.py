from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.language.abbreviations import expansions

NONE = {
    "a party after a name": "de motie van het lid Smit (SP) over stages",
    "a party of two letters in plain words": "een motie over subsidies en plaatsen (SP) is aangehouden",
    "an aside": "de afspraken (zie bijlage) gelden",
    "letters that do not stand there": "de minister van Financiën (BZK) stuurt",
    "a figure": "dit kost veel geld (2024) en tijd",
    "a numeral": "het tweede deel (II) volgt",
    "a word that happens to hold the letters": "de heer Beckerman (BN) vroeg",
    "the wrong order": "Fonds Nationale Groei (NGF)",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_abbreviation(text: str) -> None:
    assert expansions(text) == {}


FOUND = {
    "initials": ("De Landelijke Werkgroep Bevoegd (LWB) meldt", {"LWB": "Landelijke Werkgroep Bevoegd"}),
    "letters inside a compound": ("bij het Nationaal  Groeifonds (NGF) is", {"NGF": "Nationaal Groeifonds"}),
    "a small word between": (
        "de Nationale Aanpak Professionalisering van Leraren (NAPL)",
        {"NAPL": "Nationale Aanpak Professionalisering van Leraren"},
    ),
    "one hyphened word": ("dat de Realisatie-eenheid (RE) start", {"RE": "Realisatie-eenheid"}),
    "another language": (
        "belang van strategisch personeelsbeleid (S-HRM) aan",
        {"S-HRM": "strategisch personeelsbeleid"},
    ),
    "small letters": ("voortgezet speciaal onderwijs (vso).", {"vso": "voortgezet speciaal onderwijs"}),
    "part of a word": (
        "brede doeluitkering rampenbestrijding (BDUR)",
        {"BDUR": "brede doeluitkering rampenbestrijding"},
    ),
    "hereafter": ("de Veiligheidsregio Haaglanden (hierna: VRH) heeft", {"VRH": "Veiligheidsregio Haaglanden"}),
    "broken lines": ("de Algemene\nOnderwijsbond (AOb)", {"AOb": "Algemene Onderwijsbond"}),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_abbreviation(text: str, expected: dict[str, str]) -> None:
    assert expansions(text) == expected


@given(st.text(alphabet="abAB (),.-1\n", max_size=200))
def test_any_text_is_read(text: str) -> None:
    folded = " ".join(text.split())
    assert all(long in folded for long in expansions(text).values())
