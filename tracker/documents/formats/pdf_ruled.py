"""The lines that stand in the ruled tables of a page, cell by cell.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from tracker.documents.formats.pdf_grid import Grid
from tracker.documents.formats.pdf_lines import PdfLine
from tracker.documents.formats.pdf_tables import Cell

_LOW = 0.25
"""The middle of a letter is so many letter sizes above its baseline."""
_SHARE = 0.6
"""A cell that holds more of the letters of its page is a frame around the text."""
_FULL = 3
"""So many lines that all columns of a row share are rows without rules between them …"""
_TERSE = 12
"""… where a column has fewer letters a line."""


class RuledTable(Struct, frozen=True):
    """A ruled table: its lines in reading order, the cell of each, and the height at which it begins."""

    lines: tuple[PdfLine, ...]
    cells: tuple[Cell, ...]
    top: float


def ruled_tables(lines: Sequence[PdfLine], grids: Sequence[Grid], runs: Callable[[PdfLine], bool]) -> list[RuledTable]:
    """The ruled tables of a page from its lines, given from top to bottom; what `runs` over many pages is none."""
    tables: list[RuledTable] = []
    letters = sum(len(line.text) for line in lines)
    for grid in grids:
        placed = [(line, cell) for line in lines if (cell := _cell_of(line, grid)) is not None]
        if sum(map(runs, (line for line, _ in placed))) * 2 <= len(placed) and _is_table(
            [cell for _, cell in placed], [line for line, _ in placed], letters
        ):
            tables.append(_table(placed, grid, len(tables)))
    return tables


def _cell_of(line: PdfLine, grid: Grid) -> tuple[int, int] | None:
    return None if line.struck or line.turn else grid.cell(line.left + 1, line.base + _LOW * line.size)


def _is_table(cells: Sequence[tuple[int, int]], lines: Sequence[PdfLine], letters: int) -> bool:
    """Whether what a grid holds is a table: in rows and columns, and no frame around the text of a page."""
    if len({row for row, _ in cells}) < 2 or len({column for _, column in cells}) < 2:
        return False
    sizes = Counter[tuple[int, int]]()
    shared: dict[tuple[int, int], set[int]] = {}
    for cell, line in zip(cells, lines, strict=True):
        sizes[cell] += len(line.text)
        shared.setdefault((cell[0], round(line.base / 2)), set()).add(cell[1])
    if max(sizes.values()) > _SHARE * letters:
        return False
    widths = {row: len({column for at, column in sizes if at == row}) for row, _ in cells}
    full = Counter(row for (row, _), columns in shared.items() if len(columns) == widths[row] > 1)
    return not any(count >= _FULL and _is_terse(row, sizes, count) for row, count in full.items())


def _is_terse(row: int, sizes: Counter[tuple[int, int]], lines: int) -> bool:
    """Whether the cells of a row hold a few letters a line, as those of figures do."""
    return min(size for (at, _), size in sizes.items() if at == row) < _TERSE * lines


def _table(placed: Sequence[tuple[PdfLine, tuple[int, int]]], grid: Grid, order: int) -> RuledTable:
    """The lines cell by cell; rows and columns without a word are passed over, and the rows of the head are one."""
    rows = {row: at for at, row in enumerate(sorted({cell[0] for _, cell in placed}))}
    columns = {column: at for at, column in enumerate(sorted({cell[1] for _, cell in placed}))}
    spans = {cell: _span(grid, cell, columns) for _, cell in placed}
    depth = 2 if any(row == min(rows) and span > 1 for (row, _), span in spans.items()) and len(rows) > 2 else 1
    found = [
        (Cell(order, max(0, rows[row] - depth + 1), columns[column], span=spans[row, column]), rows[row], line)
        for line, (row, column) in placed
    ]
    found.sort(key=lambda one: (one[0].row, one[0].column, one[1], -one[2].base, one[2].left))
    return RuledTable(tuple(line for *_, line in found), tuple(cell for cell, *_ in found), grid.rows[0])


def _span(grid: Grid, cell: tuple[int, int], columns: dict[int, int]) -> int:
    """How many columns that hold words a cell spans."""
    return max(1, sum(cell[1] <= column < cell[1] + grid.width(*cell) for column in columns))
