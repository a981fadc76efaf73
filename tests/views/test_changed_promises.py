"""The promises that two letters word differently."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import DELIVERED, NEW, OLD, POSTPONED, REPORTS, SMALL
from tracker.ledger.queries import Index
from tracker.views.changed_promises import changed_promises

INDEX = Index(SMALL)


def test_what_both_letters_speak_of_stands_there_with_both_quotes() -> None:
    block = changed_promises(INDEX, OLD, NEW)
    assert [row.thread for row in block.entries] == [POSTPONED.id, DELIVERED.id]
    assert [note.lead for note in block.entries[0].notes][:2] == ["was", "now"]


def test_the_same_words_are_no_change() -> None:
    same = replace(REPORTS[0], quote=SMALL.commitments[0].quote.upper())
    index = Index(replace(SMALL, reports=(same, REPORTS[1]), threads=(POSTPONED,)))
    assert changed_promises(index, OLD, NEW).entries == ()
