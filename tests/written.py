"""Sheets written by the exporter of a form."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.export.registry import exporter
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView


def written(sheets: Iterable[ReportView], form: str) -> str:
    """What a printable form makes of sheets."""
    answer = exporter(form, "sheets", "entries").write(SheetContent(tuple(sheets)))
    assert isinstance(answer, str)
    return answer
