"""The parts of a thread's life as blocks of a page."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, DELIVERED, LAPSED, NEW, OLD, POSTPONED, SMALL
from tracker.ledger.rejudging import Judged
from tracker.model import Candidate, Searched, Step, StepKind
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
    assert "not mentioned since" in words


def test_each_step_with_a_quote_is_a_block() -> None:
    steps = QUOTES.steps(DELIVERED, around=False)
    text = "\n".join(str(block.content) for block in steps)
    for step in DELIVERED.members:
        if step.ref:
            assert STUDY.index.statements[step.ref].quote in text
    assert len(QUOTES.preview(STUDY.by_id[DELIVERED.id])) > len(steps)


def test_a_quote_stands_in_its_passage_as_often_as_the_page_has_it() -> None:
    """Of two quotes of one passage the second stands alone, and neither stands among the other's surroundings."""
    first, second = POSTPONED.members[0].ref, COMMITMENTS[1].id
    members = (Step(OLD.id, first, StepKind.PROMISED, ""), Step(OLD.id, second, StepKind.REPEATED, ""))
    thread = replace(POSTPONED, members=members)
    told = "\n".join(block.content.plain for block in QUOTES.steps(thread, around=True))
    assert [told.count(STUDY.index.statements[ref].quote) for ref in (first, second)] == [1, 1]


def test_the_reason_of_a_slip_is_told_once() -> None:
    reason = STUDY.index.quotes_of(POSTPONED)[-1].quote
    slip = replace(POSTPONED.slips[0], explained=reason)
    assert reason in QUOTES.slip(slip).plain
    assert reason not in QUOTES.slip(slip, [f"Want {reason}"]).plain
    clause = replace(slip, explained="omdat het slib vervuild was")
    assert "omdat het slib" in QUOTES.slip(clause, ["Later, omdat het slib vervuild was."]).plain


def test_what_was_searched_is_not_shown_again_where_it_is_quoted() -> None:
    quote = STUDY.index.quotes_of(DELIVERED)[0].quote
    searched = tuple(Searched(NEW.id, None, text, 0.5) for text in (quote, "Iets anders."))
    told = "\n".join(block.content.plain for block in QUOTES.grounds(replace(DELIVERED, searched=searched)))
    assert quote not in told
    assert "Iets anders." in told
    assert "Searched in vain" not in told
    assert "Searched in vain" in "\n".join(block.content.plain for block in QUOTES.grounds(LAPSED))


def test_a_letter_in_which_nothing_comes_near_has_no_empty_quote() -> None:
    thread = replace(LAPSED, searched=(Searched(NEW.id, None, "", 0.0),))
    told = "\n".join(block.content.plain for block in QUOTES.grounds(thread))
    assert "no passage comes near" in told
    assert "“”" not in told


def test_one_quote_is_suggested_once() -> None:
    one, other = COMMITMENTS[2].id, COMMITMENTS[3].id
    twice = tuple(Candidate(ref, 0.5, "") for ref in (one, one, other))
    assert len(QUOTES.candidates(replace(DELIVERED, candidates=twice))) == 3


def test_many_letters_in_a_row_that_keep_silent_take_a_line() -> None:
    def told(number: int) -> list[str]:
        later = tuple(replace(NEW, id=f"later-{at}", date=dt.date(2030 + at, 1, 1)) for at in range(number))
        study = Study(Judged(replace(SMALL, letters=(*SMALL.letters, *later))))
        blocks = Quotes(study.index, EN).steps(POSTPONED, around=True)
        return [block.content.plain for block in blocks if block.key.startswith("silent")]

    assert len(told(3)) == 3
    (line,) = told(9)
    assert "9 letters" in line
    assert "2030-01-01" in line
    assert "2038-01-01" in line


def test_deadline_words() -> None:
    promise = STUDY.index.statements[POSTPONED.members[0].ref]
    assert deadline_words(promise, EN)
    assert deadline_words(promise, EN, POSTPONED.members[0]) == deadline_words(promise, EN)


def test_a_letter_without_a_day_keeps_no_silence() -> None:
    """Nobody knows that it came after the promise."""
    undated = replace(OLD, id="undated", date=None, earliest=None, latest=None)
    quotes = Quotes(Study(Judged(replace(SMALL, letters=(*SMALL.letters, undated)))).index, EN)
    assert [block.key for block in quotes.steps(POSTPONED, around=True)] == [
        block.key for block in QUOTES.steps(POSTPONED, around=True)
    ]


def test_only_who_ruled_on_the_status_decided_it() -> None:
    for ruled, told in (
        (replace(LAPSED, ruled_by="Sam"), "Sam ruled on it, not on the status"),
        (replace(LAPSED, ruled_by="Sam", decided_by="Kim"), "decided by Kim"),
    ):
        study = Study(Judged(replace(SMALL, threads=(ruled,))))
        words = Quotes(study.index, EN).headline(study.by_id[LAPSED.id]).plain
        assert told in words
        assert ("decided by" in words) is (ruled.decided_by is not None)


def test_moves_that_are_told_alike_are_told_once() -> None:
    thread = replace(POSTPONED, slips=POSTPONED.slips * 3)
    study = Study(Judged(replace(SMALL, threads=(thread,))))
    (head,) = Quotes(study.index, EN).verdict(study.by_id[thread.id])
    assert head.content.plain.count("→") == 1
