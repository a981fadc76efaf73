"""Which printed lines make up one paragraph or title."""

import pytest

from tests.processor import is_linear
from tracker.documents.layout.lines import Shape, TextLine
from tracker.documents.layout.paragraphs import group

FULL = "De gemeente werkt aan de brug over de rivier en aan de weg erheen, zoals aan"


def grouped(*printed, bold=0.0, blanks=0, bolds=()):
    """The paragraphs that lines make, as joined words; `blanks` stand before the last, which then begins a page."""
    lines, begin = [], 0
    for number, words in enumerate(printed, start=1):
        last = number == len(printed)
        weight = bolds[number - 1] if bolds else bold
        gap = blanks if last else 0
        page = 1 + bool(gap)
        line = TextLine(begin, begin + len(words), words, number, gap, "", False, page > 1, page, weight)
        lines.append(line)
        begin += len(words) + 1
    text = "\n".join(printed)
    blocks = group(lines, Shape(wrapped=True, width=len(FULL), spaced=False, typed=True))
    return [" ".join(text[a:b] for a, b in block.spans) for block in blocks]


@pytest.mark.parametrize("last", ["Verlaging van het budget voor de brug (lagere lasten €", "De brug kost €"])
def test_an_amount_goes_on_below_its_currency(last):
    assert grouped(last, "125.000 in 2030)", bold=1.0) == [f"{last} 125.000 in 2030)"]


def test_a_remark_in_brackets_belongs_to_the_title_above_it():
    lines = ("Nieuwe brug", "(hogere lasten in 2030 en 2031)")
    assert grouped(*lines, bold=1.0) == [" ".join(lines)]


def test_a_dash_between_brackets_goes_on_with_the_line_above():
    lines = (
        "Dat antwoordde de staatssecretaris (van Welzijn en Sport",
        "– Jeugd en Bruggen) aan de Kamer over de brug.",
    )
    assert grouped(*lines) == [" ".join(lines)]


@pytest.mark.parametrize("above", ["Dat antwoordde de minister (van Sport) met", "Wij noemen hier de volgende punten:"])
def test_a_dash_outside_brackets_begins_an_item(above):
    assert len(grouped(above, "– de brug over de rivier")) == 2


@pytest.mark.parametrize("remark", ["(2030)", "(x € 1.000)", "Hogere lasten in 2030 en 2031"])
def test_heads_of_a_table_stay_apart(remark):
    assert len(grouped("Begroting", remark, bold=1.0)) == 2


@pytest.mark.parametrize("last", ["dat betekent voor de brug.", "’beleid’ over de brug."])
@pytest.mark.parametrize("bolds", [(0, 0), (0.5, 0), (0, 0.5)])
def test_a_sentence_runs_over_a_page_whatever_its_type(last, bolds):
    assert grouped(FULL, last, blanks=1, bolds=bolds) == [f"{FULL} {last}"]


@pytest.mark.parametrize("last", ["Dat betekent iets.", "’s-Gravenhage, 3 mei", "1. De brug"])
def test_what_begins_anew_on_a_page_stands_apart(last):
    assert len(grouped(FULL[:40], last, blanks=1)) == 2


def test_a_title_that_breaks_off_goes_on_before_a_capital():
    title = ("Antwoord van de gemeente op het voorstel over de brug van", "Onderdendam")
    assert grouped(*title) == [" ".join(title)]


@pytest.mark.parametrize("first", ["Nog te", "De voorzitter,", "Antwoord van de gemeente over de brug"])
def test_a_short_line_before_a_capital_stands_apart(first):
    assert len(grouped(first, "Onderdendam")) == 2


def test_a_long_paragraph_takes_no_longer_than_its_lines():
    def work(number):
        assert len(grouped(f"{FULL} (aan", *["- " + FULL] * number)) == 1

    assert is_linear(work, 300)


def test_a_line_that_ends_long_before_its_room_is_over_ends_a_paragraph():
    """Also where that has lines already, and whatever it ends in."""
    first, second = (FULL, "Delft en de haven"), ("De weg naar de brug", "Bouw van de sluis")
    assert grouped(*first, *second) == [" ".join(first), *second]


def test_the_lines_of_a_cell_may_end_early():
    printed = [FULL, "Delft en haven", "Haven"]
    lines = [TextLine(at, at + 1, words, 1 + at, 0, "", False) for at, words in enumerate(printed)]
    assert len(group(lines, Shape(wrapped=True, width=len(FULL), spaced=False, cell=True))) == 1
    assert len(group(lines, Shape(wrapped=True, width=len(FULL), spaced=False))) == 2


@pytest.mark.parametrize("last", ["Delft en de", "Delft, de"])
def test_a_line_that_breaks_off_goes_on_in_a_name(last):
    assert grouped(FULL, last, "Haven en de brug") == [f"{FULL} {last} Haven en de brug"]
