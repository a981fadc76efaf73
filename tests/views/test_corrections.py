"""What a corrected letter says otherwise."""

from __future__ import annotations

import datetime as dt

from tests.ledgers import letter
from tracker.views.corrections import SHOWN, corrections

SAME = "De waterschappen verhogen de dijken langs de rivieren."
DAY = dt.date(2020, 1, 1)
OLD = letter("kst-1-1", DAY, (SAME, "Het rapport over de haven volgt uiterlijk in mei."), "Havens")


def test_only_what_differs_with_its_word_edits() -> None:
    new = letter("kst-1-1", DAY, (SAME, "Het rapport over de haven volgt uiterlijk in juni."), "Havens")
    (entry,) = corrections(OLD, new).entries
    (note,) = entry.notes
    assert "[-mei-]{+juni+}" in note.text


def test_the_same_letter_says_nothing() -> None:
    assert corrections(OLD, OLD).entries == ()


def test_a_passage_that_came_is_told_whole() -> None:
    new = letter("kst-1-1", DAY, (SAME, OLD.passages[1].text, "Leerlingen krijgen een warme maaltijd."), "Havens")
    (entry,) = corrections(OLD, new).entries
    assert [(note.lead, note.text) for note in entry.notes] == [("now", "Leerlingen krijgen een warme maaltijd.")]


def test_another_letter_is_not_told_whole() -> None:
    many = tuple(f"Zin {number} gaat over onderwerp {number * 7}." for number in range(SHOWN + 9))
    assert len(corrections(OLD, letter("kst-1-1", DAY, many, "Iets")).entries) == SHOWN
