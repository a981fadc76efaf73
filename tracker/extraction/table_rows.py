"""The rows of the tables of a letter: cells that stand one after another and name the first cell of their row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tracker.model import Passage, PassageKind


def cells_beside(passages: Iterable[Passage]) -> Mapping[str, tuple[Passage, ...]]:
    """For each cell of a table, by its id, the cells of its row in order, with it; none of what stands in no row."""
    return {cell.id: row for row in _rows(passages) for cell in row}


def _rows(passages: Iterable[Passage]) -> Iterator[tuple[Passage, ...]]:
    row: list[Passage] = []
    for passage in passages:
        if row and not _goes_on(row, passage):
            yield tuple(row)
            row = []
        if passage.kind is PassageKind.TABLE_CELL and (passage.row is not None or passage.column is None):
            row.append(passage)
    if row:
        yield tuple(row)


def _goes_on(row: list[Passage], passage: Passage) -> bool:
    """Whether a passage goes on a row: of its section and head, in its last cell or under a column not yet in it."""
    first = row[0]
    if passage.kind is not first.kind or (passage.section, passage.row) != (first.section, first.row):
        return False
    if passage.row is None:
        return passage.column is None
    return passage.column == row[-1].column or passage.column not in {one.column for one in row}
