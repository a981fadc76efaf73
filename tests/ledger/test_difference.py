"""What rulings change in a ledger is little, and makes of the one ledger the other."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.i18n.message import message
from tracker.ledger.difference import LedgerDifference, changed, difference
from tracker.ledger.rejudging import Judged
from tracker.model import Status

BEFORE = Judged(SMALL)
_FIRST, *_REST = SMALL.threads
OTHER = replace(_FIRST, status=Status.DROPPED, title="Anders")
AFTER = Judged(
    replace(
        SMALL,
        threads=(*_REST[1:], OTHER, replace(_REST[0], id="t-new")),
        commitments=SMALL.commitments[1:],
        reports=(replace(SMALL.reports[0], quote="Anders."), *SMALL.reports[1:]),
        notices=(message("step.promised"),),
    ),
    (_FIRST,),
)


def test_a_difference_makes_the_other_ledger_and_tells_no_more_than_is_new() -> None:
    found = difference(BEFORE, AFTER)
    assert [row.id for row in found.threads.new] == [OTHER.id, "t-new"]
    assert found.commitments.new == ()
    assert len(found.reports.new) == 1
    sent = msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=LedgerDifference)
    assert changed(BEFORE, sent) == AFTER
    assert changed(AFTER, difference(AFTER, BEFORE)) == BEFORE


def test_what_did_not_change_stays_the_same_object() -> None:
    made = changed(BEFORE, difference(BEFORE, AFTER)).ledger
    known = {id(row) for row in SMALL.threads}
    assert sum(id(row) in known for row in made.threads) == len(SMALL.threads) - 2
    assert changed(BEFORE, difference(BEFORE, BEFORE)) == BEFORE
