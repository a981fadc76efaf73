"""Lines that were printed apart on one baseline are one, unless a wall of a table stands between them."""

from __future__ import annotations

import pytest

from tracker.documents.formats.pdf_grid import Grid
from tracker.documents.formats.pdf_lines import PdfLine, Sheet
from tracker.documents.formats.pdf_rotated_lines import by_turn
from tracker.documents.formats.pdf_rules import Stroke

_GRID = Grid((0, 152, 400), (720, 700, 680), (), (Stroke(680, 720, 152),))


def _line(text: str, left: float, right: float, base: float = 710, turn: int = 0, stress: float = 0) -> PdfLine:
    return PdfLine(1, left, right, base, 10, text, stress, turn=turn)


def _texts(*lines: PdfLine, grids: tuple[Grid, ...] = ()) -> list[list[str]]:
    return [[line.text for line in run] for run in by_turn(Sheet(lines, 842, grids=grids))]


def test_lines_that_abut_are_one() -> None:
    """The second goes on where the first ends; a third stands further away, a fourth lower."""
    lines = [
        _line("De brug", 100, 150),
        _line("is open.", 153, 200),
        _line("Ja", 300, 310),
        _line("Nee", 100, 120, 690),
    ]
    assert _texts(*lines) == [["De brug is open.", "Ja", "Nee"]]


def test_a_wall_keeps_cells_apart() -> None:
    """Two words of two cells that almost touch."""
    lines = [_line("Streefwaarde", 100, 150), _line("Streefwaarde", 154, 204)]
    assert _texts(*lines, grids=(_GRID,)) == [["Streefwaarde", "Streefwaarde"]]


def test_what_is_turned_comes_last() -> None:
    """Fewer letters at right angles to the others."""
    assert _texts(_line("zij", 0, 9, turn=1), _line("De brug", 0, 50)) == [["De brug"], ["zij"]]


@pytest.mark.parametrize(
    ("number", "left", "stress"), [("1", 125, 0.0), ("1", 185, 1.0), ("12 maart", 125, 1.0), ("2031", 125, 1.0)]
)
def test_what_stands_before_a_title_is_not_always_its_number(number: str, left: float, stress: float) -> None:
    """A figure that is not bold, one far to the left, a day and a year."""
    title = _line("De brug", left, left + 65, stress=1.0)
    assert _texts(_line(number, 100, 106, stress=stress), title) == [[number, "De brug"]]


@pytest.mark.parametrize("number", ["1", "2.", "3.1", "4.1.2"])
def test_a_bold_number_that_hangs_before_a_bold_title_is_of_it(number: str) -> None:
    assert _texts(_line(number, 100, 106, stress=1.0), _line("De brug", 125, 190, stress=1.0)) == [
        [f"{number} De brug"]
    ]
