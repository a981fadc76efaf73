"""`analyse`: the sentences of a letter with all that later stages ask of them."""

from __future__ import annotations

import datetime as dt

import msgspec

from tracker.extraction import AnalysedLetter, analyse
from tracker.extraction.analysis import analyse_sentence
from tracker.language.syntax import Tense
from tracker.model import Letter, Passage, PassageKind, Run

DAY = dt.date(2025, 1, 6)


def passage(name: str, text: str, kind: PassageKind = PassageKind.PARAGRAPH, lead_in: str | None = None) -> Passage:
    return Passage(name, None, kind, text, (Run(0, 0, len(text)),), 1, lead_in=lead_in)


def letter(*passages: Passage) -> Letter:
    return Letter("l", "l.txt", "", passages, (), date=DAY)


def test_sentences_know_their_place_and_the_one_before() -> None:
    rows = (passage("l/p1", "Wij sturen in mei 2025 het plan. Daarna volgt overleg."), passage("l/p2", "Er komt geld."))
    first, second, third = analyse(letter(*rows)).sentences
    assert rows[0].text[second.begin : second.end] == second.text == "Daarna volgt overleg."
    assert (first.before, second.before, third.before) == (None, first.text, None)
    assert [row.passage for row in (first, second, third)] == ["l/p1", "l/p1", "l/p2"]


def test_headings_and_quotes_do_not_speak() -> None:
    rows = [passage("l/p1", "Wij komen.", kind) for kind in (PassageKind.HEADING, PassageKind.QUOTE)]
    assert analyse(letter(*rows)).sentences == ()


def test_clauses_have_tense_subject_and_the_time_that_bounds_them() -> None:
    sentence = analyse_sentence("In mei 2025 sturen wij de Kamer het plan, dat in 2023 is gemaakt.", DAY)
    clause = sentence.clauses[0]
    assert (clause.tense, clause.subject_text, clause.addressee) == (Tense.PRESENT, "wij", True)
    assert clause.time is not None
    assert clause.time.deadline.text == "In mei 2025"


def test_an_infinitive_clause_gives_its_time_to_the_clause_that_it_completes() -> None:
    clause = analyse_sentence("Het doel is om in 2026 het loket te openen.", DAY).clauses[0]
    assert clause.times == ()
    assert clause.time is not None
    assert clause.time.deadline.edtf == "2026"


def test_a_list_gives_its_items_what_introduces_it() -> None:
    row = passage("l/p1", "een loket openen", PassageKind.LIST_ITEM, "Wij gaan het volgende doen:")
    (sentence,) = analyse(letter(row)).sentences
    assert sentence.lead_in == "Wij gaan het volgende doen:"
    assert {"bullet", "item"} <= sentence.clauses[0].markers


def test_an_analysis_can_be_kept_and_read_back() -> None:
    made = analyse(letter(passage("l/p1", "Eind 2025 sturen wij het plan en starten we de proef. Zo blijft het zo.")))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=AnalysedLetter) == made
