"""Tables that go on over a page are one; a table with heads of its own is another."""

from __future__ import annotations

import pytest

from tracker.documents.formats.pdf_over_pages import REPEATED, over_pages
from tracker.documents.formats.pdf_tables import Cell
from tracker.documents.layout.lines import TextLine

_HEADS = ("Wat", "Hoe", "Wanneer")
_FIRST = [_HEADS, ("De brug", "Met hout uit de haven en", "mei 2031")]


def _printed(*pages: list[tuple[str, ...]]) -> tuple[list[TextLine], list[Cell | None]]:
    """A table on each page, a line a cell; empty cells have none."""
    lines: list[TextLine] = []
    cells: list[Cell | None] = []
    for page, rows in enumerate(pages, start=1):
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                if text:
                    lines.append(TextLine(0, len(text), text, 1, 0, "", False, False, page, 0.0))
                    cells.append(Cell(page, row, column))
    return lines, cells


def _rows(*pages: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    """The table and row of each line of the last page."""
    lines, cells = _printed(*pages)
    found = zip(lines, over_pages(lines, cells), strict=True)
    return [(cell.table, cell.row) for line, cell in found if cell and line.page == len(pages)]


@pytest.mark.parametrize(
    "second",
    [
        [("Doel", "Geld", "Jaar"), ("Het pad", "Met klei", "2032")],
        [("Doel", "2030", "2031"), ("Het pad", "4", "5")],
        [("Doel", "Geld"), ("", "staal uit de haven.")],
    ],
)
def test_a_table_with_heads_or_columns_of_its_own_is_another(second: list[tuple[str, ...]]) -> None:
    assert {table for table, _ in _rows(_FIRST, second)} == {2}


def test_text_or_a_page_between_parts_them() -> None:
    rest = [("Het pad", "Met klei uit de polder, die daar al ligt.", "2032")]
    lines, cells = _printed(_FIRST, rest)
    between = TextLine(0, 5, "Tekst", 1, 0, "", False, False, 2, 0.0)
    parted = over_pages([*lines[:6], between, *lines[6:]], [*cells[:6], None, *cells[6:]])
    assert {cell.table for cell in parted if cell} == {1, 2}
    assert {table for table, _ in _rows(_FIRST, [], rest)} == {3}


def test_rows_on_the_next_page_are_counted_on() -> None:
    """A row of sentences is no row of heads, nor is one that begins small or has figures below a head of none."""
    assert _rows(_FIRST, [("Het pad", "Met klei", "gereed")]) == [(1, 2)] * 3
    assert _rows(_FIRST, [("Het pad", "Met klei", "3.120")]) == [(1, 2)] * 3
    rest = [("Het pad", "Met klei uit de polder.", "2032"), ("De lamp", "Met stroom.", "2033")]
    assert _rows(_FIRST, rest) == [(1, 2)] * 3 + [(1, 3)] * 3
    more = [("De bank", "Van steen.", "2034")]
    assert _rows(_FIRST, rest, more) == [(1, 4)] * 3


def test_a_row_that_is_cut_is_one() -> None:
    """Its first column is empty on the second page, or all others, or all goes on there in a sentence."""
    assert _rows(_FIRST, [("Zuid", "", ""), ("Het pad", "Met klei.", "2032")]) == [(1, 1), *[(1, 2)] * 3]
    assert _rows(_FIRST, [("", "staal.", ""), ("Het pad", "Met klei.", "2032")]) == [(1, 1), *[(1, 2)] * 3]
    assert _rows(_FIRST, [("en de weg", "staal", "en juni")]) == [(1, 1)] * 3


def test_heads_that_are_printed_again_are_no_row() -> None:
    found = _rows(_FIRST, [_HEADS, ("", "staal.", ""), ("Het pad", "Met klei.", "2032")])
    assert found == [(1, REPEATED + 2)] * 3 + [(1, 1)] + [(1, 2)] * 3


def test_a_cell_that_breaks_off_goes_on_below_the_heads() -> None:
    """One of the cells proves it: it begins small below a sentence without an end, where others begin large."""
    whole = ("De weg", "Met klei uit de polder.", "mei 2031")
    cut = ("De brug", "Met hout uit de haven dat de", "Wij bouwen die in mei.")
    rest = ("De straat is klaar.", "provincie daar heeft gelegd.", "Dat duurt een jaar.")
    assert _rows([_HEADS, whole, cut], [_HEADS, rest])[3:] == [(1, 2)] * 3


def test_cells_that_begin_small_or_end_are_rows() -> None:
    ended = ("De brug", "Met hout uit de haven.", "mei 2031")
    small = ("De brug", "met hout uit de haven", "mei 2031")
    rest = ("Het pad", "met klei uit de polder", "juni 2032")
    assert _rows([_HEADS, ended], [_HEADS, rest])[3:] == [(1, 2)] * 3
    assert _rows([_HEADS, small, small], [_HEADS, rest])[3:] == [(1, 3)] * 3
