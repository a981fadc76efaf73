"""The rows of a Word table: its title, its heads, its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from docx.oxml.ns import qn
from msgspec import Struct

_WIDEST = 63
"""Word makes no table of more columns."""


class WordTable(Struct, frozen=True):
    """A table as its rows of cells; `titles` stand above it.

    `heads` are one for each column, empty where the table only lays the page out; one that spans columns heads each.
    """

    titles: tuple[Any, ...]
    rows: tuple[tuple[Any, ...], ...]
    heads: tuple[str, ...]


def word_table(element: Any, *, free: bool) -> WordTable:
    """The table of an element; one that does not stand `free` in the text is laid out alone.

    The head above the first column may be missing, where more than one other column has one.
    """
    rows = [tuple(_within(row, "w:tc")) for row in _within(element, "w:tr")]
    first = next((at for at, row in enumerate(rows) if len(row) > 1), 0) if free else 0
    first = first if first < len(rows) - 1 else 0
    heads = tuple(words_of(cell) for cell in rows[first]) if rows else ()
    headed = len(heads) > 1 and all(heads[1:]) and (bool(heads[0]) or len(heads) > 2)
    data = free and len(rows) > first + 1 and headed
    titles = tuple(cell for row in rows[:first] for cell in row)
    spread = (
        tuple(head for head, cell in zip(heads, rows[first], strict=True) for _ in range(_span(cell))) if data else ()
    )
    return WordTable(titles, tuple(rows[first:]), spread)


def columns_of(row: Sequence[Any]) -> list[int]:
    """The column that each cell of a row begins in, counting from 0."""
    return [0, *accumulate(map(_span, row))][: len(row)]


def first_words(row: Iterable[Any]) -> str:
    """The words of the first paragraph of a row that has some: its first cell may be one with that of the row above."""
    return next((words for cell in row for paragraph in cell.iter(qn("w:p")) if (words := words_of(paragraph))), "")


def words_of(element: Any) -> str:
    """The words of an element, white space folded."""
    return " ".join("".join(text.text or "" for text in element.iter(qn("w:t"))).split())


def _span(cell: Any) -> int:
    """How many columns a cell spans."""
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return min(max(1, int(span.get(qn("w:val")) or 1)), _WIDEST) if span is not None else 1


def _within(element: Any, name: str) -> list[Any]:
    """The rows of a table or the cells of a row, whatever they are wrapped in, but not those of tables within it."""
    return [one for one in element.iter(qn(name)) if next(one.iterancestors(element.tag)) is element]
