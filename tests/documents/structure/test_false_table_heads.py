"""First rows of tables: those that are heads of columns, and those that are rows as the others are."""

from __future__ import annotations

import pytest

from tracker.documents import read_letter
from tracker.model import PassageKind

_VIEW, _PLAN, _RULES = "Het college stelt de visie vast.", "De raad ontvangt het plan.", "De dijk wordt versterkt."


def _cells(*rows):
    table = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in rows)
    page = f"<html><body><p>Dit is de planning van de dijk, die wij volgen.</p><table>{table}</table></body></html>"
    letter = read_letter("x.html", page.encode())
    return {one.text: (one.row, one.column) for one in letter.passages if one.kind is PassageKind.TABLE_CELL}


@pytest.mark.parametrize(
    "rows",
    [
        (("Actie", "Gereed"), (_VIEW, "Q1 2031"), (_PLAN, "Q2 2031")),
        (("2031", "2032"), ("Q1", "Q2"), ("Q3", "Q4")),
        (("Doel", "2031", "2032"), ("Visie", "maart 2031", "mei 2032"), ("Plan", "mei 2031", "juni 2032")),
        (("Maatregel", "Vóór 1 juli 2031"), (_VIEW, "ja"), (_PLAN, "nee")),
        (("Nr.", "Naam."), ("1", "Dijk."), ("2", "Brug.")),
    ],
)
def test_heads_stay_heads(rows):
    found = _cells(*rows)
    assert found[rows[0][1]] == (None, None)
    assert found[rows[2][1]][1] == rows[0][1]


@pytest.mark.parametrize(
    "rows",
    [
        (("Visie", _VIEW, "Q1 2031"), ("Plan", _PLAN, "Q2 2031"), ("Dijk", _RULES, "eind 2032")),
        (("1.1", _VIEW), ("1.2", _PLAN), ("1.3", _RULES)),
        (("maart 2031", _VIEW), ("mei 2031", _PLAN), ("1 juni 2031", _RULES)),
        (("Visie", "1 maart 2031"), ("Plan", "in mei"), ("Dijk", "-"), ("Brug", "najaar 2031")),
    ],
)
def test_a_first_row_that_is_as_the_others_is_one(rows):
    """Its cells head no column, and stand in its row."""
    found = _cells(*rows)
    assert {column for _, column in found.values()} == {None}
    assert found[rows[0][1]][0] == rows[0][0]
    assert found[rows[1][1]][0] == rows[1][0]
