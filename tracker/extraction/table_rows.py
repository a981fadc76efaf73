"""The cells of a row of a table, as passages: they stand one after another, and name the first cell of their row."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.model import Passage, PassageKind


def cells_beside(passages: Iterable[Passage], own: Passage) -> tuple[Passage, ...]:
    """The cells of the row that a passage of a letter stands in, with it; none where it stands in no table."""
    if own.kind is not PassageKind.TABLE_CELL:
        return ()
    found: list[Passage] = []
    for cell in passages:
        same = cell.kind is own.kind and (cell.section, cell.row) == (own.section, own.row)
        same &= own.row is not None or (cell.column is None and own.column is None)
        if not same or (own.row is not None and cell.column in {one.column for one in found}):
            if own in found:
                break
            found = []
        found += [cell] if same else []
    return tuple(found)
