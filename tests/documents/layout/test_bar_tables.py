"""A table whose cells are parted by bars has heads, rows and cells, and its bars are no words of it."""

import pytest

from tracker.documents import read_letter
from tracker.documents.lossless import check_lossless
from tracker.model import PassageKind

TABLES = {
    "bars at the end": "Actie | Planning |\n---|---|\nWij bouwen de brug | eind 2031 |\nWij keuren de weg | mei 2032 |",
    "bars around": "|Actie|Planning|\n|---|---|\n| Wij bouwen de brug | eind 2031 |\n|Wij keuren de weg |mei 2032|",
    "bars between": "Actie | Planning\n:-- | --:\nWij bouwen de brug | eind 2031\nWij keuren de weg | mei 2032",
}


def read(text):
    letter = read_letter("brief.txt", text.encode())
    assert check_lossless(letter).whole
    return letter


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_its_cells_stand_below_their_heads(table):
    cells = [one for one in read(table).passages if one.kind is PassageKind.TABLE_CELL]
    assert [(one.text, one.row, one.column) for one in cells[2:]] == [
        ("Wij bouwen de brug", "Wij bouwen de brug", "Actie"),
        ("eind 2031", "Wij bouwen de brug", "Planning"),
        ("Wij keuren de weg", "Wij keuren de weg", "Actie"),
        ("mei 2032", "Wij keuren de weg", "Planning"),
    ]


def test_two_tables_in_a_row_are_two():
    heads = [one for one in read("\n".join([TABLES["bars at the end"]] * 2)).passages if one.text == "Planning"]
    assert [one.column for one in heads] == [None, None]


@pytest.mark.parametrize("line", ["De brug | de weg", "Datum | 3 mei 2031", "---"])
def test_bars_without_a_row_of_dashes_are_no_table(line):
    text = f"{line}\nWij bouwen de brug en de weg naar de rivier."
    assert all(one.kind is not PassageKind.FURNITURE for one in read(text).passages)
