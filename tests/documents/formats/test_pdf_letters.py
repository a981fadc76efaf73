"""The letters of a page, upright wherever the page turns them."""

import itertools
import math

import pypdfium2 as pdfium
import pytest

from tests.documents.raw_pdf import raw_pdf, scaled, words
from tracker.documents.formats.pdf_letters import characters_of

TURNS = {0: None, 1: (0, 1, -1, 0, 842, 0), 2: (-1, 0, 0, -1, 595, 842), 3: (0, -1, 1, 0, 0, 842)}


def letters(content):
    with pdfium.PdfDocument(raw_pdf(content)) as document:
        page = document[0]
        return [one for one in characters_of(page.get_textpage(), page.get_cropbox()) if not one.made]


@pytest.mark.parametrize("turn", TURNS)
def test_each_stands_right_of_the_one_before_on_one_base(turn):
    found = letters(words(["haven"], matrix=TURNS[turn]))
    assert "".join(one.char for one in found) == "haven"
    assert {one.turn for one in found} == {turn}
    assert [one.left for one in found] == sorted(one.left for one in found)
    assert len({round(one.base, 2) for one in found}) == 1


def test_size_is_what_is_printed_not_what_the_font_is_called_in():
    assert {round(one.size, 2) for one in letters(words(["haven"]) + scaled(["haven"], top=100))} == {10.0}


def _sloping(degrees, left=300, foot=500):
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (round(cos, 5), round(sin, 5), round(-sin, 5), round(cos, 5), left, foot)


@pytest.mark.parametrize("degrees", [-30, -7, -0.5, 1.2, 4, 45, 88, 95, 175])
def test_a_line_that_slopes_is_level(degrees):
    """Its letters stand on one base, none within another, from where the first is printed."""
    found = letters(words(["VERZONDEN 1 2 MEI 2031"], left=0, top=0, matrix=_sloping(degrees)))
    inked = [one for one in found if one.char != " "]
    assert len({round(one.base, 1) for one in inked}) == 1
    assert all(one.right < two.left + 2 for one, two in itertools.pairwise(inked))
    assert len({one.turn for one in inked}) == 1


def test_lines_that_slope_stay_apart():
    """Each begins where it is printed, and is turned from level ones where it slopes more than a scan does."""
    found = letters(words(["een", "twee"], left=0, top=0, matrix=_sloping(10)) + " " + words(["drie"]))
    assert len({round(one.base) for one in found}) == 3
    assert [one.turn for one in found] == [4] * 7 + [0] * 4


@pytest.mark.parametrize("degrees", [-4, -2.5, 1, 3])
def test_what_stands_side_by_side_on_a_page_scanned_askew_is_on_one_line(degrees):
    """Where the lines of a page slope alike, two columns begin at one height, though each is read for itself."""
    far = math.radians(degrees)
    right = _sloping(degrees, 300 + 200 * math.cos(far), 500 + 200 * math.sin(far))
    found = letters(
        words(["links"], left=0, top=0, matrix=_sloping(degrees)) + " " + words(["rechts"], left=0, top=0, matrix=right)
    )
    said = [row for row in found if row.char.strip()]
    assert max(row.base for row in said) - min(row.base for row in said) < 0.1
    assert said[len("links")].left - said[0].left == pytest.approx(200, abs=0.5)


def test_a_stamp_that_slopes_otherwise_stands_where_it_is_printed():
    page = words(["brief"], left=0, top=0, matrix=_sloping(1))
    found = letters(page + " " + words(["gezien"], left=0, top=0, matrix=_sloping(12, 100, 700)))
    said = [row for row in found if row.char.strip()]
    assert (said[len("brief")].left, said[len("brief")].base) == pytest.approx((100, 700), abs=1)
