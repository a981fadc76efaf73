"""The letters of a page, upright wherever the page turns them."""

import pypdfium2 as pdfium
import pytest

from tests.documents.raw_pdf import raw_pdf, scaled, words
from tracker.documents.formats.pdf_letters import letters_of

TURNS = {0: None, 1: (0, 1, -1, 0, 842, 0), 2: (-1, 0, 0, -1, 595, 842), 3: (0, -1, 1, 0, 0, 842)}


def letters(content):
    with pdfium.PdfDocument(raw_pdf(content)) as document:
        page = document[0]
        return [one for one in letters_of(page.get_textpage(), page.get_cropbox()) if not one.made]


@pytest.mark.parametrize("turn", TURNS)
def test_each_stands_right_of_the_one_before_on_one_base(turn):
    found = letters(words(["haven"], matrix=TURNS[turn]))
    assert "".join(one.char for one in found) == "haven"
    assert {one.turn for one in found} == {turn}
    assert [one.left for one in found] == sorted(one.left for one in found)
    assert len({round(one.base, 2) for one in found}) == 1


def test_size_is_what_is_printed_not_what_the_font_is_called_in():
    assert {round(one.size, 2) for one in letters(words(["haven"]) + scaled(["haven"], top=100))} == {10.0}
