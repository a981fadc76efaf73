"""Sheets as CommonMark that also reads well as it is."""

from __future__ import annotations

from tracker.render.jinja import template
from tracker.views.content import SheetContent


def write(content: SheetContent) -> str:
    """Sheets as Markdown, each below the other."""
    return template("md").render(sheets=content.sheets, base=content.base).rstrip("\n") + "\n"
