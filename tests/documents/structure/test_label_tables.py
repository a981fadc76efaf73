"""Tables of labels and values: what is about which measure, and which tables are none of these."""

from __future__ import annotations

import pytest

from tracker.documents import read_letter
from tracker.model import PassageKind

_MEASURES = [
    ["Maatregel:", "Nieuwe brug"],
    ["Uitleg:", "Wij bouwen een brug."],
    ["Planning:", "Q3 2031"],
    ["Maatregel:", "Nieuwe weg"],
    ["Planning:", "2032"],
]
_ABOUT = [
    ("Nieuwe brug", "", "Maatregel:"), ("Nieuwe brug", "Maatregel", "Nieuwe brug"),
    ("Nieuwe brug", "", "Uitleg:"), ("Nieuwe brug", "Uitleg", "Wij bouwen een brug."),
    ("Nieuwe brug", "", "Planning:"), ("Nieuwe brug", "Planning", "Q3 2031"),
    ("Nieuwe weg", "", "Maatregel:"), ("Nieuwe weg", "Maatregel", "Nieuwe weg"),
    ("Nieuwe weg", "", "Planning:"), ("Nieuwe weg", "Planning", "2032"),
]  # fmt: skip


def cells(rows: list[list[str]]) -> list[tuple[str, str, str]]:
    shown = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<html><body><p>Wij doen in 2031 het volgende.</p><table>{shown}</table></body></html>"
    letter = read_letter("x.html", page.encode())
    found = (one for one in letter.passages if one.kind is PassageKind.TABLE_CELL)
    return [(one.row or "", one.column or "", one.text) for one in found]


def test_rows_are_about_the_measure_above_them() -> None:
    assert cells(_MEASURES) == _ABOUT


def test_labels_without_a_colon_that_come_again_are_labels() -> None:
    bare = [[label.rstrip(":"), value] for label, value in _MEASURES]
    assert cells(bare) == [(row, column, text.rstrip(":")) for row, column, text in _ABOUT]


def test_a_label_may_lack_its_value() -> None:
    found = cells([["Maatregel:", "Nieuwe brug"], ["Uitleg:"], ["Planning:", "Q3 2031"]])
    assert found[-1] == ("Nieuwe brug", "Planning", "Q3 2031")


@pytest.mark.parametrize(
    "rows",
    [
        [["Maatregel", "Planning"], ["Nieuwe brug", "Q3 2031"], ["Nieuwe weg", "2032"]],
        [["Maatregel", "Planning"], ["Nieuwe brug", "Q3 2031"], ["Maatregel", "Planning"], ["Nieuwe weg", "2032"]],
        [["Lasten", "2030"], ["Brug", "12"], ["Lasten", "2031"], ["Weg", "14"]],
        [["Lasten", "Brug", "Weg"], ["Haven", "12", "13"], ["Lasten", "14", "15"]],
    ],
    ids=["heads", "heads again", "years", "three columns"],
)
def test_tables_with_heads_keep_them(rows: list[list[str]]) -> None:
    assert [column for _, column, text in cells(rows) if text == rows[1][1]] == [rows[0][1]]
