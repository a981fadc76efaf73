"""The papers that may speak of a promise and that nobody could search: letters cite them, the collection lacks them."""

from __future__ import annotations

from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.views.names import cited_as
from tracker.views.text_style import GLUE

NAMED = 3
"""Papers named at most, those cited most first."""


def unsearched(thread: Thread) -> tuple[str, ...]:
    """The ids of the papers that were published after a promise and could not be searched."""
    evidence = (row.text for row in thread.evidence if row.rule == "missing" and not isinstance(row.text, str))
    found = (str(dict(text.params)["papers"]) for text in evidence)
    return tuple(paper for papers in found for paper in papers.split(", "))


def named_papers(index: Index, thread: Thread) -> tuple[str, ...]:
    """What the most cited of them are called ("nr. 460")."""
    lacking = set(unsearched(thread))
    rows = sorted((row for row in index.ledger.missing if row.id in lacking), key=lambda row: -row.times)
    return tuple(cited_as("short", row.dossier, row.number).replace(" ", GLUE) for row in rows[:NAMED])
