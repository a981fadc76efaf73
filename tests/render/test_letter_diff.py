"""Two letters side by side as text: what is new, gone, changed and the same."""

from __future__ import annotations

import datetime as dt

from tests.ledgers import letter
from tracker.alignment import align, align_passages, align_sentences
from tracker.extraction import analyse
from tracker.model import Letter
from tracker.render.letter_diff import render
from tracker.views.text_style import TextStyle

SAME = "De waterschappen verhogen de dijken langs de rivieren voor het droge seizoen van dat jaar."
BEFORE = "Het rapport over de verdieping van de haven sturen we uiterlijk eind 2021 naar uw Kamer."
AFTER = "Het rapport over de verdieping van de haven sturen we uiterlijk eind 2023 naar uw Kamer."
GONE = "Omwonenden meten het geluid van vliegtuigen met hun telefoon."
CAME = "Leerlingen krijgen een warme maaltijd in de pauze."
OLD = letter("kst-1-1", dt.date(2020, 1, 1), (SAME, BEFORE, GONE), "Havens")
NEW = letter("kst-1-2", dt.date(2021, 1, 1), (SAME, AFTER, CAME), "Havens")


def told(older: Letter, newer: Letter, *, outline: bool = False) -> str:
    pairs = align(older, newer)
    return render(older, newer, pairs, align_passages(older, newer, pairs), TextStyle(200), outline=outline)


def test_each_passage_is_told_by_what_became_of_it() -> None:
    text = told(OLD, NEW)
    assert f"  + {CAME}" in text
    assert f"  - {GONE}" in text
    assert "eind [-2021-]{+2023+} naar" in text
    assert SAME not in text


def test_an_outline_has_no_passages() -> None:
    text = told(OLD, NEW, outline=True)
    assert "Havens" in text
    assert CAME not in text


def test_letters_with_nothing_in_common_are_said_to_be_so() -> None:
    other = letter("kst-1-3", dt.date(2022, 1, 1), (CAME,), "Scholen")
    assert "nothing in common" in told(letter("kst-1-1", dt.date(2020, 1, 1), (GONE,), "Luchtvaart"), other)
    assert "nothing in common" not in told(OLD, NEW)


TOWER = "De gemeente laat voor de zomer de kosten van de sloop van de oude watertoren onderzoeken."
FELLED = "Uit het onderzoek blijkt dat de sloop van de oude watertoren dit jaar de begroting te boven gaat."
LEFT = "Bewoners vragen aandacht voor zwerfvuil bij de winkels en voor de bussen in het weekend."
ADDED = "De wethouder gaat met ondernemers, vervoerders en hoveniers om de tafel zitten over bankjes in het park."


def test_sentences_about_the_same_thing_stand_once_where_the_newer_one_stands() -> None:
    older = letter("kst-1-1", dt.date(2020, 1, 1), (f"{LEFT} {TOWER}",), "Wijk")
    newer = letter("kst-1-2", dt.date(2021, 1, 1), (f"{FELLED} {ADDED}",), "Wijk")
    pairs = align(older, newer)
    passages = align_passages(older, newer, pairs)
    sentences = align_sentences(analyse(older), analyse(newer), pairs, passages)
    lines = render(older, newer, pairs, passages, TextStyle(400), sentences=sentences).splitlines()
    assert "  sentences about the same thing: 1 rewritten" in lines
    (edited,) = (line for line in lines if line.startswith("  ~"))
    assert "sloop van de oude watertoren [-onderzoeken-]{+dit jaar" in edited
    assert f"  + {ADDED}" in lines
    assert f"  - {LEFT}" in lines
    assert not any(TOWER in line or FELLED in line for line in lines)
