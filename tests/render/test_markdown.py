"""Sheets as Markdown."""

from __future__ import annotations

from tracker.render.markdown import write
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView, ThreadEntry, ViewBlock


def sheet(title: str) -> ReportView:
    entry = ThreadEntry(title="sluisplan", thread="t-1", facts=("op tijd",), notes=())
    return ReportView(title, None, ("Een zin.",), (ViewBlock("slipped", "Verschoven", (entry,)),))


def test_sheets_stand_below_each_other_and_end_in_one_line() -> None:
    text = write(SheetContent((sheet("Eerst"), sheet("Dan"))))
    assert text.index("# Eerst") < text.index("sluisplan") < text.index("# Dan")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_title_is_no_markup() -> None:
    assert "\\*haven\\*" in write(SheetContent((sheet("*haven*"),)))
