"""Text layers that say something else than the page: fonts without a table of letters, and poor OCR."""

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_letter
from tracker.errors import LetterError

TEXT = [
    "De minister van Waterstaat heeft de raad op de hoogte gesteld van het werk",
    "aan de brug. Daarbij heeft zij ook gewezen op de afspraken met de minister van",
    "Financiën over het geld dat daarvoor nodig is, en op de vergunning. In het",
    "najaar van 2031 stuurt zij de raad een plan voor het onderhoud van de weg.",
]
TABLE = [f"Nieuwe brug Noord {year} 1.250 34,5 km2 mln. ggz BZK" for year in range(2030, 2042)]
SHIFTS = (1, 3, 7, 13, 19, 22)


def shifted(lines, by):
    """The lines in letters that stand so much further in the alphabet, as glyphs of a font without a table do."""
    return [
        "".join(chr((ord(char) - 97 + by) % 26 + 97) if char.isalpha() else char for char in line) for line in lines
    ]


def plain(lines):
    return [line.casefold().replace("ë", "e") for line in lines]


@pytest.mark.parametrize("by", SHIFTS)
def test_a_paper_whose_fonts_do_not_tell_their_letters_is_refused(by):
    with pytest.raises(LetterError, match="force-ocr"):
        read_letter("x.pdf", raw_pdf(words(shifted(plain(TEXT), by))))


def test_glyph_numbers_in_capitals_are_refused():
    lines = ["".join(chr(ord(char) - 29) if char > "D" else char for char in line) for line in plain(TEXT)]
    with pytest.raises(LetterError, match="force-ocr"):
        read_letter("x.pdf", raw_pdf(words(lines)))


def test_a_page_of_such_a_font_is_told_and_the_others_are_read():
    letter = read_letter("x.pdf", raw_pdf(words(TEXT), words(shifted(plain(TEXT), 3))))
    assert [notice.id for notice in letter.notices] == ["pdf.page-is-garbled"]
    assert [one.text for one in letter.passages] == [" ".join(TEXT)]


@pytest.mark.parametrize("lines", [TEXT, TABLE, ["WBDBO NPRKS"] * 9], ids=["prose", "table", "few"])
def test_what_has_words_is_read_without_a_word(lines):
    assert not read_letter("x.pdf", raw_pdf(words(lines))).notices


def test_poor_ocr_is_told_with_its_share():
    poor = [line.replace("aa", "a4a").replace("st", "s|t") for line in TEXT]
    (notice,) = read_letter("x.pdf", raw_pdf(words(poor))).notices
    assert notice.id == "pdf.poor-text"
    assert "% of its words look misread" in str(notice)
