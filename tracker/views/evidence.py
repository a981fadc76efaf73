"""What the evidence of a thread says, with letters and papers by the names that readers know them by."""

from __future__ import annotations

from tracker.i18n.catalog import text_of
from tracker.i18n.message import Message, Text, Value
from tracker.ledger.queries import Index
from tracker.model import MissingPaper
from tracker.views.names import cited_as, short
from tracker.views.text_style import GLUE


def said(index: Index, text: Text) -> str:
    """The words of one ground, in the language spoken."""
    if isinstance(text, str):
        return text
    return text_of(Message(text.id, tuple((key, _named(index, key, value)) for key, value in text.params)))


def _named(index: Index, key: str, value: Value) -> Value:
    """The name of what a parameter is the id of."""
    if key == "letter":
        return short(index.letters[str(value)]) if value in index.letters else value
    if key == "papers":
        known = {row.id: row for row in index.ledger.missing}
        return ", ".join(_paper(known.get(id_), id_) for id_ in str(value).split(", "))
    return value


def _paper(row: MissingPaper | None, id_: str) -> str:
    return cited_as("short", row.dossier, row.number).replace(" ", GLUE) if row else id_
