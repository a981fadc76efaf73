"""Of several times of a clause the one that tells when it is done binds it."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysis import analyse_sentence
from tracker.extraction.time_binding import binding_time
from tracker.language.syntax import Tense
from tracker.temporal.timex import tag_times

_LETTER = dt.date(2025, 5, 20)
CASES = [
    ("De regeling voor schooljaar 2026-2027 publiceer ik uiterlijk 1 november 2025.", "2025-11-01"),
    ("De agenda voor het volgende kwartaal stuur ik eind juni naar uw Kamer.", "2025-06-30"),
    ("De raming voor de komende zes maanden stuur ik eind augustus 2025 naar u.", "2025-08-31"),
    ("De jaarcijfers over 2025 ontvangt u in maart 2026.", "2026-03-31"),
    ("Het programma voor de periode 2026-2030 bied ik in september 2025 aan.", "2025-09-30"),
    ("In maart 2026 ontvangt u de jaarcijfers over 2025.", "2026-03-31"),
    ("Voor 2026 is er zes miljoen.", "2026-12-31"),
]


@pytest.mark.parametrize(("sentence", "end"), CASES)
def test_binding_time(sentence: str, end: str) -> None:
    """The time that a clause is about is its deadline only where there is no other."""
    found = binding_time(Tense.PRESENT, tag_times(sentence, _LETTER), (), _LETTER)
    assert found is not None
    assert str(found.deadline.end) == end


WHOLE = [
    ("De in 2024 vastgestelde visie wordt uitgevoerd.", ""),
    ("Wij openen een in 2023 gebouwde hal.", ""),
    ("Daarmee wordt het in 2026 geplande onderzoek vervroegd.", ""),
    ("Daarmee wordt het in 2026 eenvoudiger.", "2026-12-31"),
    ("De in 2024 vastgestelde visie wordt in 2026 uitgevoerd.", "2026-12-31"),
    ("Na de evaluatie van de proef in 2025 zal een plan begin 2026 worden voorgelegd.", "2026-03-31"),
    ("Op grond van de cijfers over 2025 worden er vanaf 2026 twee extra boten verwacht.", "2026-12-31"),
    ("Ook in 2026 wordt er geteld.", "2026-12-31"),
    ("Hier worden proeven voor gestart (2026-2028).", "2028-12-31"),
    ("De nota (maart 2026) wordt door ons uitgevoerd.", ""),
    ("Er komen nieuwe beheerplannen (2026-2028), zoals gezegd.", ""),
    ("De gemeente laat in 2026 een visie opstellen.", "2026-12-31"),
]


@pytest.mark.parametrize(("sentence", "end"), WHOLE)
def test_a_time_inside_a_noun_phrase_binds_no_clause(sentence: str, end: str) -> None:
    """What stands between an article and its noun says which; before the verb of a main clause stands one part."""
    time = analyse_sentence(sentence, _LETTER).clauses[0].time
    assert str(time.deadline.end if time else "") == end
