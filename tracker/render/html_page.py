"""Sheets as one HTML page that needs nothing beside it: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from tracker.i18n.catalog import language
from tracker.render.charts import charts
from tracker.render.jinja import template
from tracker.views.content import SheetContent


def write(content: SheetContent) -> str:
    """Sheets as a page, with their charts drawn in it."""
    page = template("html")
    return page.render(sheets=content.sheets, base=content.base, charts=charts, language=language() or "en")
