"""Sheets as JSON."""

from __future__ import annotations

import json

from tracker.render.json_sheets import write
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView


def test_it_names_its_schema_and_holds_each_sheet() -> None:
    text = write(SheetContent((ReportView("Één", None, (), ()), ReportView("Twee", None, (), ()))))
    data = json.loads(text)
    assert data["schema"] == "sheets/1"
    assert [sheet["title"] for sheet in data["sheets"]] == ["Één", "Twee"]
    assert "Één" in text
    assert text.endswith("}\n")
