"""Where parliament's register and the letters disagree on a promise, and what of the register awaits a ruling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.i18n.catalog import gettext
from tracker.ledger.queries import Index
from tracker.ledger.register import Matched, MatchGround
from tracker.model import Thread
from tracker.sources.register import Register
from tracker.views.labels import word
from tracker.views.sheet import ThreadEntry, ViewBlock, ViewNote, quote


def disagreements(index: Index, register: Register, matched: Sequence[Matched]) -> tuple[ViewBlock, ...]:
    """What one says was met and the other does not, with both words for it and the ground of the match.

    And, where there are any, promises that are possibly those of threads, for an analyst to rule on.
    """
    sure = [row for row in matched if row.ground is not MatchGround.ASKED and row.disagrees]
    asked = [row for row in matched if row.ground is MatchGround.ASKED and row.disagrees]
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


def registered(matched: Iterable[Matched], thread: Thread) -> tuple[str, ...]:
    """What the register says of one promise of the letters, a line for each promise that it has of it."""
    return tuple(" · ".join(_facts(row)) for row in matched if row.thread.id == thread.id)


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
    status = gettext("register.status", number=promise.number, status=promise.status)
    return (status, *more, _ground(row))


def _ground(row: Matched) -> str:
    """What says that the promise is that of the thread, and how to rule on it where nobody did."""
    if row.ground is MatchGround.CARRIED:
        return gettext("register.carried")
    if row.ground is MatchGround.RULED:
        return gettext("register.ruled", who=row.who)
    words, ask = ", ".join(row.words), row.ground is MatchGround.ASKED
    known = {"words": words, "score": row.score, "number": row.promise.number, "thread": row.thread.id}
    return gettext("register.asked", **known) if ask else gettext("register.words", **known)
