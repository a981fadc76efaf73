"""A thing is known in another spelling; another word is another thing."""

from __future__ import annotations

import pytest

from tracker.language.terms import NO_NAMES, terms_of
from tracker.status.other_spellings import OtherSpellings, pairs_of


def holds(promised: str, told: str) -> bool:
    words = tuple(told.split())
    stems = {stem for term in terms_of(words, NO_NAMES) for stem in term}
    index = OtherSpellings({stem: [0] for stem in stems}, {pair: [0] for pair in pairs_of(words)})
    ((noun, *_),) = terms_of((promised,), NO_NAMES)
    return index.of(noun) == {0}


@pytest.mark.parametrize(
    ("promised", "told", "known"),
    [
        ("woondoelgroepen", "de bouw doelgroepen", False),
        ("woondoelgroepen", "de doelgroepen van het beleid", False),
        ("prinsessentuin", "de koninginnentuin", False),
        ("wegen", "de wagen", False),
        ("kleinbedrijven", "adviezen voor kleine bedrijven", False),
        ("tz202402-158", "toezegging tz202402-159 is afgedaan", False),
        ("kamerstuk27923", "het kamerstuk27924", False),
        ("prinsessentuin", "de restauratie van de prinsessetuin", True),
        ("pannenkoekenhuis", "het pannekoekenhuis aan zee", True),
        ("woondoelgroepen", "uitgangspunten voor woning doelgroepen", True),
        ("parkeerstrategie", "de nieuwe parkeer strategie", True),
        ("deijlschool", "de voormalige deylschool", True),
        ("groenstructuurplan", "het groen structuurplan", True),
    ],
)
def test_a_long_word_is_known_in_another_spelling(promised: str, told: str, known: bool) -> None:
    assert holds(promised, told) is known
