"""Tables of Word: what is their title and what are their heads, and what is no table of data."""

import pytest

from tests.documents.docx_printer import packed, paragraph
from tracker.documents import read_letter

_PROSE = "Wij informeren uw Kamer in oktober over de voortgang van het plan voor de haven en de gemeenten."


def _run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _rows(*rows):
    cells = ("".join(f"<w:tc>{paragraph(_run(text))}</w:tc>" for text in row) for row in rows)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    letter = read_letter("x.docx", packed(paragraph(_run(_PROSE)) + f"<w:tbl>{table}</w:tbl>"))
    return {passage.text: (passage.row, passage.column) for passage in letter.passages}


@pytest.mark.parametrize("rows", [(["De brug"], ["Ja", ""]), (["", "Ja"], ["De brug", "in mei"])])
def test_a_table_that_only_lays_out_has_no_heads(rows):
    """One line above one row, and two columns without a head above the first."""
    assert all(place == (None, None) for place in _rows(*rows).values())


@pytest.mark.parametrize("first", ["Wat", ""])
@pytest.mark.parametrize("titles", [[], [["Programma"]], [["Programma"], ["Deel 1"]]])
def test_a_table_has_its_heads_below_its_title(titles, first):
    """A row of one cell above the heads is the table's title; the corner of a table may be empty."""
    found = _rows(*titles, [first, "Hoe", "Wanneer"], ["De brug", "met hout", "in mei"])
    assert found["in mei"] == ("De brug", "Wanneer")
    assert all(found[title] == (None, None) for (title,) in titles)


def test_a_cell_that_spans_columns_moves_no_head():
    """Heads and cells are met by their columns, however many cells their rows have."""
    wide = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc>"
    narrow = "<w:tc>{}</w:tc>"
    rows = (
        ((narrow, "Wat"), (wide, "Planning"), (narrow, "Wie")),
        ((narrow, "De brug"), (narrow, "mei"), (narrow, "juni"), (narrow, "Wij")),
        ((narrow, "Het pad"), (wide, "oktober"), (narrow, "Zij")),
    )
    table = "".join(f"<w:tr>{''.join(cell.format(paragraph(_run(text))) for cell, text in row)}</w:tr>" for row in rows)
    letter = read_letter("x.docx", packed(paragraph(_run(_PROSE)) + f"<w:tbl>{table}</w:tbl>"))
    found = {passage.text: (passage.row, passage.column) for passage in letter.passages}
    assert (found["mei"], found["juni"]) == (("De brug", "Planning"), ("De brug", "Planning"))
    assert (found["Wij"], found["Zij"]) == (("De brug", "Wie"), ("Het pad", "Wie"))


def test_a_row_whose_first_cell_is_empty_is_called_by_the_next():
    """A cell that is one with that of the row above leaves its row a title, so that its cells are one row."""
    found = _rows(["Doel", "Wat", "Wanneer"], ["Water", "De brug", "in mei"], ["", "Het pad", "in juni"])
    assert (found["Het pad"], found["in juni"]) == (("Het pad", "Wat"), ("Het pad", "Wanneer"))


def test_heads_over_two_rows_are_read_one_below_the_other():
    """A head is as deep as that of the first column."""
    begins, goes = (
        "<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{}</w:tc>",
        "<w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc>",
    )
    wide, narrow = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc>", "<w:tc>{}</w:tc>"
    rows = (
        ((begins, "Actie"), (wide, "Planning"), (begins, "Wie")),
        ((goes, ""), (narrow, "Begin"), (narrow, "Eind"), (goes, "")),
        ((narrow, "Riool"), (narrow, "2031"), (narrow, "2032"), (narrow, "Stad")),
    )
    table = "".join(f"<w:tr>{''.join(cell.format(paragraph(_run(text))) for cell, text in row)}</w:tr>" for row in rows)
    letter = read_letter("x.docx", packed(paragraph(_run(_PROSE)) + f"<w:tbl>{table}</w:tbl>"))
    found = {passage.text: (passage.row, passage.column) for passage in letter.passages}
    assert (found["2031"], found["2032"]) == (("Riool", "Planning Begin"), ("Riool", "Planning Eind"))
    assert (found["Stad"], found["Eind"]) == (("Riool", "Wie"), (None, None))
