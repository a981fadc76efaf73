"""Rows of lines side by side are a table; running text is none."""

from __future__ import annotations

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
