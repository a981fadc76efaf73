"""The block of an audit in which parliament's register and the letters disagree on a promise."""

from __future__ import annotations

from tracker.i18n.catalog import gettext
from tracker.ledger.queries import Index
from tracker.ledger.register import Matched, matches
from tracker.model import Thread
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


def registered(index: Index, register: Register, thread: Thread) -> tuple[str, ...]:
    """What the register says of one promise of the letters, a line for each promise that it has of it."""
    return tuple(" · ".join(_facts(row)) for row in matches(index, register.promises) if row.thread.id == thread.id)


def _entry(index: Index, row: Matched) -> ThreadEntry:
    promise, thread = row.promise, row.thread
    letters = gettext("register.letters", status=word(thread.status))
    told = ViewNote("", promise.text, place=gettext("register.place", number=promise.number))
    return ThreadEntry(
        title=thread.title,
        notes=(told, *quote(index, index.newest(thread), "now")),
        facts=(*_facts(row), letters),
        thread=thread.id,
    )


def _facts(row: Matched) -> tuple[str, ...]:
    """The number and status of a registered promise, what met, repeats or changes it, and the ground of the match."""
    promise = row.promise
    lists = {"by": promise.by, "repeats": promise.repeats, "changes": promise.changes}
    more = (gettext(f"register.{key}", papers=", ".join(names)) for key, names in lists.items() if names)
    ground = gettext("register.words", words=", ".join(row.words[:8]), score=row.score) if row.words else ""
    status = gettext("register.status", number=promise.number, status=promise.status)
    return (status, *more, ground or gettext("register.carried"))
