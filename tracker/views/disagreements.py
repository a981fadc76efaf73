"""The block of an audit in which parliament's register and the letters disagree on a promise."""

from __future__ import annotations

from tracker.i18n.catalog import gettext
from tracker.ledger.queries import Index
from tracker.ledger.register import Matched, matches
from tracker.sources.register import Register
from tracker.views.labels import word
from tracker.views.sheet import ThreadEntry, ViewBlock, ViewNote, quote


def disagreements(index: Index, register: Register) -> ViewBlock:
    """What one says was met and the other does not, with both words for it and the ground of the match."""
    found = [row for row in matches(index, register.promises) if row.disagrees]
    return ViewBlock(
        key="register",
        heading=gettext("part.register"),
        entries=tuple(_entry(index, row) for row in found),
        means=gettext("part.register.means", day=register.retrieved),
    )


def _entry(index: Index, row: Matched) -> ThreadEntry:
    promise, thread = row.promise, row.thread
    by = gettext("register.by", papers=", ".join(promise.by)) if promise.by else ""
    ground = gettext("register.by-words", words=", ".join(row.words[:8]), score=row.score) if row.words else ""
    facts = (
        gettext("register.status", number=promise.number, status=promise.status),
        by,
        gettext("register.letters", status=word(thread.status)),
        ground or gettext("register.by-number"),
    )
    told = ViewNote("", promise.text, place=gettext("register.place", number=promise.number))
    return ThreadEntry(
        title=thread.title,
        notes=(told, *quote(index, index.newest(thread), "now")),
        facts=tuple(fact for fact in facts if fact),
        thread=thread.id,
    )
