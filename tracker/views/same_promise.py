"""Threads that are probably one promise and of which the report tells different things: each names the other."""

from __future__ import annotations

from tracker.i18n.catalog import gettext
from tracker.ledger.fates import fate
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.report_headings import FATES, Fate

LIKELY = 0.5
"""A score from which on two threads are more probably one promise than two, though linking is not sure of it."""


def twin(index: Index, thread: Thread) -> str:
    """The likeliest twin with another fate, in a few words; "" where there is none."""
    own, rows = fate(index, thread), index.alike.get(thread.id, {})
    found = ((rows[id_], id_, index.threads[id_]) for id_ in rows if rows[id_] >= LIKELY)
    others = [(score, id_, other, fate(index, other)) for score, id_, other in found]
    told = [row for row in others if _contradict(own, row[3])]
    if not told:
        return ""
    _, id_, other, what = max(told, key=lambda row: row[:2])
    return gettext("twin", thread=id_, title=other.title, fate=gettext(f"chart.fate.{what}"))


def _contradict(one: Fate, other: Fate) -> bool:
    """Whether two fates cannot both be those of one promise; what has no deadline contradicts nothing."""
    both = (FATES[one], FATES[other])
    return one is not other and all(row.is_dated for row in both) and any(row.is_judged for row in both)
