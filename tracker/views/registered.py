"""What parliament's register says of a promise of the letters, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n.catalog import gettext
from tracker.ledger.contested_deadlines import is_likely
from tracker.ledger.queries import Index
from tracker.model import MatchGround, RegisterMatch, Thread

if TYPE_CHECKING:
    from tracker.sources.register import Registered


def register_lines(index: Index, thread: Thread) -> tuple[str, ...]:
    """What the register says of a thread, a line for each promise that it has of it."""
    return tuple(" · ".join(registered_facts(row)) for row in index.registered.get(thread.id, ()))


def in_short(index: Index, thread: Thread) -> str:
    """The numbers and statuses of the registered promises that a thread is; "" where it is none."""
    rows = (row for row in index.registered.get(thread.id, ()) if row.sure)
    return "; ".join(f"{row.number}, {register_status(row)}" for row in rows)


def told_by_register(index: Index, thread: Thread) -> str:
    """The same with the word register before it; of what it possibly contradicts also what is only possibly of it."""
    known = in_short(index, thread)
    if known or not thread.by_letters:
        return f"{gettext('sheet.register')}: {known}" if known else ""
    likely = filter(is_likely, index.registered.get(thread.id, ()))
    rows = (f"{row.number}, {register_status(row)}" for row in likely)
    return gettext("register.possibly", known="; ".join(rows))


def registered_facts(row: RegisterMatch) -> tuple[str, ...]:
    """The number and status of a registered promise, what met, repeats or changes it, and the ground of the match."""
    return (*registered_words(row), _ground(row))


def registered_words(row: RegisterMatch | Registered) -> tuple[str, ...]:
    """The number and status of a registered promise, and what met, repeats or changes it."""
    lists = {"by": row.by, "repeats": row.repeats, "changes": row.changes}
    more = (gettext(f"register.{key}", papers=", ".join(names)) for key, names in lists.items() if names)
    twins = (gettext("register.twin", text=one.text, status=_status(one.status)) for one in row.twins)
    unclear = (gettext("register.unclear"),) if row.unclear else ()
    return (gettext("register.status", number=row.number, status=register_status(row)), *unclear, *twins, *more)


def register_status(row: RegisterMatch | Registered) -> str:
    """The status in the register's own words; where it says none, that."""
    return _status(row.status)


def _status(said: str) -> str:
    return said or gettext("register.no-status")


def _ground(row: RegisterMatch) -> str:
    """What says that the promise is that of the thread, and how to rule on it where nobody did."""
    if row.ground is MatchGround.CARRIED:
        return gettext("register.carried")
    if row.ground is MatchGround.CHANGES:
        return gettext("register.by-change")
    if row.ground is MatchGround.RULED:
        return gettext("register.ruled", who=row.who)
    words, asked = ", ".join(row.words), row.ground is MatchGround.ASKED
    known = {"words": words, "score": row.score, "number": row.number, "thread": row.thread}
    if row.more:
        return gettext("register.asks-more", **{**known, "words": ", ".join(row.more)})
    return gettext("register.asked", **known) if asked else gettext("register.words", **known)
