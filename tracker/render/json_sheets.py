"""Sheets as JSON; field names are a promise: add, never rename."""

from __future__ import annotations

import msgspec

from tracker.views.content import SheetContent


def write(content: SheetContent) -> str:
    """Sheets as indented JSON."""
    data = msgspec.json.encode({"schema": "sheets/1", "sheets": content.sheets})
    return msgspec.json.format(data, indent=2).decode() + "\n"
