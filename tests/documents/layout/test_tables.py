"""Tables in text, as a word processor writes them: each cell begins with a tab."""

from __future__ import annotations

from tracker.documents.layout.lines import shape_of, split_lines
from tracker.documents.layout.tables import find_table, table_blocks

TABLE = "Voorwoord\n\n\tMotie\n\tStand\n\n\tDe brug\n\n\tDe brug is klaar.\n\tEn open.\n\n\n\nNawoord"


def test_heads_then_cells() -> None:
    lines = split_lines(TABLE)
    table = find_table(lines, 1)
    assert table is not None
    assert table.heads == ("Motie", "Stand")
    assert [[lines[at].text for at in cell] for cell in table.cells][:3] == [["Motie"], ["Stand"], ["De brug"]]
    assert "Nawoord" not in [lines[at].text for at in table.lines]


def test_a_cell_stands_in_the_row_and_column_of_its_heads() -> None:
    lines = split_lines(TABLE)
    table = find_table(lines, 1)
    assert table is not None
    places = [block.place for block in table_blocks(table, lines, shape_of(lines), 7)]
    head, _, first, second, *_ = places
    assert head is not None
    assert first is not None
    assert second is not None
    assert (head.column, head.first) == (None, False)
    assert (first.column, first.row, first.first) == ("Motie", "De brug", True)
    assert (second.column, second.row, second.first, second.table) == ("Stand", "De brug", False, 7)


def test_one_head_or_lines_without_tabs_are_no_table() -> None:
    assert find_table(split_lines("\tMotie\n\n\tDe brug"), 0) is None
    assert find_table(split_lines("Motie\nStand\n\nDe brug"), 0) is None
    assert find_table(split_lines("\tMotie\n\tStand\n\nDe brug"), 0) is None
