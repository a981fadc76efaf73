"""An entry tells what its thread became, with its quotes and where the promise stands."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import DELIVERED, LAPSED, OLD, POSTPONED, PROMISED, SMALL
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.text.word_diff import Edit
from tracker.views.sheet import edit_note, entry, facts, quote

INDEX = Index(SMALL)


@pytest.mark.parametrize("thread", [PROMISED, DELIVERED, LAPSED, POSTPONED], ids=lambda thread: thread.status)
def test_an_entry_is_of_its_thread(thread: Thread) -> None:
    found = entry(INDEX, thread, ["a fact"], [])
    assert (found.thread, found.status, found.facts[0]) == (thread.id, thread.status, "a fact")
    assert facts(found).startswith("a fact")


def test_who_decided_is_always_said() -> None:
    ruled = replace(PROMISED, decided_by="An Analyst")
    assert "An Analyst" in facts(entry(INDEX, ruled, [], []))
    assert "An Analyst" not in facts(entry(INDEX, PROMISED, [], []))


def test_a_quote_has_its_place_and_the_absence_of_a_statement_is_none() -> None:
    row = next(row for row in SMALL.commitments if row.letter == OLD.id)
    (note,) = quote(INDEX, row, "was")
    assert (note.lead, note.text, note.ref) == ("was", row.quote, row.id)
    assert note.quoted
    assert quote(INDEX, None) == ()


def test_wording_shows_what_was_struck_and_what_came() -> None:
    note = edit_note([Edit("equal", "in "), Edit("delete", "mei"), Edit("insert", "juni")])
    assert note.lead == "words"
    assert "mei" in note.text
    assert "juni" in note.text
    assert not note.quoted
