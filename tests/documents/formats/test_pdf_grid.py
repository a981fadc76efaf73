"""Where rules meet they make a grid, and a place is in one of its cells."""

from __future__ import annotations

from tracker.documents.formats.pdf_grid import grids_of
from tracker.documents.formats.pdf_rules import Rules, Stroke

_LYING = [Stroke(0, 300, at) for at in (100, 60, 20)]
_STANDING = [Stroke(20, 100, at) for at in (0, 100, 200, 300)]


def test_cells() -> None:
    """Rows count from the top, columns from the left; outside there is no cell."""
    (grid,) = grids_of(Rules(_LYING, _STANDING))
    assert [grid.cell(50, 80), grid.cell(150, 80), grid.cell(250, 30)] == [(0, 0), (0, 1), (1, 2)]
    assert [grid.cell(350, 80), grid.cell(50, 110), grid.cell(-9, 50)] == [None, None, None]


def test_a_cell_without_a_wall_spans_columns_and_without_a_rule_rows() -> None:
    """What lies in the second half of a wide or high cell is in the cell that begins before it."""
    half = [Stroke(20, 60, 200), *(rule for rule in _STANDING if rule.at != 200)]
    (grid,) = grids_of(Rules([Stroke(100, 300, 60), Stroke(0, 300, 100), Stroke(0, 300, 20)], half))
    assert [grid.cell(250, 80), grid.cell(250, 30), grid.cell(50, 30)] == [(0, 1), (1, 2), (0, 0)]
    assert [grid.width(0, 1), grid.width(1, 1)] == [2, 1]


def test_pieces_of_one_line_are_one_rule() -> None:
    """Borders drawn cell by cell, a little beside one another."""
    pieces = [Stroke(at, at + 100, 60 + at / 200) for at in (0, 100, 200)]
    (grid,) = grids_of(Rules([*pieces, _LYING[0], _LYING[2]], _STANDING))
    assert grid.rows == (100, 60, 20)


def test_tables_apart_are_two_and_rules_that_meet_nothing_are_none() -> None:
    """Two tables under one another; a line below a heading; a box."""
    other = Rules([Stroke(0, 300, at - 200) for at in (100, 60, 20)], [Stroke(-180, -100, at) for at in (0, 100, 300)])
    found = grids_of(Rules([*_LYING, *other.lying, Stroke(0, 300, 150)], [*_STANDING, *other.standing]))
    assert [grid.rows[0] for grid in found] == [100, -100]
    assert grids_of(Rules([_LYING[0], _LYING[2]], [_STANDING[0], _STANDING[-1]])) == ()
    assert grids_of(Rules([Stroke(0, 300, 10)], [])) == ()


def test_a_chart_is_no_table() -> None:
    """Hundreds of rules."""
    assert grids_of(Rules([Stroke(0, 300, at * 5) for at in range(300)], _STANDING)) == ()
