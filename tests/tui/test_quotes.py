"""The parts of a thread's life as blocks of a page."""

from __future__ import annotations

from tests.ledgers import DELIVERED, LAPSED, POSTPONED, SMALL
from tracker.ledger.judged import Judged
from tui.labels import Labels
from tui.quotes import Quotes, deadline_words
from tui.view_model import Study

STUDY = Study(Judged(SMALL))
EN = Labels("en")
QUOTES = Quotes(STUDY.index, EN)


def test_a_slip_is_told_from_when_to_when() -> None:
    (slip,) = POSTPONED.slips
    words = QUOTES.slip(slip).plain
    assert str(slip.old_end) in words
    assert str(slip.new_end) in words


def test_the_headline_has_title_and_verdict() -> None:
    words = QUOTES.headline(STUDY.by_id[LAPSED.id]).plain
    assert LAPSED.title in words
    assert "lapsed" in words


def test_each_step_with_a_quote_is_a_block() -> None:
    steps = QUOTES.steps(DELIVERED, around=False)
    text = "\n".join(str(block.content) for block in steps)
    for step in DELIVERED.members:
        if step.ref:
            assert STUDY.index.statements[step.ref].quote in text
    assert len(QUOTES.preview(STUDY.by_id[DELIVERED.id])) > len(steps)


def test_a_quote_stands_in_its_passage() -> None:
    row = STUDY.index.statements[POSTPONED.members[0].ref]
    assert row.quote in QUOTES.in_passage(row).plain


def test_deadline_words() -> None:
    promise = STUDY.index.statements[POSTPONED.members[0].ref]
    assert deadline_words(promise, EN)
    assert deadline_words(promise, EN, POSTPONED.members[0]) == deadline_words(promise, EN)
