"""Printed lines: type enlarged by its matrix, pages turned, words printed twice, pages that are pictures."""

import pytest

from tests.documents.raw_pdf import raw_pdf, scaled, words
from tracker.documents import read_letter
from tracker.errors import LetterError
from tracker.model import PassageKind

TEXT = [
    "De minister van Waterstaat heeft de raad op de hoogte gesteld van het werk",
    "aan de brug. Daarbij heeft zij ook gewezen op de afspraken met de minister van",
    "Financiën over het geld dat daarvoor nodig is, en op de vergunning.",
]
NOTE = "1 Zie de brief van vorig jaar."
TURNS = {
    "upright": None,
    "left": (0, 1, -1, 0, 842, 0),
    "right": (0, -1, 1, 0, 0, 842),
    "upside-down": (-1, 0, 0, -1, 595, 842),
}


def paragraphs(letter):
    return [one.text for one in letter.passages if one.kind is PassageKind.PARAGRAPH]


def test_type_enlarged_by_its_matrix_has_its_size():
    letter = read_letter("x.pdf", raw_pdf(scaled(TEXT) + " " + scaled([NOTE], top=100, size=6)))
    assert paragraphs(letter) == [" ".join(TEXT)]
    assert [(one.mark, one.text) for one in letter.passages if one.kind is PassageKind.FOOTNOTE] == [("1", NOTE[2:])]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", TURNS)
def test_a_page_is_read_along_its_own_words(turn, rotate):
    turned = words(TEXT, left=60, top=500, matrix=TURNS[turn])
    letter = read_letter("x.pdf", raw_pdf(words(["Aan de raad"]), turned, rotate=rotate))
    assert " ".join(TEXT) in paragraphs(letter)


def test_a_stamp_along_the_edge_is_not_read_into_the_text():
    stamp = words(["dienst: 12345"], left=100, top=60, matrix=TURNS["right"])
    letter = read_letter("x.pdf", raw_pdf(words(TEXT) + stamp))
    assert paragraphs(letter) == [" ".join(TEXT)]


@pytest.mark.parametrize("shift", [0, 0.4, 1.2])
def test_words_printed_over_themselves_are_read_once(shift):
    letter = read_letter("x.pdf", raw_pdf(words(TEXT) + words(TEXT, left=80 + shift)))
    assert paragraphs(letter) == [" ".join(TEXT)]


def test_the_same_words_in_another_place_are_read_again():
    letter = read_letter("x.pdf", raw_pdf(words(TEXT) + words(TEXT, top=600)))
    assert paragraphs(letter) == [" ".join(TEXT)] * 2


def test_a_page_that_is_only_a_picture_is_told():
    letter = read_letter("x.pdf", raw_pdf(words(TEXT), "", words(TEXT), picture=(1, 2)))
    assert [str(notice) for notice in letter.notices] == [
        "page 2 has no text, only a picture, and was not read; "
        "let `tracker read --ocr FOLDER` read it, or make it searchable with `ocrmypdf --skip-text FILE OUT.pdf`."
    ]


def test_an_empty_page_is_no_loss():
    assert not read_letter("x.pdf", raw_pdf(words(TEXT), "")).notices


def test_pictures_alone_are_refused():
    with pytest.raises(LetterError, match="ocrmypdf"):
        read_letter("x.pdf", raw_pdf("", picture=(1,)))


def spread(line, gaps, size=10):
    """A line whose words stand `gaps` of its size apart, with no space between them."""
    shift = -1000 * gaps
    return f"BT /F {size} Tf 1 0 0 1 80 640 Tm [({f') {shift} ('.join(line.split())})] TJ ET"


@pytest.mark.parametrize("gaps", [0.16, 0.2, 0.3])
def test_words_that_stand_a_narrow_gap_apart_are_two(gaps):
    line = "De raad wil dat plan, op en af. Ook de NDFF stemt ermee in."
    assert line in paragraphs(read_letter("x.pdf", raw_pdf(words(TEXT) + spread(line, gaps))))


@pytest.mark.parametrize("gaps", [0.02, 0.07])
def test_letters_that_stand_loosely_are_one_word(gaps):
    letter = read_letter("x.pdf", raw_pdf(words(TEXT) + spread("v e r t r a g i n g", gaps)))
    assert any("vertraging" in one.text for one in letter.passages)


def small(before, figure, after, rise, size=10):
    """A line with a small figure in it, raised by so much."""
    shown = f"({before}) Tj /F 6 Tf {rise} Ts ({figure}) Tj 0 Ts /F {size} Tf ({after}) Tj"
    return words(TEXT, top=740) + f"BT /F {size} Tf 1 0 0 1 80 600 Tm {shown} ET"


@pytest.mark.parametrize(
    ("before", "figure", "rise"),
    [("CO", "2", -2), ("CO", "2", 0), ("NH", "3", 4), ("PM", "10", -1.5), ("100 m", "2", 4)],
)
def test_the_figure_of_a_formula_is_no_note_mark(before, figure, rise):
    letter = read_letter("x.pdf", raw_pdf(small(f"Wij meten de {before}", figure, " van het gebied elk jaar.", rise)))
    assert f"Wij meten de {before}{figure} van het gebied elk jaar." in paragraphs(letter)


def test_a_power_of_ten_is_no_note_mark():
    letter = read_letter("x.pdf", raw_pdf(small("Wij meten 10", "6", " deeltjes per liter.", 4)))
    assert "Wij meten 106 deeltjes per liter." in paragraphs(letter)


@pytest.mark.parametrize("before", ["beleid", "de OESO", "plan B", "het NPCE", "tot 2031", "artikel 110"])
def test_a_raised_figure_after_a_word_is_a_note_mark(before):
    letter = read_letter("x.pdf", raw_pdf(small(f"Wij meten {before}", "2", " van het gebied elk jaar.", 4)))
    assert f"Wij meten {before} van het gebied elk jaar." in paragraphs(letter)
