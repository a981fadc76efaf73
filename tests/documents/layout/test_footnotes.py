"""Footnotes of plain text: which figures are their marks, and which numbered lines are headings or lists."""

import pytest

from tests.processor import is_linear
from tracker.documents import read_letter
from tracker.documents.layout.footnotes import stuck_marks
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


LONG = " Dat is een zin die lang genoeg is om als alinea op één regel te staan, zoals een pagina haar heeft."
KEPT = [
    ("Fase1 is klaar.", "In fase2 volgt de rest."),
    ("De CO2 daalt.", "Het hbo5 van de school blijft."),
    ("Dat heet spoor1.", "Daarna komt er niets meer met een cijfer."),
    ("De motie is van 8 juni.", "Het is 10.1 graden, en 3,1 procent meer."),
    ("Kaart nr.1 Zie daar.", "De brug van 20151 meter is lang."),
    ("Het bedrag is 20251 euro.", "In 20251 huishoudens is gemeten."),
    ("Zie art.1 De weg.", "Verder staat hier niets."),
    ("Plan1 en kaart2 staan naast mbo4, havo5, vwo6, klas7, groep8 en lijn9.", "Het is goed."),
]
"""Figures that belong to their words: of one word, not from one on, alone, or among others."""
COPIED = [
    (("Dat volgt uit de verkenning.1 Het plan staat vast.", "Alle acties.2 lopen."), "verkenning. Het plan"),
    (
        ("Bij de brief van Zaken1, waarin", "Open op Orde2 en (CU)/Leijten (SP)3, loopt."),
        "op Orde en (CU)/Leijten (SP), loopt",
    ),
    (("Het overleg was op 15 december 20161 in de Kamer.", "Dat loopt.2"), "15 december 2016 in de Kamer"),
    (("Wij verwachten dit in het voorjaar van 20151.", "Dat loopt."), "voorjaar van 2015."),
    (("Met mijn brief van 28 september 20201 berichtte ik u.", "Dat loopt."), "28 september 2020 berichtte"),
    (("Het is eind 20251 klaar.", "Dat loopt."), "eind 2025 klaar"),
    (("Ik heb u schriftelijk1 laten weten dat het klaar is.", "Dat loopt."), "schriftelijk laten"),
    (("Het plan is aan uw Kamer gestuurd.1 Daarna volgt de brug.", "Dat loopt."), "gestuurd. Daarna"),
    (("Dat volgt uit de «verkenning».1", "Dat loopt."), "verkenning»."),
    (("De data is opgeruimd.1Met de motie is dat gevraagd.", "Dat loopt.2"), "opgeruimd.Met de motie"),
]


def copied(sentences):
    """What is read of a letter that was copied from a page: a paragraph a line, without its notes."""
    lines = ["Den Haag, 3 mei 2030", *(row + LONG for row in sentences)]
    return " ".join(one.text for one in read_letter("x.txt", "\n\n".join(lines).encode()).passages)


@pytest.mark.parametrize("sentences", KEPT)
def test_figures_that_belong_to_words_are_no_marks(sentences):
    text = copied(sentences)
    assert all(sentence in text for sentence in sentences)


@pytest.mark.parametrize(("sentences", "left"), COPIED)
def test_marks_that_count_on_are_no_words_where_the_notes_were_not_copied(sentences, left):
    assert left in copied(sentences)


def test_marks_of_a_page_that_was_copied_with_its_line_ends_are_no_words():
    lines = [
        "Op 26 april heb ik uw Kamer geïnformeerd over de voorbereiding op en de invoering van de wet.1 Met",
        "deze brief informeer ik u opnieuw over de voortgang van de invoering van deze wet, een jaar na de",
        "inwerkingtreding van de wet in het voorjaar van 2029 en openbaar gemaakt2, zoals ik u heb beloofd",
    ]
    text = read_letter("x.txt", "\n".join(["Den Haag, 3 mei 2030", "", *lines]).encode()).passages[-1].text
    assert "wet. Met deze" in text
    assert "openbaar gemaakt, zoals" in text


def test_notes_below_a_label_have_their_marks_and_end_before_what_the_site_prints_below():
    lines = ["Den Haag, 3 mei 2030", f"Wij zenden u het rapport toe1.{LONG}", f"Dat was in 2029.2{LONG}"]
    site = [
        "X Noot",
        "1",
        "Raadpleegbaar op de site.",
        "X Noot",
        "2",
        "Kamerstuk 34 300.",
        "Zie daar.",
        "Naar boven",
    ]
    read = read_letter("x.txt", "\n\n".join([*lines, *site]).encode())
    assert notes(read) == ["Raadpleegbaar op de site.", "Kamerstuk 34 300. Zie daar."]
    assert [one.text for one in read.passages[1:3]] == [lines[1].replace("toe1", "toe"), lines[2].replace("9.2", "9.")]


def test_a_word_that_is_a_label_elsewhere_is_none_without_a_mark_below_it():
    lines = ["Den Haag, 3 mei 2030", "Noot", f"In mei sturen wij u een plan.{LONG}"]
    assert not notes(read_letter("x.txt", "\n\n".join(lines).encode()))


@pytest.mark.parametrize("sign", ["a", ")", ".)", "a.", "ab1 ", "\u4e2d"])
def test_long_words_and_rows_of_signs_take_time_by_their_length(sign):
    assert is_linear(lambda times: stuck_marks(sign * times), 4_000)
