"""`analyse`: the sentences of a letter with all that later stages ask of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from tracker.extraction import analyse, analysed_sentence
from tracker.language.lemmas import words
from tracker.model import Letter, Passage, PassageKind, Run, Section

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


def test_a_list_gives_its_items_what_introduces_it() -> None:
    row = passage("l/p1", "een loket openen", PassageKind.LIST_ITEM, "Wij gaan het volgende doen:")
    (sentence,) = analyse(letter(row)).sentences
    assert sentence.lead_in == "Wij gaan het volgende doen:"
    assert {"bullet", "item"} <= sentence.clauses[0].markers


def test_a_passage_is_analysed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = analysed_sentence.tokenize

    def counted(text: str) -> Any:
        read.append(text)
        return real(text)

    monkeypatch.setattr(analysed_sentence, "tokenize", counted)
    analysed = analyse(letter(passage("l/p1", "Wij komen. Er is geld."), passage("l/p2", "Wij gaan.")))
    assert read == []
    assert analysed.sentences_of("l/p2") == analysed.sentences[2:]
    assert [row.text for row in analysed.split_of("l/p1")] == ["Wij komen.", "Er is geld."]
    assert analysed.words_of("l/p1") == ("wij", "komen", "er", "is", "geld")
    assert read == ["Wij gaan.", "Wij komen.", "Er is geld."]


TEXT = "De bestuurs- en raadsperiode 2024-2025 is om.  En/of: foto’s van ’s-Gravenhage (zie blz. 3)? Ja!"


@pytest.mark.parametrize("kind", [PassageKind.PARAGRAPH, PassageKind.QUOTE])
def test_words_of_a_passage_are_those_of_its_text(kind: PassageKind) -> None:
    """Also where they come from the tokens of its sentences."""
    analysed = analyse(letter(passage("l/p1", TEXT, kind)))
    assert bool(analysed.sentences) is (kind is PassageKind.PARAGRAPH)
    assert analysed.words_of("l/p1") == words(TEXT)


def test_a_letter_tells_its_headings_abbreviations_and_references() -> None:
    rows = (
        passage("l/p1", "Het Nationaal Groeifonds (NGF) is er, zie Kamerstuk 27 923, nr. 460."),
        passage("l/p2", "Het plan van de luchtvaartautoriteit (LVA).", PassageKind.FURNITURE),
    )
    read = Letter("l", "l.txt", "", rows, (Section("s", "2.1 De scholen", 1, 1),), date=DAY)
    analysed = analyse(read)
    assert analysed.abbreviations == {"ngf": ("nationaal", "groeifonds")}
    assert [row.id for row in analysed.references] == ["kst-27923-460"]
    assert (analysed.heading("s"), analysed.heading_words("s")) == ("De scholen", ("2", "1", "de", "scholen"))
    assert [row.id for row in analysed.body] == ["l/p1"]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("2.1.3 Havens", "Havens"),
        ("IV. Havens …", "Havens"),
        ("9" * 400, "9" * 400),
        ("9." * 400 + "x", "9." * 400 + "x"),
    ],
)
def test_a_heading_is_told_without_its_number_however_long_that_is(heading: str, said: str) -> None:
    of = letter(passage("l/p1", "Er komt geld."))
    section = Section("l/s1", heading, 1, None, ())
    assert analyse(msgspec.structs.replace(of, sections=(section,))).heading("l/s1") == said
