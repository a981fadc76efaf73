"""A quote with its citation, as an official would put it in a note."""

from __future__ import annotations

from tracker.ledger.queries import Index
from tracker.model import Letter, Statement
from tracker.text.escape import plain
from tracker.views.names import dated, paper
from tui.labels import Labels


def citation(index: Index, row: Statement, labels: Labels) -> str:
    """Where a quote stands: "Kamerstuk 27 923, nr. 492 (2024-06-26), § 1.2 Heading, p. 3"."""
    section = index.sections.get(row.section or "")
    parts = [
        named(index.letters[row.letter], labels),
        f"§ {section.heading}" if section else "",
        labels("cite.page", page=row.location.page) if row.location.page else "",
    ]
    return plain(", ".join(part for part in parts if part))


def named(letter: Letter, labels: Labels) -> str:
    """The letter itself: paper and date."""
    paper_no = f"{labels('cite.paper')} {paper(letter)}" if letter.dossier and letter.number else paper(letter)
    return f"{paper_no} ({dated(letter)})" if letter.date else paper_no


def quoted(index: Index, row: Statement, labels: Labels) -> str:
    """The quote and its citation on one line."""
    return f"“{plain(row.quote)}” — {citation(index, row, labels)}"
