"""Which column a cell of a web page or official publication stands in, and what its row is called."""

import pytest
from lxml import etree

from tests.processor import is_linear
from tracker.documents import read_letter
from tracker.documents.formats.markup_grid import TableGrid, spans

_PROSE = "<p>Den Haag, 3 mei 2030</p><p>Geachte voorzitter,</p><p>In deze tabel staat wat wij doen.</p>"


def _places(*rows):
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    letter = read_letter("x.html", f"<html><body>{_PROSE}<table>{table}</table></body></html>".encode())
    return {one.text: (one.row, one.column) for one in letter.passages}


def test_a_cell_beside_one_of_the_row_above_stands_in_its_own_column():
    """A cell that spans rows leaves fewer cells in the next one, whose heads are still their own."""
    found = _places(
        "<th>Doel</th><th>Actie</th><th>Gereed</th>",
        "<td rowspan='2'>Schoon water</td><td>Riolen vernieuwen</td><td>2031</td>",
        "<td>Lozingen opsporen</td><td>2032</td>",
        "<td>Meer bos</td><td>Bomen planten</td><td>2033</td>",
    )
    assert found["Lozingen opsporen"] == ("Lozingen opsporen", "Actie")
    assert found["2032"] == ("Lozingen opsporen", "Gereed")
    assert found["2033"] == ("Meer bos", "Gereed")


def test_a_head_may_span_columns_and_the_corner_be_empty():
    """What stands below a head that spans columns is headed by it."""
    found = _places(
        "<th></th><th colspan='2'>Planning</th><th>Wie</th>", "<td>De brug</td><td>mei</td><td>juni</td><td>Ons</td>"
    )
    assert (found["mei"], found["juni"]) == (("De brug", "Planning"), ("De brug", "Planning"))
    assert found["Ons"] == ("De brug", "Wie")


def test_heads_over_two_rows_are_read_one_below_the_other():
    """A head is as deep as that of the first column."""
    found = _places(
        "<th rowspan='2'>Actie</th><th colspan='2'>Planning</th><th rowspan='2'>Wie</th>",
        "<th>Begin</th><th>Eind</th>",
        "<td>Riool</td><td>2031</td><td>2032</td><td>Stad</td>",
    )
    assert (found["Riool"], found["2031"]) == (("Riool", "Actie"), ("Riool", "Planning Begin"))
    assert (found["2032"], found["Stad"]) == (("Riool", "Planning Eind"), ("Riool", "Wie"))
    assert found["Eind"] == (None, None)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<td/>", (1, 1)),
        ("<td colspan='3' rowspan='2'/>", (3, 2)),
        ("<td colspan='veel' rowspan='0'/>", (1, 1)),
        ("<td colspan='-2' rowspan='999999999'/>", (1, 1)),
        ("<entry namest='col2' nameend='col4'/>", (3, 1)),
        ("<entry namest='col4' nameend='col2' morerows='0'/>", (1, 1)),
        ("<entry morerows='2'/>", (1, 3)),
    ],
)
def test_spans(cell, expected):
    """Web pages count what a cell spans, official publications name the columns and count the rows more."""
    assert spans(etree.fromstring(cell)) == expected


def test_a_row_begins_left_again():
    """What a cell spans is of its row only, unless it spans rows."""
    grid = TableGrid(0)
    grid.next_row()
    grid.next_cell(3)
    grid.next_row()
    grid.next_cell()
    assert grid.column == 0


def test_cells_before_any_row_stand_side_by_side():
    """A page may leave out its rows; a cell that spans rows then reaches into none."""
    letter = read_letter(
        "x.html", f"<html><body>{_PROSE}<table>{'<td rowspan=2>ab' * 3}</table></body></html>".encode()
    )
    assert [one.text for one in letter.passages].count("ab") == 3


@pytest.mark.parametrize("cell", ["<td>ab", "<td colspan=1000>ab", "<td colspan=1000 rowspan=1000>ab", "<tr><td>ab"])
def test_what_cells_claim_to_span_takes_no_longer_than_their_number(cell):
    table = f"<html><body>{_PROSE}<table><tr>"
    assert is_linear(lambda size: read_letter("x.html", (table + cell * size).encode()), 1_000)
