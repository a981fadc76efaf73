"""Tables as CSV: their figures as figures, one below the other."""

from __future__ import annotations

from tracker.render.csv_tables import write
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView, ViewTable


def test_each_table_stands_under_its_heads() -> None:
    tables = (ViewTable("a", "A", ("x", "n"), (("één", 1), ("=2", -2))), ViewTable("b", "B", ("y",), ()))
    text = write(SheetContent((ReportView("T", None, (), (), tables),)))
    assert text.splitlines() == ["x,n", "één,1", "'=2,-2", "", "y"]
