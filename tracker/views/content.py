"""What a command hands to the exporter of a form."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from tracker.ledger.queries import Index
from tracker.views.findings import Finding
from tracker.views.sheet import ReportView
from tracker.views.text_style import TextStyle


class SheetContent(Struct, frozen=True):
    """Sheets, and the letters' folder as seen from where the answer will stand ("": no links to letters)."""

    sheets: tuple[ReportView, ...]
    base: str = ""
    screen: Callable[[TextStyle], str] | None = None
    """What a terminal shows, where that is not the sheets as they are."""
    csv_for: str = "rfc"
    """The dialect of CSV that is asked for."""


class AuditContent(SheetContent, frozen=True, kw_only=True):
    """An audit with its findings; `root` is the letters' folder as seen from the top of their repository."""

    index: Index
    findings: tuple[Finding, ...]
    compared: bool
    """Whether the findings stand beside those of an earlier audit."""
    root: str = ""
