"""Nouns that stand for a longer one of the sentence before."""

from __future__ import annotations

import pytest

from tracker.extraction.naming import Name, Naming
from tracker.extraction.noun_phrases import NounPhrase
from tracker.extraction.short_names import long_names, naming_spelled_out, phrases_spelled_out, spelled_out

PLAN = NounPhrase(("plan",), ("plan",))
WORDS = ["u", "ontvangt", "het", "plan", "in", "mei"]
NAMES = [
    ("with an article for any", PLAN, "u ontvangt een plan in mei", ["het havenplan kost tijd"], {}),
    ("with words of its own", NounPhrase(("plan", "kade"), ("plan", "kade")), "het plan", ["het havenplan"], {}),
    ("named itself", PLAN, "het plan", ["het plan naast het havenplan"], {}),
    ("of two compounds", PLAN, "het plan", ["het havenplan en het kadeplan"], {}),
    ("too far back", PLAN, "het plan", ["dat duurt", "zo is het", "het havenplan"], {}),
    ("none before", PLAN, "het plan", ["de haven"], {}),
    ("a body", NounPhrase(("regio",), ("regio",)), "de regio", ["de arbeidsmarktregio"], {}),
    ("a scheme of grants", NounPhrase(("beurs",), ("beurs",)), "de beurs", ["de lerarenbeurs"], {}),
    ("a word that only ends so", NounPhrase(("weg",), ("weg",)), "de weg", ["de omweg is lang"], {}),
    ("the compound before", PLAN, "het plan", ["het havenplan kost tijd"], {"plan": "havenplan"}),
    ("two sentences before", PLAN, "dit plan", ["dat duurt", "het havenplan"], {"plan": "havenplan"}),
    (
        "a compound that no dictionary has",
        NounPhrase(("programma",), ("programma",)),
        "het programma",
        ["het sluizenprogramma"],
        {"programma": "sluizenprogramma"},
    ),
]


@pytest.mark.parametrize(
    ("phrase", "words", "before", "found"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES]
)
def test_what_a_noun_stands_for(phrase: NounPhrase, words: str, before: list[str], found: dict[str, str]) -> None:
    assert long_names([phrase], words.split(), [row.split() for row in before]) == found


def test_short_nouns_are_spelled_out_everywhere() -> None:
    long = {"plan": "havenplan"}
    other = NounPhrase(("plan", "kade"), ("plan", "kade"))
    assert spelled_out(("het", "plan"), long) == ("het", "havenplan")
    assert phrases_spelled_out((PLAN, other), long) == (NounPhrase(("havenplan",), ("havenplan",)), other)
    named = naming_spelled_out(Naming((Name(("plan",), ("plan",)),), act="ontvangen"), long)
    assert [row.written for row in named.names] == [("havenplan",)]
    assert named.act == "ontvangen"
