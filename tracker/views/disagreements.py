"""Where parliament's register and the letters disagree on a promise, and what of the register awaits a ruling."""

from __future__ import annotations

from tracker.i18n.catalog import gettext
from tracker.ledger.queries import Index
from tracker.model import RegisterMatch, Status
from tracker.sources.register import Register
from tracker.views.labels import word
from tracker.views.registered import facts
from tracker.views.sheet import ThreadEntry, ViewBlock, ViewNote, quote


def disagreements(index: Index, register: Register) -> tuple[ViewBlock, ...]:
    """What one says was met and the other does not, with both words for it and the ground of the match.

    And, where there are any, promises that are possibly those of threads, for an analyst to rule on.
    """
    rows = [row for row in index.ledger.registered if _disagrees(index, row)]
    sure = [row for row in rows if row.sure]
    asked = [row for row in rows if not row.sure]
    block = ViewBlock(
        key="register",
        heading=gettext("part.register"),
        entries=tuple(_entry(index, row) for row in sure),
        means=gettext("part.register.means", day=register.retrieved),
    )
    if not asked:
        return (block,)
    review = ViewBlock(
        key="register-asked",
        heading=gettext("part.register-asked"),
        entries=tuple(_entry(index, row) for row in asked),
        means=gettext("part.register-asked.means"),
    )
    return block, review


def _disagrees(index: Index, row: RegisterMatch) -> bool:
    """Whether one says that it was met and the other does not; a later word of either may be missing."""
    return row.met != (index.threads[row.thread].status is Status.DELIVERED)


def _entry(index: Index, row: RegisterMatch) -> ThreadEntry:
    thread = index.threads[row.thread]
    letters = gettext("register.letters", status=word(thread.status))
    told = ViewNote("", row.text, place=gettext("register.place", number=row.number))
    return ThreadEntry(
        title=thread.title,
        notes=(told, *quote(index, index.newest(thread), "now")),
        facts=(*facts(row), letters),
        thread=thread.id,
    )
