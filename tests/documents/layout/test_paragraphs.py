"""Which printed lines make up one paragraph or title."""

import pytest

from tracker.documents.layout.lines import Shape, TextLine
from tracker.documents.layout.paragraphs import group

FULL = "De gemeente werkt aan de brug over de rivier en aan de weg erheen, zoals aan"


def grouped(*printed, bold=0.0):
    """The paragraphs that lines make, as joined words."""
    lines, begin = [], 0
    for number, words in enumerate(printed, start=1):
        lines.append(TextLine(begin, begin + len(words), words, number, 0, "", False, False, 1, bold))
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


@pytest.mark.parametrize("remark", ["(2030)", "(x € 1.000)", "Hogere lasten in 2030 en 2031"])
def test_heads_of_a_table_stay_apart(remark):
    assert len(grouped("Begroting", remark, bold=1.0)) == 2
