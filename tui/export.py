"""What is seen as a table for other programs, in any form that the registry has for tables."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tracker.export.registry import Subject, exporter
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView, ViewTable

SUBJECTS: tuple[Subject, ...] = ("tables", "sheets")
"""The forms that a table is written in: those of tables alone, and those of whole sheets."""


class ExportTable(Struct, frozen=True):
    """A titled table; every row has a cell for every head."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


def written(table: ExportTable, form: str) -> str | bytes:
    """The table in a form of the registry."""
    rows = tuple(map(tuple, table.rows))
    figures = ViewTable("seen", table.title, tuple(table.heads), rows)
    sheet = ReportView(table.title, None, (), (), (figures,))
    answer: str | bytes = exporter(form, *SUBJECTS).write(SheetContent((sheet,)))
    return answer
