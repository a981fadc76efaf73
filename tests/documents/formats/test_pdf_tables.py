"""Rows of lines side by side are a table; running text is none."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tracker.documents.formats.pdf_lines import PdfLine
from tracker.documents.formats.pdf_tables import find_cells


def line(left: float, base: float, text: str) -> PdfLine:
    return PdfLine(1, left, left + 4 * len(text), base, 10, text, 0)


def rows(*bases: float) -> list[PdfLine]:
    return [line(left, base, text) for base in bases for left, text in ((50, "De brug"), (200, "2025"), (350, "Klaar"))]


def test_cells_are_counted_by_row_and_column() -> None:
    cells = find_cells(rows(700, 680, 660))
    assert [(cell.row, cell.column) for cell in cells if cell] == [(row, at) for row in range(3) for at in range(3)]
    assert {cell.table for cell in cells if cell} == {0}


def test_text_above_and_below_is_outside() -> None:
    above, below = line(50, 740, "De stand van zaken is als volgt."), line(50, 500, "Dit is de stand van zaken.")
    cells = find_cells([above, *rows(700, 680, 660), below])
    assert cells[0] is None
    assert cells[-1] is None
    assert None not in cells[1:-1]


def test_lines_below_one_another_are_no_table() -> None:
    assert find_cells([line(50, base, "De gemeente werkt aan de brug.") for base in (700, 688, 676)]) == [None] * 3
    assert find_cells([]) == []


def labelled(*labels: str, stress: float = 1.0, beside: float = 0.0) -> list[int]:
    """The rows of labels at uneven heights with text of one or two lines beside each."""
    lines, base = [], 700.0
    for number, label in enumerate(labels):
        lines += [replace(line(50, base, label), stress=stress), replace(line(200, base, "De brug"), stress=beside)]
        if number == 1:
            lines.append(replace(line(200, base - 11, "gaat open"), stress=beside))
        base -= 36 if number == 1 else 12
    return [cell.row for cell in find_cells(lines) if cell]


def test_bold_labels_begin_a_row_each() -> None:
    """However close they stand."""
    assert labelled("Voorstel", "Planning", "Kosten", "Vervolg") == [0, 0, 1, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    "made",
    [
        labelled("Voorstel", "Planning", "Kosten", "Vervolg", stress=0.0),
        labelled("Voorstel", "Planning", "Kosten", "Vervolg", beside=1.0),
        labelled("Voorstel", "planning", "Kosten", "Vervolg"),
    ],
    ids=["plain", "all bold", "wrapped"],
)
def test_other_first_columns_do_not(made: list[int]) -> None:
    assert made != [0, 0, 1, 1, 1, 2, 2, 3, 3]


def _rows_of(*labels: str) -> list[int]:
    """The row of each label, their values wrapped over two lines, all a little further apart than lines."""
    lines = []
    for at, label in enumerate(labels):
        top = 700 - 28 * at
        lines += [line(50, top, label), line(200, top, "de brug over de rivier en"), line(200, top - 12, "de weg")]
    cells = find_cells(lines)
    return [cell.row for one, cell in zip(lines, cells, strict=True) if cell is not None and one.left == 50]


@pytest.mark.parametrize("labels", [("Doel:", "Planning:", "Geld:"), ("Doel", "Geld", "Doel", "Geld")])
def test_labels_begin_a_row_each(labels: tuple[str, ...]) -> None:
    """Labels with a colon, and labels that come again, are parted though their values run over lines."""
    assert _rows_of(*labels) == list(range(len(labels)))


def test_labels_that_wrap_are_one() -> None:
    """Words below one another that are neither labels nor come again, and stand as close as lines, are one cell."""
    lines = [
        line(left, base, text)
        for base, first in ((700, "De brug"), (688, "en de weg"), (660, "Het pad"), (648, "en de lamp"))
        for left, text in ((50, first), (200, "wordt gebouwd"))
    ]
    found = [cell.row for one, cell in zip(lines, find_cells(lines), strict=True) if cell and one.left == 50]
    assert found == [0, 0, 1, 1]


@pytest.mark.parametrize(("step", "inside"), [(24, False), (12, True)])
def test_what_stands_far_below_the_last_row_is_outside(step: float, inside: bool) -> None:
    """A line below the first column is of its last cell only where it stands as close as lines do."""
    bases = [700 - step * at for at in range(3)]
    cells = find_cells([*rows(*bases), line(50, bases[-1] - step, "Geachte leden")])
    assert (cells[-1] is not None) == inside


@pytest.mark.parametrize(
    ("above", "low", "row"),
    [
        ("De brug over de rivier wordt", "in mei hersteld", 0),
        ("De brug over de rivier is af.", "in mei", 1),
        ("De brug over de rivier wordt", "In mei", 1),
        ("De brug", "in mei", 1),
    ],
)
def test_a_band_in_the_middle_of_a_sentence_begins_no_row(above: str, low: str, row: int) -> None:
    """Rows that stand as close as lines are told by their words; short cells may begin small."""
    lines = [line(50, 700, "Het plan"), line(200, 700, above), line(50, 688, "Nota"), line(200, 688, low)]
    lines += [line(50, 676, "Doel"), line(200, 676, "Geld")]
    found = [cell.row for one, cell in zip(lines, find_cells(lines), strict=True) if cell and one.text == "Nota"]
    assert found == [row]
