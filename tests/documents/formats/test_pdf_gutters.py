"""Tables without rules are read cell by cell; running text in columns, lists and letterheads are none."""

from __future__ import annotations

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_letter
from tracker.documents.formats.pdf_gutters import with_gutters
from tracker.documents.formats.pdf_letters import PdfLetter
from tracker.documents.formats.pdf_rules import Rules
from tracker.model import PassageKind

_PROSE = ["Met deze brief informeer ik de raad over de voortgang van de bruggen over de haven en de weg."] * 3
_ROWS = [
    (
        "M1",
        ["De gemeente Delft bouwt in het", "voorjaar van 2031 een brug en stuurt", "de Raad voor de Haven het plan."],
        ["Het ontwerp is klaar, en het", "Hoogheemraadschap kijkt mee."],
    ),
    (
        "M2",
        ["Het waterschap keurt in mei 2032", "de sluis bij Rijswijk."],
        ["De keuring begint in maart van", "Dat jaar met een proef bij de sluis", "van de provincie."],
    ),
    (
        "M3",
        ["De school gaat in 2033 open voor", "leerlingen uit Wateringen."],
        ["De bouw is later begonnen dan", "Aannemer Jansen had gezegd."],
    ),
]
_LEFTS = (80, 110, 300)
_LEADING = 12
_PAD = 6


def table(rows, top=690):
    """The rows of a table without rules, a little more white between them than between their lines."""
    drawn = []
    for name, *cells in rows:
        for left, lines in zip(_LEFTS, [[name], *cells], strict=True):
            drawn.append(words(lines, left=left, top=top, leading=_LEADING))
        top -= _LEADING * max(map(len, cells)) + _PAD
    return "".join(drawn)


def cells(letter):
    return [one.text for one in letter.passages if one.kind is PassageKind.TABLE_CELL]


HEADS = ("Nr.", ["Maatregel"], ["Stand van zaken"])


@pytest.mark.parametrize("heads", [[HEADS], []])
def test_no_sentence_of_a_table_without_rules_is_torn_or_mixed(heads):
    letter = read_letter("x.pdf", raw_pdf(words(_PROSE, top=780) + table([*heads, *_ROWS])))
    joined = " | ".join(cells(letter))
    assert all(" ".join(cell) in joined for _, *row in _ROWS for cell in row)


def test_its_cells_have_their_row_and_column():
    letter = read_letter("x.pdf", raw_pdf(words(_PROSE, top=780) + table([HEADS, *_ROWS])))
    found = next(one for one in letter.passages if one.text.startswith("Het waterschap"))
    assert (found.row, found.column) == ("M2", "Maatregel")


def test_it_goes_on_over_a_page():
    printed = [words(_PROSE, top=780) + table([HEADS, *_ROWS], top=300), table([HEADS, *_ROWS], top=780)]
    letter = read_letter("x.pdf", raw_pdf(*printed))
    found = [one for one in letter.passages if one.text.startswith("Het waterschap")]
    assert [(one.row, one.column) for one in found] == [("M2", "Maatregel")] * 2


COLUMN = [
    "De brug over de rivier is in het",
    "voorjaar van 2031 klaar, waarna de",
    "weg naar de haven wordt gebouwd door",
    "de provincie en het waterschap in de",
    "zomer van 2032, zoals in het plan dat",
    "de raad in mei 2030 heeft vastgesteld",
    "voor de wijk aan het water staat.",
]
LIST = [("1.", "De brug bouwen"), ("2.", "De weg keuren"), ("3.", "De sluis openen"), ("4.", "De school bouwen")]


def test_running_text_in_columns_is_no_table():
    printed = words(_PROSE, top=780) + words(COLUMN, left=80, top=700) + words(COLUMN, left=310, top=700)
    assert cells(read_letter("x.pdf", raw_pdf(printed))) == []


def test_a_list_is_no_table():
    printed = words(_PROSE, top=780)
    for at, (mark, text) in enumerate(LIST):
        top = 700 - 30 * at
        printed += words([mark], left=80, top=top) + words([text, "en dat aan de raad melden."], left=110, top=top)
    found = read_letter("x.pdf", raw_pdf(printed)).passages
    assert [one.kind for one in found if "raad melden" in one.text] == [PassageKind.LIST_ITEM] * len(LIST)


def test_labels_of_a_letterhead_are_no_table():
    rows = [("Datum", "3 mei 2031"), ("Kenmerk", "2031/12"), ("Onderwerp", "De brug"), ("Bijlagen", "2")]
    drawn = "".join(
        words([label], left=80, top=700 - 14 * at) + words([value], left=200, top=700 - 14 * at)
        for at, (label, value) in enumerate(rows)
    )
    letters = [PdfLetter(char, 80 + at * 5, 84 + at * 5, 700, 10, 0, False) for at, char in enumerate("Datum")]
    rules = Rules([], [])
    assert with_gutters(rules, letters) is rules
    assert str(read_letter("x.pdf", raw_pdf(drawn)).date) == "2031-05-03"


_BELOW = ["Eind 2034 is de haven in de hele provincie open en zijn alle gegevens daarover bekend bij ons."]


@pytest.mark.parametrize(
    "below",
    [_BELOW, ["Met vriendelijke groet,"], [*_BELOW, "Wij houden u op de hoogte."]],
    ids=["wide", "short", "both"],
)
@pytest.mark.parametrize("gap", [18, 28])
def test_text_right_below_such_a_table_is_no_row_of_it(below, gap):
    """A mark of one figure leaves a gap that text below closes; the table ends there, with all its columns."""
    rows = [HEADS, *[(name[1:], *row) for name, *row in _ROWS]]
    foot = 690 - sum(_LEADING * max(map(len, row)) + _PAD for _, *row in rows)
    printed = words(_PROSE, top=780) + table(rows) + words(below, top=foot + _LEADING + _PAD - gap)
    letter = read_letter("x.pdf", raw_pdf(printed))
    found = cells(letter)
    assert {" ".join(cell) for _, *row in _ROWS for cell in row} <= set(found)
    assert not any(line in cell for line in below for cell in found)


def test_cells_in_the_middle_of_their_rows_are_read_row_by_row():
    """Their lines stand between one another; only the white between the rows runs over the whole width."""
    printed, top = words(_PROSE, top=780), 690
    for name, *row in [HEADS, *_ROWS]:
        tallest = max(map(len, row))
        for left, lines in zip(_LEFTS, [[name], *row], strict=True):
            drop = (tallest - len(lines)) * _LEADING / 2
            printed += words(lines, left=left, top=top - drop, leading=_LEADING)
        top -= _LEADING * tallest + _PAD
    found = cells(read_letter("x.pdf", raw_pdf(printed)))
    assert [text for text in found if text not in ("Nr.", "Maatregel", "Stand van zaken")] == [
        text for name, *row in _ROWS for text in (name, *(" ".join(lines) for lines in row))
    ]


def test_columns_of_running_text_at_other_heights_are_no_table():
    printed = words(_PROSE, top=780) + words(COLUMN, left=80, top=700) + words(COLUMN, left=310, top=694)
    assert cells(read_letter("x.pdf", raw_pdf(printed))) == []
