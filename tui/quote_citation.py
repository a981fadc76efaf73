"""A quote with its citation, as an official would put it in a note."""

from __future__ import annotations

from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.model import Statement
from tracker.text.escape import plain
from tracker.views.citations import citation
from tracker.views.text_style import GLUE
from tui.labels import Labels


def quoted(index: Index, row: Statement, labels: Labels) -> str:
    """The quote and where it stands, on one line with ordinary spaces."""
    with speaking(labels.language):
        place = citation(index, row).replace(GLUE, " ")
    return f"“{plain(row.quote)}” — {plain(place)}"
