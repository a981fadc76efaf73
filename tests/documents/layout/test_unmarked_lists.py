"""Below a colon, lines that end early are the items of a list, though they have neither marks nor stops."""

import pytest

from tests.processor import is_linear
from tracker.documents import read_letter
from tracker.documents.layout.lines import split_lines
from tracker.documents.layout.unmarked_lists import unmarked_items
from tracker.model import PassageKind

PROSE = (
    "Wij informeren de raad over de voortgang van het plan voor de haven en de\n"
    "gemeenten, zoals in het debat van mei is toegezegd door het college van de\n"
    "stad, en over de kosten daarvan.\n"
)
LARGE = (
    "Vervanging van de brug over de rivier",
    "Onderzoek naar de bodem onder de oude sluis in het midden van de stad en",
    "van de haven",
    "Kalender voor de werkzaamheden",
    "Evaluatie in mei 2031",
)
SMALL = ("de brug over de rivier", "het pad langs het water", "een plan voor de haven")


def items(*lines, lead="In 2031 doen wij het volgende:"):
    letter = read_letter("x.txt", "\n".join([PROSE, lead, *lines, "", PROSE]).encode())
    return [one.text for one in letter.passages if one.kind is PassageKind.LIST_ITEM]


def test_items_that_begin_with_a_capital():
    assert items(*LARGE) == [LARGE[0], f"{LARGE[1]} {LARGE[2]}", *LARGE[3:]]


def test_items_that_begin_small_and_end_early():
    assert items(*SMALL) == [*SMALL]


def test_they_hang_on_what_announces_them():
    letter = read_letter("x.txt", "\n".join([PROSE, "In 2031 doen wij het volgende:", *SMALL, "", PROSE]).encode())
    assert {one.lead_in for one in letter.passages if one.text in SMALL} == {"In 2031 doen wij het volgende:"}


@pytest.mark.parametrize(
    ("lead", "lines"),
    [
        ("Onderwerp:", SMALL),
        ("In 2031 doen wij het volgende:", SMALL[:2]),
        ("In 2031 doen wij het volgende:", (*SMALL[:2], "en verder niets.")),
        ("De wethouder zei daarover in het debat:", PROSE.replace(".", "").splitlines()),
    ],
    ids=["label", "too-few", "a-sentence", "running-text"],
)
def test_what_is_no_list(lead, lines):
    assert items(*lines, lead=lead) == []


@pytest.mark.parametrize("mark", ["→", "►", "☐", "✔", "○", "□"])
def test_signs_that_begin_an_item(mark):
    assert items(*(f"{mark} {text}" for text in SMALL)) == [*SMALL]


@pytest.mark.parametrize("line", ["een regel zonder einde:\n", "een regel zonder einde\n"])
def test_many_lines_take_time_by_their_number(line):
    def text(size):
        lines = split_lines("dit is de lijst:\n" + line * size)
        return lambda: unmarked_items(lines, lambda last, this: False)

    assert is_linear(text, 3000)
