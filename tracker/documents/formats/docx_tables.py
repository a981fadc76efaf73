"""The rows of a Word table: its title, its heads, its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, takewhile, zip_longest
from typing import Any

from docx.oxml.ns import qn
from msgspec import Struct

from tracker.documents.layout.tables import DEEPEST

_WIDEST = 63
"""Word makes no table of more columns."""


class WordTable(Struct, frozen=True):
    """A table as its rows of cells; `titles` stand above it.

    `heads` are one for each column, empty where the table only lays the page out; one that spans columns heads each.
    """

    titles: tuple[Any, ...]
    rows: tuple[tuple[Any, ...], ...]
    heads: tuple[str, ...]
    depth: int = 1
    """Over how many rows the heads stand: those that the head of the first column spans."""
    changed: bool = False
    """Whether tracked changes add rows or take some away."""


def word_table(element: Any, *, free: bool) -> WordTable:
    """The table of an element; one that does not stand `free` in the text is laid out alone.

    The head above the first column may be missing, where more than one other column has one.
    """
    every = _within(element, "w:tr")
    kept = [row for row in every if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None]
    changed = len(kept) < len(every) or any(row.find(f"{qn('w:trPr')}/{qn('w:ins')}") is not None for row in kept)
    rows = [tuple(_within(row, "w:tc")) for row in kept]
    first = next((at for at, row in enumerate(rows) if len(row) > 1), 0) if free else 0
    first = first if first < len(rows) - 1 else 0
    end = first + _depth(rows[first:])
    heads = tuple(element_words(cell) for cell in rows[first]) if rows else ()
    headed = len(heads) > 1 and all(heads[1:]) and (bool(heads[0]) or len(heads) > 2)
    data = free and len(rows) > first + 1 and headed
    titles = tuple(cell for row in rows[:first] for cell in row)
    return WordTable(titles, tuple(rows[first:]), _column_heads(rows[first:end]) if data else (), end - first, changed)


def _depth(rows: Sequence[Sequence[Any]]) -> int:
    """Over how many rows the heads stand: as many as the first spans, where another spans columns; few, or one."""
    spanning = bool(rows) and any(_span(cell) > 1 for cell in rows[0])
    below = takewhile(lambda row: bool(row) and _goes_down(row[0]), rows[1:-1] if spanning else ())
    depth = 1 + sum(1 for _ in below)
    return depth if depth <= DEEPEST else 1


def _column_heads(rows: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    """The head of each column: the words of the rows of heads, one below the other."""
    spread = [[element_words(cell) for cell in row for _ in range(_span(cell))] for row in rows]
    return tuple(" ".join(filter(None, heads)) for heads in zip_longest(*spread, fillvalue=""))


def columns_of(row: Sequence[Any]) -> list[int]:
    """The column that each cell of a row begins in, counting from 0."""
    return [0, *accumulate(map(_span, row))][: len(row)]


def first_words(row: Iterable[Any]) -> str:
    """The words of the first paragraph of a row that has some: its first cell may be one with that of the row above."""
    return next(
        (words for cell in row for paragraph in cell.iter(qn("w:p")) if (words := element_words(paragraph))), ""
    )


def element_words(element: Any) -> str:
    """The words of an element, white space folded."""
    return " ".join("".join(text.text or "" for text in element.iter(qn("w:t"))).split())


def _span(cell: Any) -> int:
    """How many columns a cell spans."""
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return min(max(1, int(span.get(qn("w:val")) or 1)), _WIDEST) if span is not None else 1


def _goes_down(cell: Any) -> bool:
    """Whether a cell is one with that of the row above."""
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merged is not None and merged.get(qn("w:val")) != "restart"


def _within(element: Any, name: str) -> list[Any]:
    """The rows of a table or the cells of a row, whatever they are wrapped in, but not those of tables within it."""
    return [one for one in element.iter(qn(name)) if next(one.iterancestors(element.tag)) is element]
