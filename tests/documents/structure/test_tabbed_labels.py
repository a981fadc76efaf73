"""Labels and values that tabs part: cells where the labels return, lines of a letterhead elsewhere."""

from __future__ import annotations

import pytest

from tests.documents.docx_printer import packed, paragraph
from tracker.documents import read_letter

_PROSE = "Met deze brief informeren wij de raad over de voortgang van de brug over de rivier."
_ROWS = [("Maatregel:", "De brug"), ("Planning:", "gereed in mei 2031"), ("Maatregel:", "Het pad")]


def _read(rows: list[tuple[str, str]]) -> list[tuple[str, str | None, str | None, str]]:
    shown = [f"<w:r><w:t>{label}</w:t><w:tab/><w:t>{value}</w:t></w:r>" for label, value in rows]
    body = "".join(map(paragraph, [f"<w:r><w:t>{_PROSE}</w:t></w:r>", *shown, f"<w:r><w:t>{_PROSE}</w:t></w:r>"]))
    letter = read_letter("x.docx", packed(body))
    return [(one.kind.value, one.row, one.column, one.text) for one in letter.passages[1:-1]]


@pytest.mark.parametrize(
    "rows",
    [
        _ROWS,
        [("Datum:", "3 mei 2031"), ("Kenmerk:", "12"), ("Datum:", "4 mei 2031"), ("Kenmerk:", "13")],
        [("Maatregel:", "De brug"), ("Planning:", "mei"), ("Budget:", "nihil"), ("Risico:", "geen")],
        [("De brug", "mei"), ("De brug", "juni"), ("De brug", "juli"), ("De brug", "oktober")],
    ],
)
def test_rows_that_do_not_return_are_lines(rows: list[tuple[str, str]]) -> None:
    """Three rows, labels of a letterhead, labels that come once and one label alone make no table."""
    assert all(kind != "table_cell" and column is None for kind, _, column, _ in _read(rows))


def test_rows_whose_labels_return_are_cells() -> None:
    """Each value stands under its label, in the row of what the first label names; a value may go on below."""
    found = _read([*_ROWS, ("Planning:", "start in juni 2031"), ("", "klaar in 2032")])
    assert ("table_cell", "De brug", "Planning", "gereed in mei 2031") in found
    assert ("table_cell", "Het pad", "Planning", "start in juni 2031") in found
    assert ("table_cell", "Het pad", "Planning", "klaar in 2032") in found


def test_labels_need_no_colon() -> None:
    rows = [("Maatregel", "De brug"), ("Planning", "mei 2031"), ("Maatregel", "Het pad"), ("Planning", "juni 2031")]
    assert ("table_cell", "Het pad", "Planning", "juni 2031") in _read(rows)
