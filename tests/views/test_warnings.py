"""What keeps an answer from being whole, told once and with its reason."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.decisions.stale import Stale
from tracker.i18n.message import message
from tracker.ledger.queries import Index
from tracker.model import Refusal
from tracker.views.warnings import TroubleKind, troubles

RULING = Decision(
    ruling=Ruling.NOTE,
    who="A",
    when=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    why="zo is het",
    value="x",
    quotes=(anchor("kst-1-1", "Dit staat er niet."),),
)


def test_files_rulings_and_remarks_are_told_once() -> None:
    reason = message("stale.no-letter", letter="kst-1-1")
    told = message("ruling.not-applied", who="A", ruling="x", quote="y", cause=reason)
    ledger = replace(SMALL, refused=(Refusal("a.pdf", "no text in it"),), notices=(told, "two dates"), missing=())
    found = troubles(Index(ledger), [Stale(RULING, reason)])
    assert [(row.kind, row.what) for row in found[:2]] == [
        (TroubleKind.UNREAD, "a.pdf"),
        (TroubleKind.STALE, "A, note: “Dit staat er niet.”"),
    ]
    assert [row.what for row in found if row.kind is TroubleKind.REMARK][:1] == ["two dates"]
    assert sum("kst-1-1" in row.why for row in found) == 1
    assert found[1].decision is RULING
