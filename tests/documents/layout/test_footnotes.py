"""Footnotes of plain text: which figures are their marks, and which numbered lines are headings or lists."""

import pytest

from tracker.documents import read_letter
from tracker.model import PassageKind

FULL = "en in de raad is gezegd dat het werk aan de brug in het najaar zal beginnen"
NO_MARKS = [
    "Op 1 oktober 2031 openen wij de brug.",
    "Datum 1 oktober 2031",
    "Dat is op 1 maart gezegd, en op 2 mei herhaald.",
    "Vóór 1 juli komt er een plan.",
    "Zie bijlage 1 en artikel 1, en ook pagina 1.",
    "De uitstoot van NO1 en CO1 daalt.",
    "Het is 10.1 graden, en 3,1 procent meer.",
    "Er is 1 brug en 1 tunnel.",
    "De eerste 1 regio start.",
    "In 2031 1 miljoen euro.",
    "Dat heet spoor 1; daarna volgt fase 1.",
]
MARKS = [
    "Dat is gezegd.1 Daarna",
    "Dat heet de brug1 van de stad",
    "de motie van het lid Jansen 1, over",
    "in 2031.1 Daarna",
]


def letter(sentence, below):
    lines = ["Den Haag, 3 mei 2030", "", "Geachte voorzitter,", "", FULL, sentence, FULL, "", *below]
    return read_letter("x.txt", "\n".join(lines).encode())


def notes(read):
    return [one.text for one in read.passages if one.kind is PassageKind.FOOTNOTE]


@pytest.mark.parametrize("sentence", NO_MARKS)
@pytest.mark.parametrize("below", [["1. De brug", "", FULL], ["1 Zie de brief.", FULL], ["1. Een lijst", "2. Nog een"]])
def test_figures_of_the_text_are_no_marks(sentence, below):
    read = letter(sentence, below)
    assert not notes(read)
    assert sentence in " ".join(one.text for one in read.passages)


@pytest.mark.parametrize("sentence", MARKS)
def test_marks_have_their_notes(sentence):
    assert notes(letter(sentence, ["1 Zie de brief.", "", FULL])) == ["Zie de brief."]


def test_a_numbered_heading_is_no_note_although_a_figure_stands_above_it():
    read = letter("Dat is gezegd.1 Daarna niet meer", ["1. De brug", "", FULL])
    assert not notes(read)
    assert [section.heading for section in read.sections] == ["1. De brug"]
