"""Rows as records: every cell whole, a name only where there is something under it."""

from __future__ import annotations

from tracker.render.text_records import WIDTH, write
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView, ViewTable


def test_a_row_is_a_record_and_no_cell_is_cut() -> None:
    quote = "We informeren uw Kamer " * 12
    rows = (("postponed", "", quote, 3), ("late", "x", "kort", 1_000))
    tables = (
        ViewTable("seen", "Overzicht", ("Status", "2015", "Citaat", "Aantal"), rows),
        ViewTable("about", "", ("", ""), (("Brieven", "nr. 7;\xa0nr. 9"),)),
    )
    told = write(SheetContent((ReportView("Overzicht", None, (), (), tables),)))
    assert told.startswith("Overzicht\n\nStatus: postponed\nCitaat: We informeren")
    assert told.count("informeren") == 12
    assert "2015: \n" not in told
    assert "Status: late\n2015: x\nCitaat: kort\n" in told
    assert told.endswith("\n\nBrieven: nr. 7; nr. 9\n")
    assert max(map(len, told.splitlines())) <= WIDTH
