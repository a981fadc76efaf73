"""The cells of a row of a table."""

from __future__ import annotations

import pytest

from tracker.extraction.table_rows import cells_beside
from tracker.model import Passage, PassageKind


def cell(id_: str, row: str | None, column: str | None, kind: PassageKind = PassageKind.TABLE_CELL) -> Passage:
    return Passage(id_, None, kind, id_, (), 1, row=row, column=column)


CELLS = (
    cell("a1", "a", "number"),
    cell("a2", "a", "status"),
    cell("b1", "b", "number"),
    cell("b2", "b", "status"),
    cell("text", None, None, PassageKind.PARAGRAPH),
    cell("c1", "a", "number"),
    cell("c2", "a", "status"),
)


@pytest.mark.parametrize(("own", "row"), [(0, "a1 a2"), (3, "b1 b2"), (6, "c1 c2"), (4, "")])
def test_a_cell_has_those_of_its_row(own: int, row: str) -> None:
    assert " ".join(one.id for one in cells_beside(CELLS).get(CELLS[own].id, ())) == row


def test_two_rows_that_begin_alike_are_two() -> None:
    rows = (*CELLS[:2], *CELLS[5:])
    assert [one.id for one in cells_beside(rows)["c2"]] == ["c1", "c2"]


def test_a_cell_of_several_paragraphs_is_of_its_row() -> None:
    """And what comes again after another column begins the next row."""
    columns = ("number", "number", "status", "status", "number", "status")
    cells = [cell(str(at), "a", column) for at, column in enumerate(columns)]
    assert [one.id for one in cells_beside(cells)["1"]] == ["0", "1", "2", "3"]
    assert [one.id for one in cells_beside(cells)["5"]] == ["4", "5"]


@pytest.mark.parametrize(("column", "rows"), [(None, ["x", "x y"]), ("status", [])])
def test_cells_that_name_no_row_are_one_where_they_name_no_column_either(column: str | None, rows: list[str]) -> None:
    """A line of cells alone is a row; a cell under a head and beside nothing stands in none."""
    found = cells_beside([cell("x", None, column), *([cell("y", None, column)] if len(rows) > 1 else [])])
    assert " ".join(one.id for one in found.get("x", ())) == (rows[-1] if rows else "")
