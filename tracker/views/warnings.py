"""What keeps an answer from being whole: files not read, rulings not applied, papers not here, remarks."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from tracker.decisions.ruling import Decision
from tracker.decisions.stale import Stale
from tracker.i18n.catalog import gettext, text_of
from tracker.i18n.message import Message
from tracker.ledger.queries import Index
from tracker.text.normalize import one_space
from tracker.views.totals import missing, without_date


class TroubleKind(StrEnum):
    """Kinds, the worst first."""

    UNREAD = "unread"
    STALE = "stale"
    REMARK = "remark"


class Trouble(Struct, frozen=True):
    """One of them: what it is about, why, and the ruling where it is one."""

    kind: TroubleKind
    what: str
    why: str
    decision: Decision | None = None


def troubles(index: Index, stale: Iterable[Stale]) -> tuple[Trouble, ...]:
    """All of them, the worst kind first; a ruling that does not apply is told once."""
    unread = [Trouble(TroubleKind.UNREAD, row.path, text_of(row.reason)) for row in index.ledger.refused]
    rulings = [
        Trouble(TroubleKind.STALE, _who_ruled_what(row.decision), text_of(row.reason), row.decision) for row in stale
    ]
    told = [row for row in index.ledger.notices if not _of_ruling(row)]
    remarks = [*map(text_of, told), *missing(index), *without_date(index)]
    return (*unread, *rulings, *(Trouble(TroubleKind.REMARK, remark, "") for remark in dict.fromkeys(remarks)))


def _who_ruled_what(decision: Decision) -> str:
    """Who ruled what on which words."""
    ruling = gettext(f"ruling.name.{decision.ruling}")
    return f"{decision.who}, {ruling}: “{one_space(decision.quotes[0].quote)}”"


def _of_ruling(notice: object) -> bool:
    return isinstance(notice, Message) and notice.id == "ruling.not-applied"
