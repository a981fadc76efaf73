"""The promises with a date in groups: what may be due in a window first, then all others by what became of them."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from tracker.i18n.catalog import gettext
from tracker.ledger.deadlines import coming
from tracker.ledger.fates import fates, is_dated
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.statuses import Fate


class DueGroup(Struct, frozen=True):
    """Threads under a heading; `key` names what they have in common."""

    key: str
    heading: str
    threads: tuple[Thread, ...]


def due_groups(index: Index, days: int) -> tuple[DueGroup, ...]:
    """Every thread that ever had a date, each once; groups without any are left out."""
    soon = coming(index, dt.timedelta(days=days))
    until = index.ledger.as_of + dt.timedelta(days=days) if index.ledger.as_of else None
    first = DueGroup("window", gettext("due.window", day=until or "", days=days), soon)
    told = {thread.id for thread in soon}
    others = fates(index, (row for row in index.ledger.threads if row.id not in told and is_dated(index, row)))
    groups = (first, *(DueGroup(kind.value, gettext(f"part.{kind}"), others[kind]) for kind in Fate))
    return tuple(group for group in groups if group.threads)
