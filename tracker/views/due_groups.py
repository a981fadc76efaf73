"""The promises with a date in groups: what may be due in a window first, then all others by what became of them."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from tracker.i18n.catalog import gettext
from tracker.ledger.fates import coming, fates, was_dated
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.report_headings import Fate


class DueGroup(Struct, frozen=True):
    """Threads under a heading; `key` names what they have in common."""

    key: str
    heading: str
    threads: tuple[Thread, ...]


def due_groups(index: Index, days: int) -> tuple[DueGroup, ...]:
    """Every thread that ever had a date by its fate, as reports count it; groups without any are left out."""
    ahead = dt.timedelta(days=days)
    until = index.ledger.as_of + ahead if index.ledger.as_of else ""
    found = fates(index, (row for row in index.ledger.threads if was_dated(index, row)), ahead)
    soon = DueGroup(Fate.COMING.value, gettext("due.window", day=until, number=days), coming(index, ahead))
    others = (DueGroup(kind.value, gettext(f"part.{kind}"), found[kind]) for kind in Fate if kind is not Fate.COMING)
    return tuple(group for group in (soon, *others) if group.threads)
