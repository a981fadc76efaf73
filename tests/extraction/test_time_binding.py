"""Of several times of a clause the one that tells when it is done binds it."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.time_binding import TimeLayer, binding_time
from tracker.language.syntax import ClauseKind, Tense
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
    found = binding_time([TimeLayer(Tense.PRESENT, tag_times(sentence, _LETTER))], _LETTER)
    assert found is not None
    assert str(found.deadline.end) == end


WHOLE = [
    ("Vorig jaar is voor de zomer een nieuw loket geopend.", "2024-12-31"),
    ("In 2024 heeft de raad vóór de zomer een nota vastgesteld.", "2024-12-31"),
    ("Alle stuwen zijn vóór 1 maart geplaatst.", ""),
    ("Alle stuwen zijn vóór 1 juli geplaatst.", "2025-06-30"),
    ("Alle stuwen zijn uiterlijk in maart geplaatst.", "2026-03-31"),
    ("De op 14 maart 2025 ondertekende verklaring werken wij voor de zomer uit.", "2025-07-07"),
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
    ("De opvang tot 1 juli 2025 wordt betaald.", ""),
    ("Na de proef in juni 2025 besluiten wij over een vervolg.", ""),
    ("Na de proef, per 1 juni 2025, besluiten wij over een vervolg.", "2025-06-01"),
    ("Na de zomer van 2025 besluiten wij over een vervolg.", "2025-11-30"),
    ("Tot 1 juli 2025 wordt de opvang betaald.", "2025-07-01"),
    ("dat het voorstel tot 1 juli 2025 beschikbaar is voor reacties.", "2025-07-01"),
]


@pytest.mark.parametrize(("sentence", "end"), WHOLE)
def test_a_time_inside_a_noun_phrase_binds_no_clause(sentence: str, end: str) -> None:
    """What stands between an article and its noun says which; before the verb of a main clause stands one part."""
    time = analyse_sentence(sentence, _LETTER).clauses[0].time
    assert str(time.deadline.end if time else "") == end


AROUND = [
    ("Door in 2026 te sturen op inkoop zal een bedrag worden bespaard.", "2026-12-31"),
    ("Om eind 2027 aan de norm te voldoen, moeten de sluizen worden vervangen.", "2027-12-31"),
    ("Als in maart 2026 de vergunning wordt afgegeven, vindt de overdracht plaats.", "2026-03-31"),
    ("Als in maart 2026 de vergunning wordt afgegeven, vindt de overdracht in mei 2026 plaats.", "2026-05-31"),
    ("De komende periode voeren we acties uit om in 2026 zo te kunnen werken.", "2026-12-31"),
    ("Omdat in maart 2026 de vergunning afloopt, vragen wij een nieuwe aan.", ""),
    ("Hoewel de hal in 2026 leeg komt, verkopen wij die.", ""),
    ("Deze loopt tot 2027.", "2026-12-31"),
    ("Het onderzoek is uiterlijk in juni 2025 afgerond.", "2025-06-30"),
    ("Het onderzoek is in mei 2025 afgerond.", ""),
    ("Er zijn twee dagen gepland in oktober.", "2025-10-31"),
    ("Er zijn twee dagen gehouden in april.", ""),
    ("De dijk wordt vanaf heden bewaakt.", "2025-05-20"),
    ("Door in 2026 te sturen op (vaste) korting zal een bedrag worden bespaard.", "2026-12-31"),
]


@pytest.mark.parametrize(("sentence", "end"), AROUND)
def test_what_stands_around_a_clause_without_a_date_dates_it(sentence: str, end: str) -> None:
    main = next(one for one in analyse_sentence(sentence, _LETTER).clauses if one.clause.kind is ClauseKind.MAIN)
    assert (str(main.time.deadline.end) if main.time else "") == end


def test_a_relative_clause_on_what_parliament_hears_of_has_its_own_date() -> None:
    said = analyse_sentence("De analyse, waarover ik uw Kamer eind 2025 zal informeren, wil ik benutten.", _LETTER)
    assert [str(one.time.deadline.end) for one in said.clauses if one.time] == ["2025-12-31"]


@pytest.mark.parametrize(
    ("sentence", "letter", "end"),
    [
        ("Eind 2025 is de organisatie geëvalueerd.", dt.date(2025, 10, 7), "2025-12-31"),
        ("Eind 2025 is de organisatie geëvalueerd.", dt.date(2025, 12, 20), ""),
        ("Eind 2025 werd de organisatie geëvalueerd.", dt.date(2025, 10, 7), ""),
        ("In 2025 is de organisatie geëvalueerd.", dt.date(2025, 2, 7), ""),
    ],
)
def test_the_end_of_a_year_that_has_just_begun_is_to_come(sentence: str, letter: dt.date, end: str) -> None:
    (clause,) = analyse_sentence(sentence, letter).clauses
    assert (str(clause.time.deadline.end) if clause.time else "") == end
